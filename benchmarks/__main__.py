"""`make bench`: measure what can be measured here; the corpora where LESARTEN_CORPORA names their folder."""

from benchmarks import pages, quotes, report, reuse

for title, measure in (
    ("The report", report.measure),
    ("Quotations", quotes.report),
    ("Shared passages", reuse.measure),
    ("Web pages", pages.measure),
):
    print(f"## {title}\n\n{measure()}\n", flush=True)
