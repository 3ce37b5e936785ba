"""Contexts: which words are listed for a term, and where one does not count: class, form, clause, noun it modifies."""

from functools import cache

import pandas as pd

from analysis.codebook.contrasts import Contrast, Term
from analysis.codebook.wordlists import read_classes
from analysis.counting.constructions import clause_around, find_heads, find_verb_forms
from analysis.language.hanta_tagger import load_tagger

__all__ = ["compound_parts", "excluded_phrases", "has_form", "judge_modifiers", "match_words", "term_of", "why_not"]


@cache
def compound_parts(form: str) -> frozenset[str]:
    """List the parts of a word: what stands between its hyphens, and every run of the stems in it; lower case.

    Examples
    --------
    >>> sorted(compound_parts("Schießbefehl"))
    ['befehl', 'schieß', 'schießbefehl']
    >>> "terror" in compound_parts("Anti-Terror-Einsätze"), "terror" in compound_parts("Terrorgruppe")
    (True, True)
    """
    parts: set[str] = set()
    for piece in filter(None, form.split("-")):
        morphemes = [m for m, _ in load_tagger().analyze(piece, taglevel=3)[1]]
        ends = range(1, len(morphemes) + 1)
        parts.update("".join(morphemes[i:j]) for j in ends for i in range(j))
    return frozenset(parts)


def _names(term: Term, lemma: str) -> bool:
    """Tell whether a lemma is one of the term's, in a feminine or gendered form too."""
    base = lemma.removesuffix(":in")
    return base in term.lemmas or (base.endswith("in") and base[:-2] in term.lemmas)


def _holds_part(term: Term, form: str, lemma: str) -> bool:
    """Tell whether a word is a compound with one of the term's parts in it."""
    if not term.parts or lemma in term.excluded:
        return False
    return any(part.lower() in compound_parts(form) for part in term.parts)


def match_words(words: pd.DataFrame, contrasts: list[Contrast]) -> pd.DataFrame:
    """Find every word that is listed for a term; its lemma goes before its parts. A row is a word for a term."""
    pairs = words[["form", "lemma"]].drop_duplicates()
    rows = []
    for form, lemma in pairs.itertuples(index=False):
        for contrast in contrasts:
            named = [term for term in contrast.terms if _names(term, lemma)]
            terms = named or [term for term in contrast.terms if _holds_part(term, form, lemma)]
            same = [term for term in terms if term.form] or terms[:1]  # forms of one verb are told apart later
            rows += [(form, lemma, contrast.id, term.name) for term in same]
    found = pd.DataFrame(rows, columns=["form", "lemma", "contrast", "term"], dtype="str")
    return words.merge(found, on=["form", "lemma"]).sort_values(["contrast", "article_id", "token"], ignore_index=True)


def term_of(contrast: Contrast, name: str) -> Term:
    """Return the term of a name."""
    return next(term for term in contrast.terms if term.name == name)


def why_not(row: tuple, term: Term, wanted: frozenset[str], is_ambiguous: bool) -> str:
    """Say why a noun does not count; empty if it does."""
    if term.only_as and not _is_of_class(row.form, term.only_as):
        return f"names no {term.only_as}"
    if wanted and row.means and row.means not in wanted:
        return f"means {row.means}"
    if wanted and not row.means and is_ambiguous:
        return "the text does not say whom it means"
    return ""


def _is_of_class(form: str, name: str) -> bool:
    """Tell whether the last part of a compound is a word for a person or an event; a simple word is what it is."""
    parts = compound_parts(form)
    classes = read_classes("compound_heads")
    low = form.lower().rstrip("n")
    others = [word for key, words in classes.items() if key != name for word in words]
    is_other = any(low.endswith(word.rstrip("n")) for word in others if len(word) > 3)
    is_own = any(low.endswith(word.rstrip("n")) for word in classes[name])
    return is_own or len(parts) <= 1 or not is_other


def has_form(found: pd.DataFrame, by_id: dict[str, Contrast], tokens: pd.DataFrame) -> pd.Series:
    """Tell the rows whose verb has the form that its term asks for."""
    wanted = pd.Series([term_of(by_id[c], t).form for c, t in zip(found["contrast"], found["term"], strict=True)],
                       index=found.index, dtype="str")  # fmt: skip
    return (wanted == "") | (wanted == find_verb_forms(found, tokens))


def excluded_phrases(found: pd.DataFrame, by_id: dict[str, Contrast], tokens: pd.DataFrame) -> dict[int, str]:
    """Say for each row which words of ``not_in`` stand in its clause, in any inflection; empty if none."""
    reasons = dict.fromkeys(found.index, "")
    phrases = {(c.id, t.name): [tuple(p.lower().split()) for p in t.not_in] for c in by_id.values() for t in c.terms}
    asked = found[[bool(phrases[key]) for key in zip(found["contrast"], found["term"], strict=True)]]
    words = dict(tuple(tokens.groupby("article_id", sort=False))) if len(asked) else {}
    for row in asked.itertuples():
        around = words[row.article_id]
        clause = clause_around(around, int((around["token"].to_numpy() == row.token).argmax()))
        pairs = list(zip(clause["form"].str.lower(), clause["lemma"].str.lower(), strict=True))
        for phrase in phrases[row.contrast, row.term]:
            n = len(phrase)
            if any(all(p in pairs[i + k] for k, p in enumerate(phrase)) for i in range(len(pairs) - n + 1)):
                reasons[row.Index] = f"stands with „{' '.join(phrase)}“"
    return reasons


def judge_modifiers(found: pd.DataFrame, by_id: dict[str, Contrast], tokens: pd.DataFrame) -> pd.DataFrame:
    """Keep the adjectives whose noun is one of those that the set asks for; `means` becomes that noun."""
    rows = found[found["contrast"].map({c: by_id[c].kind for c in by_id}) == "modifier"]
    if rows.empty:
        return found
    judged = found.copy()
    heads = find_heads(rows, tokens)
    lemma = tokens.set_index(["article_id", "token"])["lemma"]
    good = {(r.contrast, r.article_id, r.token) for r in found.itertuples() if not r.why_not}
    for row in rows.itertuples():
        head, contrast = heads[row.Index], by_id[row.contrast]
        if pd.isna(head):
            judged.at[row.Index, "why_not"] = "modifies no noun"
            continue
        name = lemma[row.article_id, head]
        counts = any((other, row.article_id, head) in good for other in contrast.of) and row.pos == "ADJA"
        judged.at[row.Index, "means"] = name
        judged.at[row.Index, "why_not"] = row.why_not if counts else f"modifies {name}"
    return judged
