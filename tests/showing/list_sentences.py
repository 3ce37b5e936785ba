"""The list of sentences: what the pages of the shipped study state, kept beside the places that prove it.

`python tests/showing/list_sentences.py` writes `expected_sentences.tsv` anew: a sentence that stands as it did keeps its
state and its places; one that is new or has changed becomes `unread`, with the places that the program gives. Whoever has
read those sentences of the articles writes `settled`, or `open` where the sentence itself says that the hand counts
something else; `counted` is what states the size of a table or a setting, and has no place; `disputed` is what another
reader counted otherwise, with the reason behind the places.
"""

from pathlib import Path

from analysis.showing.sentences import CLAIM_TYPE

LIST = Path(__file__).with_name("expected_sentences.tsv")
STATES = ("settled", "open", "disputed", "counted")  # of a row that was read
MOST = 40  # places written to a row


def claims_of(page) -> list[dict]:
    """List what an executed notebook states, in order."""
    outputs = (output for cell in page.notebook.cells for output in cell.get("outputs", []))
    found = [claim for output in outputs for claim in output.get("data", {}).get(CLAIM_TYPE, [])]
    return [claim | {"printed": " ".join(claim["printed"].split())} for claim in found]


def read_list() -> list[list[str]]:
    """Read the rows: notebook, state, sentence, places."""
    lines = LIST.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def place_rows(rows: str, study) -> str:
    """Write offsets as article:sentence, as in the table `sentences`."""
    starts = {name: own["start"].to_numpy() for name, own in study.sentences.groupby("article_id")}
    found: dict[str, None] = {}
    for place in filter(None, rows.split("; ")):
        article, _, span = place.rpartition(":")
        number = starts[article].searchsorted(int(span.split("-")[0]), side="right") - 1
        found[f"{article}:{number}"] = None
    shown = list(found)
    return " ".join(shown[:MOST]) + (f" and {len(shown) - MOST} more" if len(shown) > MOST else "")


def write_list() -> None:
    """Execute the notebooks and write the list anew."""
    from analysis import open_study
    from analysis.site.notebook_execution import execute_notebooks
    from analysis.site.notebooks import read_notebooks

    root = Path(__file__).parents[2]
    study, old = open_study(root), {(row[0], row[2]): row for row in read_list()}
    head = [line for line in LIST.read_text("utf-8").splitlines() if line.startswith("#")]
    rows: dict[tuple[str, str], list[str]] = {}
    for page in execute_notebooks(read_notebooks(sorted((root / "notebooks").glob("*.ipynb"))), root / "notebooks"):
        for claim in claims_of(page):
            key = (page.name[:2], claim["printed"])
            state = "counted" if claim["holds"] == "counted" else "unread"
            rows[key] = old.get(key, [key[0], state, key[1], place_rows(claim["rows"], study)])
    LIST.write_text("\n".join([*head, *("\t".join(row) for row in rows.values())]) + "\n", "utf-8")


if __name__ == "__main__":
    write_list()
