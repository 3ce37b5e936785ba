"""Metonyms: whether a place's name stands for an actor: *Moskau hofft*, not *in Moskau*."""

from analysis.actors.actor_directory import Directory
from analysis.codebook.wordlists import read_words_of
from analysis.language.words import Words

__all__ = ["acts"]


def _is_adjective_as_noun(words: Words, k: int, first: int) -> bool:
    """Tell *lobte der Alte | Warschau* from *das ferne Warschau* and from an adjective that opens its sentence."""
    return words.pos[k] == "ADJA" and words.form[k] != words.low[k] and k > first


def _has_subject(words: Words, first: int, verb: int) -> bool:
    """Tell whether a noun that no preposition governs stands between a clause's start and its verb."""
    governed = False
    for k in range(first, verb):
        pos = words.pos[k]
        if pos.startswith("APPR"):
            governed = True
        elif (pos.startswith("PP") and pos != "PPOSAT") or (not governed and pos in ("NN", "NE", "FM")):
            return True
    return False


def acts(book: Directory, words: Words, i: int) -> bool:
    """Tell whether a place's name stands for an actor: *Moskau hofft*, not *in Moskau*, *Russlands Präsident*.

    It does where it can be the subject: no genitive, no preposition or title before it, no other subject before
    the verb that it follows, and no verb of a place (`place_verbs.txt`): *Polen grenzt an Litauen*.
    """
    low, high = words.sentences[words.sentence[i]]
    if not any(pos.endswith("FIN") for pos in words.pos[low:high]) or _is_mere_place(book, words, i, low, high):
        return False
    k = _phrase_begins(words, i, low)
    if _has_place_verb(words, k, i, low, high):
        return False
    if k == low:
        return True
    if words.pos[k - 1].startswith("APPR") or words.pos[k - 1] in ("NN", "NE", "FM", "APPO", "ADJA"):
        return False  # nor "lobte der Alte | Warschau"
    return not words.pos[k - 1].endswith("FIN") or not _has_subject(words, _clause_begins(words, k - 1, low), k - 1)


def _is_mere_place(book: Directory, words: Words, i: int, low: int, high: int) -> bool:
    """Tell *Bolt (Jamaika)*, *Berlin – Ein Sprecher*, *Washington Post*, *Russlands*, *der USA*."""
    before, after = words.form[i - 1] if i > low else "", words.form[i + 1] if i + 1 < high else ""
    is_part = i + 1 < high and words.pos[i + 1] == "NE"
    is_genitive = words.low[i] in book.land and words.low[i].endswith("s") and words.low[i][:-1] in book.land
    has_article = before.lower() in ("der", "dem", "den", "das")  # also a relative pronoun
    return before == "(" or after in (")", "/", "–", "-", ":") or is_part or is_genitive or has_article


def _has_place_verb(words: Words, first: int, i: int, low: int, high: int) -> bool:
    """Tell whether the verb beside a place, the one before its phrase or else the next one, is a verb of a place."""
    before = first - 1 if first > low and words.pos[first - 1].endswith("FIN") else None
    verb = next((k for k in range(i + 1, high) if words.pos[k].endswith("FIN")), None) if before is None else before
    return verb is not None and words.lemma[verb] in read_words_of("place_verbs")


def _phrase_begins(words: Words, i: int, low: int) -> int:
    """Return where the phrase of a place begins: *Polen und Litauen*, *das ferne Polen*."""
    k = i
    while k - 2 >= low and words.low[k - 1] in ("und", "oder", "sowie", ",") and words.pos[k - 2] == "NE":
        k -= 2
    while k > low and words.pos[k - 1] in ("ART", "ADJA", "ADJD") and not _is_adjective_as_noun(words, k - 1, low):
        k -= 1
    return k


def _clause_begins(words: Words, k: int, low: int) -> int:
    """Return where the clause of a verb begins."""
    while k > low and not words.pos[k - 1].startswith(("$,", "$.", "KOU")):
        k -= 1
    return k
