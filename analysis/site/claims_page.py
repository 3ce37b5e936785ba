"""Claims: every sentence that the pages state, gathered from the notebooks that word them."""

import re

import pandas as pd

from analysis.checking.claims import CHECK_WORDS, CHECKS
from analysis.showing.escape import html_text
from analysis.showing.links import sentence_link
from analysis.showing.sentences import CLAIM_TYPE
from analysis.site.markdown import to_html
from analysis.site.notebooks import Page
from analysis.site.render import claim_anchor
from analysis.site.sentence_places import Places

__all__ = ["gather_claims", "write_claims"]

COLUMNS = ["claim", "notebook", "text", "printed", "figure", "rows", *CHECKS, "holds"]
MOST = 60  # places listed under a claim; the CSV has what a cell holds
INTRO = """<h1>Claims</h1><p>Every sentence of these pages that was put to a test, what it survived and what it
rests on. Sentences that only count are in <a href="claims.csv" download>the table (CSV)</a> too.</p>"""
NOT_LISTED = re.compile(r"; and [\d,]+ more$")  # see `claims.LONGEST_CELL`
PLACE = re.compile(r"(.+):(\d+)-(\d+)")


def gather_claims(pages: list[Page]) -> pd.DataFrame:
    """Gather the claims of executed notebooks.

    Returns
    -------
    DataFrame
        A row is a sentence: ``claim`` (its anchor), ``notebook``, ``text`` (as claimed), ``printed`` (as it stands on
        the page), ``figure``, ``rows`` (what it rests on), a column for each check, ``holds``.
    """
    rows = []
    for page in pages:
        outputs = (output for cell in page.notebook.cells for output in cell.get("outputs", []))
        for output in outputs:
            for claim in output.get("data", {}).get(CLAIM_TYPE, []):
                rows.append(claim | {"claim": claim_anchor(claim), "notebook": page.name})
    return pd.DataFrame(rows, columns=COLUMNS).drop_duplicates(["claim", "notebook"], ignore_index=True)


def _sentence_links(rows: str, places: Places, labels: dict[str, str]) -> str:
    """Link to the sentences that a claim rests on."""
    links: dict[str, tuple[str, str]] = {}
    for piece in str(rows).split("; "):
        found = PLACE.fullmatch(piece)
        sentence = places.sentence(found[1], int(found[2])) if found else None
        if sentence is not None:
            links[sentence_link(found[1], sentence)] = labels.get(found[1], found[1]), f"s{sentence}"
    shown: dict[str, list[str]] = {}
    for link, (label, name) in list(links.items())[:MOST]:
        shown.setdefault(label, []).append(f'<a href="{link}">{name}</a>')
    named = " · ".join(f"{html_text(label)} {' '.join(group)}" for label, group in shown.items())
    more = f"; {len(links) - MOST} more in the CSV" if len(links) > MOST else ""
    more = "; others in the tables to download" if NOT_LISTED.search(str(rows)) else more
    return f'<p class="meta">Rests on {named}{more}</p>' if shown else ""


def _write_check(words: str, result: str) -> str:
    """Write what a check is called and how it went; what failed or was not asked looks so."""
    if result not in ("passed", "failed"):
        return f"{words}: {html_text(result)}"
    return f"{words}: <b{' class=failed' if result == 'failed' else ''}>{result}</b>"


def write_claims(claims: pd.DataFrame, places: Places, labels: dict[str, str], files: dict[str, str]) -> str:
    """Write the tested claims as a page: sentence, checks, where it is said, what it rests on.

    Parameters
    ----------
    labels : dict
        The short label of each article.
    files : dict
        The page of each notebook.
    """
    parts = [INTRO]
    seen = set()
    for row in claims[claims["holds"] != "counted"].to_dict("records"):
        if row["claim"] in seen:
            continue
        seen.add(row["claim"])
        checks = " · ".join(_write_check(words, str(row[name])) for name, words in CHECK_WORDS.items())
        said = f'<a href="{html_text(files[row["notebook"]])}">where it is said</a>'
        text = f'<div class="answer">{to_html(str(row["printed"]))}</div><p class="holds">{checks} · {said}</p>'
        parts.append(f'<section id="{row["claim"]}">{text}{_sentence_links(row["rows"], places, labels)}</section>')
    return "".join(parts if seen else [INTRO, "<p>No sentence of this report was put to a test.</p>"])
