"""`make bench`: measure all that can be measured here; the corpora are used where LESARTEN_CORPORA names their folder."""

from benchmarks import report, reuse

for title, measure in (("The report", report.measure), ("Shared passages", reuse.measure)):
    print(f"## {title}\n\n{measure()}\n", flush=True)
