"""Characters: what files did to the letters of a text is undone, and counted."""

import re
import unicodedata
from collections import Counter
from functools import cache
from html import unescape

from analysis.codebook.wordlists import read_lines

__all__ = ["clean_characters", "compose"]

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
SOFT_HYPHEN = re.compile("\u00ad(?:[ ]*\n[ ]*)?")
INVISIBLE = re.compile("[\u200b-\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
SPACES = re.compile(
    r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
)
ENTITY = re.compile(
    r"&(?:amp|quot|apos|nbsp|shy|[aouAOU]uml|szlig|[lbr]s?[dl]?quo|bdquo|[lr]aquo|[nm]dash|hellip|euro|#\d{2,5});"
)
# UTF-8 that was read as Windows-1252 and saved again: „Ã¼“ for „ü“, „â€ž“ for „„“.
TWICE = re.compile(
    r"Ã[\u0080-\u00bf\u0152-\u0178ŸœžšŽ‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™›]|â€[\u0080-\u00bfœžšŸ\u02dc“”™¦¢˜\u201a-\u203a]|Â[\u00a0-\u00bf]"
)


@cache
def _ligatures() -> dict[str, str]:
    """Read `lexicons/ligatures.txt`."""
    pairs = (line.split(" ", 1) for line in read_lines("ligatures"))
    return {chr(int(sign[2:], 16)) if sign.startswith("U+") else sign: letters for sign, letters in pairs}


def _once(match: re.Match) -> str:
    """Read a character that was encoded twice as it was meant."""
    raw = b"".join(bytes([ord(c)]) if 0x80 <= ord(c) <= 0x9F else c.encode("cp1252", "replace") for c in match[0])
    read = raw.decode("utf-8", errors="replace")
    return match[0] if "\ufffd" in read else read


def clean_characters(raw: str) -> tuple[str, Counter]:
    r"""Bring a text to NFC with plain line ends and spaces and with letters only where letters are meant.

    Returns
    -------
    text : str
    repairs : Counter
        How often each kind of repair was made.

    Examples
    --------
    >>> text, repairs = clean_characters("Der o\ufb03zielle Regie\u00adrungs\u00adchef")
    >>> text, repairs["ligatures undone"], repairs["soft hyphens taken out"]
    ('Der offizielle Regierungschef', 1, 2)
    """
    repairs: Counter = Counter()

    def sub(pattern: re.Pattern, by, name: str, text: str) -> str:
        new, n = pattern.subn(by, text)
        repairs[name] += n if new != text else 0
        return new

    text = raw.removeprefix("\ufeff").replace("\r\n", "\n")
    text = sub(LINE_ENDS, "\n", "odd line ends made plain", text)
    if len(TWICE.findall(text)) > 1:
        text = sub(TWICE, _once, "characters encoded twice read once", text)
    text = sub(ENTITY, lambda m: unescape(m[0]), "HTML entities read", text)
    text = sub(SOFT_HYPHEN, "", "soft hyphens taken out", text)
    signs = re.compile("[" + "".join(_ligatures()) + "]")
    text = sub(signs, lambda m: _ligatures()[m[0]], "ligatures undone", text)
    text = sub(PRIVATE, "", "private-use characters left out", text)
    text = sub(INVISIBLE, "", "invisible characters left out", text)
    text = sub(CONTROL, "", "control characters left out", text)
    return sub(SPACES, " ", "odd spaces made one space", compose(text, repairs)), repairs


def compose(text: str, repairs: Counter) -> str:
    """Write a letter and its accents as one character each (NFC), and count the characters that this spares."""
    composed = unicodedata.normalize("NFC", text)
    repairs["characters composed (NFC)"] += max(0, len(text) - len(composed))
    return composed
