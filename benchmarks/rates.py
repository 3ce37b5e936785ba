"""Rates: how often the finders are right, measured anew and written to `analysis/lexicons/error_rates.toml`.

``python -m benchmarks.rates FILE`` with the development split of the annotated quotations; ``python -m benchmarks.rates
FILE PREDICTIONS`` takes what ``lesarten evaluate quotes FILE --out PREDICTIONS`` found: few looks at that split are
allowed, and one is enough. Figures of codings that were blind once and were opened since are kept as measured then.
"""

import gzip
import json
import sys
from datetime import date
from pathlib import Path

from analysis.checking.quote_predictions import predict_quotes
from analysis.checking.quote_scores import read_annotated, score_quotes
from analysis.codebook.columns import QUOTE_TYPES
from analysis.codebook.cues import read_cues

OUT = Path(__file__).parents[1] / "analysis" / "lexicons" / "error_rates.toml"
VOICES = {"direct": "Direct", "indirect": "Indirect", "reported": "Reported"}  # a voice is as sure as its type
BLIND = {"term": (0.9586, 0.9586), "quantity": (0.89, 0.89)}
HEAD = """\
# How often the finders are right: precision and recall. A claim about rows that nobody coded by hand is tested by them:
# rows are dropped at 1 - precision and added at 1 - recall. Made by `python -m benchmarks.rates FILE`; do not edit.
# Quotations and voices: the development split of Petersen-Frey & Biemann (LREC-COLING 2024), {articles} articles,
# {quotes} quotations; own: the {own:,} of {words:,} tokens that lie in no annotated quotation.
# term: 266 occurrences of data/gold/terms.csv, counted as coded before that coding was opened.
# quantity: F1 of the numbers found on 20 web pages coded blind, the lower of two sets, taken for both figures.
measured = "{day}"
[rates]
"""


def measure_rates(articles: list[dict], predicted: list[dict]) -> tuple[dict[str, tuple[float, float]], dict]:
    """Measure each type of quotation and the outlet's own words; also the counts that the head of the file names."""
    scored = [(p["quotes"], a["quotes"]) for p, a in zip(predicted, articles, strict=True)]
    table = score_quotes(scored).set_index("measure") / 100
    rates = {kind: tuple(table.loc[kind, ["precision", "recall"]]) for kind in QUOTE_TYPES if kind in table.index}
    rates |= {voice: rates[kind] for voice, kind in VOICES.items()}
    both = found = own = words = 0
    for (mine, theirs), article in zip(scored, articles, strict=True):
        everything = set(range(len(article["tokens"])))
        said, coded = (everything - {t for q in quotes for t in q["quote"]} for quotes in (mine, theirs))
        both, found, own = both + len(said & coded), found + len(said), own + len(coded)
        words += len(everything)
    rates["own"] = (both / found, both / own)
    n_quotes = sum(len(theirs) for _, theirs in scored)
    return rates | BLIND, {"articles": len(articles), "quotes": n_quotes, "own": own, "words": words}


def write_rates(rates: dict[str, tuple[float, float]], counts: dict, *, day: str) -> str:
    """Write the file."""
    width = max(map(len, rates))
    lines = [f"{name:{width}} = {{ precision = {p:.4f}, recall = {r:.4f} }}\n" for name, (p, r) in rates.items()]
    return HEAD.format(**counts, day=day) + "".join(lines)


if __name__ == "__main__":
    coded = list(read_annotated(Path(sys.argv[1])))
    if len(sys.argv) > 2:
        with gzip.open(sys.argv[2], "rt", encoding="utf-8") as lines:
            found = [json.loads(line) for line in lines]
    else:
        found = list(predict_quotes(coded, cues=read_cues().without_acts()))
    OUT.write_text(write_rates(*measure_rates(coded, found), day=f"{date.today()}"), "utf-8")
    print(OUT.read_text("utf-8"))
