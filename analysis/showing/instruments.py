"""Instruments to explore with: a concordance, two texts side by side, a contrast of one's own.

Each is a panel of controls in JupyterLab; where no kernel runs, it shows what the controls were set to.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.codebook.contrasts import Contrast, Term
from analysis.counting.concordance import list_concordance
from analysis.counting.terms import count_terms, find_terms, with_group
from analysis.showing.escape import html_text
from analysis.showing.html_tables import drop_engines, show_table
from analysis.showing.reader import Reader, ShownArticle

__all__ = [
    "Panel",
    "explore_contrast",
    "explore_pair",
    "explore_words",
    "find_lines",
    "make_contrast",
    "read_rival_words",
]  # fmt: skip

ALL = "all"
MOST = 200  # lines of a concordance shown at once


@dataclass(frozen=True)
class Panel:
    """Controls for JupyterLab, and what a page shows in their place."""

    controls: object
    static: str

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, object]:
        """Give both; JupyterLab takes the controls, a page the rest."""
        bundle = self.controls._repr_mimebundle_() or {}
        return {**bundle, "text/html": self.static, "text/plain": "controls for JupyterLab"}


def find_lines(
    tokens: pd.DataFrame,
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    word: str,
    group: str = ALL,
    voice: str = ALL,
    speaker: str = ALL,
) -> pd.DataFrame:
    """Find a word or lemma in its places, by group, voice and speaker.

    Returns
    -------
    DataFrame
        A row is a place: ``group``, ``text`` (the article's label, where that is not what is compared), ``left``,
        ``match``, ``right``, ``voice``, ``speaker``, ``article_id``, ``start``.
    """
    wanted = word.strip().lower()
    hits = tokens[(tokens["form"].str.lower() == wanted) | (tokens["lemma"].str.lower() == wanted)]
    spoken = hits.merge(quotes[["article_id", "quote", "actor"]], on=["article_id", "quote"], how="left")
    spoken["speaker"] = (
        spoken["actor"].fillna("").where(spoken["quote"].notna(), "the outlet").replace("", "nobody named")
    )
    spoken = with_group(spoken, articles)
    for column, value in (("group", group), ("voice", voice), ("speaker", speaker)):
        spoken = spoken if value == ALL else spoken[spoken[column] == value]
    columns = ["article_id", "start", "end", "voice", "speaker"]
    lines = list_concordance(spoken[columns], articles, width=60)
    labels = articles["label"] if "label" in articles else articles["group"].astype(str)
    lines = lines.assign(text=lines["article_id"].map(dict(zip(articles["article_id"], labels, strict=True))))
    names = ["group"] if (articles["group"].astype(str) == labels).all() else ["group", "text"]
    return lines[[*names, "left", "match", "right", "voice", "speaker", "article_id", "start"]]


def explore_words(tokens: pd.DataFrame, quotes: pd.DataFrame, articles: pd.DataFrame, *, word: str) -> Panel:
    """Make a concordance for any word or lemma, by group, voice and speaker."""
    import ipywidgets

    speakers = ["the outlet", *sorted(set(quotes["actor"]) - {""}), "nobody named"]
    boxes = {
        "word": ipywidgets.Text(word, description="word", continuous_update=False),
        "group": ipywidgets.Dropdown(options=[ALL, *articles["group"].astype(str).unique()], description="group"),
        "voice": ipywidgets.Dropdown(options=[ALL, *tokens["voice"].unique()], description="voice"),
        "speaker": ipywidgets.Dropdown(options=[ALL, *speakers], description="speaker"),
    }

    def lines(**chosen: str) -> str:
        found = find_lines(tokens, quotes, articles, **chosen)
        said = f"{len(found)} places" + (f", {MOST} shown" if len(found) > MOST else "")
        return show_table(found.head(MOST), german=("left", "match", "right"), caption=f"{chosen['word']}: {said}").data

    return _panel(boxes, lines)


def explore_pair(reader: Reader, *, first: str, second: str) -> Panel:
    """Set two texts side by side, with all that is marked in them."""
    import ipywidgets

    labels = [(label, ident) for ident, label in reader.labels.items()]
    boxes = {
        "first": ipywidgets.Dropdown(options=labels, value=first, description="left"),
        "second": ipywidgets.Dropdown(options=labels, value=second, description="right"),
    }

    def texts(**chosen: str) -> str:
        sides = [f"<div><h4>{html_text(reader.labels[ident])}</h4>{_without_anchors(ShownArticle(reader, ident))}</div>"
                 for ident in chosen.values()]  # fmt: skip
        style = "<style>.pair{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}.pair .note{display:none}</style>"
        return f'{style}{ShownArticle.style()}<div class="pair reader lab">{"".join(sides)}</div>'

    links = " and ".join(
        f'<a data-at="{html_text(ident)}:0">{html_text(reader.labels[ident])}</a>' for ident in (first, second)
    )
    panel = _panel(boxes, texts)
    return Panel(panel.controls, f"<p>In JupyterLab two texts stand here side by side; their pages: {links}.</p>")


def _without_anchors(shown: ShownArticle) -> str:
    """Write a text without the anchors of its sentences: a page holds each once."""
    return re.sub(r' id="s\d+"', "", shown.text())


def read_rival_words(text: str) -> list[Term]:
    """Read rival words as one writes them down: terms parted by semicolons, words that count as one by commas.

    Examples
    --------
    >>> [(term.name, term.lemmas) for term in read_rival_words("Störer, Chaot; Anwohner")]
    [('Störer, Chaot', ['Störer', 'Chaot']), ('Anwohner', ['Anwohner'])]
    """
    terms = [[word.strip() for word in part.split(",") if word.strip()] for part in text.split(";")]
    return [Term(name=", ".join(words), lemmas=words) for words in terms if words]


def make_contrast(title: str, words: str) -> Contrast | None:
    """Make a contrast of a title and of words as `read_rival_words` reads them; None for fewer than two terms.

    Examples
    --------
    >>> make_contrast("The road", "Störer; Anwohner").id, make_contrast("The road", "Störer")
    ('the_road', None)
    """
    terms = read_rival_words(words)
    ident = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")
    ident = ident if ident[:1].isalpha() else f"own_{ident}"
    return Contrast(id=ident, title=title, terms=terms) if len(terms) > 1 else None


def write_contrast(contrast: Contrast) -> str:
    """Write a contrast as a block of ``contrasts.toml``.

    Examples
    --------
    >>> import tomllib
    >>> written = write_contrast(Contrast(id="road", title='The "road"', terms=read_rival_words("Störer; Anwohner")))
    >>> tomllib.loads(written)["contrasts"][0]["title"]
    'The "road"'
    >>> tomllib.loads(written)["contrasts"][0]["terms"][0]
    {'name': 'Störer', 'lemmas': ['Störer']}
    """
    quoted = lambda value: json.dumps(value, ensure_ascii=False)  # noqa: E731
    lines = ["", "[[contrasts]]", f"id = {quoted(contrast.id)}", f"title = {quoted(contrast.title)}"]
    for term in contrast.terms:
        lines += ["  [[contrasts.terms]]", f"  name = {quoted(term.name)}", f"  lemmas = {quoted(term.lemmas)}"]
    return "\n".join(lines) + "\n"


def explore_contrast(
    tokens: pd.DataFrame, articles: pd.DataFrame, *, file: Path, known: list[str], title: str, words: str
) -> Panel:
    """Try a contrast of one's own on the texts, and keep it in the codebook at the press of a button.

    Parameters
    ----------
    file : Path
        ``contrasts.toml`` of the study; nothing is written to it before the button is pressed.
    known : list of str
        The ids that are taken.
    """
    import ipywidgets

    boxes = {
        "title": ipywidgets.Text(title, description="thing", continuous_update=False),
        "words": ipywidgets.Text(words, description="words", continuous_update=False, layout={"width": "40rem"}),
    }
    keep, kept = ipywidgets.Button(description="Keep"), ipywidgets.Label()

    def counts(**chosen: str) -> str:
        contrast = make_contrast(**chosen)
        if contrast is None:
            return "<p>Two terms at least, parted by a semicolon: Störer, Chaot; Anwohner</p>"
        found = find_terms(tokens, [contrast])
        found = found[found["is_counted"]]
        table = count_terms(found, tokens, articles)
        return show_table(table, german=("term",), caption=f"{contrast.title}: {len(found)} places").data

    def write(_: object) -> None:
        contrast = make_contrast(**{name: box.value for name, box in boxes.items()})
        if contrast is None or contrast.id in known:
            kept.value = (
                "Two terms at least." if contrast is None else f'"{contrast.id}" is taken: choose another name.'
            )
            return
        before = file.read_text(encoding="utf-8") if file.is_file() else ""
        file.write_text(before.rstrip("\n") + "\n" + write_contrast(contrast), encoding="utf-8")
        known.append(contrast.id)
        kept.value = f"{contrast.id} is in {file.name}; open the study again to count it everywhere."

    keep.on_click(write)
    return _panel(boxes, counts, keep, kept)


def _panel(boxes: dict[str, object], answer: Callable[..., str], *more: object) -> Panel:
    """Put controls over what they show; it follows each change."""
    import ipywidgets

    shown = ipywidgets.HTML()

    def follow(_: object = None) -> None:
        shown.value = drop_engines(answer(**{name: box.value for name, box in boxes.items()}))

    for box in boxes.values():
        box.observe(follow, names="value")
    follow()
    row = ipywidgets.HBox([*boxes.values(), *more], layout={"flex_flow": "row wrap"})
    return Panel(ipywidgets.VBox([row, shown]), shown.value)
