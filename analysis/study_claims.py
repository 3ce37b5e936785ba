"""Claims of a study: its tables as found, as coded by hand, and with copy counted once, to hold sentences against."""

from functools import cached_property
from pathlib import Path

import pandas as pd

from analysis.checking.claim_assertions import Assertion
from analysis.checking.claim_resamples import choose_units
from analysis.checking.claim_versions import code_by_hand, keep_places
from analysis.checking.claims import Claim, Select, Tables, make_claim
from analysis.checking.frame_codings import read_frame_codings, read_gold_frames
from analysis.checking.frame_versions import code_frames, list_frames
from analysis.checking.frames_against_gold import choose_marked_frames
from analysis.checking.gold import read_edits, read_gold, read_passages, read_quantities
from analysis.keeping.kept_tables import table

__all__ = ["StudyClaims"]


class StudyClaims:
    """What a study's sentences are tested with; the tables that it asks are those of `Study`."""

    data: Path

    @table
    def gold_quotes(self) -> pd.DataFrame:
        """A row is a quotation coded by hand; no rows in a study without hand coding."""
        path = self.data / "gold" / "quotes.csv"
        return self._keep_one("gold_quotes", lambda: read_gold("gold_quotes", path, self.articles))

    @table
    def gold_marks(self) -> pd.DataFrame:
        """A row is a pair of marks, or a word held at a distance, that is no quotation; coded by hand."""
        path = self.data / "gold" / "marks.csv"
        return self._keep_one("gold_marks", lambda: read_gold("gold_marks", path, self.articles))

    @table
    def gold_terms(self) -> pd.DataFrame:
        """A row is an occurrence of a rival word, with what it means, coded by hand."""
        path = self.data / "gold" / "terms.csv"
        return self._keep_one("gold_terms", lambda: read_gold("gold_terms", path, self.articles))

    @cached_property
    def gold_frames(self) -> pd.DataFrame:
        """A row is an element or event frame coded by hand; no rows in a study without hand coding."""
        path = self.data / "gold" / "frames.csv"
        return self._keep_one("gold_frames", lambda: read_gold_frames(path, self.articles, self.paragraphs))

    @cached_property
    def frame_codings(self) -> list[pd.DataFrame]:
        """The separate readings behind ``gold_frames``: ``data/gold/codings/frames_*.csv``, as they were handed in."""
        return read_frame_codings(sorted((self.data / "gold" / "codings").glob("frames_?.csv")))

    @cached_property
    def marked_frames(self) -> tuple[str, ...]:
        """The frames that are found too badly, or were not measured here: marked wherever they are shown."""
        return choose_marked_frames(self.gold_frames, self.frame_codings, self.frames, self.paragraphs)

    @cached_property
    def coded_changes(self) -> pd.DataFrame:
        """A row is a change between copies coded by hand; no rows in a study without hand coding."""
        return read_edits(self.data / "gold" / "edits.csv")

    @cached_property
    def found(self) -> Tables:
        """The tables that claims are made of, as found."""
        return Tables(self.tokens, self.terms, self.quotes, self.mentions, self.quantities, self.passages)

    @cached_property
    def coded(self) -> Tables | None:
        """The same with the hand coding in place of the program's; None unless every article is coded."""
        folder = self.data / "gold"
        return code_by_hand(
            self.found, self.term_places, self.gold_quotes, self.gold_marks, self.gold_terms,
            passages=read_passages(folder / "passages.csv", self.articles),
            quantities=read_quantities(folder / "quantities.csv", self.articles, self.paragraphs),
        )  # fmt: skip

    @cached_property
    def _found_once(self) -> Tables:
        return keep_places(self.found, self.once)

    @cached_property
    def _found_own(self) -> Tables:
        return keep_places(self.found, self.tokens[self.tokens["origin"] == "own"])

    @cached_property
    def _units(self) -> pd.DataFrame:
        return choose_units(self.paragraphs, self.sentences)

    @cached_property
    def framed(self) -> tuple[Tables, Tables | None]:
        """The same two with frames and acts: apart, since most pages claim nothing of them."""
        found = self.found._replace(frames=list_frames(self.frames), agency=self.agency)
        is_coded = set(self.articles["article_id"]) <= set(self.gold_frames["article_id"])
        gold = found._replace(frames=code_frames(self.gold_frames, self.paragraphs)) if is_coded else None
        return found, gold

    def claim(
        self, text: str, *, says: Assertion, rows: Select, by: str, of: Select | None = None,
        on_frames: bool = False, **options,
    ) -> Claim:  # fmt: skip
        """Test a sentence before it is printed; see `analysis.checking.claims.make_claim`.

        Copy is counted once for the whole pool. Where groups are compared, it is nobody's: the claim must hold without
        it. With `on_frames` the tables hold ``frames`` and ``agency`` as well.
        """
        if on_frames:
            found, coded = self.framed
            tokens = self.tokens[self.tokens["origin"] == "own"] if by == "group" else self.once
            once = keep_places(found, tokens) if len(self.passages) else None
        else:
            found, coded = self.found, self.coded
            once = (self._found_own if by == "group" else self._found_once) if len(self.passages) else None
        tables = {"found": found, "coded": coded, "once": once, "paragraphs": self._units}
        return make_claim(text, says=says, rows=rows, by=by, of=of, **tables, **options)
