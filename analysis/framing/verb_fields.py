"""Fields: the stretches of a sentence that belong to one verb, where commas and *und* part or join clauses."""

from analysis.framing.field_edges import cut_remark, skip_heading
from analysis.framing.field_pieces import NONFINITE, OPENERS, VerbField, pieces_before, pieces_behind, skip_place
from analysis.framing.verb_forms import has_two_readings, is_participle
from analysis.framing.waiting_verbs import find_waiting, find_waiting_before
from analysis.language.clauses import Clause, Syntax
from analysis.language.phrase_forms import GRAMMAR, PREPOSITIONS
from analysis.language.words import Words

__all__ = ["find_field"]

RELATIVES = GRAMMAR["relative"]
FOLLOWING = frozenset("ART ADJA NN NE CARD PIAT PPOSAT PDAT".split())
SPLITS = frozenset(", : – — - ;".split())


def find_field(syntax: Syntax, clause: Clause, verb: int) -> VerbField:
    """Find the words that belong to a verb in its clause.

    A clause that hides in another (*…, nach welcher Regel sie vorgehen*) is taken out of it; of two verbs that *und*
    joins each keeps its own half; pieces that commas and brackets part from their verb are joined to it
    (*Der Minister, | den viele schätzen, | trat zurück*).
    """
    words = syntax.words
    if (before := find_waiting_before(syntax, clause, verb)) is not None:
        ranges = ((before.first, before.last), _cut_halves(words, clause, clause.first, verb))
        return VerbField(ranges, before.finite[0], before.order, before.first)
    for find in (_find_aside, _find_hidden, _find_hidden_infinitive):
        if (own := find(words, clause, verb)) is not None:
            return own
    if (own := _find_parted(syntax, clause, verb) or _find_unseen(words, clause, verb)) is not None:
        return own
    if not clause.finite and clause.order != "z" and is_participle(words, clause, verb):
        return _find_headline(words, clause, verb)
    return _find_whole(syntax, clause, verb)


def _find_whole(syntax: Syntax, clause: Clause, verb: int) -> VerbField:
    """Take the verb's half of its clause with the pieces around it: *Der Minister, | den viele schätzen, | trat ab*."""
    words = syntax.words
    begin = skip_heading(words, clause) or skip_place(words, clause.first, (clause.finite or [clause.last])[0])
    first, last = _cut_halves(words, clause, begin, verb)
    finite = [f for f in clause.finite if first <= f < last]
    last = cut_remark(words, finite, last)
    if not finite and words.pos[verb] in ("VVPP", "VVINF", "VVFIN"):
        finite = clause.finite  # the auxiliary is shared
    pieces = [] if first > clause.first else pieces_before(syntax, clause)
    ranges = (*pieces, (first, last), *pieces_behind(syntax, clause, last))
    is_half = first > begin and _is_half(words, clause, first)
    return VerbField(ranges, finite[0] if finite else None, _order_of(words, clause, pieces), begin, is_half)


def _is_half(words: Words, clause: Clause, joiner: int) -> bool:
    """Tell what *und* joins to a verb before it from *gewann 6:1 | und trifft* and *…, | und ob er Steuern zahlt*."""
    opens = words.pos[joiner + 1] in OPENERS and words.low[joiner + 1] != "was"
    return not opens and clause.finite[:1] != [joiner + 1]


def _find_aside(words: Words, clause: Clause, verb: int) -> VerbField | None:
    """Find a participle that with its agent stands behind a noun: *die Partei, | unterstützt von Bauern, | …*."""
    is_aside = words.pos[verb] == "VVPP" and words.form[verb - 1] == "," and words.pos[verb - 2] in ("NN", "NE")
    if not is_aside or verb - 1 <= clause.first or GRAMMAR["agent"].isdisjoint(words.low[verb + 1 : verb + 2]):
        return None
    last = next((i for i in range(verb, clause.last) if words.form[i] == ","), clause.last)
    first = max([clause.first, *(i + 1 for i in range(clause.first, verb) if words.pos[i][:1] == "V")])
    return VerbField(((first, verb - 1), (verb, last)), None, "0", first)


def _find_parted(syntax: Syntax, clause: Clause, verb: int) -> VerbField | None:
    """Find a participle that a relative clause parts from its auxiliary: *wurden, | die kamen, | Befehle erlassen*."""
    waiting = find_waiting(syntax, clause, verb) if syntax.words.pos[verb] in NONFINITE else None
    if waiting is None:
        return None
    before, tail = waiting
    ranges = ((before.first, before.last), _cut_halves(syntax.words, clause, tail, verb))
    return VerbField(ranges, before.finite[0], before.order, before.first)


def _find_unseen(words: Words, clause: Clause, verb: int) -> VerbField | None:
    """Find a subordinate clause whose *werden* looks like an infinitive: *dass Leute, die …, verletzt werden*."""
    verbs = [i for i in range(clause.first, clause.last) if words.pos[i][:1] == "V"]
    if clause.finite or words.pos[clause.first] != "KOUS" or words.pos[verbs[-1]] != "VAINF":
        return None
    first, last = _cut_halves(words, clause, clause.first, verb)
    return VerbField(((first, last),), verbs[-1], "L", clause.first, first > clause.first)


def _order_of(words: Words, clause: Clause, pieces: list[tuple[int, int]]) -> str:
    """Return a clause's order; it is subordinate if a piece before it opens with a subjunction."""
    at = clause.first + (words.pos[clause.first] in PREPOSITIONS)  # unter dem | das Recht beschlossen wurde
    is_relative = words.pos[at] == "PRELS" and words.form[clause.first - 1] == ","
    opens = is_relative or any(words.pos[first] in OPENERS for first, _ in pieces)
    opens = opens or _is_subjunction(words, clause.first)
    return "L" if opens and clause.order in "12" else clause.order


def _find_hidden(words: Words, clause: Clause, verb: int) -> VerbField | None:
    """Find a subordinate clause whose finite verb was tagged as infinitive or participle."""
    if words.pos[verb] not in NONFINITE or words.pos[verb - 1] == "PTKZU":
        return None
    first, last = _stretch_of(words, clause, verb)
    if _hides_perfect(words, first, verb, last):
        return VerbField(((first, last),), verb + 1, "L", first)
    is_sure = words.pos[verb] == "VVPP" and not has_two_readings(words, verb)
    if _has_other_verb(words, first, last) or is_sure or _has_waiting(words, clause, first):
        return None
    if not _opens_clause(words, first, verb) or not _closes_clause(words, clause, verb, last):
        return None
    joins = [i for i in range(first, verb) if words.pos[i] == "KON" and words.pos[i - 1] in NONFINITE]
    return VerbField(((max([first, *joins]), last),), verb, "L", first, bool(joins), is_mistagged=True)


def _has_other_verb(words: Words, first: int, last: int) -> bool:
    """Tell a stretch with a finite verb, an auxiliary or *zu*."""
    return any(tag[:2] in ("VA", "VM") or tag in ("VVFIN", "PTKZU") for tag in words.pos[first:last])


def _hides_perfect(words: Words, first: int, verb: int, last: int) -> bool:
    """Tell a relative clause whose *haben* looks like an infinitive: *…, den zahlreiche Leute gelesen haben*."""
    tags = [tag for tag in words.pos[first:last] if tag.startswith("V")]
    is_last = all(tag.startswith("$") for tag in words.pos[verb + 2 : last])
    return tags == ["VVPP", "VAINF"] and is_last and _is_relative_article(words, first)


def _is_relative_article(words: Words, i: int) -> bool:
    """Tell a relative pronoun before an adjective that it does not agree with: *…, den | zahlreiche Leute …*."""
    is_relative = words.low[i] in RELATIVES - {"der"} and i > 0 and words.form[i - 1] == ","
    if not is_relative or words.pos[i + 1 : i + 2] != ["ADJA"] or not words.low[i + 1].endswith("e"):
        return False
    noun = [lemma.lower() for lemma in words.lemma[i + 2 : i + 3]]
    return words.low[i] != "die" or words.low[i + 2 : i + 3] != noun  # die | verschiedene Themen …


def _stretch_of(words: Words, clause: Clause, verb: int) -> tuple[int, int]:
    """Return the stretch between marks around a verb; a comma inside a list is none."""
    first = next((i + 1 for i in range(verb - 1, clause.first - 1, -1) if words.form[i] in (",", "(")), clause.first)
    first = clause.first if _is_list_comma(words, first, clause.first) else first
    return first, next((i for i in range(verb, clause.last) if words.form[i] in SPLITS | {")"}), clause.last)


def _has_waiting(words: Words, clause: Clause, first: int) -> bool:
    """Tell a clause whose *wurde* still waits for its participle: *wurde wegen Mords, | der Hehlerei … verurteilt*."""
    before = [f for f in clause.finite if f < first and words.lemma[f] == "werden"]
    return bool(before) and not any(words.pos[i] in NONFINITE for i in range(before[-1], first))


def _find_hidden_infinitive(words: Words, clause: Clause, verb: int) -> VerbField | None:
    """Find an infinitive with *zu* that a comma parts from the words before it: *dass das Recht, | es zu tun, …*."""
    if words.pos[verb] != "VVIZU" and words.pos[verb - 1] != "PTKZU":
        return None
    comma = next((i for i in range(verb - 1, clause.first, -1) if words.form[i] == ","), None)
    if comma is None or clause.finite or any(tag in ("PTKZU", "VVIZU") for tag in words.pos[clause.first : comma]):
        return None
    last = next((i for i in range(verb, clause.last) if words.form[i] in SPLITS), clause.last)
    return VerbField(((comma + 1, last),), None, "z", comma + 1)


def _opens_clause(words: Words, first: int, verb: int) -> bool:
    """Tell a word that opens a subordinate clause, also behind a preposition (*nach welcher …*)."""
    at = first + 1 if words.pos[first] in PREPOSITIONS | {"KON", "KOKOM"} and first + 1 < verb else first
    is_relative = words.low[at] in RELATIVES and first > 0 and words.form[first - 1] == ","
    is_relative = is_relative and (at == first or words.pos[at + 1] in ("PIAT", "ART", "PPOSAT", "PPER"))
    return words.pos[at] in OPENERS or (is_relative and words.pos[verb] == "VVPP" and words.low[verb].endswith("t"))


def _closes_clause(words: Words, clause: Clause, verb: int, last: int) -> bool:
    """Tell a verb that ends its clause: other such verbs may follow, an auxiliary may not."""
    is_final = all(tag.startswith("$") or tag in ("KON", *NONFINITE) for tag in words.pos[verb + 1 : last])
    return is_final and not any(words.pos[f][:2] in ("VA", "VM") for f in clause.finite if f > verb)


def _is_list_comma(words: Words, i: int, first: int) -> bool:
    """Tell a comma inside a list (*wenn sie schlagen, | hauen*) from one that opens a clause."""
    at = i + 1 if words.pos[i] in PREPOSITIONS else i  # …, in das jeder einen entsendet
    opens = words.pos[at] in OPENERS or _is_relative_article(words, i)
    return i - 2 >= first and words.pos[i - 2] in NONFINITE and not opens


def _find_headline(words: Words, clause: Clause, verb: int) -> VerbField:
    """Cut a headline at its dashes and commas: *Beamter verletzt – | Angreifer festgenommen*."""
    first = next((i + 1 for i in range(verb - 1, clause.first - 1, -1) if words.form[i] in SPLITS), clause.first)
    last = next((i for i in range(verb, clause.last) if words.form[i] in SPLITS), clause.last)
    has_phrase = any(words.pos[i] in ("NN", "NE", "CARD", "PIS", "PRELS") for i in range(first, verb))
    first = first if has_phrase else clause.first
    if first < verb and _is_finite(words, verb):
        return VerbField(((first, last),), verb, "2", first, is_mistagged=True)
    return VerbField(((first, last),), None, clause.order, first)


def _is_finite(words: Words, verb: int) -> bool:
    """Tell a finite verb that looks like a participle: more follows (*Der Rat verhandelt | seit Mai.*)."""
    is_sentence = words.form[words.sentences[words.sentence[verb]][1] - 1] == "."
    before = range(words.sentences[words.sentence[verb]][0], verb)
    if not is_sentence or words.low[verb].startswith("ge") or any(words.pos[i] == "VAFIN" for i in before):
        return False
    if words.low[verb].endswith("en"):  # In Kiew erschossen | Soldaten …
        return words.pos[verb + 1] in FOLLOWING
    opens = words.form[verb + 1] == "," and words.pos[verb + 2 : verb + 3] in (["KOUS"], ["PWAV"], ["PWS"])
    return words.low[verb].endswith("t") and (opens or not words.pos[verb + 1].startswith(("$", "VA")))


def _cut_halves(words: Words, clause: Clause, begin: int, verb: int) -> tuple[int, int]:
    """Part what *und* joins: *sperrte das Netz | und verhängte den Notstand*; each verb keeps its own half."""
    places = range(begin + 1, clause.last)
    cuts = [i for i in places if words.pos[i] == "KON" and _joins_verbs(words, clause, i)]
    if words.pos[verb] in NONFINITE or is_participle(words, clause, verb):
        cuts = cuts or [i for i in places if _joins_nonfinite(words, i, clause.last)]
    first = max([begin, *(i for i in cuts if i < verb)])
    return first, min([clause.last, *(i for i in cuts if i > verb)])


def _joins_verbs(words: Words, clause: Clause, i: int) -> bool:
    """Tell an *und* with a finite verb on each side: directly behind it, or in a subordinate clause before it."""
    behind = [f for f in clause.finite if f > i]
    if not behind:  # verletzt werden | und gerettet werden sollen
        is_last = i - 1 in clause.finite and clause.order == "L"
        return is_last and any(tag in ("VAINF", "VMINF", "VVPP") for tag in words.pos[i : clause.last])
    if behind == clause.finite:
        return _goes_on_after_rest(words, clause, i)
    return behind[0] < i + 3 or (i - 1 in clause.finite and (clause.order == "L" or words.pos[clause.first] in OPENERS))


def _goes_on_after_rest(words: Words, clause: Clause, i: int) -> bool:
    """Tell *…, gewann 7: | 1 und trifft auf ihn*: what stands before *und* is the rest of the clause before."""
    is_rest = clause.first > words.sentences[words.sentence[i]][0] and words.pos[clause.first] not in OPENERS
    return is_rest and words.low[i] == "und" and clause.finite[0] == i + 1


def _joins_nonfinite(words: Words, i: int, last: int) -> bool:
    """Tell *27 Menschen getötet | und Hunderte verletzt worden*, *niemanden stören, | sondern alle schützen*."""
    begin = next((k for k in range(i - 1, 0, -1) if words.form[k] == ","), i)
    closes = words.form[i] == "," and "PRELS" in words.pos[begin + 1 : begin + 3]  # …, in denen sie leben, | verboten
    is_joint = words.pos[i] == "KON" or words.form[i] == ","
    return not closes and (
        is_joint
        and words.pos[i - 1] in (*NONFINITE, "VAINF", "VAPP")
        and any(tag in NONFINITE for tag in words.pos[i:last])
    )


def _is_subjunction(words: Words, i: int) -> bool:
    """Tell a word that opens a subordinate clause from *während des Krieges*."""
    return words.pos[i] == "KOUS" and words.low[i + 1 : i + 2] not in (["des"], ["eines"], ["dieses"])
