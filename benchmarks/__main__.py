"""`make bench`: measure what can be measured here; the corpora where LESARTEN_CORPORA names their folder."""

from benchmarks import report, reuse

for title, measure in (("The report", report.measure), ("Shared passages", reuse.measure)):
    print(f"## {title}\n\n{measure()}\n", flush=True)
