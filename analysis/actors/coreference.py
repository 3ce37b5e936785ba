"""Resolution: from the words that name a speaker to an actor, by name, office, description, pronoun or text cited.

Each way of naming is a small function that returns an actor, "" for nobody, or None if the words are of another kind.
"""

from analysis.actors.appositions import by_apposition
from analysis.actors.callings import calls_person
from analysis.actors.definite_descriptions import body_of_compound, described
from analysis.actors.documents import by_document, is_research
from analysis.actors.name_labels import is_title
from analysis.actors.namings import Mention, number_of_sie
from analysis.actors.phrase_heads import NOUNS, head_of
from analysis.actors.spokespersons import by_spokesperson, is_spokesperson, possessive
from analysis.actors.who_was_named import Scene
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["cited_source", "name_speaker", "names_thing", "says_own"]

PERSONAL = {"er": "er", "ihm": "er", "ihn": "er", "sie": "sie", "ihr": "sie", "ihnen": "plural", "es": "es"}
NEAR = 4  # tokens between eigenen Angaben and the pronoun of whoever makes them
STATED = 3  # quotations back to whose *den Angaben* are
SPEAKING = ("person", "organisation", "document")


def _leads(scene: Scene, head: int, mention: Mention) -> bool:
    """Tell whether a phrase's head is a mention's, or a title directly before it; *der Bruder Dudas* is not Duda."""
    words, between = scene.words, range(head, mention.first)
    if between and words.pos[max(head - 1, 0)] in ("ART", "PPOSAT") and scene.is_genitive(mention):
        return False
    return (
        head < mention.stop
        and all(words.pos[k] in ("NN", "NE", "ADJA", "$(", "KON") for k in between)
        and (head >= mention.first or is_title(words.form[head]) or kind_of(words.form[head]) == "person")
    )


def _by_metonym(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """*Warschau* where the codebook says whom a place stands for."""
    words = scene.words
    bare = first + (words.pos[first] == "ART")
    if stop - bare == 1 and words.low[bare] in scene.book.metonyms:
        return scene.book.actors[scene.book.metonyms[words.low[bare]]].name
    return None


def _by_pronoun(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """*er*, *sie*; a relative pronoun is whom its sentence named last before it; *man* is nobody."""
    words, low = scene.words, scene.words.low[first]
    if stop - first != 1 or head >= 0:
        return None
    if low in read_classes("function_words")["relative"]:
        before = [m for m in scene.named if m.stop <= first and words.sentence[m.first] == words.sentence[first]]
        return before[-1].actor if before else last if words.pos[first] != "PRELS" else ""
    if low in PERSONAL:
        pronoun = number_of_sie(scene.words, first) if low == "sie" else PERSONAL[low]
        return scene.antecedent(pronoun, first)
    return "" if low in read_classes("source_nouns")["nobody"] else None


def _source_named(scene: Scene, sentence: int) -> str:
    """Find the source in *unter Berufung auf X*, in this sentence or the next; rare (`benchmarks/README.md`)."""
    words = scene.words
    for number in (sentence, sentence + 1):
        if number >= len(words.sentences):
            break
        first, stop = words.sentences[number]
        for k in range(first, stop - 2):
            if words.low[k] == "berufung" and words.low[k + 1] == "auf":
                named = scene.within(k + 2, min(k + 6, stop))
                return named[0].actor if named else ""
    return ""


def cited_source(scene: Scene, first: int, stop: int) -> str:
    """Find who is named in *nach Angaben X* or *laut X* between two tokens, the nearest to the second; or nobody.

    Asked where *demnach* stands beside such a source; rare (`benchmarks/README.md`).
    """
    words = scene.words
    for k in range(stop - 1, first - 1, -1):
        says = words.low[k] in read_classes("source_nouns")["statements"] and k > first and words.low[k - 1] == "nach"
        if says or words.low[k] == "laut":
            named = [m for m in scene.within(k + 1, min(k + 4, stop)) if m.first <= k + 2]
            return named[0].actor if named else ""
    return ""


def _by_statement(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """*Angaben der Polizei*, *eigenen Angaben*, *Behördenangaben*, *Berichten*: whose statement it is."""
    words = scene.words
    if not _is_statement(words, head):
        return None
    if source := _source_named(scene, words.sentence[head]):
        return source
    whose = next((k for k in range(head + 1, stop) if not words.pos[k].startswith(("APPR", "ART"))), stop)
    if whose < stop:
        return _stated_by(scene, whose, stop)
    if named := scene.within(first, stop):
        return named[0].actor
    if set(words.low[first:stop]) & read_classes("source_nouns")["own"]:
        return _own_statement(scene, head)
    if pronoun := possessive(words, first):
        return scene.antecedent(pronoun, first) or None
    if whose := body_of_compound(scene, head):
        return whose
    if stop - first == 2 and words.low[first] in ("den", "diesen"):
        return _last_speaker(scene)
    return "" if words.low[head] in read_classes("source_nouns")["statements"] and stop - first == 1 else None


def _by_compound(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """*der BWB-Bericht*, *laut Rechnungshofbericht*: the body that the compound names."""
    return (body_of_compound(scene, head) or None) if head >= 0 and not scene.within(head, head + 1) else None


def _last_speaker(scene: Scene) -> str | None:
    """Return whoever spoke last and has a name: *den Angaben zufolge*."""
    return next((s.actor for s in reversed(scene.spoken[-STATED:]) if scene.is_known(s.actor)), None)


def _is_statement(words: Words, head: int) -> bool:
    """Tell a noun for what is said: *Angaben*, *Behördenangaben*."""
    classes = read_classes("source_nouns")
    low = words.low[head] if head >= 0 else ""
    return low in classes["statements"] or low.endswith(tuple(classes["statement_ending"]))


def _stated_by(scene: Scene, whose: int, stop: int) -> str:
    """Resolve the words behind *Angaben*: *der | Polizei*."""
    words = scene.words
    is_led = words.pos[whose - 1] == "ART" and not scene.within(whose, stop)
    meant = described(scene, whose - 1, stop, head_of(words, whose, stop), "") if is_led else None
    return meant or name_speaker(scene, whose, stop, "")


def _own_statement(scene: Scene, head: int) -> str | None:
    """*nach eigenen Angaben*: whom *er* beside it means, else the first one named in the sentence or the one before."""
    sentence, words = scene.words.sentence[head], scene.words
    places = range(max(words.sentences[sentence][0], head - NEAR), min(words.sentences[sentence][1], head + NEAR))
    pronoun = next((k for k in places if words.low[k] in ("er", "sie") and words.pos[k] == "PPER"), -1)
    if pronoun >= 0:
        meant = number_of_sie(words, pronoun) if words.low[pronoun] == "sie" else "er"
        return scene.antecedent(meant, pronoun) or None
    own = scene.in_sentence.get(sentence) or scene.in_sentence.get(sentence - 1)
    return own[0].actor if own else None


def _by_name(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """Take the name or office that the words are about."""
    if is_spokesperson(scene.words, head) and any(m.first == head for m in scene.within(first, stop)):
        return None  # "ein Sprecher des Ministeriums" is a description in the codebook: whose he is decides
    for mention in scene.within(first, stop):
        if head < 0 or _leads(scene, head, mention):
            return mention.actor
    return None


def _by_owner(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """*Sein Befund*, *ihr Urteil*: whose it is, where the noun names nobody who could speak."""
    pronoun = possessive(scene.words, first)
    if not pronoun or head < 0 or kind_of(scene.words.form[head]) in ("person", "organisation", "document"):
        return None
    return scene.antecedent(pronoun, first) or None


def _by_whose_thing(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """*Ergebnis der Studie*, *Zahlen des Ministeriums*: whose they are, where the noun names nobody who could speak."""
    words, owner = scene.words, head + 1
    if head < 0 or owner + 1 >= stop or not _is_ones(words, head, owner):
        return None
    noun = head_of(words, owner, stop)
    speaks = noun > owner and (is_research(words, noun) or kind_of(words.form[noun]) in SPEAKING)
    return name_speaker(scene, owner, stop, last) if speaks or scene.within(owner + 1, owner + 2) else None


def _is_ones(words: Words, head: int, owner: int) -> bool:
    """Tell a thing's noun with a genitive behind it, but no share of several: *60 Prozent der Befragten*."""
    is_share = words.low[head] in read_classes("source_nouns")["share"]
    return words.low[owner] in ("des", "der") and kind_of(words.form[head]) == "nothing" and not is_share


WAYS = (_by_metonym, _by_pronoun, _by_statement, by_apposition, _by_name, by_spokesperson, _by_compound, by_document,
        _by_owner, _by_whose_thing, described)  # fmt: skip


def _is_nobody(words: Words, first: int, stop: int) -> bool:
    """Tell words that name no person, organisation or document: *die Lage*, *eine Woche*, a lone mark."""
    head = head_of(words, first, stop)
    if head >= 0 and words.low[head] in read_classes("source_nouns")["share"]:  # 60 Prozent der Befragten
        head = next((k for k in range(head + 1, stop) if words.pos[k] in NOUNS), head)
    if head < 0:
        return not any(
            words.pos[k] in ("PPER", "PIS", "PDS", "PRELS", "PWS", "ADJA", "PIAT", "CARD") for k in range(first, stop)
        )
    return words.pos[head] == "NN" and kind_of(words.form[head]) == "nothing"


def names_thing(scene: Scene, first: int, stop: int) -> bool:
    """Tell words that name no person, organisation or document, as far as lists say: *die Handgranate*, *kein Geld*."""
    words = scene.words
    if _is_nobody(words, first, stop):
        return True
    head = head_of(words, first, stop)
    if head < 0 or words.pos[head] != "NN" or calls_person(words.form[head]) or is_title(words.form[head]):
        return False
    is_bare = kind_of(words.form[head]) == "" and not scene.within(first, stop)
    return is_bare and not any(words.pos[k] in ("NE", "FM") for k in range(first, stop))


def says_own(words: Words, first: int, stop: int) -> bool:
    """Tell *ich* and *wir*, which mean whose words they stand in."""
    return stop - first == 1 and words.low[first] in ("ich", "wir")


def name_speaker(scene: Scene, first: int, stop: int, last: str) -> str:
    """Resolve a speaker's words; an unnamed person gets the words themselves.

    Parameters
    ----------
    scene : Scene
        Who was named and who has spoken so far.
    first, stop : int
        The words, in tokens.
    last : str
        Whoever spoke before, for *in der Mitteilung*.

    Returns
    -------
    str
        An actor of the codebook, a name that the article gives, the words themselves, or an empty string where they
        name nobody.
    """
    words = scene.words
    head = head_of(words, first, stop)
    for way in WAYS:
        answer = way(scene, first, stop, head, last)
        if answer is not None:
            return answer
    if _is_nobody(words, first, stop):
        return ""
    return words.text[words.start[first] : words.end[stop - 1]].strip()
