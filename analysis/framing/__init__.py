"""Tokens with voice and origin, quotations and mentions go in; frames with their sponsors, who acts, and tone come out.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "agency",
    "article_topics",
    "frame_indicators",
    "frame_sponsors",
    "frame_words",
    "frames",
    "generic_frames",
    "speech_acts",
    "tone",
    "tone_lexicon",
]
