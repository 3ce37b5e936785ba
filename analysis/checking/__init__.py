"""Found tables and coded ones go in; agreement, accuracy, and sentences with the checks they survive come out.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "accuracy", "agreement", "assertions", "claims", "codings", "draws", "frames",
    "framing", "gold", "pairing", "placing", "reliability",
    "soundness", "tone", "versions",
]  # fmt: skip
