"""The colours of charts and readers, and how voices look: without matplotlib, which readers need not load."""

__all__ = ["ACCENT", "FAINT", "INK", "ON_LIGHT", "SOFT", "VOICE_LOOK"]

# One colour for all that is counted: columns and rows are named, so colour need not name them too. It is dark enough
# for white paper and light enough for a dark page (WCAG contrast 5.0 and 3.6); tints of it tell the voices apart.
ACCENT = "#B5521B"
INK = "#222222"
SOFT = "#666666"
FAINT = "#E6E6E6"
ON_LIGHT = "#000001"  # letters on a light filled area: no grey, so that a dark page leaves them as they are
# Voices are told apart by fill and edge, so that they survive in grey.
VOICE_LOOK = {
    "own": {"tint": 1.0, "edge": "solid", "label": "the outlet's own words"},
    "direct": {"tint": 0.0, "edge": "solid", "label": "in quotation marks"},
    "indirect": {"tint": 0.5, "edge": "solid", "label": "reported speech"},
    "reported": {"tint": 0.22, "edge": "dashed", "label": "a speech act retold"},
    "distanced": {"tint": 0.0, "edge": "dotted", "label": "held at a distance"},
}
