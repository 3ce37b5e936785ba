"""Words of frames: where a sentence has the signs, hints and acts of an element or event frame, and whose."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from analysis.codebook import schema
from analysis.codebook.frames_file import Codebook, Frame
from analysis.framing.frame_indicators import Hit, Indicator, Indicators, compile_words, matches

__all__ = ["WEIGHTS", "find_words"]

DOING = ("cause", "evaluation", "remedy")  # whoever blames, judges or demands is the sponsor
# What a word adds to a frame's score: with 1 a paragraph has it. Half for a hint, so that two different ones do.
WEIGHTS = {"sign": 1.0, "together": 1.0, "act": 1.0, "hint": 0.5}


class Act(NamedTuple):
    """A verb of a sentence: its token, its lemma, and the tokens of who acts and on whom."""

    at: int
    verb: str
    agent: range
    patient: range


def find_words(
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    sponsors: pd.DataFrame,
    agency: pd.DataFrame,
    *,
    codebook: Codebook,
    kind: str,
) -> pd.DataFrame:
    """Find the words that point to the frames of a codebook.

    Parameters
    ----------
    sentences, tokens : DataFrame
        As `schema.TABLES` describes them; tokens with voice and origin.
    sponsors : DataFrame
        Of each token, whose word it is, see `sponsors.find_sponsors`.
    agency : DataFrame
        Who does what to whom; a verb makes an *act* of a frame by its agent and patient.
    codebook : Codebook
    kind : str
        ``element`` or ``event``.

    Returns
    -------
    DataFrame
        *frame_words*: a row is a word, or a phrase, that points to a frame.
    """
    paragraph = sentences.set_index(["article_id", "sentence"])["paragraph"]
    finders = [_compile_frame(frame, codebook) for frame in codebook.frames]
    indicators = Indicators({(n, *key): indicator for n, finder in enumerate(finders)
                             for key, indicator in finder["sought"].items()})  # fmt: skip
    acts = _by_place(agency)
    rows = []
    table = tokens.assign(told=sponsors["told"], done=sponsors["done"])
    for key, words in _by_sentence(table):
        forms, lemmas = [f.lower() for f in words["form"]], [m.lower() for m in words["lemma"]]
        doing = _place_acts(words["start"], acts.get(key, ()))
        hits: dict[int, dict[tuple, list[Hit]]] = {}
        for (n, *role), found in indicators.find(forms, lemmas).items():
            if found:
                hits.setdefault(n, {})[tuple(role)] = found
        for n, frame in enumerate(codebook.frames):
            for first, stop, way, entry in _find(finders[n], hits.get(n, {}), forms, lemmas, doing):
                place = (words["start"][first], words["end"][stop - 1])
                whose = "done" if frame.id in DOING else "told"
                mark = [words[name][first] for name in (whose, "voice", "origin")]
                rows.append((*key, paragraph.get(key), *place, kind, frame.id, way, entry, WEIGHTS[way], *mark))
    return schema.check("frame_words", pd.DataFrame(rows, columns=list(schema.TABLES["frame_words"].columns)))


def _by_sentence(tokens: pd.DataFrame) -> Iterator[tuple[tuple[str, int], dict[str, list]]]:
    """Yield the tokens of each sentence as lists, by column: a table for each would take most of the time."""
    names = ["start", "end", "form", "lemma", "voice", "origin", "told", "done"]
    columns = {name: tokens[name].tolist() for name in names}
    first = 0
    for key, own in groupby(zip(tokens["article_id"], tokens["sentence"].tolist(), strict=True)):
        stop = first + sum(1 for _ in own)
        yield key, {name: values[first:stop] for name, values in columns.items()}
        first = stop


def _by_place(agency: pd.DataFrame) -> dict[tuple[str, int], list[dict]]:
    """Sort verbs with who acts and on whom by article and sentence."""
    found: dict[tuple[str, int], list[dict]] = {}
    for row in agency.to_dict("records"):
        found.setdefault((row["article_id"], row["sentence"]), []).append(row)
    return found


def _place_acts(starts: list[int], rows: Iterable[dict]) -> list[Act]:
    """Give the acts of a sentence as tokens: verb, and the words of who acts and on whom."""
    at = {start: n for n, start in enumerate(starts)}
    words = lambda row, role: range(0) if not row[role] else range(  # noqa: E731
        bisect_left(starts, row[f"{role}_start"]), bisect_left(starts, row[f"{role}_end"]))  # fmt: skip
    return [Act(at[row["start"]], row["verb"], words(row, "agent"), words(row, "patient"))
            for row in rows if row["start"] in at]  # fmt: skip


def _compile_frame(frame: Frame, codebook: Codebook) -> dict:
    """Make a frame's word lists ready to be looked for: by role and number, and what is asked of verbs."""
    groups = [hint for hint in frame.hints if not isinstance(hint, str)]
    lists = {
        ("sign",): frame.signs,
        ("hint",): [hint for hint in frame.hints if isinstance(hint, str)],
        ("not_in",): frame.not_in,
        **{("group", k): group for k, group in enumerate(groups)},
    }
    sought = {key: compile_words(codebook.words(entries)) for key, entries in lists.items() if entries}
    for k, pair in enumerate(frame.together):
        sought |= {("pair", k, i): compile_words(codebook.classes[name]) for i, name in enumerate(pair)}
    acts = [f"@{name}" for name in frame.acts]
    return {
        "sought": sought,
        "groups": [group[0].strip("*@") for group in groups],
        "pairs": [len(pair) for pair in frame.together],
        "act": compile_words(codebook.words(acts)) if acts else None,
        "does": [_compile_clause(clause, codebook) for clause in frame.does],
    }


def _compile_clause(clause: Iterable[str], codebook: Codebook) -> list[Indicator | str]:
    """Make who does what to whom ready: classes of words, or `*` (anybody) or `-` (nobody)."""
    return [name if name in ("*", "-") else compile_words(codebook.classes[name]) for name in clause]


def _find(
    finder: dict, hits: dict[tuple, list[Hit]], forms: list[str], lemmas: list[str], acts: list[Act]
) -> Iterator[tuple[int, int, str, str]]:
    """Yield what points to a frame in one sentence: tokens, the way, and the entry's own words."""
    taken = {n for first, stop in hits.get(("not_in",), []) for n in range(first, stop)}
    named = [(("sign",), ""), (("hint",), ""), *((("group", k), name) for k, name in enumerate(finder["groups"]))]
    for key, name in named:
        for first, stop in hits.get(key, []):
            if taken.isdisjoint(range(first, stop)):
                taken.update(range(first, stop))
                yield first, stop, "sign" if key[0] == "sign" else "hint", name or " ".join(lemmas[first:stop])
    for k, size in enumerate(finder["pairs"]):
        yield from _find_together([hits.get(("pair", k, i), []) for i in range(size)], lemmas, taken)
    for act in acts:
        if act.at not in taken and _is_act(finder, act, forms, lemmas):
            yield act.at, act.at + 1, "act", act.verb


def _is_act(finder: dict, act: Act, forms: list[str], lemmas: list[str]) -> bool:
    """Tell whether a verb with those who act and suffer is an act of a frame."""
    if finder["act"] and act.agent and matches(finder["act"], forms[act.at], lemmas[act.at]):
        return True
    has = lambda wanted, place: (  # noqa: E731
        not place if wanted == "-" else wanted == "*" or any(matches(wanted, forms[n], lemmas[n]) for n in place)
    )
    return any(
        matches(verb, act.verb, act.verb) and has(who, act.agent) and has(whom, act.patient)
        for who, verb, whom in finder["does"]
    )


def _find_together(found: list[list[Hit]], lemmas: list[str], taken: set[int]) -> Iterator[tuple[int, int, str, str]]:
    """Yield the first word of each class of a pair, if the sentence has them all at different places."""
    used: list[Hit] = []
    for hits in found:
        free = [hit for hit in hits if hit not in used]
        if not free:
            return
        used.append(free[0])
    first, stop = used[0]
    if taken.isdisjoint(range(first, stop)):
        taken.update(range(first, stop))
        yield first, stop, "together", " ".join(lemmas[first:stop])
