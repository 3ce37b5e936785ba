"""Last names: whose one is that stands alone, and where it is a common noun or another's."""

from analysis.actors.actor_directory import Directory, Found
from analysis.actors.name_labels import is_title
from analysis.actors.name_parts import is_company_form, is_first_name
from analysis.actors.offices import Setting
from analysis.codebook.wordlists import read_classes
from analysis.language.capitals import Capitals
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = [
    "is_led_as_noun",
    "is_often_noun",
    "may_mean_thing",
    "named_for_certain",
    "names_of_others",
    "settle_surname",
]

DETERMINING = ("ADJA", "APPRART", "ART", "CARD", "PDAT", "PIAT", "PPOSAT")
SELDOM, RARELY = 3, 6  # a last name stands behind a determiner once in so many times at most; one that is a noun too


def settle_surname(book: Directory, words: Words, found: Found, setting: Setting) -> int | None:
    """Return whose last name stands alone, or None: behind another first name it is another person's."""
    i = found.first
    before = words.form[i - 1] if i > words.sentences[words.sentence[i]][0] else ""
    if _is_other_noun(words, found, before, setting):
        return None
    is_other = before and words.pos[i - 1] == "NE" and words.low[i - 1] not in book.land and not is_title(before)
    is_other = is_other and not _is_last_name_of_another(book, words.low[i - 1], found)  # *kritisierte Huber Berg*
    if is_other and before not in {part for n in found.actors for part in book.actors[n].name.split()}:
        return None
    if len(found.actors) == 1:
        return found.actors[0]
    return next((actor for _, actor in reversed(setting.named) if actor in found.actors), None)


def _is_last_name_of_another(book: Directory, low: str, found: Found) -> bool:
    """Tell a word that is the last name of another actor, and nobody's first name."""
    bearers = [p.actors for p in book.patterns.get(low, ()) if p.kind == "surname" and len(p.forms) == 1]
    return any(set(found.actors).isdisjoint(actors) for actors in bearers) and not is_first_name(low.capitalize())


def _is_other_noun(words: Words, found: Found, before: str, setting: Setting) -> bool:
    """Tell a last name that means its bearer not: *die Berg GmbH*, *keinen Sinn*, *im Sommer*, another's last name."""
    classes, low = read_classes("last_names"), words.low[found.first]
    if is_company_form("".join(words.form[found.stop : found.stop + 1])) or before.lower() in classes["indefinite"]:
        return True
    is_noun = low in classes["noun"] and not is_title(before)
    if not setting.told.isdisjoint(found.actors):
        return is_noun and _has_article(words, found.first)
    return is_noun or low in setting.others


def _has_article(words: Words, i: int) -> bool:
    """Tell a word behind an article, with or without adjectives between them: *der Rest*, *im vergangenen Sommer*."""
    first, k = words.sentences[words.sentence[i]][0], i
    while k > first and words.pos[k - 1] == "ADJA":
        k -= 1
    return k > first and words.low[k - 1] in read_classes("function_words")["determiner"]


def named_for_certain(words: Words, matches: list[Found]) -> frozenset[int]:
    """Collect whom an article names in full or behind a title."""
    certain = (f for f in matches if f.kind == "name" or (f.first and is_title(words.form[f.first - 1])))
    return frozenset(n for found in certain for n in found.actors)


def names_of_others(book: Directory, words: Words, matches: list[Found]) -> frozenset[str]:
    """Collect the last names, lower case, that stand behind a first name which no actor of that name has."""
    places = [f for f in matches if f.kind == "surname" and f.first > words.sentences[words.sentence[f.first]][0]]
    return frozenset(
        words.low[f.first] for f in places
        if is_first_name(words.form[f.first - 1])
        and not any(words.form[f.first - 1] in book.actors[n].name.split() for n in f.actors)
    )  # fmt: skip


def is_often_noun(name: str, capitals: Capitals) -> bool:
    """Tell a last name that stands behind determiners as a common noun does: *Kern*; *Faymann* ends as a title does."""
    is_noun = kind_of(name) or capitals.lower[name.lower()]  # kurz is an adverb
    share = capitals.capital[name] // (RARELY if is_noun else SELDOM)
    return capitals.determined[name] > (share if is_noun else 1 + share)


def may_mean_thing(name: str, capitals: Capitals) -> bool:
    """Tell a last name that is a common noun as well, by the list or by the study."""
    return name.lower() in read_classes("last_names")["noun"] or is_often_noun(name, capitals)


def is_led_as_noun(words: Words, i: int) -> bool:
    """Tell *im Kern*, *der harte Kern*, *jeden Fall* from the last name, which nothing leads up to."""
    before = words.pos[i - 1] if i > words.sentences[words.sentence[i]][0] else ""
    return _has_article(words, i) or before in DETERMINING
