"""The tagger: HanTa, loaded once, whose answers are kept and which is spared words that it would never end with."""

from functools import lru_cache

from HanTa.HanoverTagger import HanoverTagger

__all__ = ["load_tagger"]

LONGEST_WORD = 50  # letters given to HanTa: 0.05 s, where 200 take 0.7 s, 800 take 10 s and 5,000 do not end


class _KeepingTagger(HanoverTagger):
    """HanTa whose answers for a word are kept, as they depend on the word alone, and which is spared endless words.

    Its time grows with a high power of a word's length. Of a word beyond `LONGEST_WORD` it is given the end, where
    German says what a compound is and how it is inflected; the rest is put before what it answers.
    """

    @lru_cache(maxsize=200_000)  # noqa: B019 - one tagger lives as long as the process
    def _tag_word(self, word, cutoff=5, casesensitive=True, conditional=False):
        return super()._tag_word(_cut_long_word(word)[1], cutoff, casesensitive, conditional)

    @lru_cache(maxsize=200_000)  # noqa: B019
    def _analyze(self, word, pos, taglevel=1):
        head, end = _cut_long_word(word)
        answer = super()._analyze(end, pos, taglevel)
        if not head or taglevel not in (1, 3):
            return answer
        lemma, *rest = answer
        lemma = head + lemma[:1].lower() + lemma[1:] if lemma[:1].isupper() else head.lower() + lemma
        if taglevel == 3:
            rest[0] = [(head.lower(), rest[0][0][1]), *rest[0]]
        return lemma, *rest


def _cut_long_word(word: str) -> tuple[str, str]:
    """Part a word that is too long for HanTa into what is kept from it and the end, written as the whole word is.

    Examples
    --------
    >>> _cut_long_word("Donaudampfschiff")
    ('', 'Donaudampfschiff')
    >>> head, end = _cut_long_word("Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz")
    >>> head, end
    ('Rindfleischet', 'Ikettierungsüberwachungsaufgabenübertragungsgesetz')
    """
    if len(word) <= LONGEST_WORD:
        return "", word
    head, end = word[:-LONGEST_WORD], word[-LONGEST_WORD:]
    return head, end[:1].upper() + end[1:] if word[:1].isupper() else end


@lru_cache(maxsize=1)
def load_tagger() -> HanoverTagger:
    """Load HanTa's German model once a process; its answers for each word are kept."""
    return _KeepingTagger("morphmodel_ger.pgz")
