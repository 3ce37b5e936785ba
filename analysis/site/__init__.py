"""A study and its notebooks go in; the rendered site and exported tables come out.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "execution",
    "export",
    "folder",
    "kernels",
    "new_study",
    "notebooks",
    "report",
]
