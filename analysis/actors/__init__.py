"""Tokens, quotes and the codebook's actors go in; *mentions* come out, and the speaker of each quote.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "codebook_patterns",
    "joined_names",
    "known_organisations",
    "mentions",
    "name_parts",
    "names",
    "organisation_names",
    "quote_speakers",
]
