"""What an importer finds: an article on its way into a study."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field

from analysis.codebook.wordlists import read_classes
from analysis.reading.clean_form import Reading

__all__ = ["KINDS", "OWN_CELL", "ImportedArticle", "column_for", "file_slug"]

KINDS = ("text", "title", "standfirst", "outlet", "published", "agencies")  # what a column can hold

OWN_CELL = 300  # characters: a longer cell of the user's own is no category and no name


@dataclass
class ImportedArticle:
    """An article that an importer found.

    Attributes
    ----------
    source : the file it came from, and its place in it: ``articles.csv#12``
    reading : its paragraphs, what the source states, the repairs
    extra : further columns (section, author, page …)
    encoding : the name of the file's encoding; empty where the form knows none
    unsure : what a person should look at, in words
    """

    source: str
    reading: Reading
    extra: dict[str, str] = field(default_factory=dict)
    encoding: str = ""
    unsure: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The article's paragraphs, one a line."""
        return "\n".join(text for _, text in self.reading.paragraphs)

    @property
    def sha256(self) -> str:
        """Identify the article's words."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def n_words(self) -> int:
        """Count the words of the body."""
        return sum(len(text.split()) for part, text in self.reading.paragraphs if part == "body")


def file_slug(name: str) -> str:
    r"""Make a name that every file system and every spreadsheet leaves alone: small letters, a letter first.

    Examples
    --------
    >>> file_slug("2022-01-08 Die Grünen: Wüst?"), file_slug("CON"), file_slug("…")
    ('a2022-01-08_die_gruenen_wuest', 'acon', 'article')
    >>> file_slug("Gru\u0308ße")
    'gruesse'
    """
    plain = unicodedata.normalize("NFC", name).lower()  # a Mac writes ü as u and two dots
    for letter, written in {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}.items():
        plain = plain.replace(letter, written)
    plain = re.sub(r"[^a-z0-9-]+", "_", plain).strip("_-")[:60].rstrip("_-")
    if not plain:
        return "article"
    reserved = re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", plain)
    return f"a{plain}" if reserved or not plain[0].isalpha() else plain


def column_for(name: str) -> str:
    """Tell what a column of a table holds by its name; empty where Lesarten knows no such column.

    Examples
    --------
    >>> column_for("TEXT (voll)"), column_for("Erschienen am"), column_for("Ressort")
    ('text', 'published', '')
    """
    bare = re.sub(r"\s*[(\[].*?[)\]]", "", name)  # "Text (voll)"
    plain = re.sub(r"[\s-]+", "_", bare.strip().lower())
    known = read_classes("column_names")
    return next((kind for kind, names in known.items() if plain in names or plain.replace("_", "") in names), "")
