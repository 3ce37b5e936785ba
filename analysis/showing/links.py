"""Links: where the page of an article and each of its sentences stands."""

__all__ = ["article_page", "sentence_anchor", "sentence_link"]


def article_page(article_id: str) -> str:
    """Name the page of an article.

    Examples
    --------
    >>> article_page("004")
    'text-004.html'
    """
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else f"_{ord(c):x}_" for c in article_id)
    return f"text-{safe}.html"


def sentence_anchor(sentence: int) -> str:
    """Name the place of a sentence on the page of its article.

    Examples
    --------
    >>> sentence_anchor(12)
    's12'
    """
    return f"s{sentence}"


def sentence_link(article_id: str, sentence: int) -> str:
    """Link to a sentence.

    Examples
    --------
    >>> sentence_link("004", 12)
    'text-004.html#s12'
    """
    return f"{article_page(article_id)}#{sentence_anchor(sentence)}"
