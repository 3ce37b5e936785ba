"""Draw the pictures of the README: a page of the reader, of an invented text, and the first finding of the shipped study.

``python .github/pictures.py`` writes both beside this file; letters stay letters, each picture stays below 60 kB.
"""

import re
import sys
import tempfile
from pathlib import Path

from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "tests")]

from studies import make_study

from analysis import open_study
from analysis.counting.summaries import find_unsaid
from analysis.counting.terms import count_terms, pick_contrast
from analysis.showing.chart_look import show
from analysis.showing.charts_terms import plot_terms
from analysis.showing.escape import html_text
from analysis.showing.sentences import tell_marks
from analysis.showing.svg import drop_links

SIZE, LINE, LEFT, WIDTH, MARGIN = 17, 30, 24, 560, 620
SERIF = "Charter,'Noto Serif',Georgia,'DejaVu Serif',serif"
METRICS, FONT = TextToPath(), FontProperties(family="DejaVu Serif", size=SIZE)
LOOK = {"direct": "fill:#f8e0c6", "indirect": "stroke:#a8611d;stroke-dasharray:2 3", "reported": "stroke:#a8611d;stroke-dasharray:6 3",
        "distanced": "stroke:#a8611d;stroke-dasharray:1 2"}  # fmt: skip


def measure(word: str) -> float:
    """Measure a word in the widest of the typefaces that may be there."""
    return METRICS.get_text_width_height_descent(word, FONT, ismath=False)[0] * 0.93


def draw_reader(folder: Path) -> str:
    """Set the first sentences of an invented text as the reader does: voices, rival words, speakers in the margin."""
    study = open_study(make_study("two_of_one_outlet", folder))
    ident = study.articles["article_id"].iloc[0]
    tokens = study.tokens[(study.tokens["article_id"] == ident) & (study.tokens["sentence"] < 9)]
    terms = set(study.terms.loc[study.terms["article_id"] == ident, "start"])
    quotes = study.quotes[study.quotes["article_id"] == ident].set_index("start")
    paragraphs = study.sentences[study.sentences["article_id"] == ident].set_index("sentence")["paragraph"]
    x, y, end, voice, paragraph, pieces, notes = LEFT, 80.0, None, "", None, [], []
    for row in tokens.itertuples(index=False):
        space = measure(" ") if end is not None and row.start > end else 0
        width = measure(row.form)
        is_new = paragraph is not None and paragraphs[row.sentence] != paragraph
        paragraph = paragraphs[row.sentence]
        if is_new or x + space + width > WIDTH:
            x, y, space = LEFT, y + LINE + 8 * is_new, 0
        style = LOOK.get(row.voice)
        x, space = (x, space) if row.voice == voice else (x + space, 0)
        voice = row.voice
        if style and "fill" in style:
            pieces.append(
                f'<rect x="{x:.0f}" y="{y - 16:.0f}" width="{space + width + 1:.0f}" height="22" style="{style}"/>'
            )
        elif style:
            pieces.append(f'<path d="M{x:.0f} {y + 5:.0f}h{space + width:.0f}" style="{style}"/>')
        x += space
        bold = ' font-weight="700"' if row.start in terms else ""
        pieces.append(f'<text x="{x:.1f}" y="{y:.0f}" textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs"{bold}>'
                      f"{html_text(row.form)}</text>")  # fmt: skip
        if row.start in quotes.index:
            quote = quotes.loc[row.start]
            notes.append((y, quote["actor"] or "nobody named", quote["cue"]))
        x, end = x + width, row.end
    last, named = -99.0, ""
    for at, who, cue in notes:
        if who == named and not cue:
            continue
        last = max(at, last + 19)
        name = "" if who == named else f'<tspan font-weight="700">{html_text(who)}</tspan> '
        pieces.append(f'<text x="{MARGIN}" y="{last:.0f}" class="note">{name}{html_text(cue)}</text>')
        named = who
    label = study.groups()["label"].iloc[0]
    head = (f'<text x="{LEFT}" y="38" font-size="24" font-weight="700">{html_text(label)}</text><text x="{MARGIN}" y="38" '
            'class="note">who speaks, and with which words</text>')  # fmt: skip
    key = (f'<text x="{LEFT}" y="{y + 44:.0f}" class="note">Bold: a rival word. On a ground: in quotation marks. Dotted: '
           "reported speech. Dashed: a speech act retold.</text>")  # fmt: skip
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 {y + 64:.0f}" width="900" font-family="{SERIF}" '
            f'font-size="{SIZE}"><style>.note{{font:13px Helvetica,Arial,sans-serif;fill:#7a3d0b}}path{{stroke-width:1.6}}</style>'
            f'<rect width="100%" height="100%" fill="#fffdf9"/>{head}{"".join(pieces)}{key}</svg>\n')  # fmt: skip


def draw_finding() -> str:
    """Draw the set of rival words of the first finding: a word that no text says itself; its sentence is the title."""
    study = open_study(HERE.parent)
    counts = count_terms(study.terms, study.tokens, study.groups())
    unsaid = next(find_unsaid(study.terms).query("n == n_direct").itertuples())
    title = (
        f"No text says {unsaid.term} in its own words: all {unsaid.n} stand {tell_marks(unsaid.n, unsaid.n_distanced)}"
    )
    table = pick_contrast(counts, study.contrast(unsaid.contrast))
    used = table.groupby("term", observed=True)["n"].transform("sum") > 0
    table = table[used].assign(term=table["term"].cat.remove_unused_categories())
    chart = plot_terms(table, title=title)
    svg = show(chart, counts, name="finding", note=study.note).svg
    svg = drop_links(svg)
    width, height = (float(side) for side in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    box = f"-12 -12 {width + 24:g} {height + 24:g}"  # room around it, also on a dark page
    svg = re.sub(r'width="[^"]*" height="[^"]*" viewBox="[^"]*"', f'width="768" viewBox="{box}"', svg, count=1)
    start = svg.index(">", svg.index("<svg")) + 1
    paper = f'<rect x="-12" y="-12" width="{width + 24:g}" height="{height + 24:g}" fill="#fffdf9"/>'
    return svg[:start] + paper + svg[start:]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        (HERE / "reader.svg").write_text(draw_reader(Path(folder)), encoding="utf-8")
    (HERE / "finding.svg").write_text(draw_finding(), encoding="utf-8")
