"""Found tables and coded ones go in; agreement and accuracy come out.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = ["accuracy", "agreement", "gold"]
