"""The tagger: HanTa, loaded once, with its own answers in a third of the time; they are kept, and endless words cut.

HanTa asks of each piece of a word how likely each tag is that may follow, most of which the piece cannot have. Here a
piece is looked up once, and only the tags that it can have are gone through, in HanTa's own order, so that of two
readings that are equally likely the same one is kept. HanTa: Wartena (2019), version 1.2.
"""

import math
from functools import lru_cache
from operator import itemgetter

from HanTa.HanoverTagger import EMPTY, END, END_UNKNOWN, START, UNKNOWN, HanoverTagger, logaddexp

__all__ = ["QuickTagger", "load_tagger"]

LONGEST_WORD = 50  # letters given to HanTa: 0.05 s, where 200 take 0.7 s, 800 take 10 s and 5,000 do not end
LOWEST = -1e6  # log-probability of what is dropped
STATES, WORD_STATES = 3, 5  # that are gone on with: within a word, within a sentence
LONGEST_PIECE = 24  # letters from which on all lengths are equally likely
WHOLE = 4.6  # how much less likely a word is that is one unknown morpheme
FIRST = (EMPTY, START)
State = tuple[int, int]


class QuickTagger(HanoverTagger):
    """HanTa, which looks up a piece of a word by the piece."""

    def __init__(self, name: str):
        """Load a model by the name of its file."""
        super().__init__(name)
        self._pieces: dict[str, dict[int, float]] = {}
        for tag, pieces in self.LP_m_t.items():
            for piece, lp in pieces.items():
                self._pieces.setdefault(piece, {})[tag] = lp
        can_be_guessed = [tag for tag in self.LP_hapax_t if tag in self.LP_s_t]
        self._sizes = [
            {tag: self.Int_t + self.LP_hapax_t[tag] + self.LP_len_t[tag][size] for tag in can_be_guessed}
            for size in range(LONGEST_PIECE + 1)
        ]
        same = self.LP_s_t[can_be_guessed[0]]  # all tags have the same endings
        self._endings = {ending: {tag: self.LP_s_t[tag][ending] for tag in can_be_guessed} for ending in same}
        self._word_tags = [tag for tag in next(iter(self.LP_trans_word.values())) if tag != END]
        self._followers: dict[tuple[State, int | None], tuple[list, list]] = {}

    def analyze_forward(self, word: str) -> list[tuple[int, float]]:
        """Return the parts of speech that a word can have, with log-probabilities, the likeliest first."""
        table: list[dict[State, float]] = [{FIRST: 0}] + [{} for _ in word]
        self._search(word, table, strict=self.strict)
        ends: dict[State, float] = {}
        for state, lp in table[-1].items():
            for tag, follows in self.LP_trans_final.get(state, []):
                _keep_likelier(ends, (state[1], tag), lp + follows)
        found: dict[int, float] = {}
        for (_, tag), lp in ends.items():
            found[-tag] = logaddexp(found[-tag], lp) if -tag in found else lp
        return sorted(found.items(), key=itemgetter(1), reverse=True) or [(UNKNOWN, 0)]

    def analyze_viterbi(self, word: str, targetpos: int) -> list[tuple[int, int]]:
        """Return the tags of a word's morphemes with their ends, for a part of speech: of known ones, if there are."""
        for strict in (True, False):
            table: list[dict[State, float]] = [{FIRST: 0}] + [{} for _ in word]
            back: list[dict[State, tuple[State, int]]] = [{} for _ in table]
            self._search(word, table, strict=strict, target=targetpos, back=back)
            best, likeliest, last = None, -math.inf, None
            for state, lp in table[-1].items():
                follows = next((p for tag, p in self.LP_trans_final.get(state, []) if tag == targetpos), -math.inf)
                if lp + follows > LOWEST and lp + follows > likeliest:
                    best, likeliest, last = (state[1], targetpos), lp + follows, state
            if best:
                break
        if not best:
            return [(UNKNOWN, len(word)), (END_UNKNOWN, len(word) + 1)]
        path, state, at = [(targetpos, len(word) + 1)], last, len(word)
        while at > 0:
            path.append((state[1], at))
            state, at = back[at][state]
        return path[::-1]

    def tag_sent_viterbi(self, sent: list[str], casesensitive: bool = True) -> list[int]:
        """Return the tags of the words of a sentence."""
        row: dict[State, float] = {FIRST: 0.0}
        back: list[dict[State, State]] = []
        for i, word in enumerate(sent):
            known = dict(self._tag_word(word, cutoff=5, casesensitive=casesensitive and i > 0, conditional=True))
            if not known or list(known) == [UNKNOWN]:
                known = dict.fromkeys(self._word_tags, 0)
            choices = [(tag, known[tag]) for tag in self._word_tags if tag in known]
            new: dict[State, float] = {}
            back.append({})
            for state, before in _likeliest(row, WORD_STATES):
                follows = self.LP_trans_word[state]
                for tag, lp in choices:
                    if _keep_likelier(new, (state[1], tag), before + follows[tag] + lp):
                        back[i][state[1], tag] = state
            row = new
        last, likeliest = None, -math.inf
        for state, lp in row.items():
            whole = lp + self.LP_trans_word[state].get(END, -math.inf)
            if whole > likeliest:
                last, likeliest = state, whole
        tags = []
        for places in reversed(back):
            tags.append(last[1])
            last = places[last]
        return tags[::-1]

    def _search(
        self, word: str, table: list, *, strict: bool, target: int | None = None, back: list | None = None
    ) -> None:
        """Fill in for each place of a word how likely the morphemes are that may end there."""
        for i in range(len(word)):
            row = table[i]
            if not row:
                continue
            pieces = self._look_up(word, i, strict)
            for state, before in _likeliest(row, STATES):
                every, open_ones = self._follow(state, target)
                for j, scores, is_known in pieces:
                    ends = table[j]
                    for tag, follows in every if is_known else open_ones:
                        if tag in scores:
                            lp, new = before + follows + scores[tag], (state[1], tag)
                            if lp > LOWEST and (new not in ends or lp > ends[new]):
                                ends[new] = lp
                                if back is not None:
                                    back[j][new] = (state, i)

    def _look_up(self, word: str, i: int, strict: bool) -> list[tuple[int, dict[int, float], bool]]:
        """List the pieces of a word from a place on that can be a morpheme: end, log-probabilities, whether known."""
        n, found = len(word), []
        for j in range(i + 1, n + 1):
            piece = word[i:j]
            known = self._pieces.get(piece)
            if strict or (n >= 4 and j - i <= 2):
                scores = known
            else:
                scores = self._guess(piece[1:][-4:], min(j - i, LONGEST_PIECE), j - i == n)
                scores = scores | known if known else scores
            if scores:
                found.append((j, scores, bool(known)))
        return found

    @lru_cache(maxsize=50_000)  # noqa: B019 - one tagger lives as long as the process
    def _guess(self, ending: str, size: int, is_whole: bool) -> dict[int, float]:
        """Say how likely a piece of a size is as an unknown morpheme, by tag, from the longest ending that is known."""
        sizes, endings = self._sizes[size], self._endings
        rates = next(endings[ending[k:]] for k in range(len(ending) + 1) if ending[k:] in endings)
        less = WHOLE if is_whole else 0.0
        return {tag: sizes[tag] + rate - less for tag, rate in rates.items()}

    def _follow(self, state: State, target: int | None) -> tuple[list, list]:
        """List the tags that may follow and still lead to a part of speech, and those of them that can be guessed."""
        key = state, target
        if key not in self._followers:
            every = self.LP_trans_nonfinal.get(state, [])
            if target is not None:
                every = [(tag, lp) for tag, lp in every if tag in self.reachability.get(target, ())]
            self._followers[key] = every, [(tag, lp) for tag, lp in every if tag in self._sizes[0]]
        return self._followers[key]


def _likeliest(row: dict[State, float], most: int) -> list[tuple[State, float]]:
    """List the states of a row that are gone on with: the likeliest, and what is nearly as likely as the next."""
    lowest = sorted(row.values(), reverse=True)[most] - 1 if len(row) > most else LOWEST
    return [(state, lp) for state, lp in row.items() if lp >= lowest]


def _keep_likelier(row: dict[State, float], state: State, lp: float) -> bool:
    """Write down a way to a state if it is likelier than the one that is known; tell whether it was."""
    if lp > LOWEST and (state not in row or lp > row[state]):
        row[state] = lp
        return True
    return False


class _KeepingTagger(QuickTagger):
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
def load_tagger() -> QuickTagger:
    """Load HanTa's German model once a process; its answers for each word are kept."""
    return _KeepingTagger("morphmodel_ger.pgz")
