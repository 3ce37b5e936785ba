"""Articles and paragraphs go in; *sentences* and *tokens* come out, and clauses, moods, marks, noun phrases and
numerals for whoever asks.

Others may use the modules that `__all__` names; the rest is this room's own.
"""

__all__ = [
    "agreement",
    "capitals",
    "clauses",
    "governed_phrases",
    "hanta_tagger",
    "long_phrases",
    "many_processes",
    "morphology",
    "noun_phrases",
    "nouns",
    "numerals",
    "parsing",
    "phrase_forms",
    "quotation_marks",
    "separable_verbs",
    "subjects",
    "tagging",
    "verb_words",
    "words",
]
