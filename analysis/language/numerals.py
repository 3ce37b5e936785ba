"""German numerals: what „4.400“, „4400“, „2,2“, „acht“ or „einundzwanzigtausend“ amounts to."""

import re
from functools import lru_cache

__all__ = ["SCALES", "VAGUE", "parse_figures", "parse_number", "parse_word"]

_ONES = (
    "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
)
ONES = {word: n for n, word in enumerate([*_ONES.split(), "achtzehn", "neunzehn"])} | {"eins": 1, "zwo": 2}
TENS = {word: 10 * n for n, word in enumerate(
    "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), start=2)} | {"dreissig": 30}  # fmt: skip
SCALES = {
    "dutzend": 12, "hundert": 100, "tausend": 1_000,
    "million": 1_000_000, "millionen": 1_000_000, "mio": 1_000_000, "mio.": 1_000_000,
    "milliarde": 1_000_000_000, "milliarden": 1_000_000_000, "mrd": 1_000_000_000, "mrd.": 1_000_000_000,
    "billion": 10**12, "billionen": 10**12,
}  # fmt: skip
# Plurals that name an order of magnitude: at least that many.
VAGUE = {"dutzende": 12, "hunderte": 100, "tausende": 1_000, "zehntausende": 10_000, "hunderttausende": 100_000}
VAGUE |= {"abertausende": 1_000, "zigtausende": 10_000}
GENITIVES = {"zweier": 2, "dreier": 3}  # *der Zusammenstoß zweier Autos*
VAGUE |= {f"{word}n": value for word, value in VAGUE.items()} | {f"{word}r": v for word, v in VAGUE.items()}
SPACES = " \u00a0\u2009\u202f"
GROUPED = re.compile(rf"\d{{1,3}}(?:[.{SPACES}'’]\d{{3}})+(?:,\d+)?")
PLAIN = re.compile(r"\d+(?:,\d+)?")


def parse_figures(text: str) -> float | None:
    """Read a number in figures as German prints it: a stop or space parts thousands, a comma decimals.

    Examples
    --------
    >>> [parse_figures(text) for text in ("4400", "4.400", "4 400", "2,2", "4.40", "18:30")]
    [4400.0, 4400.0, 4400.0, 2.2, None, None]
    """
    if GROUPED.fullmatch(text) or PLAIN.fullmatch(text):
        return float(re.sub(rf"[.{SPACES}'’]", "", text).replace(",", "."))
    return None


def _below_hundred(word: str) -> int | None:
    if word in ONES:
        return ONES[word]
    if word in TENS:
        return TENS[word]
    one, joint, ten = word.partition("und")
    return ONES[one] + TENS[ten] if joint and ten in TENS and 0 < ONES.get(one, 0) < 10 else None


def _below_million(word: str) -> int | None:
    for scale, value in (("tausend", 1_000), ("hundert", 100)):
        if scale in word:
            before, _, after = word.partition(scale)
            many = _below_million(before) if before else 1
            rest = _below_million(after.removeprefix("und")) if after else 0
            return None if many is None or rest is None or rest >= value else many * value + rest
    return _below_hundred(word)


@lru_cache(maxsize=200_000)
def parse_word(word: str) -> float | None:
    """Read a number written as one word; `ein` and its forms are articles as often as numbers, so: none.

    Examples
    --------
    >>> [parse_word(word) for word in ("acht", "zwölf", "einundzwanzig", "zweihundertfünfzig", "eintausend")]
    [8, 12, 21, 250, 1000]
    >>> [parse_word(word) for word in ("anderthalb", "zweieinhalb", "einhalb")]
    [1.5, 2.5, None]
    >>> [parse_word(word) for word in ("ein", "Achtung", "Hundertschaft", "Einsiedler", "hundert")]
    [None, None, None, None, 100]
    """
    low = word.lower()
    if low in GENITIVES:
        return GENITIVES[low]
    if low == "anderthalb":
        return 1.5
    if low.endswith("einhalb"):
        whole = _below_hundred(low.removesuffix("einhalb"))
        return None if whole is None else whole + 0.5
    return None if low in ("ein", "null") else _below_million(low)


def parse_number(text: str) -> float | None:
    """Read a number in figures or in one word.

    Examples
    --------
    >>> parse_number("4.400"), parse_number("acht"), parse_number("Polizisten")
    (4400.0, 8, None)
    """
    figures = parse_figures(text)
    return parse_word(text) if figures is None else figures
