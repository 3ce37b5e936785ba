"""Constructions: what an adjective modifies, and whether a verb names or hides who acts."""

import pandas as pd

__all__ = ["clause_around", "find_heads", "find_verb_forms"]

PASSED = ("ADJA", "ADJD", "ADV", "KON", "$,", "$(", "CARD", "VVPP", "PTKNEG")
LONGEST = 8  # tokens between an adjective and its noun: „friedliche, aber teils auch gewaltsame Proteste“ has five
DEGREE = "ADJD"


def find_heads(places: pd.DataFrame, tokens: pd.DataFrame) -> pd.Series:
    """Find the noun that each adjective modifies.

    Parameters
    ----------
    places : DataFrame
        Tokens that are adjectives: ``article_id``, ``token``.

    Returns
    -------
    Series of Int64, index as `places`
        The noun's token: the next one, with only adjectives, adverbs and *und* between (*friedliche, aber auch
        gewaltsame Proteste*); for an uninflected adjective only if a participle follows it (*autoritär regierte
        Republik*). Missing if there is none.
    """
    heads = pd.Series(pd.NA, index=places.index, dtype="Int64")
    by_article = dict(tuple(tokens.groupby("article_id", sort=False)))
    for article_id, rows in places.groupby("article_id", sort=False):
        words = by_article[article_id]
        pos, numbers = words["pos"].tolist(), words["token"].tolist()
        sentence, at = words["sentence"].tolist(), {n: i for i, n in enumerate(numbers)}
        for index, token in rows["token"].items():
            i = at[token]
            if pos[i] not in ("ADJA", "ADJD") or (pos[i] == DEGREE and pos[i + 1 : i + 2] not in (["ADJA"], ["VVPP"])):
                continue
            for j in range(i + 1, min(i + 1 + LONGEST, len(pos))):
                if sentence[j] != sentence[i] or pos[j] not in (*PASSED, "NN", "NE"):
                    break
                if pos[j] in ("NN", "NE"):
                    heads[index] = numbers[j]
                    break
    return heads


def find_verb_forms(places: pd.DataFrame, tokens: pd.DataFrame) -> pd.Series:
    """Tell for each verb whether its clause names who acts.

    Returns
    -------
    Series of str, index as `places`
        ``active``; ``passive``: a participle with *werden* and an agent behind *von* or *durch*; ``agentless``: a
        passive with none. Clauses end at commas, semicolons, colons and full stops.

    Notes
    -----
    Passives without an agent hide who acts (Fowler 1991, ch. 5; van Leeuwen 2008, ch. 2: *suppression*).
    """
    forms = pd.Series("active", index=places.index, dtype="str")
    by_article = dict(tuple(tokens.groupby("article_id", sort=False)))
    for article_id, rows in places.groupby("article_id", sort=False):
        words = by_article[article_id].reset_index(drop=True)
        at = {n: i for i, n in words["token"].items()}
        for index, token in rows["token"].items():
            clause = clause_around(words, at[token])
            if words["pos"][at[token]] == "VVPP" and "werden" in set(clause["lemma"]):
                forms[index] = "passive" if _names_agent(clause) else "agentless"
    return forms


def clause_around(words: pd.DataFrame, i: int) -> pd.DataFrame:
    """Cut out the clause around the word in row `i` of an article: from mark to mark (comma, semicolon, colon)."""
    low, high = i, i + 1
    sentence = words["sentence"].to_numpy()
    same = sentence == sentence[i]
    form = words["form"].to_numpy()
    while low and same[low - 1] and form[low - 1] not in ",;:":
        low -= 1
    while high < len(words) and same[high] and form[high] not in ",;:":
        high += 1
    return words.iloc[low:high]


def _names_agent(clause: pd.DataFrame) -> bool:
    """Tell whether *von* or *durch* opens a phrase with a noun in a clause."""
    low, pos = clause["form"].str.lower().tolist(), clause["pos"].tolist()
    for i, word in enumerate(low):
        if word in ("von", "vom", "durch") and any(p in ("NN", "NE") for p in pos[i + 1 : i + 5]):
            return True
    return False
