"""Tokens of all articles go in; *passages* that they share and *edits* between the copies come out, and the origin of
each token.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = ["edits", "omissions", "shared_passages", "word_origins"]
