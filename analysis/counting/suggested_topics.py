"""Suggested topics: what the articles count and no topic of the codebook knows."""

import pandas as pd

from analysis.codebook.wordlists import read_classes

__all__ = ["suggest_topics"]

OFTEN = 2  # a noun that is counted once is no topic
AROUND = 80  # characters shown on either side of the example


def suggest_topics(quantities: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Propose what reported numbers are about and no topic knows: the nouns counted, with how often.

    Returns
    -------
    DataFrame
        A row is a noun: ``unit`` (its commonest form), ``forms`` (list), ``n``, ``n_articles``, ``text`` and
        ``sentence`` (an example), and ``is_general`` (a noun for people or things of any kind: *Menschen*, *Fälle*),
        these last, the commonest first.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    other = quantities[(quantities["topic"] == "other") & quantities["unit"].str.fullmatch(r"[A-ZÄÖÜ][\wäöüß-]{2,}")]
    rows = []
    for _, group in other.groupby(other["unit"].map(_noun_stem), sort=True):
        first, forms = group.iloc[0], group["unit"].value_counts().index.tolist()
        text = texts[first["article_id"]]
        low, high = max(0, first["start"] - AROUND), min(len(text), first["end"] + AROUND)
        around = ("…" if low else "") + text[low:high] + ("…" if high < len(text) else "")
        rows.append(
            (forms[0], forms, len(group), group["article_id"].nunique(), first["text"], " ".join(around.split()))
        )
    table = pd.DataFrame(rows, columns=["unit", "forms", "n", "n_articles", "text", "sentence"])
    table = table[table["n"] >= OFTEN]
    general = read_classes("counted_people")["general"]
    table = table.assign(is_general=[any(form.lower() in general for form in forms) for forms in table["forms"]])
    order = ["is_general", "n_articles", "n", "unit"]
    return table.sort_values(order, ascending=[True, False, False, True], ignore_index=True)


def _noun_stem(noun: str) -> str:
    """Return a noun without the ending of the dative plural or the plural: *Flüchtlingen*, *Flüchtlinge* are one.

    >>> len({_noun_stem(noun) for noun in ("Flüchtlinge", "Flüchtlingen", "Flüchtling")})
    1
    """
    return next(
        (noun[: -len(end)] for end in ("en", "n", "e") if noun.endswith(end) and len(noun) > len(end) + 3), noun
    )
