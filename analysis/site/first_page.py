"""The first page: one headline, a few claims with their pictures, the texts as a strip, then the other pages."""

import re
from dataclasses import replace

import pandas as pd

from analysis.counting.terms import is_word
from analysis.showing.escape import html_text
from analysis.showing.html_tables import drop_engines, show_table
from analysis.showing.links import article_page
from analysis.showing.sentences import CLAIM_TYPE, count_things, name_some, write_date, write_share
from analysis.site.markdown import to_html
from analysis.site.notebooks import Page
from analysis.site.reader_pages import opening_words
from analysis.site.render import Piece, Section, write_section
from analysis.site.sentence_places import Places
from analysis.study import Study

__all__ = ["write_first_page"]

MARKS = re.compile(r'<span class="marks" data-aside>.*?</span></span>')
MOST = 40  # texts in a strip; more of them are a table to search
MOST_NAMES = 8  # of what is compared, named in the lines at the top


def write_first_page(study: Study, pages: list[Page], sections: dict[str, list[Section]]) -> tuple[str, str, str]:
    """Write the first page of a site from its first notebook.

    Returns
    -------
    body, title, description : str
        The page, its title (the study's) and its description (the headline).
    """
    own = [section for section in sections[pages[0].name] if not section.is_trust]
    intro, findings = own[0], [section for section in own[1:] if any(p.kind != "prose" for p in section.pieces)]
    headline, plain = _take_headline(pages[0], findings, study)
    picture = _take_picture(findings)
    headline = MARKS.sub("", headline) if picture else headline  # the picture has the same marks
    question = html_text(study.file.study.question or pages[0].question)
    parts = [_write_masthead(study, question) + headline + picture]
    kinds = {
        kind: [section for section in findings if _first_claim_holds(section) is kind] for kind in (True, None, False)
    }
    parts += [_write_claims_section(section) for section in kinds[True]]
    parts.append(f'<section><h2 id="texts">The texts</h2>{_write_strip(study)}</section>')
    parts += [_write_claims_section(section) for section in kinds[None]]
    parts += [_write_folded(section) for section in kinds[False]]
    parts.append(_write_cards(pages[1:]))
    intro.heading = '<h2 id="about">How this was made</h2>'
    about = write_section(intro, is_setup=True)
    parts.append(re.sub(r"<h1.*?</h1>", "", about, flags=re.S))
    return "".join(parts), study.file.study.title, plain


def _write_masthead(study: Study, question: str) -> str:
    """Say in three lines what this is: the study, its question, and what Lesarten compares in it."""
    articles = study.groups()
    n_words = int(is_word(study.tokens).sum())
    names = [str(group) for group in articles["group"].unique()]
    compared = f": {name_some(names, most=MOST_NAMES)}" if len(names) > 1 else ""
    facts = (
        f"{count_things(len(articles), 'article')}{compared}; {count_things(n_words, 'word')}; {tell_dates(articles)}"
    )
    title = html_text(study.file.study.title.rstrip("."))
    return (f'<div class="masthead"><p><b>{title}.</b> {question}</p>'
            f'<p class="meta">{html_text(facts)}. Before anything was counted, each word was marked by whose it is: '
            "the text’s own, or somebody else’s.</p></div>")  # fmt: skip


def tell_dates(articles: pd.DataFrame) -> str:
    """Say from when to when articles are, no more exactly than all of them are known, and how many have no date.

    Examples
    --------
    >>> days = pd.to_datetime(["2022-01-08", None, "2022-01-01"])
    >>> tell_dates(pd.DataFrame({"published": days, "published_precision": ["day", "unknown", "month"]}))
    'January 2022 (1 without a date)'
    """
    known = articles[articles["published"].notna() & (articles["published_precision"] != "unknown")]
    precision = "day" if (known["published_precision"] == "day").all() else "month"
    ends = dict.fromkeys(write_date(date, precision) for date in (known["published"].min(), known["published"].max()))
    n_left = len(articles) - len(known)
    without = f" ({n_left:,} without a date)" if n_left else ""
    return " to ".join(ends) + without if len(known) else "no dates known"


def _write_cards(pages: list[Page]) -> str:
    """Name the other pages, each with its question."""
    card = '<li><h3><a href="{}">{}</a></h3><p>{}</p></li>'
    cards = "".join(card.format(page.file, html_text(page.title), html_text(page.question)) for page in pages)
    return f'<section><h2 id="pages">Read on</h2><ul class="cards">{cards}</ul></section>' if cards else ""


def _first_claim_holds(section: Section) -> bool | None:
    """Say whether the first claim of a section survived its tests; None where it claims nothing."""
    said = "".join(piece.html for piece in section.pieces)
    first = said.find('class="holds"')
    return None if first < 0 else said[first:].startswith('class="holds">holds with <b>')


def _write_claims_section(section: Section) -> str:
    """Write a section of claims, each a card, or of a picture."""
    return write_section(section).replace("<section>", '<section class="findings">', 1)


def _write_folded(section: Section) -> str:
    """Write a section whose sentences did not survive under one line that says how many there are."""
    count = sum(piece.html.count('class="holds"') for piece in section.pieces)
    pieces = "".join(piece.html for piece in section.pieces)
    said = f"{count_things(count, 'more sentence')} that {'was' if count == 1 else 'were'} tested"
    folded = f'<details class="fold"><summary>{said}</summary>{pieces}</details>'
    return write_section(replace(section, pieces=[Piece("other", folded)]))


def _take_picture(findings: list[Section]) -> str:
    """Take the first table of marks out of its section: it stands under the headline."""
    for section in findings:
        for piece in section.pieces:
            if 'class="occurrences"' in piece.html:
                section.pieces.remove(piece)
                return f'<div class="lead">{piece.html}</div>'
    return ""


def _take_headline(page: Page, findings: list[Section], study: Study) -> tuple[str, str]:
    """Make the first claim that holds the page's heading; where none does, that is."""
    outputs = (output for cell in page.notebook.cells for output in cell.get("outputs", []))
    claims = [claim for output in outputs for claim in output.get("data", {}).get(CLAIM_TYPE, [])]
    claim = next((claim for claim in claims if claim.get("holds") == "yes"), None)
    if claim is None:
        return "<h1>No finding survives every check</h1>", study.file.study.question or study.file.study.title
    german = frozenset(study.tokens["form"].str.lower())
    said = to_html(claim["printed"], german=german).strip().removeprefix("<p>").removesuffix("</p>")
    heading = f"<h1>{said.removesuffix('.')}</h1>"
    for section in findings:
        for n, piece in enumerate(section.pieces):
            if piece.kind == "answer" and said in piece.html:
                rest, tests = _take_out(piece.html, said)
                section.pieces[n] = Piece(piece.kind, rest)
                return heading + tests, re.sub(r"<[^>]+>", "", said)
    return heading, re.sub(r"<[^>]+>", "", said)


def _take_out(html: str, said: str) -> tuple[str, str]:
    """Take a sentence with its tests out of a list or paragraph; return what is left, and the tests."""
    start = html.index(said)
    end = min((at for at in (html.find("</li>", start), html.find("</p>", start)) if at >= 0), default=len(html))
    tests = html[start + len(said) : end]
    left = re.sub(r"<li>\s*</li>\s*|<p>\s*</p>\s*", "", html[:start] + html[end:])
    return left, f'<div class="answer">{tests}</div>' if tests.strip() else ""


def _measure(study: Study) -> pd.DataFrame:
    """Measure each text: words, its own voice, printed here alone; in percent."""
    words = study.tokens[is_word(study.tokens)]
    grouped = words.assign(own=words["voice"] == "own", alone=words["origin"] == "own").groupby(
        "article_id", sort=False
    )
    measured = grouped.agg(words=("own", "size"), own=("own", "mean"), alone=("alone", "mean"))
    articles = study.groups()[["article_id", "label", "title", "text"]]
    return articles.merge(measured.reset_index(), on="article_id", how="left").fillna({"words": 0})


def _write_strip(study: Study) -> str:
    """Show the texts: label, first words, length, how much is their own; each leads to its reader."""
    table = _measure(study)
    table["opening"] = [opening_words(title or text) for title, text in zip(table["title"], table["text"], strict=True)]
    if len(table) > MOST:
        listed = table.assign(start=0, words=table["words"].astype(int))
        listed = listed.rename(columns={"own": "own_voice", "alone": "printed_here_alone"})
        columns = ["label", "opening", "words", "own_voice", "printed_here_alone", "article_id", "start"]
        shown = show_table(listed[columns], german=("opening",), search=True, caption="The texts")
        return Places(study.sentences).link_marks(drop_engines(shown.data))
    items = []
    for row in table.itertuples(index=False):
        said = f", {write_share(row.own)} in its own voice, {write_share(row.alone)} printed here alone"
        own = "" if pd.isna(row.own) else said
        share = 0 if pd.isna(row.own) else 100 * row.own
        items.append(f'<li><a href="{article_page(row.article_id)}"><b>{html_text(row.label)}</b>'
                     f'<span lang="de">{html_text(row.opening)}</span><i style="--o:{share:.0f}"></i>'
                     f"<span>{row.words:,.0f} words{own}</span></a></li>")  # fmt: skip
    return f'<ul class="strip">{"".join(items)}</ul>'
