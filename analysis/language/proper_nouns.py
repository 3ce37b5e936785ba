"""Proper nouns: names and nominalised adjectives that the tagger takes for other words."""

import re
from collections.abc import Callable

from analysis.codebook.wordlists import read_classes
from analysis.language.capitals import Capitals
from analysis.language.nouns import kind_of

__all__ = ["mend_nouns"]

ENDINGS = ("e", "en", "er", "es", "em")
OTHER = ("ADJA", "ADJD", "VVFIN", "VVPP", "VVINF", "VVIMP", "ADV")  # what no word is that is always capitalised
DOUBLE_NAME = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+-[A-ZÄÖÜ][a-zäöüß]+")  # Mikl-Leitner: no adjective has two capitals
FIRST_NAMES = frozenset().union(*read_classes("first_names").values())
Tag = tuple[str, str]  # lemma, STTS


def mend_nouns(
    forms: list[str], tags: list[Tag], *, capitals: Capitals, names: frozenset[str], is_guess: Callable[[str], bool]
) -> list[Tag]:
    """Mend lemma and part of speech of the capitalised words of a sentence.

    Parameters
    ----------
    forms : list of str
    tags : list of (lemma, part of speech)
    capitals : Capitals
        How the study writes its words.
    names : frozenset of str
        Words that are names in the codebook.
    is_guess : callable
        Whether the tagger has never seen the stem of a word and only guesses its lemma.

    Notes
    -----
    A name of the codebook is never bent (*Wüst*, not *wüst*); nor is a word that takes no determiner anywhere, stands
    behind *in* or a name, and whose stem is unknown (*Solingen*, not *Soling*). What is capitalised inside a sentence
    and never in lower case is a noun: a nominalised adjective (*der Verdächtige*) if it has such an ending and a
    determiner, else a name. Behind a first name stands a last name, and what stands there and takes no determiner is
    one elsewhere too (*Karl Gerber* … *sagte Gerber*).
    """
    return [
        _mend_noun(forms, tags, i, capitals, names, is_guess) or tags[i] if _may_be_noun(form) else tags[i]
        for i, form in enumerate(forms)
    ]


def _may_be_noun(form: str) -> bool:
    """Tell what begins with a capital, or with a number and a hyphen: *Weiß*, *20-Jährige*."""
    return form[:1].isupper() or (form[:1].isdigit() and "-" in form)


def _mend_noun(
    forms: list[str],
    tags: list[Tag],
    i: int,
    capitals: Capitals,
    names: frozenset[str],
    is_guess: Callable[[str], bool],
) -> Tag | None:
    """Give lemma and part of speech of a capitalised word where the tagger's are wrong, else None."""
    form, name, opens = forms[i], _codebook_name(forms[i], names), _opens_sentence(forms, i)
    if name:
        return None if opens and capitals.lower[form.lower()] else (name, "NE")
    if i and _follows_first_name(forms[i - 1], form, tags[i], is_guess):
        return form, "NE"
    if capitals.named[form] and _is_last_name(forms, tags, i, capitals, is_guess):
        return (tags[i][0] if f"{tags[i][0]}s" == form else form), "NE"
    if _is_nominalised(forms, tags, i, capitals):
        return _with_e(form), "NN"
    if tags[i][1] in OTHER and DOUBLE_NAME.fullmatch(form):
        return form, "NE"
    if not opens and capitals.is_only_capital(form):
        return _read_by_capitals(forms, tags, i, capitals, is_guess)
    return None


def _follows_first_name(before: str, form: str, tag: Tag, is_guess: Callable[[str], bool]) -> bool:
    """Tell *Karl Weiß*, *Anna Gerber*: behind a first name a capitalised word that is no noun, or an unknown one."""
    if before not in FIRST_NAMES or before in read_classes("grammar")["time"] or not form.isalpha():
        return False
    return tag[1] in OTHER or (tag[1] == "NN" and is_guess(form))


def _is_last_name(
    forms: list[str], tags: list[Tag], i: int, capitals: Capitals, is_guess: Callable[[str], bool]
) -> bool:
    """Tell *sagte Gerber* where *Karl Gerber* is named elsewhere, from *der Gerber*."""
    form, pos = forms[i], tags[i][1]
    if pos not in (*OTHER, "NN", "FM") or not form.replace("-", "").isalpha():
        return False
    is_led = i > 0 and tags[i - 1][1] in ("ART", "PPOSAT", "PDAT", "PIAT")
    is_other = kind_of(form) in ("organisation", "document", "nothing")
    return not is_led and not is_other and capitals.is_last_name(form, is_known=pos == "NN" and not is_guess(form))


def _read_by_capitals(
    forms: list[str], tags: list[Tag], i: int, capitals: Capitals, is_guess: Callable[[str], bool]
) -> Tag:
    """Read a word that the study only writes with a capital: a noun or a name, whatever the tagger says."""
    form, (lemma, pos) = forms[i], tags[i]
    if pos in OTHER and not _qualifies(tags, forms, i):
        return form, "NE" if capitals.is_bare(form) else "NN"
    if pos == "NN" and lemma != form and _stands_as_name(tags, i, form, capitals) and is_guess(form):
        return form, "NE"
    return tags[i]


def _opens_sentence(forms: list[str], i: int) -> bool:
    """Tell a word that is capitalised because a sentence begins there."""
    return i == 0 or not (forms[i - 1][-1:].isalnum() or forms[i - 1] == ",")


def _stands_as_name(tags: list[Tag], i: int, form: str, capitals: Capitals) -> bool:
    """Tell a word without a determiner anywhere that stands behind *in*, *nach*, *aus* or behind another name."""
    return capitals.is_bare(form) and (capitals.is_place(form) or (i > 0 and tags[i - 1][1] == "NE"))


def _codebook_name(form: str, names: frozenset[str]) -> str:
    """Return the name that a form is, without its genitive ending, or nothing."""
    return next((name for name in (form, form[:-1] if form[-1] in "s'’" else "") if name in names), "")


def _is_nominalised(forms: list[str], tags: list[Tag], i: int, capitals: Capitals) -> bool:
    """Tell *der Verdächtige*, *ein 26-Jähriger*, *mehrere Verletzte*, tagged as an adjective or a verb."""
    form, pos = forms[i], tags[i][1]
    if (
        pos not in ("ADJA", "VVFIN", "VVINF", "VVPP")
        or not form.lower().endswith(ENDINGS)
        or _qualifies(tags, forms, i)
    ):
        return False
    if form[0].isdigit():
        return form.partition("-")[2][:1].isupper()
    before = tags[i - 1][1] if i else ""
    if not i:
        return pos == "ADJA" and capitals.capital[form] > 0 and len(tags) > 1 and tags[1][1].endswith("FIN")
    is_led = before in ("ART", "PPOSAT", "PIAT", "PDAT", "PIDAT", "CARD", "ADJA", "APPRART", "PRELAT")
    return is_led and forms[i - 1][-1:].isalnum()


def _qualifies(tags: list[Tag], forms: list[str], i: int) -> bool:
    """Tell an adjective before its noun: *Deutsche Bahn*, *Neue Kronen Zeitung*."""
    follows = next((k for k in range(i + 1, len(tags)) if tags[k][1] not in ("ADJA", "$(")), len(tags))
    return tags[i][1] == "ADJA" and follows < len(tags) and tags[follows][1] in ("NN", "NE", "FM", "TRUNC", "XY")


def _with_e(form: str) -> str:
    """Give a nominalised adjective the ending -e: *Verdächtiger*, *Verdächtigen* to *Verdächtige*.

    >>> _with_e("26-Jährigen"), _with_e("Geflüchteter")
    ('26-Jährige', 'Geflüchtete')
    """
    stem = next(form[: -len(end)] for end in ("er", "es", "en", "em", "e") if form.endswith(end))
    return f"{stem}e"
