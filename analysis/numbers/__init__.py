"""Tokens, quotes and the codebook's topics go in; *quantities* come out: what is counted, how many, on whose word.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = ["quantities"]
