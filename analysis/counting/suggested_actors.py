"""Suggested actors: who acts and speaks in a study that has no codebook yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pandas as pd

from analysis.actors.joined_names import People, gather_people
from analysis.actors.name_parts import is_first_name
from analysis.actors.organisation_names import is_generic
from analysis.codebook.actors_file import ActorsFile
from analysis.codebook.wordlists import read_classes
from analysis.counting.bare_nouns import join_bare, join_federal, mark_shared_nouns
from analysis.counting.body_evidence import stands_as_subject
from analysis.counting.cited_sources import count_cited, place_speakers
from analysis.counting.interview_answers import find_answers
from analysis.counting.kept_proposals import count_kept
from analysis.counting.named_countries import country_of
from analysis.counting.offices_held import titles_of_persons
from analysis.counting.proposal import Proposal, ProposedNaming
from analysis.counting.proposed_names import gather_namings
from analysis.counting.unsure_bodies import GUESSED, note_choices, note_unsure
from analysis.counting.unsure_names import note_weak, say_basis
from analysis.language.words import Words

__all__ = ["suggest_actors"]

OFTEN = 2  # a name that stands once in one article is none that a study counts
SPEAKS = 3  # a quotation weighs as much as so many namings: who speaks is wanted first
ACTS = 3  # times that a state must act or speak to be proposed
COLUMNS = ["name", "kind", "pronoun", "spellings", "offices", "titles", "party", "country", "nouns", "note", "basis",
           "n_mentions", "n_articles", "forms", "n_quotes", "is_unsure", "article_id", "sentence"]  # fmt: skip
COUNTED = ("n_mentions", "n_articles", "forms", "is_unsure")  # what only all proposals together tell
LATER = ("group", "state")  # stand behind persons and organisations


def _sentence(words: Words, token: int) -> str:
    """Return the sentence that a token stands in."""
    first, stop = words.sentences[words.sentence[token]]
    return " ".join(words.text[words.start[first] : words.end[stop - 1]].split())


def _is_known(name: str, actors: ActorsFile) -> bool:
    """Tell a name that the codebook has, as a name, an alias or an office of any country."""
    return any(name in (actor.name, *actor.aliases, *actor.roles) for actor in actors.actors)


def _gather_namings(texts: list[Words], people: People, quotes: pd.DataFrame) -> dict[str, Proposal]:
    """Gather the namings under their names, and count the quotations of each."""
    found: dict[str, Proposal] = {}
    here: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)  # article, name as found: the names proposed
    anywhere: dict[str, Counter[str]] = defaultdict(Counter)
    for naming in gather_namings(texts, people):
        found.setdefault(naming.name, Proposal(naming.kind)).namings.append(naming)
        here[naming.article_id, naming.source][naming.name] += 1
        anywhere[naming.source][naming.name] += 1
    for (article_id, actor), n in _outermost(quotes).groupby(["article_id", "actor"]).size().items():
        names = here.get((article_id, actor)) or anywhere.get(actor)
        if names:
            found[names.most_common(1)[0][0]].n_quotes += int(n)
    by_id = {words.article_id: words for words in texts}
    rows = place_speakers(quotes)
    for proposal in found.values():
        proposal.n_quotes += count_cited(proposal.namings, by_id, rows)
    _add_answers(found, texts, quotes)
    return found


def _add_answers(found: dict[str, Proposal], texts: list[Words], quotes: pd.DataFrame) -> None:
    """Count the answers of interviews that have no quotation in them as quotations of who gives them."""
    starts: dict[str, list[int]] = defaultdict(list)
    for article_id, start in zip(quotes["article_id"], quotes["start"], strict=True) if "start" in quotes else ():
        starts[article_id].append(int(start))
    answers = {words.article_id: find_answers(words) for words in texts}
    for proposal in found.values():
        here = [(n.article_id, answers[n.article_id].get(n.first)) for n in proposal.namings]
        open_turns = [turn for article_id, turn in here
                      if turn and not any(turn[0] <= start < turn[1] for start in starts[article_id])]  # fmt: skip
        proposal.n_answers = len(open_turns)
        proposal.n_quotes += len(open_turns)


def _outermost(quotes: pd.DataFrame) -> pd.DataFrame:
    """Leave out quotations inside one of the same speaker: they are said once."""
    if quotes.empty or "inside" not in quotes:
        return quotes
    speakers = dict(zip(zip(quotes["article_id"], quotes["quote"], strict=True), quotes["actor"], strict=True))
    around = [speakers.get(place) for place in zip(quotes["article_id"], quotes["inside"], strict=True)]
    return quotes[[one != other for one, other in zip(quotes["actor"], around, strict=True)]]


def _add_speakers(found: dict[str, Proposal], texts: list[Words], quotes: pd.DataFrame) -> None:
    """Add speakers of one word that no rule takes for a name, if the tagger does: *Moodys*, *der Spiegel*."""
    places = _places_of_names(texts)
    taken = {word for name in found for word in name.split()}
    taken |= {naming.printed for proposal in found.values() for naming in proposal.namings}
    for actor, n in quotes["actor"].value_counts().items():
        word = _single_word(actor)
        is_law = word in read_classes("name_words")["no_body"]
        if word not in taken and not is_law and not _is_place_or_first_name(word) and len(places[word]) >= ACTS:
            found[word] = Proposal("organisation", places[word], int(n))


def _places_of_names(texts: list[Words]) -> dict[str, list[ProposedNaming]]:
    """Map each word that the tagger takes for a name to where it stands."""
    places: dict[str, list[ProposedNaming]] = defaultdict(list)
    for words in texts:
        for i, form in enumerate(words.form):
            if words.pos[i] == "NE" and form[:1].isupper():
                places[form].append(ProposedNaming(words.article_id, i, form, form, "organisation"))
    return places


def _single_word(actor: str) -> str:
    """Return the one word that names a speaker, without its article; empty if there are more."""
    *before, word = actor.split() or [""]
    is_alone = not before or (len(before) == 1 and before[0].lower() in ("der", "die", "das"))
    return word if is_alone else ""


def _is_place_or_first_name(word: str) -> bool:
    """Tell a country, a part of the world or a first name."""
    return bool(country_of(word)) or word.lower() in read_classes("organisations")["region"] or is_first_name(word)


def _add_states(found: dict[str, Proposal], texts: list[Words], quotes: pd.DataFrame) -> None:
    """Gather the states that act: before or behind a finite verb, no preposition before them; and those quoted."""
    for words in texts:
        for i, form in enumerate(words.form):
            country = country_of(form) if words.pos[i] in ("NE", "NN") and form[:1].isupper() else ""
            if country and form.lower() == country.lower() and stands_as_subject(words, i, i + 1):
                found.setdefault(country, Proposal("state")).namings.append(
                    ProposedNaming(words.article_id, i, form, country, "state")
                )
    for actor, n in quotes["actor"].value_counts().items():
        country = actor.split()[-1] if actor.split() else ""
        if country in found and found[country].kind == "state" and len(actor.split()) < 3:
            found[country].n_quotes += int(n)


def suggest_actors(texts: Iterable[Words], quotes: pd.DataFrame, *, actors: ActorsFile) -> pd.DataFrame:
    """Propose persons, organisations, groups and states for ``actors.toml``.

    Parameters
    ----------
    texts : iterable of Words
    quotes : DataFrame
        *quotes*: who speaks is ranked before who is only named.
    actors : ActorsFile
        What the codebook knows already is left out.

    Returns
    -------
    DataFrame
        A row is a proposal, the most important first, groups and states behind persons and organisations, and what is
        unsure (``is_unsure``, and why in ``note``) behind all: ``name``,
        ``kind`` (``person``, ``organisation``, ``group``, ``state``), ``pronoun``, ``spellings``, ``offices`` (titles
        that are this person's alone) and ``titles`` (all; lists), ``party``, ``country`` and ``nouns`` (of a body
        that each country has), ``note``, ``basis`` (what tells the name), ``n_mentions``, ``n_articles``,
        ``n_quotes``, ``is_unsure``, ``article_id`` and ``sentence`` (an example). Rank: mentions + 3 · quotations,
        times articles. *Reading it*: a proposal, no count to report.
    """
    known = list(texts)
    found = _gather_namings(known, gather_people(known), quotes)
    _add_speakers(found, known, quotes)
    _add_states(found, known, quotes)
    join_federal(found, known)
    join_bare(found, known)
    mark_shared_nouns(found, known)
    wanted = {name: p for name, p in found.items() if not _is_known(name, actors) and _is_proposable(name, p)}
    return _rank_actors(count_kept(_tabulate(wanted, found, known), known))


def _tabulate(wanted: dict[str, Proposal], found: dict[str, Proposal], texts: list[Words]) -> pd.DataFrame:
    """Make a row of each proposal, without its figures; `found`: all names, those not proposed too."""
    by_id = {words.article_id: words for words in texts}
    called, alone = titles_of_persons(found, texts)
    unsure = note_unsure(found, by_id)
    rows = []
    for name, proposal in wanted.items():
        first, basis = proposal.namings[0], say_basis(name, proposal, called.get(name, []))
        spellings = Counter(naming.printed for naming in proposal.namings)
        rows.append({
            "name": name, "kind": proposal.kind, "pronoun": proposal.commonest("pronoun"),
            "spellings": [word for word in dict.fromkeys([*proposal.bare, *(w for w, _ in spellings.most_common())])
                          if word != name and not word.endswith("-") and word not in proposal.several],
            "offices": alone.get(name, []), "titles": called.get(name, []), "party": proposal.commonest("party"),
            "country": proposal.country, "nouns": proposal.nouns,
            "note": unsure.get(name) or note_weak(name, proposal, basis, texts=by_id),
            "basis": basis, "n_quotes": proposal.n_quotes,
            "article_id": first.article_id, "sentence": _sentence(by_id[first.article_id], first.first),
        })  # fmt: skip
    table = pd.DataFrame(rows, columns=[column for column in COLUMNS if column not in COUNTED])
    is_sure_later = table["kind"].isin(LATER) & (table["note"] != GUESSED)  # groups and states stand behind anyway
    return table.assign(is_unsure=(table["note"] != "") & ~is_sure_later)


def _rank_actors(table: pd.DataFrame) -> pd.DataFrame:
    """Sort the proposals, the most important first, and say of which only one can be kept."""
    table = table[table["n_mentions"] > 0]  # a block that catches nothing is none
    table = table.assign(
        note=note_choices(table),
        is_later=table["kind"].isin(LATER),
        weight=(table["n_mentions"] + SPEAKS * table["n_quotes"]) * table["n_articles"],
    )
    order = ["is_unsure", "is_later", "weight", "name"]
    return table.sort_values(order, ascending=[True, True, False, True], ignore_index=True)[COLUMNS]


def _is_proposable(name: str, proposal: Proposal) -> bool:
    """Tell a name worth proposing: a person by a first name or a title, an organisation that is no common noun."""
    often = len(proposal.namings) + proposal.n_quotes >= (ACTS if proposal.kind == "state" else OFTEN)
    if proposal.kind != "person":
        low = name.lower()
        is_unsure = low in read_classes("organisations")["unsure"] and proposal.n_quotes < OFTEN
        return often and not is_generic(low) and not is_unsure
    is_told = bool(proposal.commonest("pronoun")) and " " in name  # by a first name or a title
    alone = sum(" " not in naming.printed for naming in proposal.namings)  # two names in a row, then the last alone
    return often and (is_told or proposal.n_quotes > OFTEN or (" " in name and alone >= OFTEN))
