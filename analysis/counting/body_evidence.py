"""Body evidence: what the articles say of an abbreviation or a bracketed name that makes it a body and no thing."""

from collections.abc import Iterable, Iterator

from analysis.actors.name_parts import NAME_TAGS, is_first_name
from analysis.codebook.cues import read_cues
from analysis.codebook.wordlists import read_classes
from analysis.counting.proposal import Proposal, ProposedNaming
from analysis.counting.quoted_bodies import is_shown_in_marks
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["acts_mostly", "find_evidence", "is_territory", "is_thing_by_name", "stands_as_subject"]

QUOTED = 2  # quotations from which on a speaker is a body: one may be given to the wrong one
JOINTS = ("der", "des", "von", "vom", "bei", "beim")  # between who heads a body and its name


def find_evidence(name: str, proposal: Proposal, texts: dict[str, Words]) -> str:
    """Say what shows that a name is a body's: who heads it, what it says or decides, the noun before it; or nothing.

    Parameters
    ----------
    name : str
    proposal : Proposal
    texts : dict
        Article to its words.
    """
    if proposal.n_quotes >= QUOTED:
        return "it is quoted"
    if any(kind_of(word) == "organisation" for word in name.split()):
        return "a noun in its name"
    for naming in proposal.namings:
        if found := _evidence_beside(texts[naming.article_id], naming):
            return found
    shorts = {naming.printed for naming in proposal.namings if " " not in naming.printed}
    return next((form for words in texts.values() for form in words.form if _is_headed(form, shorts)), "")


def is_thing_by_name(name: str, proposal: Proposal, texts: dict[str, Words]) -> str:
    """Return the noun that says that a name is a thing's, in it (*Große Raumstation*) or before it; or nothing."""
    last = name.split()[-1]
    if _ends_in(last.lower(), "thing") and " " in name:
        return last
    nouns = [noun for n in proposal.namings for noun in _nouns_said_of(texts[n.article_id], n)]
    return next((noun for noun in nouns if noun[:1].isupper() and _ends_in(noun.lower(), "thing")), "")


def _nouns_said_of(words: Words, naming: ProposedNaming) -> Iterator[str]:
    """Yield the word before a name and the noun that a sentence says it is: *Bei X handelt es sich um ein Treffen*."""
    i, low = naming.first, words.sentences[words.sentence[naming.first]][0]
    stop = i + len(naming.printed.split())
    if i > low:
        yield words.form[i - 1]
    told = words.low[stop : stop + 4] == ["handelt", "es", "sich", "um"] and i > low and words.low[i - 1] == "bei"
    k = stop + 4 if told else stop + 1
    if (
        (told or words.low[stop : stop + 1] in (["ist"], ["war"]))
        and words.low[k : k + 1]
        and words.low[k].startswith("ein")
    ):
        k += 1
        while words.pos[k : k + 1] == ["ADJA"]:
            k += 1
        yield from words.form[k : k + 1]


def is_territory(name: str) -> bool:
    """Tell a noun for a territory before its name: *Stadt Salzburg*, which is a place as often as a body.

    >>> is_territory("Stadt Salzburg"), is_territory("Stadt"), is_territory("Universität Salzburg")
    (True, False, False)
    """
    noun, _, rest = name.partition(" ")
    return bool(rest) and noun.lower() in read_classes("body_signs")["territory"]


def acts_mostly(proposal: Proposal, texts: dict[str, Words]) -> bool:
    """Tell a name of which most places are subjects, behind who speaks for it, or cues of what it says."""
    places = [(texts[n.article_id], n) for n in proposal.namings]
    ends = (n.first + len(n.printed.split()) for _, n in places)
    acting = sum(stands_as_subject(words, n.first, end) or bool(_head_before(words, n.first))
                 for (words, n), end in zip(places, ends, strict=True))  # fmt: skip
    return acting > len(places) / 2


def _has_before(words: Words, i: int) -> bool:
    return i > words.sentences[words.sentence[i]][0]


def _ends_in(low: str, name: str) -> bool:
    """Tell a noun that is one of a class, or ends in one of four letters or more."""
    listed = read_classes("body_signs")[name]
    return low in listed or any(len(noun) > 3 and low.endswith(noun) for noun in listed)


def _evidence_beside(words: Words, naming: ProposedNaming) -> str:
    """Say what beside one naming shows that it is a body's."""
    i = naming.first
    if _has_before(words, i) and words.pos[i - 1] == "NN" and kind_of(words.form[i - 1]) == "organisation":
        return f"the noun {words.form[i - 1]} before it"
    if head := _head_before(words, i):
        return f"{head} before it"
    stop = i + len(naming.printed.split())
    stop += 3 if words.form[stop : stop + 1] == ["("] and words.form[stop + 2 : stop + 3] == [")"] else 0
    if is_shown_in_marks(words, i, i + len(naming.printed.split())):
        return "what stands beside the marks around it"
    verb = next((verb for verb in _verbs(words, i, stop) if verb in _acts()), "")
    return f"it is the subject of {verb}" if verb else ""


def _head_before(words: Words, i: int) -> str:
    """Return who heads or works for the body at `i`: *der Leiter des CSH*, *Anna Berg vom CSH*."""
    low = words.sentences[words.sentence[i]][0]
    k = i - 1
    if k <= low or words.low[k] not in JOINTS:
        return ""
    noun = words.form[k - 1]
    is_person = words.low[k] in ("von", "vom") and k - 2 >= low and is_first_name(words.form[k - 2])
    return noun if is_person or (noun[:1].isupper() and _ends_in(noun.lower(), "head")) else ""


def _acts() -> frozenset[str]:
    """Return the lemmas of verbs that bodies and persons alone are subjects of."""
    signs = read_classes("body_signs")
    return signs["act"] | (frozenset(read_cues().verbs) - signs["no_act"])


def _verbs(words: Words, i: int, stop: int) -> Iterator[str]:
    """Yield the verbs of the clause of which the name at `i` is the subject, as far as its place tells."""
    if not stands_as_subject(words, i, stop):
        return
    low, high = words.sentences[words.sentence[i]]
    end = next((k for k in range(stop, high) if words.form[k] == ","), high)
    yield from (words.lemma[k] for k in range(max(low, i - 3), end) if words.pos[k].startswith("V"))


def stands_as_subject(words: Words, i: int, stop: int) -> bool:
    """Tell a noun beside a finite verb, with no preposition before it: *Israel lehnt ab*, *lehnte Israel ab*."""
    low, high = words.sentences[words.sentence[i]]
    while i > low and words.pos[i - 1] in NAME_TAGS:
        i -= 1  # *von Oculus VR* is no subject, whatever verb follows
    k = i - 1 if i > low and words.pos[i - 1] == "ART" else i
    before = words.pos[k - 1] if k > low else ""
    after = words.pos[stop] if stop < high else ""
    is_nominative = k == i or words.low[k] in ("der", "die", "das")
    return is_nominative and before not in ("APPR", "APPRART") and (before.endswith("FIN") or after.endswith("FIN"))


def _is_headed(form: str, shorts: Iterable[str]) -> bool:
    """Tell a compound of who heads or speaks for a body: *ISRO-Chef*.

    >>> _is_headed("MX-Chefin", {"MX"}), _is_headed("MX-Rakete", {"MX"})
    (True, False)
    """
    first, _, last = form.partition("-")
    return bool(last) and first in shorts and _ends_in(last.lower(), "head")
