"""Sponsors: whose words each token is: the outlet's, or those of the speaker whom it quotes or reports."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from analysis.framing.retold_speech import credit_acts, credit_quotes, name_pronouns

__all__ = ["NOBODY", "OUTLET", "find_sponsors"]

OUTLET = "outlet"
FEWEST = 2  # words by which words in marks are known again
NOBODY = "somebody"  # words in marks, and the text does not say whose


def find_sponsors(
    tokens: pd.DataFrame, quotes: pd.DataFrame, acts: pd.DataFrame, mentions: pd.DataFrame
) -> pd.DataFrame:
    """Say of each token whose word it is.

    Parameters
    ----------
    tokens, quotes : DataFrame
        As `schema.TABLES` describes them; tokens with their ``voice`` and ``quote``.
    acts : DataFrame
        Speech acts that the outlet tells in its own voice (*dankte*, *bat um Hilfe*), and what it adds to reports, as
        `speech_acts.find_speech_acts` gives them.
    mentions : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    DataFrame, on the index of *tokens*
        ``told``: the actor of the innermost quotation (else the words that name the speaker); the ``outlet`` for all
        else, also where nobody is credited (*befürchtet wird*) and, in reported speech, for the label of an actor, the
        occasion (*seit Beginn der Unruhen*) and a relative clause in the indicative beside a report in another mood;
        words in single marks are those of the speaker whom the article quotes with the same words elsewhere;
        ``somebody`` for words in marks with no speaker. ``done``: the same, but a speech act in the outlet's own
        words is its subject's: in *Die Gruppe fordert Hilfe* the demand is the group's.

    Notes
    -----
    Other words that the outlet adds inside a report are counted as the speaker's: that they are added cannot be seen.
    Source of what can: Duden grammar, on mood in indirect speech.
    """
    named = quotes["actor"].where(quotes["actor"] != "", quotes["speaker"])
    named = named.where((named != "") | (quotes["type"] != "Direct"), NOBODY).replace("", OUTLET)
    acts = name_pronouns(acts, quotes.assign(actor=named), nobody=(OUTLET, NOBODY))
    by_quote = credit_quotes(quotes, named)
    orders = (quotes["type"] == "Reported") & (quotes["act"] != "say")
    told_by = credit_acts(quotes[orders], by_quote, outlet=OUTLET)
    keys = zip(tokens["article_id"], tokens["quote"], strict=True)
    said = np.array(
        [OUTLET if pd.isna(quote) else told_by.get((article_id, int(quote)), NOBODY) for article_id, quote in keys],
        dtype=object,
    )
    labels = find_labels(tokens, mentions) & (tokens["voice"] != "direct").to_numpy()
    is_told = tokens["voice"].isin(("indirect", "reported")).to_numpy()
    told = np.where(labels | (is_told & _mark_spans(tokens, acts[acts["way"] == "added"])), OUTLET, said)
    told = _credit(tokens, told, acts[acts["way"] == "told"], labels)
    told = _credit_attributes(tokens, _credit_repeated(tokens, told))
    cued = quotes[quotes["cue_start"].notna()].assign(agent_actor=named)
    ordered = quotes[orders].assign(agent_actor=named[orders], first=quotes["start"], last=quotes["end"])
    spans = [cued.rename(columns={"cue_start": "first", "cue_end": "last"}), ordered, acts[acts["way"] != "added"]]
    columns = ["article_id", "first", "last", "agent_actor"]
    done = _credit(tokens, told, pd.concat([span[columns] for span in spans]), labels)
    return pd.DataFrame({"told": told, "done": done}, index=tokens.index).astype("str")


def _within(tokens: pd.DataFrame, spans: pd.DataFrame) -> Iterator[tuple[np.ndarray, str]]:
    """Yield the positions of the tokens inside each span, with its actor."""
    places = tokens.groupby("article_id", sort=False).indices
    starts = tokens["start"].to_numpy()
    for row in spans.itertuples(index=False):
        at = places.get(row.article_id, np.array([], dtype=int))
        yield at[(starts[at] >= row.first) & (starts[at] < row.last)], row.agent_actor


def _mark_spans(tokens: pd.DataFrame, spans: pd.DataFrame) -> np.ndarray:
    """Tell which tokens lie in one of the spans."""
    marked = np.zeros(len(tokens), dtype=bool)
    for inside, _ in _within(tokens, spans):
        marked[inside] = True
    return marked


def _credit(tokens: pd.DataFrame, whose: np.ndarray, spans: pd.DataFrame, labels: np.ndarray) -> np.ndarray:
    """Give the outlet's words in each span to its actor, but for labels."""
    credited = whose.copy()
    for inside, actor in _within(tokens, spans):
        free = inside[~labels[inside]]
        credited[free] = np.where(credited[free] == OUTLET, actor, credited[free])
    return credited


def _credit_repeated(tokens: pd.DataFrame, whose: np.ndarray) -> np.ndarray:
    """Give words held at a distance to the speaker whom the article quotes with the same words elsewhere."""
    credited = whose.copy()
    lemmas, voices = tokens["lemma"].str.lower().to_numpy(object), tokens["voice"].to_numpy(object)
    is_direct, is_free = voices == "direct", (voices == "distanced") & (whose == OUTLET)
    for at in tokens.groupby("article_id", sort=False).indices.values():
        quoted = _list_runs(at, is_direct)
        for run in _list_runs(at, is_free):
            text = _inner_words(run, lemmas)
            same = [q for q in quoted if len(text.split()) >= FEWEST and f" {text} " in f" {_inner_words(q, lemmas)} "]
            if same:
                credited[run] = whose[same[0][len(same[0]) // 2]]
    return credited


def _credit_attributes(tokens: pd.DataFrame, whose: np.ndarray) -> np.ndarray:
    """Give words held at a distance to him whose word in marks they run into: *angeblich gekaufte | „Verräter“*."""
    credited, voices = whose.copy(), tokens["voice"].to_numpy(object)
    is_free = (voices == "distanced") & (whose == OUTLET)
    for at in tokens.groupby("article_id", sort=False).indices.values():
        for run in _list_runs(at, is_free):
            after = run[-1] + 1
            if after <= at[-1] and voices[after] == "direct":
                credited[run] = whose[after]
    return credited


def _list_runs(at: np.ndarray, wanted: np.ndarray) -> list[np.ndarray]:
    """List the runs of neighbouring tokens that are wanted."""
    here = at[wanted[at]]
    return [run for run in np.split(here, np.flatnonzero(np.diff(here) != 1) + 1) if len(run)]


def _inner_words(run: np.ndarray, lemmas: np.ndarray) -> str:
    """Join the lemmas of a run, without marks."""
    return " ".join(word for word in lemmas[run] if word[:1].isalnum())


def find_labels(tokens: pd.DataFrame, mentions: pd.DataFrame) -> np.ndarray:
    """Tell which tokens are a label of an actor: *autoritärer Ex-Machthaber* before a name, or in its place."""
    is_label = np.zeros(len(tokens), dtype=bool)
    labelled = dict(tuple(mentions[mentions["label"] != ""].groupby("article_id", sort=False)))
    forms = tokens["form"].to_numpy(object)
    starts = tokens["start"].to_numpy()
    for article_id, at in tokens.groupby("article_id", sort=False).indices.items():
        for row in labelled.get(article_id, mentions.iloc[:0]).itertuples(index=False):
            own = row.actor.split()  # Sicherheitskräfte of „Sicherheitskräfte Kasachstans“: its name, no label
            words = {w for w in row.label.replace(";", " ").split() if not any(w.startswith(n) for n in own)}
            near = at[(starts[at] >= row.start - len(row.label) - 2) & (starts[at] < row.end + len(row.label) + 3)]
            is_label[[i for i in near if forms[i] in words]] = True
    return is_label
