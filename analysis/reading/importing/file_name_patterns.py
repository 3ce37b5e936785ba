"""Patterns: metadata from file names, as ``{date}_{outlet}_{slug}.txt`` says; or the pattern that the names suggest."""

import re
from collections import Counter
from pathlib import PurePosixPath

from analysis.codebook.dates import read_date
from analysis.errors import StudyError

__all__ = ["match_pattern", "read_pattern", "suggest_pattern"]

DATE = r"\d{4}-\d{2}-\d{2}|\d{8}|\d{4}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}"
PIECES = {"date": DATE, "n": r"\d+", "outlet": r"[^\W\d_][^/_]*?", "slug": r"[^/]+?"}
CANDIDATES = (
    "{date}_{outlet}_{slug}", "{date}-{outlet}-{slug}", "{outlet}_{date}_{slug}", "{outlet}-{date}-{slug}",
    "{date}_{outlet}", "{outlet}_{date}", "{n}_{outlet}_{slug}", "{outlet}_{n}_{slug}", "{outlet}{n}", "{outlet}_{n}",
    "{outlet}-{n}", "{outlet} {n}", "{n}_{outlet}", "{n}-{outlet}", "{outlet}/{slug}", "{outlet}_{slug}",
    "{outlet}-{slug}", "{date}_{slug}", "{slug}_{date}",
)  # fmt: skip
FITS = 0.8  # share of the names that a suggested pattern must fit
REPEATS = 0.7  # of the names' outlets there may be at most this many a file: outlets come again


def read_pattern(pattern: str) -> re.Pattern:
    """Make a regular expression of a pattern.

    Raises
    ------
    StudyError
        For a pattern without a field, with one twice, or with a brace that is not closed.

    Examples
    --------
    >>> read_pattern("{outlet}{n}.txt").fullmatch("taz3.txt").groupdict()
    {'outlet': 'taz', 'n': '3'}
    """
    fields = re.findall(r"\{([^{}]*)\}", pattern)
    outside = re.sub(r"\{[^{}]*\}", "", pattern)
    wrong = next((name for name in fields if not re.fullmatch(r"[^\W\d]\w*", name) or fields.count(name) > 1), None)
    if not fields or wrong is not None or re.search(r"[{}]", outside):
        what = f'"{{{wrong}}}" is no field, or is there twice' if wrong is not None else "it has no field"
        raise StudyError(f'--pattern "{pattern}": {what}; write one such as "{{date}}_{{outlet}}_{{slug}}.txt"')
    pieces = re.split(r"\{([^{}]*)\}", pattern)
    made = [re.escape(piece) if n % 2 == 0 else f"(?P<{piece}>{PIECES.get(piece, '[^/]+?')})"
            for n, piece in enumerate(pieces)]  # fmt: skip
    return re.compile("".join(made), re.I)


def _date_in_name(written: str) -> str:
    """Read a date of a file name: 20220108 as well; what is no date stays empty."""
    dashed = re.sub(r"^(\d{4})(\d{2})(\d{2})$", r"\1-\2-\3", written)
    try:
        return read_date(dashed)
    except ValueError:
        return ""


def match_pattern(pattern: re.Pattern, name: str) -> dict[str, str] | None:
    """Return what a file's name says, by field; None where it does not fit the pattern.

    A pattern with a slash is held against the path within the folder, another against the name alone; one without
    an ending fits a name with any.

    Examples
    --------
    >>> match_pattern(read_pattern("{date}_{outlet}_{slug}.txt"), "x/20220108_taz_unruhen.txt")
    {'outlet': 'taz', 'published': '2022-01-08'}
    """
    path = PurePosixPath(name)
    has_folder = "/" in re.sub(r"\[\^[^\]]*\]", "", pattern.pattern)
    whole = str(path) if has_folder else path.name
    stem = whole.removesuffix(path.suffix)
    match = pattern.fullmatch(whole) or pattern.fullmatch(stem)
    if not match:
        return None
    said = {key: value.strip() for key, value in match.groupdict().items() if key not in ("slug", "n")}
    if "date" in said and not (day := _date_in_name(said.pop("date"))):
        return None
    return {**said, "published": day} if "date" in match.groupdict() else said


def suggest_pattern(names: list[str]) -> tuple[str, Counter]:
    """Find the pattern that file names suggest, and the outlets that it would give; nothing where none fits well.

    Examples
    --------
    >>> suggest_pattern(["taz1.txt", "taz2.txt", "bild1.txt", "bild2.txt"])
    ('{outlet}{n}.txt', Counter({'taz': 2, 'bild': 2}))
    """
    suffixes = Counter(PurePosixPath(name).suffix for name in names)
    if len(names) < 2 or not suffixes:
        return "", Counter()
    suffix = suffixes.most_common(1)[0][0]
    for candidate in CANDIDATES:
        pattern = read_pattern(f"{candidate}{suffix}")
        said = [found for name in names if (found := match_pattern(pattern, name)) is not None]
        outlets = Counter(found.get("outlet", "") for found in said)
        repeated = len(outlets) <= max(1, REPEATS * len(said))
        if len(said) >= FITS * len(names) and (repeated or "{date}" in candidate):
            return f"{candidate}{suffix}", outlets
    return "", Counter()
