"""A study and its notebooks go in; the rendered site and exported tables come out.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "export",
    "new_study",
    "notebook_copies",
    "notebook_execution",
    "notebooks",
    "output_folder",
    "report",
    "warm_kernels",
]
