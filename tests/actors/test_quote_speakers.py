"""Speakers: the words that name them, resolved to an actor. Every expected value was read off the text by hand.

In the texts `{…}` is the quotation and `[…]` the words that name its speaker; both are taken out before reading.
"""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from other_story import BOOK

from analysis.actors.mentions import find_mentions
from analysis.actors.quote_speakers import resolve_speakers
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile
from analysis.language.tagging import tag_articles
from analysis.quoting.quotes import find_quotes
from analysis.reading.file_readers import plain_articles


def read_marks(text):
    """Return the text without marks, the quotations' spans and the speakers' spans, in order."""
    plain, spans, opened = "", {"{": [], "[": []}, []
    for char in text:
        if char in "{[":
            opened.append((char, len(plain)))
        elif char in "}]":
            kind, start = opened.pop()
            spans[kind].append((start, len(plain)))
        else:
            plain += char
    return plain, sorted(spans["{"]), sorted(spans["["])


def quote_rows(text, quoted, spoken, *, types, cues):
    rows = []
    for n, (start, end) in enumerate(quoted):
        a, b = spoken[n] if n < len(spoken) else (pd.NA, pd.NA)
        row = {"article_id": "a", "quote": n, "type": types[n], "start": start, "end": end, "text": text[start:end]}
        rows.append(
            row | {"speaker_start": a, "speaker_end": b, "speaker": "" if a is pd.NA else text[a:b], "cue": cues[n]}
        )
    frame = pd.DataFrame(rows, columns=list(schema.TABLES["quotes"].columns))
    filled = frame.assign(act="", commitment="", evidence="test", actor="", pieces="")
    return filled.astype(dict.fromkeys(("cue_start", "cue_end", "speaker_start", "speaker_end", "inside"), "Int64"))


def speakers(marked, *, types=None, cues=None, book=BOOK):
    text, quoted, spoken = read_marks(marked)
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    assert articles["text"][0] == text
    sentences, tokens = tag_articles(articles, paragraphs)
    types, cues = types or ["Indirect"] * len(quoted), cues or ["sagte"] * len(spoken) + [""] * len(quoted)
    quotes = quote_rows(text, quoted, spoken, types=types, cues=cues)
    mentions = find_mentions(articles, sentences, tokens, actors=book)
    return resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=book)["actor"].tolist()


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        # names, in any case, with and without label
        ("[Duda] sagte, {er warte}.", "Andrzej Duda"),
        ("[Der polnische Präsident Andrzej Duda] sagte, {er warte}.", "Andrzej Duda"),
        ("[Dudda] sagte, {er warte}.", "Andrzej Duda"),
        ("Nach [Dudas] Worten {ist es ruhig}.", "Andrzej Duda"),
        ("[Der Präsident der stolzen Republik, Andrzej Duda], sagte, {er warte}.", "Andrzej Duda"),
        # roles
        ("[Polens Präsident] sagte, {er warte}.", "Andrzej Duda"),
        ("[Das US-Außenministerium] sagte, {man warte}.", "Außenministerium der USA"),
        ("Andrzej Duda kam. [Der Präsident] sagte, {er warte}.", "Andrzej Duda"),
        ("Das US-Außenministerium kam. [Das Ministerium] sagte, {man warte}.", "Außenministerium der USA"),
        ("{Es eile}, hieß es aus [Warschau].", "Regierung Polens"),
        # pronouns: the subject of the sentence before, not its object; gender decides
        ("Duda traf Biden. {Man warte}, sagte [er].", "Andrzej Duda"),
        ("Gegen Biden kam Duda. [Er] sagte, {man warte}.", "Andrzej Duda"),
        ("Von der Leyen traf Duda. [Er] sagte, {man warte}.", "Andrzej Duda"),
        ("Duda traf die Kommissionschefin Ursula von der Leyen. [Sie] sagte, {man warte}.", "Ursula von der Leyen"),
        ("Duda sprach. Es war kalt. [Er] sagte, {man warte}.", "Andrzej Duda"),
        # spokespersons: an institution's own voice, a person's only if the codebook knows who speaks
        ("[Ein Sprecher des polnischen Innenministeriums] sagte, {man warte}.", "Innenministerium Polens"),
        ("[Die Sprecherin von US-Präsident Joe Biden, Karine Jean-Pierre], sagte, {man warte}.", "Karine Jean-Pierre"),
        ("Biden schwieg. [Seine Sprecherin] sagte, {er warte}.", "Karine Jean-Pierre"),
        ("Duda schwieg. [Sein Sprecher] sagte, {er warte}.", "Sein Sprecher"),
        ("Die IOM half. [Eine Sprecherin] sagte, {man warte}.", "Internationale Organisation für Migration"),
        ("[Dudas Sprecherin] sagte, {er warte}.", "Dudas Sprecherin"),
        # sources that are texts
        ("[Die IOM] sagte, {man warte}.", "Internationale Organisation für Migration"),
        ("Die IOM rettete nach [eigenen Angaben] {zwölf Menschen}.", "Internationale Organisation für Migration"),
        ("Nach [Angaben] {starben zwei, teilte man unter Berufung auf das polnische Innenministerium mit}.",
         "Innenministerium Polens"),
        ("[Berichten] zufolge {brennt es}.", ""),
        ("Biden schlief. Laut [seinen Aussagen] {träumte er}.", "Joe Biden"),
        ("Nach [Angaben der Feuerwehr] {brennt es}.", "Feuerwehr"),
    ],
)  # fmt: skip
def test_speaker(marked, actor):
    assert speakers(marked)[0] == actor


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[Der Bruder Dudas] sagte, {er warte}.", "Der Bruder Dudas"),
        ("[Dudas Bruder] sagte, {er warte}.", "Dudas Bruder"),
        ("[Ein Berater von Duda] sagte, {er warte}.", "Ein Berater von Duda"),
        ("[Klaus Duda] sagte, {er warte}.", "Klaus Duda"),
        ("[Der französische Präsident] sagte, {er warte}.", "Der französische Präsident"),
        ("[Das Ministerium] sagte, {es warte}.", "Das Ministerium"),
        ("[Eine Bewohnerin von Warschau] sagte, {es brenne}.", "Eine Bewohnerin von Warschau"),
    ],
)
def test_a_stranger_keeps_the_words(marked, words):
    assert speakers(marked)[0] == words


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        # a name found: without its title, with its last name, as the article spells it
        ("[Bürgermeister Piotr Nowak] sagte, {er warte}.", "Piotr Nowak"),
        ("[Der Vizekanzler und Minister Max Huber] sagte, {er warte}.", "Max Huber"),
        ("Anna Berg kam. [Berg] sagte, {sie warte}.", "Anna Berg"),
        ("Anna Berg kam. [Bergs] Worten zufolge {brennt es}.", "Anna Berg"),
        # organisations, and who speaks for them
        ("[Ein Sprecher der Feuerwehr] sagte, {es brenne}.", "Feuerwehr"),
        ("[Ein Polizeisprecher] sagte, {es brenne}.", "Polizei"),
        ("Nach [Angaben der Staatsanwaltschaft Linz] {brennt es}.", "Staatsanwaltschaft Linz"),
        ("Der Verband der Bäcker (VDB) tagte. [Der VDB] sagte, {man warte}.", "Verband der Bäcker"),
        # descriptions: by the title, by the party, by a compound that ends in the title, the only one near
        ("Die Sängerin Anna Berg traf Max Huber. [Die Sängerin] sagte, {sie warte}.", "Anna Berg"),
        ("Anna Berg (SPD) traf Ina Wolf (CDU). [Die SPD-Politikerin] sagte, {sie warte}.", "Anna Berg"),
        ("Anna Berg (SPD) traf Ina Wolf (CDU). [Die Christdemokratin] sagte, {sie warte}.", "Ina Wolf"),
        ("Innenminister Max Huber traf Karl Wolf. [Der Minister] sagte, {er warte}.", "Max Huber"),
        ("Der Stadtrat lud Max Huber ein. [Der 50-Jährige] sagte, {er warte}.", "Max Huber"),
        # a title without an article, the body that a title begins with, who spoke last if nothing speaks against it
        ("Innenminister Max Huber traf Karl Wolf. Laut [Innenminister] {brennt es}.", "Max Huber"),
        ("WHO-Direktor Max Huber traf Karl Wolf. [Der WHO-Chef] sagte, {er warte}.", "Max Huber"),
        ("WHO-Direktor Max Huber traf WHO-Arzt Karl Wolf. [Der WHO-Chef] sagte, {er warte}.", "Der WHO-Chef"),
        ("Karl Wolf kam. Max Huber lobte ihn: {Es brenne}, sagte [der frühere Trainer].", "Max Huber"),
        # a title is a naming, so that a pronoun may mean it
        ("Minister Max Huber kam. Karl Wolf schlief. Dann kam der Minister. [Er] sagte, {man warte}.", "Max Huber"),
        # a part of several; whose finding it is; who is meant by where they come from
        ("[60 Prozent der Befragten] sagten, {man warte}.", "60 Prozent der Befragten"),
        ("Max Huber kam. [Sein Befund] war, {man warte}.", "Max Huber"),
        ("Max Huber kam mit Karl Wolf. [Der Däne] sagte, {man warte}.", "Max Huber"),
        ("Das meldet die Beobachtungsstelle Nord. Nach [Angaben der Beobachtungsstelle] {brennt es}.",
         "Beobachtungsstelle Nord"),
        # the same pronoun before it keeps a person alive; who stands behind a preposition and a possessive is no subject
        ("Max Huber kam. Es war kalt. Dann ging er. Es war kalt. Es schneite. {Es brenne}, sagte [er].", "Max Huber"),
        ("Das trifft Ina Wolf, die mit ihrer Agentur wirbt. {Es brenne}, sagte [sie].", "Ina Wolf"),
        # whose spokesperson: the ministry that the article names, the body that spoke before
        ("Das Umweltministerium schwieg. [Eine Ministeriumssprecherin] sagte, {man warte}.", "Umweltministerium"),
        # appositions, before and behind
        ("[Der Leiter] des Hauses, Max Huber, sagte, {er warte}.", "Max Huber"),
        ("Max Huber, [ein Experte vom Institut], sagte, {er warte}.", "Max Huber"),
        # gender from first names: Berg is a woman
        ("Max Huber traf Anna Berg. [Sie] sagte, {sie warte}.", "Anna Berg"),
        # one or several, by the verb
        ("Die Behörden warnten Anna Berg. [Sie] sagten, {man warte}.", "Behörden"),
        # no person, organisation or document: who is named beside the cue
        ("[Die Lage] sei ernst, sagte Anna Berg, {es brenne}.", ""),
    ],
)  # fmt: skip
def test_a_name_is_found_without_a_codebook(marked, name):
    assert speakers(marked, book=ActorsFile())[0] == name


def test_who_spoke_last_is_whom_a_noun_means_that_is_no_other_title():
    """*Der Forscher* may be Max Huber, who is named with no title; a minister is no director."""
    marked = "[Max Huber] sagte, {{Karl Wolf warte}}. [{}] sagte, {{es brenne}}."
    assert speakers(marked.format("Der Forscher"), book=ActorsFile())[1] == "Max Huber"
    titled = "[Direktor Max Huber] sagte, {Karl Wolf warte}. [Der Minister] sagte, {es brenne}."
    assert speakers(titled, book=ActorsFile())[1] == "Der Minister"


def test_forscher_behind_die_are_several():
    """*sie* with a verb of several means the researchers who spoke before."""
    marked = "Max Huber kam. {Es brenne}, sagten [die Forscher]. {Es eile}, berichten [sie]."
    assert speakers(marked, book=ActorsFile()) == ["die Forscher", "die Forscher"]


def test_a_spokesperson_speaks_for_the_body_that_spoke_before():
    """The agency is only named in what was said; the commission said it."""
    marked = "[Die EU-Kommission] sagte, {die Polizei warte}. {Die Polizei sei bereit}, sagte [eine Sprecherin]."
    assert speakers(marked, book=ActorsFile()) == ["EU-Kommission", "EU-Kommission"]


def test_a_pronoun_behind_a_quotation_is_nobody_of_its_words_if_another_fits():
    """*Wolf sei krank, sagte er*: Huber; but where nobody else was named, whom the words are about."""
    marked = "Max Huber kam. {Karl Wolf sei krank}, sagte [er]."
    assert speakers(marked, book=ActorsFile()) == ["Max Huber"]
    assert speakers("{Karl Wolf wird nicht antreten}, sagte [er].", book=ActorsFile()) == ["Karl Wolf"]


def test_a_pronoun_is_a_person_behind_a_preposition_before_it_is_a_body():
    marked = "Der Ausschuss tagte. Für Max Huber ist das falsch, und {es brenne}, sagte [er]."
    assert speakers(marked, book=ActorsFile()) == ["Max Huber"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Man verweist an das Umweltministerium. Dort heißt es, man warte.", "Umweltministerium"),
        ("Man verweist an das Umweltministerium. Nun heißt es, man warte.", ""),
        ("Max Huber kam. Seine Ankündigung, dass er bleibe, kam spät.", "Max Huber"),
    ],
)
def test_whom_a_cue_without_a_speaker_points_to(tag, text, name):
    articles, sentences, tokens = tag(text)
    quotes = find_quotes(articles, sentences, tokens)
    mentions = find_mentions(articles, sentences, tokens, actors=ActorsFile())
    found = resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=ActorsFile())
    assert found["actor"].tolist() == [name]


def test_marks_in_somebody_s_framed_speech_that_a_text_passes_on_are_theirs():
    """The notice tells what Huber told: his are the marks, though *hieß es* follows them."""
    marked = "Max Huber habe {mitgeteilt, dass es {„ruhig bleibt“}}, hieß es in [der Mitteilung]."
    text, quoted, _ = read_marks(marked)
    start, notice = text.index("Max"), text.index("der Mitteilung")
    spoken = [(start, start + len("Max Huber")), (notice, notice + len("der Mitteilung"))]
    rows = quote_rows(text, quoted, spoken, types=["Indirect", "Direct"], cues=["habe mitgeteilt", "hieß es"])
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    sentences, tokens = tag_articles(articles, paragraphs)
    mentions = find_mentions(articles, sentences, tokens, actors=ActorsFile())
    found = resolve_speakers(articles, sentences, tokens, rows, mentions, actors=ActorsFile())
    assert found["actor"].tolist() == ["Max Huber", "Max Huber"]


def test_a_description_of_several_is_nobody_named():
    """*Die Entführer* are not Max Huber."""
    assert speakers("Max Huber kam. [Die Entführer] sagten, {man warte}.", book=ActorsFile()) == ["Die Entführer"]


def test_a_description_that_two_persons_fit_keeps_its_words():
    marked = "Anna Berg traf Ina Wolf. [Die Ärztin] sagte, {sie warte}."
    assert speakers(marked, book=ActorsFile()) == ["Die Ärztin"]


def test_pronoun_means_the_stranger_named_last():
    """*Er* is Piotr Nowak, whom the codebook does not know, and not Duda of the sentence before."""
    marked = "Duda schwieg. Bürgermeister Piotr Nowak kam. [Er] sagte, {es brenne}."
    assert speakers(marked) == ["Piotr Nowak"]


def test_pronoun_is_not_who_stands_behind_a_preposition_in_its_own_sentence():
    """*Mit Biden telefonierte er*: *er* is Duda of the sentence before. *In New York* is nobody."""
    assert speakers("Duda kam. Nach dem Essen mit Joe Biden sagte [er], {man warte}.") == ["Andrzej Duda"]
    assert speakers("Duda kam. In New York war es kalt. [Er] sagte, {man warte}.") == ["Andrzej Duda"]


def test_a_plural_is_not_what_er_refers_to():
    marked = "[Die Behörden] sagten, {Duda warte}. [Er] sagte, {man warte}."
    assert speakers(marked) == ["Behörden", "Andrzej Duda"]


def test_no_pronoun_refers_into_a_direct_quotation():
    """Biden is named only in what Duda said; *er* is Duda."""
    marked = "{„Biden schläft“}, sagte [Duda]. {Man warte}, sagte [er]."
    assert speakers(marked, types=["Direct", "Indirect"]) == ["Andrzej Duda", "Andrzej Duda"]


def test_speaker_is_carried_on_while_no_sentence_lies_between():
    """Sentences 2 and 3 go on with Duda; sentence 5 follows one of the outlet's own (4) and is nobody's."""
    marked = "[Duda] sagte, {er warte}. {Die Lage sei ernst.} {Man müsse reden.} Es regnete. {Der Regen sei stark.}"
    types = ["Indirect", *["IndirectFreeIndirect"] * 3]
    assert speakers(marked, types=types) == ["Andrzej Duda"] * 3 + [""]


def test_carried_over_a_paragraph():
    marked = "[Duda] sagte, {er warte}.\n\n{Die Lage sei ernst.}"
    assert speakers(marked, types=["Indirect", "IndirectFreeIndirect"]) == ["Andrzej Duda"] * 2


def test_nested_words_are_the_carriers_and_what_follows_is_the_outer_speakers():
    """The ministry says what Duda said; the sentence after goes on with the ministry."""
    marked = "{[Duda] habe gesagt, {man warte}}, teilte [das polnische Innenministerium] mit. {Die Lage sei ernst.}"
    text, quoted, spoken = read_marks(marked)
    assert len(quoted) == 3
    # spans sort as outer, inner, next; speakers as Duda, ministry: hand them over in the quotations' order
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    sentences, tokens = tag_articles(articles, paragraphs)
    types = ["Indirect", "Indirect", "IndirectFreeIndirect"]
    quotes = quote_rows(text, quoted, spoken[::-1], types=types, cues=["teilte mit", "gesagt", ""])
    mentions = find_mentions(articles, sentences, tokens, actors=BOOK)
    actors = resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=BOOK)["actor"].tolist()
    assert actors == ["Innenministerium Polens", "Andrzej Duda", "Innenministerium Polens"]


def test_quoted_word_inside_reported_speech_is_its_speakers():
    marked = "[Duda] sagte, {die Lage sei {„ernst“}}."
    assert speakers(marked, types=["Indirect", "Direct"]) == ["Andrzej Duda"] * 2


def test_cue_without_a_speaker_leaves_a_quotation_unattributed():
    """*Es hieß* and *befürchtet wird* have a cue and name nobody, even right after Duda's words."""
    marked = "[Duda] sagte, {er warte}. Es hieß, {man warte}."
    assert speakers(marked, cues=["sagte", "hieß"]) == ["Andrzej Duda", ""]


def test_backward_cue_points_to_the_source_before():
    marked = "[Duda] sagte, {er warte}. {Die Lage ist demnach ernst.}"
    assert speakers(marked, cues=["sagte", "demnach"]) == ["Andrzej Duda", "Andrzej Duda"]


def test_cue_finds_who_stands_beside_it():
    """No words were found that name the speaker; *fürchtet* has Duda before it, *wird* nobody, *mit Biden* no subject."""
    for text, cue, actor in [("Duda fürchtet, {es eile}.", "fürchtet", "Andrzej Duda"),
                             ("Es wird befürchtet, {es eile}.", "wird befürchtet", ""),
                             ("Man sprach mit Biden befürchtend, {es eile}.", "befürchtend", "")]:  # fmt: skip
        plain, quoted, _ = read_marks(text)
        articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [plain]}))
        sentences, tokens = tag_articles(articles, paragraphs)
        quotes = quote_rows(plain, quoted, [], types=["Indirect"], cues=[cue])
        quotes = quotes.assign(cue_start=plain.index(cue), cue_end=plain.index(cue) + len(cue))
        mentions = find_mentions(articles, sentences, tokens, actors=BOOK)
        assert resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=BOOK)["actor"].tolist() == [actor]


def test_nobody_is_the_speaker_inside_their_own_marks():
    assert speakers("{„[Biden] schläft“}, hieß es.", types=["Direct"]) == [""]


def test_carried_words_keep_the_actor_they_had():
    """The second quotation points to the words of the first, which were inside its marks: it is the ministry's too."""
    text = "„Biden schläft“, sagte das polnische Innenministerium. Er träume."
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    sentences, tokens = tag_articles(articles, paragraphs)
    types, cues = ["Direct", "IndirectFreeIndirect"], ["sagte", ""]
    quotes = quote_rows(text, [(0, 15), (55, 65)], [(1, 6), (1, 6)], types=types, cues=cues)
    quotes.loc[0, ["cue_start", "cue_end"]] = [17, 22]
    mentions = find_mentions(articles, sentences, tokens, actors=BOOK)
    resolved = resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=BOOK)
    assert resolved["actor"].tolist() == ["Innenministerium Polens"] * 2


def test_two_quotations_of_one_sentence_are_one_speakers_unless_the_second_is_nobodys():
    marked = "[Duda] warf ihm vor, {er schlafe}, und {träume}, laut Vorwurf."
    assert speakers(marked, cues=["warf vor", "Vorwurf"]) == ["Andrzej Duda"] * 2
    assert speakers(marked, cues=["warf vor", "wird befürchtet"]) == ["Andrzej Duda", ""]


def test_what_goes_on_belongs_to_whoever_spoke_directly_before():
    """The third quotation repeats Biden's words as its speaker's, but Duda spoke in the sentence before it."""
    text = "Biden sagte, er warte. Duda rief, er komme. Es eile."
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    sentences, tokens = tag_articles(articles, paragraphs)
    spans, spoken = [(13, 21), (34, 42), (44, 52)], [(0, 5), (23, 27), (0, 5)]
    types = ["Indirect", "Indirect", "IndirectFreeIndirect"]
    quotes = quote_rows(text, spans, spoken, types=types, cues=["sagte", "rief", ""])
    mentions = find_mentions(articles, sentences, tokens, actors=BOOK)
    actors = resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=BOOK)["actor"].tolist()
    assert actors == ["Joe Biden", "Andrzej Duda", "Andrzej Duda"]


def test_demnach_is_whoever_spoke_before():
    marked = "[Duda] sagte, {er warte}. {Die Lage ist [demnach] ernst.}"
    assert speakers(marked, cues=["sagte", "demnach"]) == ["Andrzej Duda", "Andrzej Duda"]


def test_source_beside_demnach_is_nearer():
    """Marked words are the ministry's, not of the newspaper that reports it."""
    marked = (
        "[Duda] sagte, {er warte}. Zwölf wurden [demnach] nach Angaben des polnischen Innenministeriums {„verletzt“}."
    )
    assert speakers(marked, types=["Indirect", "Direct"], cues=["sagte", "demnach"])[1] == "Innenministerium Polens"


def test_headline_quotation_takes_the_speaker_of_the_same_words_below():
    text = "{„Ernste Lage“} in Polen\n\n[Duda] sprach von einer {„ernsten, ja: ernste Lage“}."
    plain, quoted, spoken = read_marks(text)
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [plain]}))
    sentences, tokens = tag_articles(articles, paragraphs)
    quotes = quote_rows(plain, quoted, [(pd.NA, pd.NA), spoken[0]], types=["Direct"] * 2, cues=["", "sprach von"])
    mentions = find_mentions(articles, sentences, tokens, actors=BOOK)
    actors = resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=BOOK)["actor"].tolist()
    assert actors == ["Andrzej Duda", "Andrzej Duda"]


def test_no_quotes_and_empty_text():
    assert speakers("Es regnet.") == []
    assert speakers("") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Er sagte, Duda „“. Sprecher\n😀§", max_size=120), st.data())
def test_never_raises_and_changes_nothing_but_the_actor(noise, data):
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [f"Duda {noise} Ende."]}))
    text = articles["text"][0]
    sentences, tokens = tag_articles(articles, paragraphs)
    places = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    quotes = quote_rows(text, [(places[0], places[1])], [(places[2], places[3])], types=["Direct"], cues=[""])
    mentions = find_mentions(articles, sentences, tokens, actors=BOOK)
    resolved = resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=BOOK)
    pd.testing.assert_frame_equal(resolved.drop(columns="actor"), schema.check("quotes", quotes).drop(columns="actor"))
    assert re.search(r"\S", resolved["actor"][0]) or resolved["actor"][0] == ""
