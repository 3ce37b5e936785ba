"""Suggested actors: who acts and speaks in a study that has no codebook yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pandas as pd

from analysis.actors.joined_names import People, gather_people
from analysis.actors.name_parts import is_first_name
from analysis.actors.organisation_names import is_generic
from analysis.codebook.actors_file import ActorsFile
from analysis.codebook.wordlists import read_classes, read_words_of
from analysis.counting.bare_nouns import join_bare, join_federal, mark_shared_nouns
from analysis.counting.named_countries import country_of
from analysis.counting.proposal import Proposal, ProposedNaming
from analysis.counting.proposed_names import gather_namings
from analysis.counting.unsure_bodies import note_choices, note_unsure
from analysis.counting.unsure_names import note_weak, say_basis
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["suggest_actors"]

OFTEN = 2  # a name that stands once in one article is none that a study counts
SPEAKS = 3  # a quotation weighs as much as so many namings: who speaks is wanted first
ACTS = 3  # times that a state must act or speak to be proposed
COLUMNS = ["name", "kind", "pronoun", "spellings", "offices", "titles", "party", "country", "nouns", "note", "basis",
           "n_mentions", "n_articles", "n_quotes", "is_unsure", "article_id", "sentence"]  # fmt: skip


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
    for (article_id, actor), n in quotes.groupby(["article_id", "actor"]).size().items():
        names = here.get((article_id, actor)) or anywhere.get(actor)
        if names:
            found[names.most_common(1)[0][0]].n_quotes += int(n)
    return found


def _add_speakers(found: dict[str, Proposal], texts: list[Words], quotes: pd.DataFrame) -> None:
    """Add speakers of one word that no rule takes for a name, if the tagger does: *Moodys*, *der Spiegel*."""
    places = _places_of_names(texts)
    taken = {word for name in found for word in name.split()}
    taken |= {naming.printed for proposal in found.values() for naming in proposal.namings}
    for actor, n in quotes["actor"].value_counts().items():
        word = _single_word(actor)
        if word not in taken and not _is_place_or_first_name(word) and len(places[word]) >= ACTS:
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
            if country and form.lower() == country.lower() and _is_subject(words, i):
                found.setdefault(country, Proposal("state")).namings.append(
                    ProposedNaming(words.article_id, i, form, country, "state")
                )
    for actor, n in quotes["actor"].value_counts().items():
        country = actor.split()[-1] if actor.split() else ""
        if country in found and found[country].kind == "state" and len(actor.split()) < 3:
            found[country].n_quotes += int(n)


def _is_subject(words: Words, i: int) -> bool:
    """Tell a noun beside a finite verb, with no preposition before it: *Israel lehnt ab*, *lehnte Israel ab*."""
    low, high = words.sentences[words.sentence[i]]
    k = i - 1 if i > low and words.pos[i - 1] == "ART" else i
    before = words.pos[k - 1] if k > low else ""
    after = words.pos[i + 1] if i + 1 < high else ""
    is_nominative = k == i or words.low[k] in ("der", "die", "das")
    return is_nominative and before not in ("APPR", "APPRART") and (before.endswith("FIN") or after.endswith("FIN"))


def _printed_titles(texts: list[Words]) -> tuple[dict[str, Counter[str]], dict[str, set[str]]]:
    """Map the forms of nouns, lower case, to the titles that they are, and each title to the articles that print it."""
    titles: dict[str, Counter[str]] = defaultdict(Counter)
    printed: dict[str, set[str]] = defaultdict(set)
    for words in texts:
        for form, low, lemma, pos in zip(words.form, words.low, words.lemma, words.pos, strict=True):
            if pos in ("NN", "NE") and form[:1].isupper():
                title = lemma if form.startswith(lemma[:-1]) and kind_of(lemma) == "person" else form
                titles[low][title] += 1
                printed[title].add(words.article_id)
    return titles, printed


def _titles_of_persons(
    found: dict[str, Proposal], texts: list[Words]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """List each person's titles as printed, and those among them that are theirs alone in the study.

    Notes
    -----
    A title is one person's alone if it is an office, nobody else bears it, and each article that prints it names the
    person as well.
    """
    titles, printed = _printed_titles(texts)
    offices = tuple(read_words_of("offices"))
    persons = {name: proposal for name, proposal in found.items() if proposal.kind == "person"}
    called = {name: _called(person, titles) for name, person in persons.items()}
    held = {title for title in _held_by_one(called) if title.lower().endswith(offices)}
    alone = {
        name: [title for title in own if title in held and printed[title] <= persons[name].articles]
        for name, own in called.items()
    }
    return called, alone


def _held_by_one(called: dict[str, list[str]]) -> set[str]:
    """Collect the titles that one person has: the *Finanzminister* is a *Minister* too."""
    bearers: Counter[str] = Counter()
    for title in {title for own in called.values() for title in own}:
        bearers[title] = sum(any(other.lower().endswith(title.lower()) for other in own) for own in called.values())
    return {title for title, n in bearers.items() if n == 1}


def _called(person: Proposal, titles: dict[str, Counter[str]]) -> list[str]:
    """List the titles beside a person's name, the commonest first."""
    labels = (label for label, _ in person.labels().most_common() if kind_of(label) == "person" and label in titles)
    return list(dict.fromkeys(titles[label].most_common(1)[0][0] for label in labels))


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
    by_id = {words.article_id: words for words in known}
    found = _gather_namings(known, gather_people(known), quotes)
    _add_speakers(found, known, quotes)
    _add_states(found, known, quotes)
    join_federal(found, known)
    join_bare(found, known)
    mark_shared_nouns(found, known)
    called, alone = _titles_of_persons(found, known)
    unsure = note_unsure(found, by_id)
    rows = []
    for name, proposal in found.items():
        if _is_known(name, actors) or not _is_proposable(name, proposal):
            continue
        first, basis = proposal.namings[0], say_basis(name, proposal, called.get(name, []))
        spellings = Counter(naming.printed for naming in proposal.namings)
        rows.append({
            "name": name, "kind": proposal.kind, "pronoun": proposal.commonest("pronoun"),
            "spellings": [word for word in dict.fromkeys([*proposal.bare, *(w for w, _ in spellings.most_common())])
                          if word != name and not word.endswith("-") and word not in proposal.several],
            "offices": alone.get(name, []), "titles": called.get(name, []), "party": proposal.commonest("party"),
            "country": proposal.country, "nouns": proposal.nouns,
            "note": unsure.get(name) or note_weak(name, proposal, basis, n_articles=len(known)),
            "basis": basis,
            "n_mentions": len(proposal.namings), "n_articles": len(proposal.articles), "n_quotes": proposal.n_quotes,
            "article_id": first.article_id, "sentence": _sentence(by_id[first.article_id], first.first),
        })  # fmt: skip
    table = pd.DataFrame(rows, columns=[column for column in COLUMNS if column != "is_unsure"])
    table["is_later"] = table["kind"].isin(["group", "state"])
    table["is_unsure"] = (table["note"] != "") & ~table["is_later"]
    table["note"] = note_choices(table)
    table["weight"] = (table["n_mentions"] + SPEAKS * table["n_quotes"]) * table["n_articles"]
    blocks = ["is_unsure", "is_later"]
    return table.sort_values([*blocks, "weight", "name"], ascending=[True, True, False, True], ignore_index=True)[
        COLUMNS
    ]


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
