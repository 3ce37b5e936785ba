"""Noun phrases: their only finder: where one that begins or ends at a token ends or begins.

It stays whole though it is long: a phrase's core and what follows it are one search, whose parts nobody else asks for.
"""

from analysis.codebook.wordlists import read_classes
from analysis.language.morphology import is_finite
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["DETERMINERS", "MARKS", "NOUNS", "find_noun_phrase", "find_noun_phrase_before"]

GRAMMAR = read_classes("grammar")
DETERMINERS = frozenset("ART PPOSAT PDAT PIAT PIDAT PWAT".split())
ATTRIBUTES = frozenset("ADJA CARD TRUNC".split())
NOUNS = frozenset("NN NE FM XY".split())
PRONOUNS = frozenset("PPER PDS PRELS PWS".split())
# Tags of a participle's own words: der | für die Region | zuständige Leiter.
INSIDE = ATTRIBUTES | NOUNS | frozenset("APPR APPRART ART ADV ADJD PPOSAT PDAT PRF".split())
MARKS = frozenset("„ “ ” \" » « ' ‚ ‘".split())
FUNCTION = read_classes("function_words")
PARTICLES = FUNCTION["particle"]
FIRST_NAMES = frozenset().union(*read_classes("first_names").values())
JOINING = GRAMMAR["joining"]
LONGEST_NAME = 8  # tokens of a name in marks
LONGEST = 40  # tokens in one phrase
WIDEST = 9  # tokens between an article and its participle: der für die Region zuständige Leiter
BRACKET = 8  # tokens in brackets behind a name


def find_noun_phrase(words: Words, i: int, last: int, *, with_attributes: bool = True) -> int:
    """Return the end of the noun phrase that begins at token `i`, with genitives, names in brackets and places.

    Parameters
    ----------
    words : Words
    i, last : int
        The first token, and the one before which the phrase must end.
    with_attributes : bool
        Whether what follows the noun belongs to it (*der Sprecher | der Stadt*).

    Returns
    -------
    int
        The token after the phrase; `i` itself if none begins there.

    Examples
    --------
    >>> lists = {"form": "der Sprecher der Stadt sagte".split(), "lemma": [""] * 5,
    ...          "pos": "ART NN ART NN VVFIN".split(), "start": [0] * 5, "end": [0] * 5}
    >>> find_noun_phrase(Words("a", "", **lists, sentence=[0] * 5, paragraph=[0] * 5), 0, 5)
    4
    """
    last = min(last, i + LONGEST)
    if i < last and words.pos[i] in PRONOUNS and not _is_owner(words, i, last):
        return i + 1
    end = i + 1 if i < last and words.pos[i] == "PIS" else _find_core(words, i, last)
    return _lengthen(words, end, last) if end > i and with_attributes else end


def find_noun_phrase_before(words: Words, last: int, first: int) -> int:
    """Return the beginning of the noun phrase that ends before token `last` and not before `first`."""
    best = last
    for i in range(last - 1, max(first, last - LONGEST) - 1, -1):
        if is_finite(words.pos[i]) or words.form[i] in ",:;":
            break
        if find_noun_phrase(words, i, last) == last:
            best = i
    return best


def _find_core(words: Words, i: int, last: int) -> int:
    """Return where the determiner, attributes and nouns that begin at `i` end; `i` itself if there is no noun."""
    j = i
    while j < last and (words.pos[j] in DETERMINERS or _is_owner(words, j, last)):
        j += 1
    if i < j < last and words.pos[j] in ("APPR", "APPRART", "ADV"):
        j = _skip_participle(words, j, last)
    while j < last and (_may_stand_inside(words, j) or _joins_attributes(words, j, i)):
        j += 1
    k = _find_nouns(words, j, last)
    if k > j:
        return max(k, _find_owned(words, k, last)) if words.pos[j] != "NN" else k
    has_head = j > i and j < last and words.pos[j - 1] in DETERMINERS | {"CARD", "ADJA"}  # der Verletzte, die drei
    return j if has_head else i


def _is_owner(words: Words, i: int, last: int) -> bool:
    """Tell *deren*, *dessen* before the noun that it owns: *deren Sprecher Herbert Berg*."""
    return words.low[i] in ("deren", "dessen") and i + 1 < last and words.pos[i + 1] in NOUNS | {"ADJA"}


def _may_stand_inside(words: Words, j: int) -> bool:
    """Tell what may stand between a determiner and its noun; a name in marks is the noun itself."""
    is_mark = words.form[j] in MARKS and not _find_marked(words, j)
    return is_mark or words.pos[j] in ATTRIBUTES or words.pos[j] == "ADJD"


def _joins_attributes(words: Words, j: int, first: int) -> bool:
    """Tell what stands between attributes: *kurz- | bis mittelfristiger*, *neue | , bessere | und schnellere*."""
    if j == first or j + 1 >= len(words) or words.low[j] not in JOINING:
        return False
    after = {"TRUNC": ATTRIBUTES | NOUNS, "ADJA": ATTRIBUTES}.get(words.pos[j - 1], ())  # Austria- und Tirol-Trainer
    return words.pos[j + 1] in after


def _find_nouns(words: Words, j: int, last: int) -> int:
    """Return where the run of nouns, names and names in marks that begins at `j` ends."""
    k = j
    while k < last:
        after = _after_noun(words, k, j)
        if after == k or after > last:
            break
        k = after
    return k


def _after_noun(words: Words, k: int, first: int) -> int:
    """Return the token after the noun, the name in marks or the particle at `k`; `k` itself if there is none."""
    if words.pos[k] in NOUNS:
        is_other = k > first and words.pos[k - 1 : k + 1] == ["NE", "NN"] and words.lemma[k] != words.form[k]
        is_last_name = words.form[k - 1] in FIRST_NAMES or _is_genitive_name(words, k - 1)
        return k if is_other and not is_last_name else k + 1  # laut Airbus | Bestellungen, but: Karl Lauterbach
    if closing := _find_marked(words, k):
        return closing
    is_inside = k > first and (words.form[k] in MARKS or _is_name_particle(words, k) or _is_number(words, k))
    return k + 1 if is_inside else k


def _find_marked(words: Words, k: int) -> int:
    """Return where a name in marks that begins at `k` ends (*„Aktion Wasser hilft“*), or 0."""
    closing = words.marked.get(k, 0)
    inner = range(k + 1, closing - 1)
    is_name = 0 < len(inner) <= LONGEST_NAME and words.form[inner[0]][0].isupper()
    has_stop = any(words.form[m] in ",:;–.!?" for m in inner)  # a title or a sentence
    return closing if is_name and not has_stop and any(words.pos[m] in NOUNS for m in inner) else 0


def _is_name_particle(words: Words, k: int) -> bool:
    """Tell *von*, *zu*, *van der* inside a name: between a first name and a last name; or *Van | der Bellen*."""
    if words.form[k - 1] == words.low[k - 1].title() and words.low[k - 1] in PARTICLES and words.pos[k - 1] in NOUNS:
        return words.low[k] in FUNCTION["inner_particle"]
    if words.low[k] not in PARTICLES or words.form[k - 1] not in FIRST_NAMES or k + 1 >= len(words):
        return False
    return words.pos[k + 1] == "NE" or words.low[k + 1] in FUNCTION["inner_particle"]


def _is_number(words: Words, k: int) -> bool:
    """Tell the number inside a name: *Bayer | 04 | Leverkusen*."""
    return words.pos[k] == "CARD" and k + 1 < len(words) and words.pos[k - 1] == words.pos[k + 1] == "NE"


def _find_owned(words: Words, k: int, last: int) -> int:
    """Return the end of what a name in the genitive stands before: *Berlins | früherer Bürgermeister*; else 0."""
    is_owner = k < last and _is_genitive_name(words, k - 1)
    j = _skip_participle(words, k, last) if is_owner and words.pos[k] == "APPR" else k
    if not is_owner or words.pos[j] not in ("ADJA", "TRUNC") or words.low[j].endswith(("en", "em")):
        return 0
    while j < last and (words.pos[j] in ("ADJA", "TRUNC") or _joins_owned(words, j)):
        j += 1
    end = _find_nouns(words, j, last)
    return end if end > j else 0


def _skip_participle(words: Words, j: int, last: int) -> int:
    """Return the participle whose own words begin at `j`: *der | für die Region | zuständige Leiter*; else `j`."""
    for k in range(j, min(j + WIDEST, last - 1)):
        if words.pos[k] not in INSIDE:
            break
        is_bent = words.pos[k] == "ADJA" and words.pos[k + 1] in NOUNS | {"ADJA"}
        if is_bent and k > j and words.pos[k - 1] in NOUNS | {"ADV", "ADJD"}:
            return k
    return j


def _joins_owned(words: Words, j: int) -> bool:
    """Tell *und* behind a cut word: *Staats- | und | Parteichef*."""
    return words.pos[j - 1] == "TRUNC" and words.low[j] in JOINING


def _is_genitive_name(words: Words, k: int) -> bool:
    """Tell a name in the genitive: *Chinas*, not *Airbus*."""
    return words.pos[k] in ("NE", "FM") and words.low[k][-1] in "s'’" and words.lemma[k] != words.form[k]


def _lengthen(words: Words, end: int, last: int) -> int:
    """Return the end of a phrase with all the attributes that follow it, and one apposition or the rest of a list."""
    is_set_off = False
    while end < last:
        longer = _add_attribute(words, end, last)
        if longer == end and not is_set_off:
            longer, is_set_off = _add_list(words, end, last), True
            longer = longer if longer > end else _add_apposition(words, end, last)
        if longer == end:
            break
        end = longer
    return end


def _add_attribute(words: Words, end: int, last: int) -> int:
    """Return the end of the phrase with one more attribute behind it; `end` itself if there is none."""
    for attribute in (_add_genitive, _add_bracket, _add_prepositional, _add_second, _add_marked):
        longer = attribute(words, end, last)
        if longer > end:
            return longer
    return end


def _add_genitive(words: Words, end: int, last: int) -> int:
    """*der Sprecher | der Stadt*, *der Verband | kommunaler Unternehmen*."""
    low, pos = words.low[end], words.pos[end]
    after = words.pos[end + 1] if end + 1 < last else ""
    if pos == "ADJA" and low.endswith("er") and words.form[end] == low and after == "NN":
        return _find_core(words, end, last)
    if low not in GRAMMAR["genitive"] or pos not in DETERMINERS:
        return end
    is_nominative = low == "der" and after == "ADJA" and not words.low[end + 1].endswith("n")
    is_addressee = words.pos[end - 1] == "NE" and not words.form[end - 1].isupper()  # sagte Huber | der Zeitung
    return end if is_nominative or is_addressee else max(end, _find_core(words, end, last))


def _add_bracket(words: Words, end: int, last: int) -> int:
    """*Karl Huber | (SPD)*."""
    if words.form[end] != "(":
        return end
    close = next((j for j in range(end + 1, min(end + BRACKET, last)) if words.form[j] == ")"), None)
    return end if close is None else close + 1


def _add_prepositional(words: Words, end: int, last: int) -> int:
    """*die Gewerkschaft | von Köln*, *der Bürgermeister | in Berlin*, *das Institut | für Wetter*."""
    low = words.low[end]
    after = words.pos[end + 1] if end + 1 < last else ""
    is_place = low in GRAMMAR["place"] and after in ("NE", "FM")
    is_office = low in GRAMMAR["office"] and words.pos[end - 1] != "NE"  # Institut für …, but: warb Obama für …
    if not (low in GRAMMAR["of"] or is_office or is_place):
        return end
    core = _find_core(words, end + 1, last)
    return core if core > end + 1 else end


def _add_second(words: Words, end: int, last: int) -> int:
    """*die SPD | und die Grünen*."""
    after = words.pos[end + 1] if end + 1 < last else ""
    if words.low[end] not in ("und", "sowie") or after not in NOUNS | DETERMINERS | ATTRIBUTES:
        return end
    core = _find_core(words, end + 1, last)
    return core if core > end + 1 else end


def _add_marked(words: Words, end: int, last: int) -> int:
    """*die Zeitung | „Nachrichten“*."""
    after = words.pos[end + 1] if end + 1 < last else ""
    return max(end, _find_core(words, end, last)) if words.form[end] in MARKS and after in NOUNS | DETERMINERS else end


def _add_list(words: Words, end: int, last: int) -> int:
    """*die Außenminister Frankreichs | , Italiens und Spaniens*: names; not before a verb, which begins a clause."""
    k = end
    while k < last and words.form[k] == "," and _is_name(words, k + 1, core := _find_core(words, k + 1, last)):
        k = core
    if k == end or k >= last or words.low[k] not in ("und", "sowie"):
        return end
    core = _find_core(words, k + 1, last)
    is_clause = core < last and is_finite(words.pos[core])
    return end if is_clause or not _is_name(words, k + 1, core) else core


def _is_name(words: Words, first: int, stop: int) -> bool:
    """Tell a phrase that ends in a name."""
    return stop > first and words.pos[stop - 1] in ("NE", "FM", "XY")


def _add_apposition(words: Words, end: int, last: int) -> int:
    """*der Minister | , Frank Huber,* or *Frank Huber | , der Minister für Sport in Wien,* without its last comma."""
    if words.form[end] != ",":
        return end
    core = _find_core(words, end + 1, last)
    if core == end + 1:
        return end
    is_role = any(kind_of(words.form[k]) == "person" for k in range(end + 1, core))
    may_be_object = words.low[end + 1] in GRAMMAR["accusative"] and not is_role  # warnte Huber, | die Partei in …, …
    while core < last and words.form[core] != ",":
        longer = _add_attribute(words, core, last)
        if longer == core and not may_be_object:
            longer = _add_adverbial(words, core, last)
        if longer == core:
            break
        core = longer
    return core if core >= last or words.form[core] in (",", ":", ".", "–") else end


def _add_adverbial(words: Words, end: int, last: int) -> int:
    """Return the end of a preposition's phrase behind a noun inside an apposition: *Experte | bei der Bank*."""
    if words.pos[end] not in ("APPR", "APPRART"):
        return end
    core = _find_core(words, end + 1, last)
    is_time = core > end + 1 and words.lemma[core - 1] in GRAMMAR["time"]
    return core if core > end + 1 and not is_time else end
