"""Finite verbs: plurals that the tagger takes for the infinitive that looks like them (*weil sie das fordern*)."""

__all__ = ["mend_finite"]

Tag = tuple[str, str]  # lemma, STTS
FINITE = {"VVINF": "VVFIN", "VMINF": "VMFIN", "VAINF": "VAFIN"}
SUBORDINATE = frozenset("KOUS PRELS PRELAT PWAV PWS PWAT".split())
SECOND = {
    "ADV": ("KOUS",),
    "KON": ("KOUS", "PRELS", "PWAV"),
    "KOKOM": ("KOUS",),
    "APPR": ("PRELS", "PRELAT", "PWAT", "PWS"),
}  # what opens a subordinate clause behind its first word
TAKING = frozenset("werden haben sein lassen gehen sehen hören helfen lernen bleiben heißen".split())  # + infinitive
SUBJECT = frozenset("ART ADJA PIAT NN NE CARD PPER PPOSAT PDAT".split())
ENDS = frozenset(", : ; . ! ? –".split())


def mend_finite(forms: list[str], tags: list[Tag]) -> list[Tag]:
    """Make the infinitive of a piece that must have a finite verb and has none a finite verb.

    A piece is what stands between commas and stops. One that a subjunction, a relative pronoun or a question word opens
    ends in a finite verb, also where commas inside it part the verb from what opens it, and in two where *und* joins
    them; one that opens the sentence, or follows a colon, with a noun phrase and goes on behind a comma or a colon has
    one, and so has one whose verb has lost its particle. *Als* before a verb at the end of its piece is a subjunction.

    Examples
    --------
    >>> tags = [("Berater", "NN"), ("sagen", "VVINF"), (",", "$,"), ("nein", "PTKANT")]
    >>> mend_finite("Berater sagen , nein".split(), tags)[1]
    ('sagen', 'VVFIN')
    """
    mended, first, waits = list(tags), 0, False
    for i in range(len(forms) + 1):
        if not _ends_piece(forms, i):
            continue
        piece = mended[first:i]
        if _opens_with_als(forms[first:i], piece):
            mended[first] = mended[first][0], "KOUS"
        is_subordinate = _opens_subordinate(mended[first:i]) or _opens_relative(forms, mended, first, i)
        is_main = _goes_on_from_start(forms, first, i) and _opens_with_kind(piece, SUBJECT)
        for k in _find_infinitives(piece, may_be_two=is_subordinate):
            is_last = k == len(piece) - 1 and first > 0
            if is_subordinate or is_main or (waits and is_last) or _loses_particle(piece, k):
                lemma, pos = mended[first + k]
                mended[first + k] = lemma, FINITE[pos]
        waits = (is_subordinate or waits) and _lacks_verb_at_comma(forms, i, piece)
        first = i + 1
    return mended


def _ends_piece(forms: list[str], i: int) -> bool:
    """Tell a comma, a stop and the end of the text."""
    return i >= len(forms) or forms[i] in ENDS


def _opens_with_kind(piece: list[Tag], kinds: frozenset[str]) -> bool:
    """Tell a piece whose first word is of one of some kinds."""
    return bool(piece) and piece[0][1] in kinds


def _opens_subordinate(piece: list[Tag]) -> bool:
    """Tell a subordinate clause, also one that *selbst wenn*, *und weil*, *mit denen* open."""
    kinds = [pos for _, pos in piece[:2]]
    is_second = len(kinds) == 2 and kinds[1] in SECOND.get(kinds[0], ())
    return is_second or _opens_with_kind(piece, SUBORDINATE)


def _opens_relative(forms: list[str], tags: list[Tag], first: int, last: int) -> bool:
    """Tell *…, | die Soldaten nach Hause bringen*: no verb before can have the infinitive that ends the piece."""
    opens = 0 < first < last and forms[first - 1] == "," and tags[first][1] == "ART"
    if not opens or forms[first] not in ("die", "das", "der"):
        return False
    kinds = [pos for _, pos in tags[first:last]]
    is_last = kinds[-1] == "VVINF" and sum(pos[:1] == "V" for pos in kinds) == 1 and "PTKZU" not in kinds
    before = tags[: first - 1]
    takes = any(pos[:2] == "VM" or lemma in TAKING for lemma, pos in before)
    return is_last and not takes and any(pos.endswith("FIN") for _, pos in before)


def _goes_on_from_start(forms: list[str], first: int, last: int) -> bool:
    """Tell a piece that opens the sentence, or follows a colon, and goes on behind a comma or a colon."""
    goes_on = last < len(forms) and forms[last] in ",:"
    return (first == 0 or forms[first - 1] == ":") and goes_on


def _lacks_verb_at_comma(forms: list[str], last: int, piece: list[Tag]) -> bool:
    """Tell a piece without a verb in any form that a comma ends."""
    return not any(pos[:1] == "V" for _, pos in piece) and forms[last : last + 1] == [","]


def _opens_with_als(forms: list[str], piece: list[Tag]) -> bool:
    """Tell *Als der Rat das Gesetz aufhob* from *Als Kanzler regierte er*."""
    kinds = [pos for _, pos in piece]
    is_tagged = len(kinds) > 2 and forms[0].lower() == "als" and kinds[0] in ("APPR", "KOKOM")
    return is_tagged and [k for k, pos in enumerate(kinds) if pos.endswith("FIN")] == [len(kinds) - 1]


def _loses_particle(piece: list[Tag], k: int) -> bool:
    """Tell a verb whose particle stands behind it: *Damit | liefern | beide ein Werk | ab*."""
    return any(pos == "PTKVZ" for _, pos in piece[k + 1 :])


def _find_infinitives(piece: list[Tag], *, may_be_two: bool) -> list[int]:
    """Find the last infinitive of a piece without finite verb and *zu*, or the two that *und* joins; else none."""
    kinds = [pos for _, pos in piece]
    if "PTKZU" in kinds or any(pos.endswith("FIN") for pos in kinds):
        return []
    places = [k for k, pos in enumerate(kinds) if pos in FINITE]
    if kinds.count("VVINF") < 2:
        return places[-1:]
    is_joined = len(places) == 2 and kinds[places[0] + 1] == "KON" and places[1] == len(kinds) - 1
    return places if may_be_two and is_joined else []
