"""A study and its notebooks go in; the rendered site and exported tables come out.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = ["execution", "export", "kernels", "made_folder", "new_study", "notebooks", "report"]
