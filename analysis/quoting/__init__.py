"""Sentences and tokens go in; *quotes* come out, and the voice of each token: whose word it is.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = ["quote_candidates", "quotes", "word_voices"]
