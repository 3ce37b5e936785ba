"""Codebook draft: suggestions as commented TOML, to keep or delete; nothing of it counts until it is kept."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.counting.kept_proposals import GROUPS, kept_actor, kept_countries

__all__ = ["count_blocks", "draft_codebook"]

SHOWN = {
    "actors": 60,
    "groups": 20,
    "unsure": 30,
    "contrasts": 40,
    "topics": 30,
}  # proposals written; how many there are is said
NAMED = 8  # sets left out that are named
FORMS, PLACES = 6, 4  # names that a block catches, and articles of each, that are told
LONGEST = 240  # letters of an example
REMARKS_ON_GROUPS = (
    "## The line `groups` belongs to any actor kept: keep it too, above the first block. A file that has one already",
    "## keeps its own, with the names of this one added to it.",
)
HEADS = {
    "actors": "persons and organisations, by how often their blocks, all kept, would find them named and quoted; "
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
    >>> row = ["Anna Berg", "person", "sie", ["Berg"], [], ["Ministerin"], "SPD", "", [], "", "", 3, 2,
    ...        [("Berg", 3, ["a", "b"])], 1, False, "a", "Berg kam."]
    >>> names = ("name kind pronoun spellings offices titles party country nouns note basis "
    ...          "n_mentions n_articles forms n_quotes is_unsure article_id sentence")
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
    written = {file: _write_comments(*parts) for file, parts in drafts.items()}
    return written | {"contrasts.toml": _say_left_out(written["contrasts.toml"], rivals)}


def _say_left_out(draft: str, rivals: pd.DataFrame) -> str:
    """Add, under the opening remarks, how many sets of words were looked at and why the others are none."""
    left_out = rivals.attrs.get("left_out", {})
    n = len(rivals) + sum(map(len, left_out.values()))
    reasons = "; ".join(_say_reason(why, left_out[why]) for why in sorted(left_out, key=lambda w: -len(left_out[w])))
    looked = (
        f"## Looked at: {n} sets of words near in meaning, compounds, titles of one person, words in one place, edits."
    )
    opening, mark, rest = draft.partition("\n\n")
    return f"{opening.rstrip()}\n{looked} Left out: {reasons or 'none'}.\n{mark[1:]}{rest}"


def _say_reason(why: str, titles: list[str]) -> str:
    """Say how many sets were left out for a reason, and which, if the articles have words of them to choose between.

    >>> _say_reason("in one article alone", ["Zaun/Mauer"]), _say_reason("a reason", ["Zaun", "", ""])
    ('1 in one article alone (Zaun/Mauer)', '3 a reason')
    """
    told = [title for title in titles if "/" in title]
    more = f", and {len(told) - NAMED} more" if len(told) > NAMED else ""
    return f"{len(titles)} {why}" + (f" ({', '.join(told[:NAMED])}{more})" if told else "")


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
    for country in kept_countries([] if actors.empty else _keep_first(actors)["country"]):
        lines += ["", "[[countries]]", f"name       = {_as_toml(country.name)}"]
        lines += [f"{key:<10} = {_as_toml(getattr(country, key))}" for key in ("adjectives", "capitals", "prefixes")
                  if getattr(country, key)]  # fmt: skip
    return lines


def _actors(table: pd.DataFrame) -> Iterator[tuple[list[str], list[str]]]:
    """Yield remarks and TOML of each actor."""
    for row in table.itertuples(index=False):
        actor = kept_actor(row)
        remarks = [
            f"named {row.n_mentions}, quoted {row.n_quotes}, in {row.n_articles} articles",
            f"rests on: {row.basis}",
            _cut_off(row.article_id, row.sentence),
        ]
        if row.forms:
            remarks.insert(1, f"as {_say_forms(row.forms)}")
        if row.titles:
            remarks.insert(1, f"called: {', '.join(row.titles)}")
        if row.note:
            remarks.insert(1, f"{'unsure: ' * row.is_unsure}{row.note}")
        if row.country:
            remarks.insert(1, f"keep the [[countries]] block of {row.country} with it")
        lines = ["[[actors]]", *(f"{key:<7} = {_as_toml(getattr(actor, key))}" for key in ("name", "kind", "group"))]
        lines += [f"{key:<7} = {_as_toml(value)}" for key in ("country", "pronoun", "aliases", "roles")
                  if (value := getattr(actor, key))]  # fmt: skip
        yield remarks, lines


def _say_forms(forms: list[tuple[str, int, list[str]]]) -> str:
    """Say which names the block catches in which articles.

    >>> _say_forms([("Berg", 3, ["a", "b"]), ("Anna Berg", 1, ["a"])])
    'Berg 3 (a, b); Anna Berg 1 (a)'
    """
    said = [f"{form} {n} ({', '.join(articles[:PLACES])}{', …' * (len(articles) > PLACES)})"
            for form, n, articles in forms[:FORMS]]  # fmt: skip
    more = len(forms) - FORMS
    return "; ".join([*said, *([f"and {more} more spellings"] if more > 0 else [])])


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
            [
                *["general: it counts whoever or whatever the sentence is about"] * row.is_general,
                f"{row.n} numbers in {row.n_articles} articles, as in: {row.text}",
                " ".join(row.sentence.split()),
            ],
            lines,
        )
