"""Tagging: from clean articles to *sentences* and *tokens*, with SoMaJo (tokens) and HanTa (lemma, STTS)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

import pandas as pd
import regex
from somajo import SoMaJo

from analysis.codebook import schema
from analysis.codebook.wordlists import read_lines
from analysis.language.capitals import Capitals, count_capitals
from analysis.language.finite_verbs import mend_finite
from analysis.language.hanta_tagger import load_tagger
from analysis.language.many_processes import cut_in_pieces, map_pieces
from analysis.language.proper_nouns import mend_nouns

__all__ = ["load_tokenizer", "tag_articles"]

QUOTATION = re.compile('[„“”"»«‚‘’‹›]')
DOMAIN_END = re.compile(r"[a-z]{2,4}")
MARK = re.compile(r"\W+")
EMOJI = regex.compile(r"[\p{Extended_Pictographic}\p{Emoji_Presentation}\uFE0F]")  # what SoMaJo takes for one
GENDERED = re.compile(r"(\w{3,}?)(?:[:*_/]-?in|In)(?:nen)?")
LONGEST_SENTENCE = 250  # tokens tagged at once: in longer ones HanTa's probabilities vanish and it fails
LONGEST_NAME = 30  # letters: a longer word is not looked up
PIECE, FEWEST_PIECES = 50, 20  # paragraphs or sentences that a process works on at a time; fewer of these: one process
UNSEEN = -25.0  # log-probability below which HanTa guesses: Solingen -29.6, Zeugen -10.9
NOUNS = {"NNA": "NN", "NNI": "NN"}  # HanTa's nominalised adjectives and infinitives are nouns in STTS


@lru_cache(maxsize=1)
def load_tokenizer() -> SoMaJo:
    """Load SoMaJo for German once a process; it looks at each character for emojis only where there is one."""
    tokenizer = SoMaJo("de_CMC", split_camel_case=False, split_sentences=True, character_offsets=True)
    words = tokenizer._tokenizer
    split = words._split_emojis
    words._split_emojis = lambda node, *kind: split(node, *kind) if EMOJI.search(node.value.text) else None
    return tokenizer


def _split_paragraph(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the sentences of one paragraph as token offsets."""
    for sentence in load_tokenizer().tokenize_text([text]):
        spans = [tuple(token.character_offset) for token in sentence]
        yield _mend_domains(text, [(a, b) for a, b in spans if b > a])


def _mend_domains(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what belongs to one name: SoMaJo parts `Vlast.kz`, whose ending it does not know."""
    mended: list[tuple[int, int]] = []
    for start, end in spans:
        glued = len(mended) >= 2 and mended[-1][1] == start and mended[-2][1] == mended[-1][0]
        if glued and text[slice(*mended[-1])] == "." and DOMAIN_END.fullmatch(text[start:end]):
            mended.pop()
            start = mended.pop()[0]
        mended.append((start, end))
    return mended


def _tag_sentence(forms: list[str], capitals: Capitals, names: frozenset[str]) -> list[tuple[str, str]]:
    """Give lemma and STTS part of speech of the words of one sentence."""
    plain = ['"' if QUOTATION.fullmatch(form) else form for form in forms]
    pieces = [plain[i : i + LONGEST_SENTENCE] for i in range(0, len(plain), LONGEST_SENTENCE)]
    answers = [answer for piece in pieces for answer in load_tagger().tag_sent(piece)]
    tags = [_mend_tag(form, lemma, pos) for form, (_, lemma, pos) in zip(forms, answers, strict=True)]
    tags = _mend_foreign(forms, tags)
    return mend_finite(forms, mend_nouns(forms, tags, capitals=capitals, names=names, is_guess=_is_guess))


def _mend_foreign(forms: list[str], tags: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Give German words their tag that HanTa takes for foreign ones behind a dash (*Rabat – | In Marokko*)."""
    foreign = [pos == "FM" for _, pos in tags]
    known, mended = _known_german(), list(tags)
    for i, form in enumerate(forms):
        if foreign[i] and form.lower() in known and not any(foreign[max(i - 1, 0) : i] + foreign[i + 1 : i + 2]):
            mended[i] = known[form.lower()]
    return mended


@cache
def _known_german() -> dict[str, tuple[str, str]]:
    """Read `lexicons/german_not_foreign.txt`: lemma and tag of words that HanTa takes for foreign ones."""
    lines = (line.split("\t") for line in read_lines("german_not_foreign"))
    return {form: (lemma, pos) for form, lemma, pos in lines}


@lru_cache(maxsize=100_000)
def _is_guess(form: str) -> bool:
    """Tell a word of one stem that HanTa has not seen: what it says of its ending is a guess."""
    if len(form) > LONGEST_NAME:
        return False
    morphemes = load_tagger().analyze(form, taglevel=3)[1]
    stems = [part for part, kind in morphemes if not kind.startswith(("SUF", "PREF", "HYPHEN"))]
    scores = load_tagger().tag_word(form)
    return len(stems) == 1 and bool(scores) and max(score for _, score in scores) < UNSEEN


@cache
def _known_lemmas() -> dict[str, str]:
    """Read `lexicons/mended_lemmas.txt`: lemmas that HanTa gets wrong."""
    return dict(line.split("\t") for line in read_lines("mended_lemmas"))


@cache
def _known_tags() -> dict[str, str]:
    """Read `lexicons/mended_tags.txt`: words that are never what HanTa takes them for."""
    return dict(line.split("\t") for line in read_lines("mended_tags"))


def _mend_tag(form: str, lemma: str, pos: str) -> tuple[str, str]:
    """Write HanTa's tags as STTS does; mend the lemma of marks, names, acronyms and gendered or joined nouns."""
    if MARK.fullmatch(form):
        return form, {",": "$,", ".": "$.", "!": "$.", "?": "$.", ":": "$.", ";": "$."}.get(form, "$(")
    if gendered := GENDERED.fullmatch(form):
        return f"{gendered[1]}:in", "NN"
    if form.lower() in _known_tags():
        return form.lower(), _known_tags()[form.lower()]
    pos = NOUNS.get(pos, pos.replace("(", "").replace(")", ""))
    if form in _known_lemmas():
        lemma = _known_lemmas()[form]
    elif (form.isupper() and len(form) > 1) or (pos == "NE" and not form.endswith("s")):
        lemma = form  # names have no ending but the genitive's
    elif "-" in form and form[:1].isupper():
        head, _, last = form.rpartition("-")
        lemma = f"{head}-{load_tagger().analyze(last, pos='NN')[0]}" if last[:1].isupper() else lemma
    return lemma, "XY" if pos.startswith("$") else pos


def _read_sentences(paragraphs: list[tuple], texts: dict[str, str]) -> list[tuple]:
    """List the sentences of paragraphs: article, paragraph, part, and the offsets of their tokens in the article."""
    return [
        (article_id, number, part, [(start + a, start + b) for a, b in spans])
        for article_id, number, part, start, end in paragraphs
        for spans in _split_paragraph(texts[article_id][start:end])
        if spans
    ]


def _tag_sentences(printed: list[list[str]], capitals: Capitals, names: frozenset[str]) -> list[list[tuple[str, str]]]:
    """Tag sentences, each a list of words as printed."""
    return [_tag_sentence(forms, capitals, names) for forms in printed]


def tag_articles(
    articles: pd.DataFrame, paragraphs: pd.DataFrame, *, names: Iterable[str] = ()
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Split articles into sentences and tokens; give each token its lemma and part of speech.

    Parameters
    ----------
    articles : DataFrame
        A row is an article; needs ``article_id`` and ``text``.
    paragraphs : DataFrame
        A row is a paragraph, with its part and offsets. No sentence crosses a paragraph.
    names : iterable of str
        Words that are names, from the codebook; they are never bent.

    Returns
    -------
    sentences, tokens : DataFrame
        As `schema.TABLES` describes them. Every token's voice and origin is still ``own``: `quotes` and
        `reuse` mark them afterwards.

    Notes
    -----
    SoMaJo: Proisl & Uhrig (2016); HanTa: Wartena (2019). ``text[start:end]`` is the row's surface form.

    Examples
    --------
    >>> from analysis.reading.file_readers import plain_articles
    >>> texts = pd.DataFrame({"article_id": ["a"], "text": ["Am 8. Januar fielen Schüsse."]})
    >>> sentences, tokens = tag_articles(*plain_articles(texts))
    >>> tokens["lemma"].tolist()
    ['an', '8.', 'Januar', 'fallen', 'Schuss', '.']
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    sentence_rows, token_rows = [], []
    n_sentences, n_tokens = dict.fromkeys(texts, 0), dict.fromkeys(texts, 0)
    places = paragraphs[["article_id", "paragraph", "part", "start", "end"]].itertuples(index=False, name=None)
    load_tokenizer(), load_tagger()  # once, before there are several processes
    pieces = cut_in_pieces(list(places), PIECE)
    found = list(chain.from_iterable(map_pieces(_read_sentences, pieces, texts, fewest=FEWEST_PIECES)))
    printed = [[texts[article_id][a:b] for a, b in spans] for article_id, _, _, spans in found]
    pieces = cut_in_pieces(printed, PIECE)
    given = count_capitals(printed), frozenset(names)
    tagged = chain.from_iterable(map_pieces(_tag_sentences, pieces, *given, fewest=FEWEST_PIECES))
    for (article_id, paragraph, part, spans), forms, tags in zip(found, printed, tagged, strict=True):
        sentence, first = n_sentences[article_id], n_tokens[article_id]
        sentence_rows.append((article_id, sentence, paragraph, part, spans[0][0], spans[-1][1]))
        token_rows += [
            (article_id, first + n, sentence, a, b, form, lemma, pos)
            for n, ((a, b), form, (lemma, pos)) in enumerate(zip(spans, forms, tags, strict=True))
        ]
        n_sentences[article_id] += 1
        n_tokens[article_id] += len(spans)
    sentences = pd.DataFrame(sentence_rows, columns=list(schema.TABLES["sentences"].columns))
    tokens = pd.DataFrame(token_rows, columns=list(schema.TABLES["tokens"].columns)[:8])
    tokens = tokens.assign(voice="own", origin="own", quote=pd.array([pd.NA] * len(tokens), dtype="Int64"))
    return schema.check("sentences", sentences), schema.check("tokens", tokens)
