"""Compounds for a text or a statement that begin with whose it is: *BWB-Bericht*, *Senderangaben*."""

from functools import lru_cache

from analysis.actors.body_kinds import called_kinds
from analysis.codebook.wordlists import read_classes

__all__ = ["bare_forms", "before_text", "stating_body"]


@lru_cache(maxsize=50_000)
def before_text(form: str) -> str:
    """Return what stands before the noun for a text in a compound, with its hyphen; nothing for other words.

    >>> before_text("Armeeangaben"), before_text("BWB-Bericht"), before_text("Bericht"), before_text("Armee")
    ('Armee', 'BWB-', '', '')
    """
    classes, low = read_classes("source_nouns"), form.lower()
    texts = classes["document"] | classes["research"] | classes["statement_ending"]
    text = max((noun for noun in texts if low.endswith(noun)), key=len, default="")
    return form[: -len(text)] if text else ""


def bare_forms(part: str) -> list[str]:
    """Return what the first part of a compound may be without the letters that join it.

    >>> bare_forms("Ministeriums"), bare_forms("Firmen")
    (['Ministeriums', 'Ministerium'], ['Firmen', 'Firme', 'Firm', 'Firma'])
    """
    ends = [end for end in ("", "s", "es", "n", "en") if part.endswith(end)]
    return [part[: len(part) - len(end)] for end in ends] + ([f"{part[:-2]}a"] if part.endswith("en") else [])


@lru_cache(maxsize=50_000)
def stating_body(noun: str) -> str:
    """Take the noun for a body that a compound for its statements begins with.

    >>> stating_body("Senderangaben"), stating_body("Firmenangaben"), stating_body("Zeitangaben")
    ('Sender', 'Firma', '')
    """
    body, angaben, _ = noun.partition("angaben")
    return next((part for part in bare_forms(body) if called_kinds(part)), "") if angaben else ""
