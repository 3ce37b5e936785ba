"""Finite verbs: plurals that the tagger takes for the infinitive that looks like them (*weil sie das fordern*)."""

__all__ = ["mend_finite"]

Tag = tuple[str, str]  # lemma, STTS
FINITE = {"VVINF": "VVFIN", "VMINF": "VMFIN", "VAINF": "VAFIN"}
SUBORDINATE = frozenset("KOUS PRELS PRELAT PWAV PWS PWAT".split())
SUBJECT = frozenset("ART ADJA PIAT NN NE CARD PPER PPOSAT PDAT".split())
ENDS = frozenset(", : ; . ! ? –".split())


def mend_finite(forms: list[str], tags: list[Tag]) -> list[Tag]:
    """Make the infinitive of a piece that must have a finite verb and has none a finite verb.

    A piece is what stands between commas and stops. One that a subjunction, a relative pronoun or a question word opens
    ends in a finite verb; one that opens the sentence with a noun phrase and goes on behind a comma or a colon has one.

    Examples
    --------
    >>> tags = [("Berater", "NN"), ("sagen", "VVINF"), (",", "$,"), ("nein", "PTKANT")]
    >>> mend_finite("Berater sagen , nein".split(), tags)[1]
    ('sagen', 'VVFIN')
    """
    mended, first = list(tags), 0
    for i in range(len(forms) + 1):
        if i < len(forms) and forms[i] not in ENDS:
            continue
        if (k := _find_infinitive(tags[first:i])) is not None:
            goes_on = i < len(forms) and forms[i] in ",:"
            if tags[first][1] in SUBORDINATE or (first == 0 and goes_on and tags[0][1] in SUBJECT):
                lemma, pos = tags[first + k]
                mended[first + k] = lemma, FINITE[pos]
        first = i + 1
    return mended


def _find_infinitive(tags: list[Tag]) -> int | None:
    """Find the last infinitive of a piece without finite verb and *zu*; None if there are several of one kind."""
    kinds = [pos for _, pos in tags]
    if "PTKZU" in kinds or any(pos.endswith("FIN") for pos in kinds) or kinds.count("VVINF") > 1:
        return None
    return max((k for k, pos in enumerate(kinds) if pos in FINITE), default=None)
