"""Codebook draft: suggestions as commented TOML, to keep or delete; nothing of it counts until it is kept."""

import json
import re
import unicodedata
from collections.abc import Iterator

import pandas as pd

__all__ = ["draft_codebook"]

SHOWN = {"actors": 60, "contrasts": 40, "topics": 30}  # proposals written; how many there are is said
UNIQUE = 10  # letters of an office that is one person's alone in a study and so may be another name for them
HEADS = {
    "actors": "persons and organisations, by how often they are named and quoted, in how many articles",
    "contrasts": "words that may compete for one thing; whether they do is yours to say",
    "topics": "what reported numbers count and no topic knows yet",
}


def draft_codebook(actors: pd.DataFrame, rivals: pd.DataFrame, topics: pd.DataFrame) -> dict[str, str]:
    """Write suggestions as TOML of which every line is a comment.

    Parameters
    ----------
    actors, rivals, topics : DataFrame
        As `suggest_actors`, `suggest_rivals` and `suggest_topics` return them.

    Returns
    -------
    dict
        File name (``actors.toml``, ``contrasts.toml``, ``quantities.toml``) to content. Lines that begin with ``# ``
        are TOML once that is taken away; lines that begin with ``## `` are remarks and stay comments.

    Examples
    --------
    >>> row = ["Anna Berg", "person", "sie", ["Berg"], ["ministerin"], "SPD", 3, 2, 1, "a", "Berg kam."]
    >>> names = "name kind pronoun spellings offices party n_mentions n_articles n_quotes article_id sentence"
    >>> table = pd.DataFrame([row], columns=names.split())
    >>> draft = draft_codebook(table, pd.DataFrame(), pd.DataFrame())["actors.toml"]
    >>> [line for line in draft.splitlines() if "Anna" in line]
    ['# name    = "Anna Berg"']
    """
    drafts = {
        "actors.toml": ("actors", ['groups = ["persons", "organisations"]'], list(_actors(actors))),
        "contrasts.toml": ("contrasts", [], list(_contrasts(rivals))),
        "quantities.toml": ("topics", [], list(_topics(topics))),
    }
    return {file: _write(kind, opening, blocks) for file, (kind, opening, blocks) in drafts.items()}


def _write(kind: str, opening: list[str], blocks: list[tuple[list[str], list[str]]]) -> str:
    """Write remarks and TOML lines, all as comments."""
    shown = blocks[: SHOWN[kind]]
    lines = [f"## Suggested by `lesarten suggest`: {HEADS[kind]}.",
             "## To keep a block, take away the \"# \" before its lines; delete the others. Nothing counts until kept.",
             f"## {len(shown)} of {len(blocks)} shown, the strongest first." if len(shown) < len(blocks)
             else f"## {len(blocks)} proposals.", *(f"# {line}" for line in opening)]  # fmt: skip
    for remarks, toml in shown:
        lines += ["", *(f"## {remark}" for remark in remarks), *(f"# {line}" for line in toml)]
    return "\n".join(lines) + "\n"


def _text(value: object) -> str:
    """Write a string or a list of strings as TOML."""
    return json.dumps(value, ensure_ascii=False)


def _example(row: tuple) -> str:
    """Return the example sentence on one line."""
    return f"{row.article_id}: {' '.join(row.sentence.split())[:240]}"


def _actors(table: pd.DataFrame) -> Iterator[tuple[list[str], list[str]]]:
    """Yield remarks and TOML of each actor."""
    for row in table.itertuples(index=False):
        remarks = [f"named {row.n_mentions}, quoted {row.n_quotes}, in {row.n_articles} articles", _example(row)]
        if row.offices:
            remarks.insert(1, f"called: {', '.join(office.capitalize() for office in row.offices)}")
        lines = ["[[actors]]", f"name    = {_text(row.name)}",
                 f"kind    = {_text('person' if row.kind == 'person' else 'institution')}",
                 f"group   = {_text('persons' if row.kind == 'person' else 'organisations')}"]  # fmt: skip
        if row.pronoun:
            lines.append(f"pronoun = {_text(row.pronoun)}")
        if aliases := _aliases(row):
            lines.append(f"aliases = {_text(aliases)}")
        yield remarks, lines


def _aliases(row: tuple) -> list[str]:
    """List other spellings that the finder would not see by itself, and offices that are one person's alone."""
    found: list[str] = []
    known = {row.name, *(row.name.split() if row.kind == "person" else ())}
    for spelling in row.spellings:
        bare = {spelling, spelling.rstrip("s'’"), re.sub(r"(es|s|n|en)$", "", spelling)}
        if not bare & known and not any(bare & {other, other.rstrip("s'’")} for other in found):
            found.append(spelling)
    return found + [office.capitalize() for office in row.offices if len(office) >= UNIQUE and "-" not in office]


def _slug(words: str) -> str:
    """Write words as an id: small letters, digits and underscores, a letter first."""
    plain = unicodedata.normalize("NFKD", words.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_") or "words"


def _contrasts(table: pd.DataFrame) -> Iterator[tuple[list[str], list[str]]]:
    """Yield remarks and TOML of each set of rival words."""
    taken: set[str] = set()
    for row in table.itertuples(index=False):
        name = _slug(row.about or "_".join(row.lemmas[:2]))
        name = next(n for k in range(1, len(taken) + 2) if (n := name if k == 1 else f"{name}_{k}") not in taken)
        taken.add(name)
        counted = ", ".join(f"{lemma} {n}" for lemma, n in zip(row.lemmas, row.counts, strict=True))
        lines = ["[[contrasts]]", f"id    = {_text(name)}", f"title = {_text(' / '.join(row.lemmas[:4]))}"]
        for lemma in row.lemmas:
            lines += ["  [[contrasts.terms]]", f"  name   = {_text(lemma)}", f"  lemmas = {_text([lemma])}"]
        yield [f"{counted}; in {row.n_articles} articles; {row.because}", _example(row)], lines


def _topics(table: pd.DataFrame) -> Iterator[tuple[list[str], list[str]]]:
    """Yield remarks and TOML of each topic of numbers."""
    for row in table.itertuples(index=False):
        lines = [
            "[[topics]]",
            f"id    = {_text(_slug(row.unit))}",
            f"title = {_text(row.unit)}",
            f"nouns = {_text([row.unit])}",
        ]
        yield (
            [f"{row.n} numbers in {row.n_articles} articles, as in: {row.text}", " ".join(row.sentence.split())],
            lines,
        )
