"""Named works: films, plays, books, bands and companies that look like persons, by the words beside them."""

from analysis.actors.name_parts import is_company_form, is_first_name
from analysis.codebook.wordlists import read_classes
from analysis.counting.proposal import Proposal, ProposedNaming
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["call_work", "ends_in", "is_company_too", "noun_before"]

HALF = 0.5  # share of its namings in full that must look like a work's for a name to be one
OPENING = frozenset('„ “ » " ‚ «'.split())
YEARS = range(1000, 2100)
SHORTEST = 4  # letters of a noun that counts as an ending: *Kinofilm* is a *Film*, *Reich* no *Reiche*


def ends_in(noun: str, nouns: frozenset[str]) -> bool:
    """Tell a noun that is one of some, or a compound of one.

    >>> ends_in("Kinofilm", frozenset({"film"})), ends_in("Filme", frozenset({"film"}))
    (True, False)
    """
    low = noun.lower()
    return low in nouns or any(len(n) >= SHORTEST and low.endswith(n) for n in nouns)


def noun_before(words: Words, i: int) -> str:
    """Return the noun directly before a token, a mark of quotation apart; nothing if none stands there."""
    k, low = i - 1, words.sentences[words.sentence[i]][0]
    if k > low and words.form[k] in OPENING:
        k -= 1
    return words.form[k] if k >= low and words.pos[k] == "NN" else ""


def call_work(proposal: Proposal, texts: dict[str, Words]) -> str:
    """Say what makes half of a person's namings in full those of a work: *Film*, a genitive, a year; or nothing.

    Parameters
    ----------
    proposal : Proposal
    texts : dict
        Article to its words.
    """
    full = [naming for naming in proposal.namings if " " in naming.printed]
    signs = [sign for naming in full if (sign := _sign_of_work(texts[naming.article_id], naming))]
    return signs[0] if signs and len(signs) >= HALF * len(full) else ""


def _sign_of_work(words: Words, naming: ProposedNaming) -> str:
    """Say what stands beside a naming that persons have not: the noun for a work, its maker, the year of it."""
    works, i = read_classes("name_words")["work"], naming.first
    noun = noun_before(words, i)
    if noun and ends_in(noun, works) and kind_of(noun) != "person":
        return noun
    if _is_behind_maker(words, i):
        return f"behind {words.form[i - 1]}"
    stop = i + len(naming.printed.split())
    year = (
        words.form[stop + 1]
        if words.form[stop : stop + 1] == ["("] and words.form[stop + 2 : stop + 3] == [")"]
        else ""
    )
    return f"of {year}" if year.isdigit() and int(year) in YEARS else ""


def _is_behind_maker(words: Words, i: int) -> bool:
    """Tell a name behind a person's in the genitive: *Karl Bergs Otto Huber*; *Bergs* where Karl Berg is named."""
    low = words.sentences[words.sentence[i]][0]
    if i == low or not words.form[i - 1].endswith("s") or words.pos[i - 1] not in ("NE", "FM"):
        return False
    last = words.form[i - 1][:-1]
    if i - 1 > low and is_first_name(words.form[i - 2]):
        return True
    places = (k for k in range(1, len(words)) if words.form[k] in (last, f"{last}s"))
    return any(is_first_name(words.form[k - 1]) for k in places)


def is_company_too(name: str, proposal: Proposal, texts: dict[str, Words]) -> bool:
    """Tell a person whose last name alone stands mostly in articles in which it is a company's: *Berg-Filiale*.

    `texts` gives an article's words by its id.
    """
    alone = [naming.article_id for naming in proposal.namings if " " not in naming.printed]
    signs = {article for article in set(alone) if article in texts and _has_company(texts[article], name.split()[-1])}
    return bool(alone) and sum(article in signs for article in alone) > HALF * len(alone)


def _has_company(words: Words, last: str) -> bool:
    """Tell an article that makes a company of a last name: *Berg GmbH*, *Berg-Filiale*."""
    parts = read_classes("name_words")["of_company"]
    return any(
        (form == last and is_company_form("".join(words.form[k + 1 : k + 2])))
        or (form.startswith(f"{last}-") and form.rpartition("-")[2].lower() in parts)
        for k, form in enumerate(words.form)
    )
