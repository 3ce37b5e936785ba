"""Codebook draft: suggestions as commented TOML, to keep or delete; nothing of it counts until it is kept."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.counting.named_countries import adjective_of, capitals_of
from analysis.language.nouns import kind_of

__all__ = ["count_blocks", "draft_codebook"]

SHOWN = {
    "actors": 60,
    "groups": 20,
    "unsure": 30,
    "contrasts": 40,
    "topics": 30,
}  # proposals written; how many there are is said
LONGEST = 240  # letters of an example
KINDS = {"organisation": "institution"}  # what the codebook calls a kind, where it is called otherwise here
GROUPS = {"person": "persons", "organisation": "organisations", "group": "states and groups",
          "state": "states and groups"}  # fmt: skip
UNIQUE = 10  # letters of an office that is one person's alone in a study and so may be another name for them
REMARKS_ON_GROUPS = (
    "## The line `groups` belongs to any actor kept: keep it too, above the first block. A file that has one already",
    "## keeps its own, with the names of this one added to it.",
)
HEADS = {
    "actors": "persons and organisations, by how often they are named and quoted, in how many articles; "
    "groups, states and what is unsure at the end",
    "contrasts": "words that may compete for one thing; whether they do is yours to say",
    "topics": "what reported numbers count and no topic knows yet",
}


def draft_codebook(
    actors: pd.DataFrame, rivals: pd.DataFrame, topics: pd.DataFrame, *, taken: Iterable[str] = ()
) -> dict[str, str]:
    """Write suggestions as TOML of which every line is a comment.

    Parameters
    ----------
    actors, rivals, topics : DataFrame
        As `suggest_actors`, `suggest_rivals` and `suggest_topics` return them.
    taken : iterable of str
        Ids of sets of rival words that the codebook has: none is given twice.

    Returns
    -------
    dict
        File name (``actors.toml``, ``contrasts.toml``, ``quantities.toml``) to content. Lines that begin with ``# ``
        are TOML once that is taken away; lines that begin with ``## `` are remarks and stay comments.

    Examples
    --------
    >>> row = ["Anna Berg", "person", "sie", ["Berg"], [], ["Ministerin"], "SPD", "", [], "", "", 3, 2, 1, False, "a",
    ...        "Berg kam."]
    >>> names = ("name kind pronoun spellings offices titles party country nouns note basis "
    ...          "n_mentions n_articles n_quotes is_unsure article_id sentence")
    >>> table = pd.DataFrame([row], columns=names.split())
    >>> draft = draft_codebook(table, pd.DataFrame(), pd.DataFrame())["actors.toml"]
    >>> [line for line in draft.splitlines() if "Anna" in line]
    ['# name    = "Anna Berg"']
    """
    drafts = {
        "actors.toml": ("actors", _opening(actors), [*_actors(_keep_first(actors))], len(actors)),
        "contrasts.toml": ("contrasts", [], [*_contrasts(rivals.head(SHOWN["contrasts"]), set(taken))], len(rivals)),
        "quantities.toml": ("topics", [], [*_topics(topics.head(SHOWN["topics"]))], len(topics)),
    }
    return {file: _write_comments(*parts) for file, parts in drafts.items()}


def count_blocks(draft: str) -> int:
    """Count the actors, sets of rival words and topics that a draft proposes."""
    return len(re.findall(r"^# \[\[(?:actors|contrasts|topics)\]\]", draft, re.MULTILINE))


def _keep_first(actors: pd.DataFrame) -> pd.DataFrame:
    """Keep the first persons and organisations, the first groups and states, and the first that are unsure."""
    if actors.empty:
        return actors
    is_later = actors["kind"].isin(["group", "state"])
    blocks = {"actors": ~is_later & ~actors["is_unsure"], "groups": is_later, "unsure": ~is_later & actors["is_unsure"]}
    return pd.concat([actors[rows].head(SHOWN[block]) for block, rows in blocks.items()])


def _write_comments(kind: str, opening: list[str], blocks: list[tuple[list[str], list[str]]], n: int) -> str:
    """Write remarks and TOML lines, all as comments; `n`: how many proposals there are."""
    lines = [f"## Suggested by `lesarten suggest`: {HEADS[kind]}.",
             "## To keep a block, take away the \"# \" before its lines; delete the others. Nothing counts until kept.",
             f"## {len(blocks)} of {n} shown, the strongest first." if len(blocks) < n else f"## {n} proposals.",
             *(REMARKS_ON_GROUPS if opening else ()), *(f"# {line}" for line in opening)]  # fmt: skip
    for remarks, toml in blocks:
        lines += ["", *(f"## {remark}" for remark in remarks), *(f"# {line}" for line in toml)]
    return "\n".join(lines) + "\n"


def _as_toml(value: object) -> str:
    """Write a string or a list of strings as TOML."""
    return json.dumps(value, ensure_ascii=False)


def _cut_off(article_id: str, sentence: str) -> str:
    """Return an example on one line, and mark where it is cut.

    >>> _cut_off("a", "Berg kam. " * 40)[-12:]
    ' Berg kam. …'
    """
    line = " ".join(sentence.split())
    return f"{article_id}: {line[:LONGEST]}{'…' * (len(line) > LONGEST)}"


def _opening(actors: pd.DataFrame) -> list[str]:
    """Write the groups, and the countries of the proposals that are shown."""
    lines = [f"groups = {_as_toml(list(dict.fromkeys(GROUPS.values())))}"]
    countries = [] if actors.empty else sorted({country for country in _keep_first(actors)["country"] if country})
    for country in countries:
        adjective = adjective_of(country)
        lines += ["", "[[countries]]", f"name       = {_as_toml(country)}"]
        lines += [f"adjectives = {_as_toml([adjective])}"] if adjective else []
        lines += [f"capitals   = {_as_toml(capitals_of(country))}"] if capitals_of(country) else []
        lines += ['prefixes   = ["US"]'] if country == "USA" else []
    return lines


def _actors(table: pd.DataFrame) -> Iterator[tuple[list[str], list[str]]]:
    """Yield remarks and TOML of each actor."""
    for row in table.itertuples(index=False):
        remarks = [
            f"named {row.n_mentions}, quoted {row.n_quotes}, in {row.n_articles} articles",
            f"rests on: {row.basis}",
            _cut_off(row.article_id, row.sentence),
        ]
        if row.titles:
            remarks.insert(1, f"called: {', '.join(row.titles)}")
        if row.note:
            remarks.insert(1, f"{'unsure: ' * row.is_unsure}{row.note}")
        if row.country:
            remarks.insert(1, f"keep the [[countries]] block of {row.country} with it")
        lines = ["[[actors]]", f"name    = {_as_toml(row.name)}",
                 f"kind    = {_as_toml(KINDS.get(row.kind, row.kind))}",
                 f"group   = {_as_toml(GROUPS[row.kind])}"]  # fmt: skip
        for key in ("country", "pronoun"):
            if value := getattr(row, key):
                lines.append(f"{key:<7} = {_as_toml(value)}")
        if aliases := _aliases(row):
            lines.append(f"aliases = {_as_toml(aliases)}")
        if row.nouns:
            lines.append(f"roles   = {_as_toml(row.nouns)}")
        yield remarks, lines


def _aliases(row: tuple) -> list[str]:
    """List other spellings that the finder would not see by itself, and offices that are one person's alone."""
    found: list[str] = []
    for spelling in row.spellings:
        is_part = row.kind == "person" and (
            all(_is_inflected(word, re.sub(r"(?<= )[ae]l-", "", row.name).split()) for word in spelling.split())
            or (spelling.split()[-1] == row.name.split()[-1] and kind_of(spelling.split()[0]) == "person")
        )
        holds_name = _holds_name(spelling, row.name)
        is_role = spelling in row.nouns or _is_inflected(spelling, row.nouns)
        if not (is_part or is_role or holds_name or _is_inflected(spelling, [row.name, *found])):
            found.append(spelling)
    return found + [office for office in row.offices if len(office) >= UNIQUE and "-" not in office]


def _holds_name(spelling: str, name: str) -> bool:
    """Tell a spelling in which the name itself stands, and one that holds digits, which a page ran together with it.

    >>> _holds_name("Firma Mollix", "Mollix"), _holds_name("Anna25px Berg", "Anna Berg"), _holds_name("EU", "Union")
    (True, True, False)
    """
    place_left_out = re.sub(r" (?:in|von) \S+$", "", spelling)
    bare = re.sub(r"[^\w\s&'’.-]", "", spelling)  # without marks: Organisation „Mollix“
    return (
        f" {name} " in f" {bare} "
        or any(character.isdigit() for character in spelling)
        or _is_inflected(place_left_out, [name])
    )


def _is_inflected(spelling: str, others: list[str]) -> bool:
    """Tell another form of one of some names: *Roten Kreuzes*, *Rotes Kreuz*; *italienischen Regierung*.

    >>> _is_inflected("Roten Kreuzes", ["Rotes Kreuz"]), _is_inflected("Regierung in Rom", ["italienische Regierung"])
    (True, False)
    """
    bare = _bare(spelling)
    return any(_bare(other) & bare for other in others)


def _bare(name: str) -> set[str]:
    """Return a name without the endings of its words, as printed and without those of the genitive and the plural."""
    words = name.split()
    stems = [re.sub(r"(?<=..)(?:e[rsnm]?|s)$", "", word) for word in words[:-1]]
    last = words[-1]
    return {" ".join([*stems, re.sub(ending, "", last)]) for ending in (r"(?!)", r"['’s]$", r"es$", r"e?n$")}


def _slug(words: str) -> str:
    """Write words as an id: small letters, digits and underscores, a letter first."""
    plain = unicodedata.normalize("NFKD", words.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_").lstrip("0123456789_") or "words"


def _contrasts(table: pd.DataFrame, taken: set[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Yield remarks and TOML of each set of rival words, under an id that is not taken."""
    for row in table.itertuples(index=False):
        name = _slug(row.about or "_".join(row.lemmas[:2]))
        name = next(n for k in range(1, len(taken) + 2) if (n := name if k == 1 else f"{name}_{k}") not in taken)
        taken.add(name)
        counted = ", ".join(f"{'/'.join(term)} {n}" for term, n in zip(row.terms, row.counts, strict=True))
        title = " / ".join(term[0] for term in row.terms[:4])
        lines = ["[[contrasts]]", f"id    = {_as_toml(name)}", f"title = {_as_toml(title)}"]
        for term in row.terms:
            lines += ["  [[contrasts.terms]]", f"  name   = {_as_toml(term[0])}", f"  lemmas = {_as_toml(term)}"]
        examples = dict.fromkeys((_cut_off(row.article_id, row.sentence), _cut_off(row.other_id, row.other_sentence)))
        yield [f"{counted}; in {row.n_articles} articles; {row.because}", *examples], lines


def _topics(table: pd.DataFrame) -> Iterator[tuple[list[str], list[str]]]:
    """Yield remarks and TOML of each topic of numbers."""
    for row in table.itertuples(index=False):
        lines = [
            "[[topics]]",
            f"id    = {_as_toml(_slug(row.unit))}",
            f"title = {_as_toml(row.unit)}",
            f"nouns = {_as_toml(row.forms)}",
        ]
        yield (
            [f"{row.n} numbers in {row.n_articles} articles, as in: {row.text}", " ".join(row.sentence.split())],
            lines,
        )
