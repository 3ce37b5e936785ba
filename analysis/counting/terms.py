"""Vocabulary: where the rival words of the codebook stand, and how often, by outlet and by voice."""

from functools import cache

import pandas as pd

from analysis.codebook.actors_file import ActorsFile
from analysis.codebook.contrasts import Contrast, Term
from analysis.codebook.wordlists import read_classes
from analysis.counting.constructions import clause_around, find_heads, find_verb_forms
from analysis.counting.referents import find_meanings, is_ambiguous, referents_of
from analysis.language.hanta_tagger import load_tagger

__all__ = [
    "CONTENT_WORDS", "among", "compound_parts", "count_terms", "count_words", "find_terms", "is_word", "of_origin",
    "pick_contrast",
    "with_group",
]  # fmt: skip

# STTS tags that carry meaning: nouns, names, full verbs, adjectives.
CONTENT_WORDS = ("NN", "NE", "VVFIN", "VVINF", "VVPP", "VVIZU", "VVIMP", "ADJA", "ADJD")


def is_word(tokens: pd.DataFrame) -> pd.Series:
    """Tell the tokens that are words or numbers, not marks: what every rate counts."""
    return ~tokens["pos"].str.startswith("$")


def of_origin(tokens: pd.DataFrame, origin: str | None) -> pd.DataFrame:
    """Keep the tokens of one origin, ``own`` or ``shared``; None keeps all."""
    return tokens if origin is None else tokens[tokens["origin"] == origin]


def with_group(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Add ``group``, what is compared (`make_groups`), to a table that has ``article_id``.

    A category of all groups, so that every chart knows those that have no row.
    """
    group = table["article_id"].map(articles.set_index("article_id")["group"])
    return table.assign(group=pd.Categorical(group, categories=articles["group"].unique()))


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


def _holds(term: Term, form: str, lemma: str) -> bool:
    """Tell whether a word is a compound with one of the term's parts in it."""
    if not term.parts or lemma in term.excluded:
        return False
    return any(part.lower() in compound_parts(form) for part in term.parts)


def _match(words: pd.DataFrame, contrasts: list[Contrast]) -> pd.DataFrame:
    """Find every word that is listed for a term; its lemma goes before its parts. A row is a word for a term."""
    pairs = words[["form", "lemma"]].drop_duplicates()
    rows = []
    for form, lemma in pairs.itertuples(index=False):
        for contrast in contrasts:
            named = [term for term in contrast.terms if _names(term, lemma)]
            terms = named or [term for term in contrast.terms if _holds(term, form, lemma)]
            same = [term for term in terms if term.form] or terms[:1]  # forms of one verb are told apart later
            rows += [(form, lemma, contrast.id, term.name) for term in same]
    found = pd.DataFrame(rows, columns=["form", "lemma", "contrast", "term"], dtype="str")
    return words.merge(found, on=["form", "lemma"]).sort_values(["contrast", "article_id", "token"], ignore_index=True)


def find_terms(
    tokens: pd.DataFrame,
    contrasts: list[Contrast],
    *,
    articles: pd.DataFrame | None = None,
    mentions: pd.DataFrame | None = None,
    actors: ActorsFile | None = None,
) -> pd.DataFrame:
    """Find every token that is one of the rival words, and say whether it means what its set is about.

    Parameters
    ----------
    tokens : DataFrame
        A row is a token.
    contrasts : list of Contrast
        From ``data/contrasts.toml``.
    articles, mentions, actors
        The texts, who is named in them, and who that can be; without them no set has a referent.

    Returns
    -------
    DataFrame
        A row is a token that is listed for a term: the columns of `tokens`, ``contrast``, ``term``, ``means`` (the
        actor that it names, or the noun that it modifies; else empty), ``is_counted`` and ``why_not`` (empty if it
        counts). A token counts for one term of a set at the most.

    Notes
    -----
    A word counts unless the codebook excludes its context (``not_in``, ``only_as``), or it means somebody other than
    the set's ``referent``. A word that could name anybody (`is_ambiguous`) counts only where a mention says whom it
    names.
    A modifier counts where its noun counts in one of the sets in ``of``.
    """
    words = tokens[is_word(tokens)]
    found = _match(words, contrasts).assign(means="", why_not="")
    if found.empty:
        return found.assign(is_counted=pd.Series(dtype=bool))
    by_id = {contrast.id: contrast for contrast in contrasts}
    kind = found["contrast"].map({c.id: c.kind for c in contrasts})
    nouns = found[(kind == "noun") & found["contrast"].isin([c.id for c in contrasts if c.referent])]
    if mentions is not None and articles is not None and actors is not None and len(mentions):
        found.loc[nouns.index, "means"] = find_meanings(nouns, tokens, mentions, articles, actors)
    found = found[_has_form(found, by_id, tokens)].copy()
    excluded = _excluded_phrases(found, by_id, tokens)
    wanted = {c.id: referents_of(c, actors) if actors else frozenset() for c in contrasts}
    ambiguous = {(c.id, t.name): bool(wanted[c.id]) and is_ambiguous(t, c, actors) for c in contrasts for t in c.terms}
    for row in found.itertuples():
        term = _term(by_id[row.contrast], row.term)
        found.at[row.Index, "why_not"] = excluded[row.Index] or _why_not(
            row, term, wanted[row.contrast], ambiguous[row.contrast, row.term]
        )
    found = _judge_modifiers(found, by_id, tokens)
    return found.assign(is_counted=found["why_not"] == "").reset_index(drop=True)


def _term(contrast: Contrast, name: str) -> Term:
    return next(term for term in contrast.terms if term.name == name)


def _why_not(row: tuple, term: Term, wanted: frozenset[str], is_ambiguous: bool) -> str:
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
    classes = read_classes("heads")
    low = form.lower().rstrip("n")
    others = [word for key, words in classes.items() if key != name for word in words]
    is_other = any(low.endswith(word.rstrip("n")) for word in others if len(word) > 3)
    is_own = any(low.endswith(word.rstrip("n")) for word in classes[name])
    return is_own or len(parts) <= 1 or not is_other


def _has_form(found: pd.DataFrame, by_id: dict[str, Contrast], tokens: pd.DataFrame) -> pd.Series:
    """Tell the rows whose verb has the form that its term asks for."""
    wanted = pd.Series([_term(by_id[c], t).form for c, t in zip(found["contrast"], found["term"], strict=True)],
                       index=found.index, dtype="str")  # fmt: skip
    return (wanted == "") | (wanted == find_verb_forms(found, tokens))


def _excluded_phrases(found: pd.DataFrame, by_id: dict[str, Contrast], tokens: pd.DataFrame) -> dict[int, str]:
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


def _judge_modifiers(found: pd.DataFrame, by_id: dict[str, Contrast], tokens: pd.DataFrame) -> pd.DataFrame:
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


def count_words(tokens: pd.DataFrame, articles: pd.DataFrame, *, by: tuple[str, ...] = ("group",)) -> pd.DataFrame:
    """Count the words (no marks) of each group: the denominators, ``n_tokens``."""
    words = with_group(tokens[is_word(tokens)], articles)
    return words.groupby(list(by), sort=False, observed=True).size().rename("n_tokens").reset_index()


def count_terms(
    terms: pd.DataFrame,
    tokens: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: tuple[str, ...] = ("group", "voice"),
    per: tuple[str, ...] = ("group",),
    origin: str | None = None,
) -> pd.DataFrame:
    """Count terms by group, with the rate per 1,000 words.

    Parameters
    ----------
    terms : DataFrame
        What `find_terms` found.
    tokens, articles : DataFrame
        The words that the terms were found among, and their outlets.
    by : tuple of str
        What a row is, beside contrast and term.
    per : tuple of str
        Whose words are the denominator: ``("group",)`` makes the voices of an outlet add up to its rate;
        ``("group", "voice")`` gives the rate within each voice.
    origin : {"own", "shared"}, optional
        Count only words of this origin, and among them.

    Returns
    -------
    DataFrame
        A row is a term in a group: ``contrast``, ``term``, the columns of `by`, ``n``, ``n_tokens`` (words of
        the denominator), ``per_1000_tokens`` = 1000 · n / n_tokens, and ``places`` (``004:1234``: article and
        offset of each, parted by semicolons). Groups in which a term does not occur
        have no row.

    Notes
    -----
    Reading it: in a text of 500 words one occurrence is 2 per 1,000; compare rates together with ``n``.
    """
    terms, tokens = of_origin(terms, origin), of_origin(tokens, origin)
    placed = terms.assign(place=terms["article_id"].astype(str) + ":" + terms["start"].astype(str))
    grouped = with_group(placed, articles).groupby(["contrast", "term", *by], sort=False, observed=True)["place"]
    counts = (
        grouped.agg(n="size", places=";".join).reset_index().merge(count_words(tokens, articles, by=per), on=list(per))
    )
    counts["per_1000_tokens"] = 1000 * counts["n"] / counts["n_tokens"]
    return counts[[*counts.columns.drop("places"), "places"]]


def among(terms: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Keep the terms that stand among some tokens: those counted once, say."""
    key = ["article_id", "token"]
    kept = pd.MultiIndex.from_frame(terms[key]).isin(pd.MultiIndex.from_frame(tokens[key]))
    return terms[kept].reset_index(drop=True)


def pick_contrast(table: pd.DataFrame, contrast: Contrast) -> pd.DataFrame:
    """Keep the rows of one contrast; ``term`` becomes a category in the order of the codebook."""
    picked = table[table["contrast"] == contrast.id].reset_index(drop=True)
    return picked.assign(term=pd.Categorical(picked["term"], categories=[term.name for term in contrast.terms]))
