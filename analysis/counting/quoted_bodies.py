"""Quoted bodies: names of several words in quotation marks that the words beside them show to be an organisation's."""

from collections.abc import Iterable, Iterator

from analysis.actors.name_parts import NAME_TAGS, is_first_name
from analysis.codebook.cues import read_cues
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["find_quoted_bodies", "is_shown_in_marks", "says_in_marks", "stands_in_marks"]

OPENING, CLOSING = ("„", "“", '"', "»", "«"), ("“", "”", '"', "«", "»")
MAY_SAY = {"melden"}  # of bodies behind *wie die „…“* though a thing may be its subject elsewhere
LONGEST = 4  # words of a name in marks: more are what somebody says
BEFORE_VERB = 3  # words that may stand between a name and its verb: *Wie die „…“ heute Abend mitteilte*


def find_quoted_bodies(texts: Iterable[Words]) -> list[str]:
    """List names of two to four words in marks that one place shows to be a body's.

    A noun for a body stands before the marks (*die Zeitung „Neues Blatt“*), a person of it (*Anna Berg von der „…“*),
    or it is the subject of a verb of saying (*Wie die „…“ mitteilte*).

    Parameters
    ----------
    texts : iterable of Words
    """
    return sorted(
        {
            " ".join(words.form[first:stop])
            for words in texts
            for first, stop in _in_marks(words)
            if is_shown_in_marks(words, first, stop)
        }
    )


def is_shown_in_marks(words: Words, first: int, stop: int) -> bool:
    """Tell a name in marks that the words beside it show to be a body's."""
    return _opens_marks(words, first) and (_has_noun_or_person(words, first - 1) or says_in_marks(words, first, stop))


def stands_in_marks(words: Words, first: int, stop: int) -> bool:
    """Tell words with a mark before them and one behind them."""
    return _opens_marks(words, first) and words.form[stop : stop + 1] != [] and words.form[stop] in CLOSING


def _opens_marks(words: Words, first: int) -> bool:
    return first > words.sentences[words.sentence[first]][0] and words.form[first - 1] in OPENING


def _in_marks(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the tokens, first and stop, of two to four words between marks that may be a name."""
    for low, high in words.sentences:
        opened = -1
        for k in range(low, high):
            if opened >= 0 and words.form[k] in CLOSING:
                forms = words.form[opened + 1 : k]
                is_name = 1 < len(forms) <= LONGEST and forms[0][:1].isupper() and not is_first_name(forms[0])
                if is_name and all(form.replace("-", "").isalnum() for form in forms):
                    yield opened + 1, k
                opened = -1
            elif opened < 0 and words.form[k] in OPENING:
                opened = k


def _has_noun_or_person(words: Words, mark: int) -> bool:
    """Tell a noun for a body before the mark at `mark`, or a person's full name and *von der*."""
    low = words.sentences[words.sentence[mark]][0]
    if mark == low:
        return False
    if words.pos[mark - 1] == "NN" and kind_of(words.form[mark - 1]) == "organisation":
        return True
    k = mark - 2 if words.low[mark - 1] == "der" else mark - 1
    is_of = k - 2 >= low and words.low[k] in ("von", "vom")
    return is_of and words.pos[k - 1] in NAME_TAGS and is_first_name(words.form[k - 2])


def says_in_marks(words: Words, first: int, stop: int) -> bool:
    """Tell a name in marks that is the subject of a verb of saying: *Wie die „…“ heute mitteilte*, *Die „…“ fordert*.

    Without an article what opens a sentence may be what somebody says: it must be names for the tagger.
    """
    if not _opens_marks(words, first):
        return False
    low, high = words.sentences[words.sentence[first]]
    k = first - 1 - (first - 2 >= low and words.low[first - 2] in ("der", "die", "das"))
    if k > low and words.low[k - 1] == "wie":
        behind = range(stop + 1, min(stop + 2 + BEFORE_VERB, high))
        end = next((i for i in behind if words.form[i] == ","), high)
        return any(_is_of_saying(words, i) for i in behind if i < end)
    is_named = k < first - 1 or all(words.pos[i] in ("NE", "FM") for i in range(first, stop))
    return k == low and is_named and stop + 1 < high and _is_of_saying(words, stop + 1)


def _is_of_saying(words: Words, i: int) -> bool:
    saying = (
        words.lemma[i] in read_cues().verbs and words.lemma[i] not in read_classes("body_signs")["no_act"] - MAY_SAY
    )
    return words.pos[i] == "VVFIN" and saying
