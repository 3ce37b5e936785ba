"""Prose: computed sentences, so that no number in a notebook is typed by hand."""

import pandas as pd
from IPython.display import HTML, Markdown

__all__ = ["join_words", "say", "say_extremes", "say_term", "show_table"]


def join_words(words: list[str]) -> str:
    """List words in a sentence.

    Examples
    --------
    >>> join_words(["taz", "text 000", "text 001"])
    'taz, text 000 and text 001'
    """
    words = [str(word) for word in words]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def say(*sentences: str) -> Markdown:
    """Set computed sentences as a paragraph of the notebook."""
    return Markdown(" ".join(sentence for sentence in sentences if sentence))


def say_term(counts: pd.DataFrame, term: str) -> str:
    """Say how often a term occurs, and in whose voice.

    Parameters
    ----------
    counts : DataFrame
        As `count_terms` gives them, by outlet and voice.

    Examples
    --------
    >>> rows = [("Banditen", "x", "direct", 2), ("Banditen", "y", "own", 1)]
    >>> say_term(pd.DataFrame(rows, columns=["term", "outlet", "voice", "n"]), "Banditen")
    '*Banditen* occurs 3 times; in the outlet’s own voice only in y (1).'
    """
    found = counts[counts["term"] == term]
    own = found[(found["voice"] == "own") & (found["n"] > 0)]
    total, others = int(found["n"].sum()), int(found["n"].sum() - own["n"].sum())
    if not total:
        return f"*{term}* does not occur."
    times = "once" if total == 1 else f"{total} times"
    if own.empty:
        return f"*{term}* occurs {times}, never in an outlet’s own voice."
    where = join_words([f"{row.outlet} ({row.n})" for row in own.itertuples(index=False)])
    return f"*{term}* occurs {times}; in the outlet’s own voice {'only ' if others else ''}in {where}."


def say_extremes(table: pd.DataFrame, column: str, *, what: str, unit: str = "per 1,000 words") -> str:
    """Say which outlet has the highest and which the lowest value of a column.

    Examples
    --------
    >>> table = pd.DataFrame({"outlet": ["x", "y"], "per_1000_tokens": [16.16, 2.2]})
    >>> say_extremes(table, "per_1000_tokens", what="*Proteste*")
    '*Proteste*: most in x (16.2 per 1,000 words), least in y (2.2).'
    """
    if table.empty:
        return f"{what}: none."
    most, least = table.loc[table[column].idxmax()], table.loc[table[column].idxmin()]
    return f"{what}: most in {most['outlet']} ({most[column]:.1f} {unit}), least in {least['outlet']} ({least[column]:.1f})."


def show_table(table: pd.DataFrame, *, german: tuple[str, ...] = (), search: bool = False, digits: int = 2) -> HTML:
    """Show a table; columns of German text are marked as German, for screen readers and hyphenation.

    Parameters
    ----------
    german : tuple of str
        The columns that hold words of the articles.
    search : bool
        Whether the reader can search, sort and page it; it works offline and in the shared page.
    """
    if search:
        from itables import to_html_datatable

        shown = to_html_datatable(
            table.round(digits), connected=False, showIndex=False, lengthMenu=[10, 25, 100], maxBytes=0, allow_html=False
        )  # fmt: skip
        return HTML(f'<div class="searchable" lang="de">{shown}</div>')
    plain = table.copy()
    for column in german:
        plain[column] = [f'<span lang="de">{_escape(value)}</span>' for value in plain[column]]
    for column in plain.select_dtypes(exclude="number").columns.difference(list(german)):
        plain[column] = [_escape(value) for value in plain[column]]
    shown = plain.to_html(index=False, border=0, escape=False, na_rep="–", float_format=lambda x: f"{x:.{digits}f}")
    return HTML(shown)


def _escape(value: object) -> str:
    text = "–" if pd.isna(value) else str(value)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
