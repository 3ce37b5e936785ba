"""Marked tables go in; counted tables come out: terms, keyness, TF-IDF, concordance, speech, portrayal, sharing.
Nothing is tagged here; what is found are the codebook's words, and words that a codebook might have.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "actor_portrayal",
    "codebook_draft",
    "concordance",
    "constructions",
    "copied_shares",
    "frame_counts",
    "groups",
    "keyness",
    "lengths",
    "ranked_edits",
    "reported_numbers",
    "speaking",
    "suggested_actors",
    "suggested_rivals",
    "suggested_topics",
    "summaries",
    "term_referents",
    "terms",
    "tfidf",
]
