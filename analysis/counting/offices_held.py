"""Offices held: the titles beside the names of persons, and those that one person of a study has alone."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from analysis.codebook.wordlists import read_classes, read_words_of
from analysis.counting.named_countries import find_countries, print_country
from analysis.counting.proposal import Proposal
from analysis.language.nouns import kind_of, pronoun_of
from analysis.language.words import Words

__all__ = ["titles_of_persons"]

ENDINGS = ("e", "er", "es", "en", "em")


@dataclass
class _Printed:
    """Where a title stands: its articles, the countries beside it, and whether several or a deputy are meant."""

    articles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    is_several: bool = False


def titles_of_persons(
    found: dict[str, Proposal], texts: list[Words]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """List each person's titles as printed, and those, or forms of them, that are theirs alone in the study.

    Parameters
    ----------
    found : dict
        Name to proposal.
    texts : list of Words

    Notes
    -----
    A title is one person's alone if it is an office, nobody else bears it or one that ends in it, each article that
    prints it names the person as well, and it stands nowhere in the plural, with a deputy's or a former holder's
    adjective, or with two countries. The short form of a title is its bearer's too: *Kanzlerin* where all is of one
    *Bundeskanzlerin*.
    """
    forms, printed = _printed_titles(texts)
    offices = tuple(read_words_of("offices"))
    persons = {name: proposal for name, proposal in found.items() if proposal.kind == "person"}
    called = {name: _called(person, forms) for name, person in persons.items()}
    wide = {name: _with_other_forms(own, printed) for name, own in called.items()}
    held = {title for title in _held_by_one(wide) if title.lower().endswith(offices)}
    alone = {
        name: [title for title in own if title in held and _is_only(printed[title], persons[name])]
        for name, own in wide.items()
    }
    return called, alone


def _is_only(title: _Printed, person: Proposal) -> bool:
    """Tell a title that stands for one: in articles that name the person, of one country, not in the plural."""
    return not title.is_several and title.articles <= person.articles and len(title.countries) < 2


def _printed_titles(texts: list[Words]) -> tuple[dict[str, Counter[str]], dict[str, _Printed]]:
    """Map the forms of nouns, lower case, to the titles that they are, and each title to where it stands."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    printed: dict[str, _Printed] = defaultdict(_Printed)
    for words in texts:
        named = find_countries(words)
        for i, form in enumerate(words.form):
            if words.pos[i] not in ("NN", "NE") or not form[:1].isupper():
                continue
            lemma = words.lemma[i]
            title = lemma if form.startswith(lemma[:-1]) and kind_of(lemma) == "person" else form
            forms[words.low[i]][title] += 1
            if kind_of(title) == "person":
                place = printed[title]
                place.articles.add(words.article_id)
                place.is_several |= _is_several_or_deputy(words, i, title)
                place.countries |= {print_country(words, _before(words, i), i + 1, named)} - {""}
    return forms, printed


def _before(words: Words, i: int) -> int:
    """Return where the adjectives before a noun begin."""
    k = i
    while k > words.sentences[words.sentence[i]][0] and words.pos[k - 1] == "ADJA":
        k -= 1
    return k


def _is_several_or_deputy(words: Words, i: int, title: str) -> bool:
    """Tell *die Kanzler*, *zwei Kanzler*, *ein Kanzler*, *der frühere Kanzler*."""
    k, deputies = _before(words, i), read_classes("body_signs")["deputy"]
    if any(words.low[j].removesuffix(end) in deputies for j in range(k, i) for end in ENDINGS):
        return True
    if k == words.sentences[words.sentence[i]][0]:
        return False
    before = words.low[k - 1]
    is_plural = pronoun_of(title) == "er" and before in ("die", "alle", "beide", "beiden")
    is_any = before.startswith(("ein", "kein")) and words.pos[k - 1] in ("ART", "PIAT")
    return is_plural or is_any or words.pos[k - 1] == "CARD"


def _with_other_forms(own: list[str], printed: dict[str, _Printed]) -> list[str]:
    """Add to some titles their short and full forms that the study prints: *Kanzlerin*, *Bundeskanzlerin*."""
    prefixes = read_classes("compound_words")["office"]
    short = [title[len(p) :].capitalize() for title in own for p in prefixes if title.lower().startswith(p)]
    full = [p.capitalize() + title.lower() for title in own for p in prefixes]
    return list(dict.fromkeys([*own, *(title for title in (*short, *full) if title in printed)]))


def _held_by_one(called: dict[str, list[str]]) -> set[str]:
    """Collect the titles that one person has: a *Finanzminister* is a *Minister* too, a *Vizekanzler* no *Kanzler*."""
    bearers: Counter[str] = Counter()
    for title in {title for own in called.values() for title in own}:
        bearers[title] = sum(any(_is_kind_of(other, title) for other in own) for own in called.values())
    return {title for title, n in bearers.items() if n == 1}


def _is_kind_of(title: str, office: str) -> bool:
    """Tell a title that is an office or a kind of it.

    >>> _is_kind_of("Finanzminister", "Minister"), _is_kind_of("Vizekanzler", "Kanzler")
    (True, False)
    """
    low = title.lower()
    first = low.removesuffix(office.lower()).rstrip("-")
    return low.endswith(office.lower()) and first not in read_classes("body_signs")["vice"]


def _called(person: Proposal, titles: dict[str, Counter[str]]) -> list[str]:
    """List the titles beside a person's name, the commonest first."""
    labels = (label for label, _ in person.labels().most_common() if kind_of(label) == "person" and label in titles)
    return list(dict.fromkeys(titles[label].most_common(1)[0][0] for label in labels))
