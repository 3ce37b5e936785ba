"""Free speech: reported speech that nothing introduces, hearsay, and speech that is named but not worded."""

from collections.abc import Iterator

from analysis.language.clauses import Sentence, Syntax
from analysis.language.phrases import NOUNS, find_subject, find_verb_words
from analysis.quoting.drafts import Finding

__all__ = ["find_hearsay", "find_named", "find_subjunctive"]


def find_subjunctive(syntax: Syntax, sentence: Sentence, was_reported: bool) -> Iterator[Finding]:
    """*Die Lage sei ruhig.*: Konjunktiv in the main clause, with nothing that introduces it."""
    main = syntax.clauses[sentence.main]
    if main.is_first_person or sentence.is_all_marked:
        return
    if "1" in main.mood or (was_reported and "2" in main.mood):
        yield Finding("IndirectFreeIndirect", list(range(sentence.first, sentence.last)), rule="subjunctive")


def find_hearsay(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Er soll geflohen sein.*"""
    words = syntax.words
    for k in sentence.clauses:
        clause = syntax.clauses[k]
        if "h" in clause.mood and any(words.pos[i] in ("VAINF",) and words.low[i] in ("haben", "sein")
                                      for i in range(clause.first, clause.last)):  # fmt: skip
            yield Finding("FreeIndirect", list(range(sentence.first, sentence.last)), rule="hearsay")
            return


def find_named(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Er forderte eine schnellere Entscheidung.*: speech is named, not worded."""
    main = syntax.clauses[sentence.main]
    verbs = (i for i in range(main.first, main.last) if syntax.sign[i] == main.verb_cue)
    verb = next(verbs, None)
    if verb is None or syntax.verb[verb] not in syntax.naming or syntax.depth[verb]:
        return
    subject = find_subject(syntax, main)
    if subject and any(syntax.words.pos[i] in NOUNS | {"PPER"} for i in range(*subject)):
        speaker = list(range(*subject))
        whole = list(range(sentence.first, sentence.last))
        yield Finding("Reported", whole, speaker=speaker, naming=find_verb_words(syntax, main), rule="named")
