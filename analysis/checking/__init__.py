"""Found tables and coded ones go in; agreement, accuracy, and sentences with the checks they survive come out.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "claim_assertions",
    "claim_resamples",
    "claim_versions",
    "claims",
    "coded_quotes",
    "frame_codings",
    "frame_evaluation",
    "frame_versions",
    "frames_against_gold",
    "gold",
    "intercoder_agreement",
    "quote_evaluation",
    "quotes_against_gold",
    "row_pairing",
    "sponsors_against_gold",
    "study_check",
    "tone_evaluation",
    "word_offsets",
]
