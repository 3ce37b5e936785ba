"""Words whose tags are given, not found: for rules that are told by the tags alone."""

from analysis.language.words import Words

__all__ = ["words_of"]


def words_of(tagged: str) -> Words:
    """Make one sentence of ``form/tag/lemma`` triples; the lemma may be left out: it is the form then.

    >>> words_of("Leute/NN/Leute kamen/VVFIN/kommen").lemma
    ['Leute', 'kommen']
    """
    parts = [(*part.split("/"), "")[:3] for part in tagged.split()]
    n = len(parts)
    forms, tags, lemmas = ([p[k] or p[0] for p in parts] for k in range(3))
    return Words("a", " ".join(forms), form=forms, lemma=lemmas, pos=tags, start=list(range(n)),
                 end=list(range(1, n + 1)), sentence=[0] * n, paragraph=[0] * n)  # fmt: skip
