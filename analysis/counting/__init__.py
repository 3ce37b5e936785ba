"""Marked tables go in; counted tables come out: terms, keyness, TF-IDF, concordance, speech, portrayal, sharing.
Nothing is tagged or found here.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "codebook_draft",
    "concordance",
    "constructions",
    "frame_counts",
    "groups",
    "keyness",
    "lengths",
    "portrayal",
    "ranked_edits",
    "referents",
    "reported_numbers",
    "rivals",
    "sharing",
    "speaking",
    "suggestions",
    "summaries",
    "terms",
    "tfidf",
]
