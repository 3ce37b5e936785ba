"""How a table is made goes in; the table comes out, kept on disk under a key of all that it depends on.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "cache",
    "kept_tables",
]
