"""Speaking: who gets to speak, for how many words, in whose quotation marks, and with which verbs."""

import pandas as pd

from analysis.codebook.actors_file import ActorsFile
from analysis.counting.terms import is_word, with_group

__all__ = [
    "NOBODY", "STRANGER", "count_cues", "count_speaking", "count_spoken_terms", "list_cues", "list_quotes",
    "list_spoken_terms", "list_spoken_words", "with_actor_group", "with_sentence",
]  # fmt: skip

NOBODY = "unattributed"  # a quotation that names no speaker
STRANGER = "not in the codebook"  # a speaker whom data/actors.toml does not know


def with_actor_group(table: pd.DataFrame, actors: ActorsFile, *, column: str = "actor") -> pd.DataFrame:
    """Add ``actor_group`` to a table with actors: a category in the order of the codebook; the unnamed come last.

    Examples
    --------
    >>> from analysis.codebook.actors_file import Actor
    >>> file = ActorsFile(groups=["g"], actors=[Actor(name="X", kind="person", group="g")])
    >>> with_actor_group(pd.DataFrame({"actor": ["X", "", "ein Passant"]}), file)["actor_group"].tolist()
    ['g', 'unattributed', 'not in the codebook']
    """
    groups = {actor.name: actor.group for actor in actors.actors} | {"": NOBODY, NOBODY: NOBODY}
    named = table[column].map(groups).fillna(STRANGER)
    return table.assign(actor_group=pd.Categorical(named, categories=[*actors.groups, STRANGER, NOBODY]))


def with_sentence(
    table: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame, *, longest: int | None = None
) -> pd.DataFrame:
    """Add the sentence that each row begins in: ``sentence_text``, so that any figure leads back to the article.

    Parameters
    ----------
    table : DataFrame
        Rows with ``article_id`` and ``start``.
    longest : int, optional
        Cut the sentences to so many characters.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    bounds = {article_id: (group["start"].to_numpy(), group["end"].to_numpy())
              for article_id, group in sentences.groupby("article_id", sort=False)}  # fmt: skip
    found = []
    for article_id, start in table[["article_id", "start"]].itertuples(index=False):
        starts, ends = bounds[article_id]
        n = max(0, starts.searchsorted(start, side="right") - 1)
        found.append(_cut_excerpt(texts[article_id][starts[n] : ends[n]], longest))
    return table.assign(sentence_text=pd.array(found, dtype="str"))


def _cut_excerpt(text: str, longest: int | None) -> str:
    """Shorten a text and show that it is."""
    return text if longest is None or len(text) <= longest else f"{text[:longest]} …"


def list_quotes(
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    actors: ActorsFile,
    longest: int | None = None,
) -> pd.DataFrame:
    """List the quotations with group, actor, the actor's group and the sentence that each begins in.

    Parameters
    ----------
    longest : int, optional
        Cut ``text`` and ``sentence_text`` to so many characters, for a table that is to be shared.

    Returns
    -------
    DataFrame
        A row is a quotation: ``group``, ``actor_group``, ``actor`` (`NOBODY` if none), ``type``, ``cue``, ``act``,
        ``commitment``, ``text``, ``sentence_text``, ``speaker``, ``evidence``, ``article_id``, ``quote``, ``start``,
        ``end``.
    """
    table = with_sentence(with_group(quotes, articles), sentences, articles, longest=longest)
    shown = [_cut_excerpt(text, longest) for text in table["text"]]
    table = with_actor_group(table, actors).assign(actor=table["actor"].replace("", NOBODY), text=shown)
    columns = ["group", "actor_group", "actor", "type", "cue", "act", "commitment", "text", "sentence_text", "speaker"]
    return table[[*columns, "evidence", "article_id", "quote", "start", "end"]]


def list_spoken_words(
    tokens: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame, *, actors: ActorsFile
) -> pd.DataFrame:
    """List the words that stand in a quotation: what `count_speaking` counts.

    Returns
    -------
    DataFrame
        A row is a word: the columns of `tokens`, ``actor`` of the innermost quotation (`NOBODY` if none),
        ``actor_group``, ``group``.
    """
    words = tokens[is_word(tokens) & tokens["quote"].notna() & (tokens["voice"] != "own")]
    actor = quotes[["article_id", "quote", "actor"]].astype({"quote": "Int64"})
    spoken = with_group(words.merge(actor, on=["article_id", "quote"], how="left"), articles)
    return with_actor_group(spoken, actors).assign(actor=spoken["actor"].replace("", NOBODY))


def count_speaking(
    tokens: pd.DataFrame,
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    actors: ActorsFile,
    by: tuple[str, ...] = ("group", "actor_group", "actor", "voice"),
) -> pd.DataFrame:
    """Count the words that each actor gets to say, in quotation marks and in reported speech.

    Parameters
    ----------
    tokens, quotes, articles : DataFrame
        As `schema.TABLES` describes them, with voices and actors set.
    by : tuple of str
        What a row is; ``voice`` is ``direct``, ``indirect``, ``reported`` or ``distanced``.

    Returns
    -------
    DataFrame
        The columns of `by`, ``n_words``, ``n_quotes`` (quotations that hold any of these words), and
        ``share_of_text`` = n_words / all words of the outlet (or of the study, if `by` has no ``group``).

    Notes
    -----
    A word in a quotation inside a quotation is counted once, for the inner speaker: what the Kremlin says that the
    president said is the president's. Reading it: words say how much room somebody gets, quotations how often.
    """
    words = list_spoken_words(tokens, quotes, articles, actors=actors)
    words = words.assign(place=words["article_id"] + "/" + words["quote"].astype(str))
    groups = words.groupby(list(by), sort=False, observed=True)
    counts = groups.agg(n_words=("token", "size"), n_quotes=("place", "nunique")).reset_index()
    own = with_group(tokens[is_word(tokens)], articles)
    total = own["group"].value_counts() if "group" in by else None
    length = counts["group"].map(total).astype(float) if total is not None else len(own)
    return counts.assign(share_of_text=counts["n_words"] / length)


def list_cues(quotes: pd.DataFrame, articles: pd.DataFrame, *, actors: ActorsFile) -> pd.DataFrame:
    """List the words that report, each once however many pieces of speech it carries: what `count_cues` counts.

    Returns
    -------
    DataFrame
        A row is a word that reports: the columns of `quotes` (``actor`` is `NOBODY` if none), ``group``,
        ``actor_group``.
    """
    acts = quotes[quotes["cue"] != ""].drop_duplicates(["article_id", "cue_start", "cue"])
    cued = with_actor_group(with_group(acts, articles), actors)
    return cued.assign(actor=cued["actor"].replace("", NOBODY), cue=cued["cue"].str.lower())


def count_cues(
    quotes: pd.DataFrame, articles: pd.DataFrame, *, actors: ActorsFile, by: tuple[str, ...] = ("actor_group", "act")
) -> pd.DataFrame:
    """Count with which words, and for which acts, actors are reported; quotations without a cue are left out.

    A word that reports counts once, however many pieces of speech it carries: *warf … vor* with six is one reproach.

    Returns
    -------
    DataFrame
        The columns of `by`, ``n`` and ``cues`` (the words, most frequent first).
    """
    cued = list_cues(quotes, articles, actors=actors)
    rows = []
    for key, group in cued.groupby(list(by), sort=True, observed=True):
        words = group["cue"].value_counts()
        rows.append((*key, len(group), ", ".join(f"{word} {n}" if n > 1 else word for word, n in words.items())))
    counts = pd.DataFrame(rows, columns=[*by, "n", "cues"])
    return counts.astype({key: cued[key].dtype for key in by})  # groups and outlets keep their order


def list_spoken_terms(
    terms: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame, *, actors: ActorsFile
) -> pd.DataFrame:
    """Add to each occurrence of a term who says it: the outlet itself, or the actor in whose words it stands.

    Parameters
    ----------
    terms : DataFrame
        What `find_terms` found: tokens with ``term``, ``voice`` and ``quote``.

    Returns
    -------
    DataFrame
        The rows of `terms` with ``group``, ``speaker`` (``the outlet`` for its own words) and ``actor_group``.
    """
    actor = quotes[["article_id", "quote", "actor"]].astype({"quote": "Int64"})
    spoken = with_actor_group(with_group(terms.merge(actor, on=["article_id", "quote"], how="left"), articles), actors)
    own = spoken["voice"] == "own"
    spoken["speaker"] = spoken["actor"].replace("", NOBODY).where(~own, "the outlet")
    spoken["actor_group"] = spoken["actor_group"].astype(object).where(~own, "the outlet")
    return spoken


def count_spoken_terms(spoken: pd.DataFrame) -> pd.DataFrame:
    """Count who says a term.

    Parameters
    ----------
    spoken : DataFrame
        As `list_spoken_terms` gives it.

    Returns
    -------
    DataFrame
        A row is a term of a speaker in a group: ``contrast``, ``term``, ``group``, ``speaker``, ``actor_group``,
        ``voice``, ``n``.
    """
    counts = spoken.groupby(
        ["contrast", "term", "group", "speaker", "actor_group", "voice"], sort=False, observed=True
    ).size()
    return counts.rename("n").reset_index().sort_values(["contrast", "n"], ascending=[True, False], ignore_index=True)
