"""The only place where tables are written down: grain, key, columns, types, units, permitted values.

`schema.check` holds a table against its description when it is made; `data/README.md` is tested to say the same.
"""

from dataclasses import dataclass

__all__ = ["ACTS", "QUOTE_TYPES", "TABLES", "VOICES", "Field", "Table"]

VOICES = ("own", "direct", "indirect", "reported", "distanced")
CHECKED = ("passed", "failed", "not applicable")
ORIGINS = ("own", "shared")
PARTS = ("title", "standfirst", "heading", "caption", "body")
QUOTE_TYPES = ("Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect")
ACTS = ("say", "demand", "promise", "accuse", "reject", "justify", "fear", "ask", "")
COMMITMENTS = ("acknowledge", "distance", "endorse", "")


@dataclass(frozen=True)
class Field:
    """A column: its type, what it says (with unit), and the values it may take if they are few."""

    type: str
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: what a row is, which columns make a row unique, and its columns in order."""

    grain: str
    key: tuple[str, ...]
    columns: dict[str, Field]
    is_spanned: bool = False  # start and end are offsets into the article's text
    is_open: bool = False  # further columns, of the user's own, follow as text


ARTICLE = Field("text", "the article's id: first three digits of a seed's file name, else the file's stem")
START = Field("number", "offset of the first character in `articles.text`")
END = Field("number", "offset after the last character in `articles.text`")

TABLES: dict[str, Table] = {
    "articles": Table("an article", ("article_id",), {
        "article_id": ARTICLE,
        "outlet": Field("text", "the outlet; empty where it is unknown"),
        "outlet_basis": Field("text", "how the outlet is known: in the file, from the researcher, not at all",
                              ("stated", "given", "unknown")),
        "label": Field("text", "the article's short name: given, or its outlet (*Bild 3*), or *Text A*; no two alike"),
        "title": Field("text", "the headline; empty if the file has none"),
        "published": Field("date", "date of publication; NaT if unknown; first of the month if only that is known"),
        "published_precision": Field("text", "how exact the date is", ("day", "month", "unknown")),
        "agencies": Field("text", "news agencies credited, parted by semicolons: `dpa;rtr;afp`"),
        "language": Field("text", "language code (ISO 639-1)"),
        "source_file": Field("text", "the file as it came, relative to the study"),
        "sha256": Field("text", "SHA-256 of the file's bytes, hexadecimal"),
        "text": Field("text", "the clean article (NFC); paragraphs are parted by a blank line"),
    }, is_open=True),
    "paragraphs": Table("a paragraph", ("article_id", "paragraph"), {
        "article_id": ARTICLE,
        "paragraph": Field("number", "running number in the article, from 0"),
        "part": Field("text", "which part of the article it is", PARTS),
        "start": START,
        "end": END,
    }, is_spanned=True),
    "repairs": Table("a kind of repair made to an article", ("article_id", "repair"), {
        "article_id": ARTICLE,
        "repair": Field("text", "what was repaired"),
        "n": Field("number", "how often"),
    }),
    "sentences": Table("a sentence", ("article_id", "sentence"), {
        "article_id": ARTICLE,
        "sentence": Field("number", "running number in the article, from 0"),
        "paragraph": Field("number", "the paragraph it stands in"),
        "part": Field("text", "which part of the article it stands in", PARTS),
        "start": START,
        "end": END,
    }, is_spanned=True),
    "tokens": Table("a token: a word, a number or a mark", ("article_id", "token"), {
        "article_id": ARTICLE,
        "token": Field("number", "running number in the article, from 0"),
        "sentence": Field("number", "the sentence it stands in"),
        "start": START,
        "end": END,
        "form": Field("text", "the token as printed"),
        "lemma": Field("text", "dictionary form (HanTa)"),
        "pos": Field("text", "part of speech (STTS); marks begin with `$`"),
        "voice": Field("text", "whose word it is: the outlet's own, in marks, in reported speech, in a speech act "
                       "retold, held at a distance", VOICES),
        "origin": Field("text", "own text, or copy that another article shares", ORIGINS),
        "quote": Field("number?", "the innermost quotation it lies in; empty if none"),
    }, is_spanned=True),
    "quotes": Table("a quotation", ("article_id", "quote"), {
        "article_id": ARTICLE,
        "quote": Field("number", "running number in the article, from 0"),
        "type": Field("text", "how it is reported", QUOTE_TYPES),
        "start": START,
        "end": END,
        "text": Field("text", "the quotation as printed, marks included"),
        "cue": Field("text", "the words that report: *sagte*, *hat … erklärt*, *laut*; empty if none"),
        "cue_start": Field("number?", "offset of the cue"),
        "cue_end": Field("number?", "offset after the cue"),
        "act": Field("text", "what the speaker does by speaking; empty if there is no cue", ACTS),
        "commitment": Field("text", "what the outlet takes on by its cue: passes on, keeps away, presents as true; "
                            "empty if there is no cue", COMMITMENTS),
        "speaker": Field("text", "the words that name the speaker; empty if none"),
        "speaker_start": Field("number?", "offset of the speaker's words"),
        "speaker_end": Field("number?", "offset after the speaker's words"),
        "actor": Field("text", "the actor of the codebook, else the name found in the articles, else the words "
                       "for a speaker whom nobody names; empty: unattributed"),
        "inside": Field("number?", "the quotation that it is nested in"),
        "evidence": Field("text", "the rule that found it"),
        "pieces": Field("text", "offsets of the parts if *sagte er* breaks it: `12-40;55-80`; empty if it is whole"),
    }, is_spanned=True),
    "mentions": Table("a naming of an actor", ("article_id", "mention"), {
        "article_id": ARTICLE,
        "mention": Field("number", "running number in the article, from 0"),
        "actor": Field("text", "the actor of the codebook"),
        "start": START,
        "end": END,
        "form": Field("text", "the words that name the actor, as printed"),
        "label": Field("text", "the words put before or after the name: *der belarussische Machthaber*"),
    }, is_spanned=True),
    "passages": Table("one article's copy of a shared passage", ("passage", "article_id", "start"), {
        "passage": Field("number", "the shared passage, from 0"),
        "article_id": ARTICLE,
        "start": START,
        "end": END,
        "text": Field("text", "this article's wording"),
    }, is_spanned=True),
    "edits": Table("a difference between two copies of a passage",
                   ("passage", "article_id", "other_article_id", "start", "end", "other_start"), {
        "passage": Field("number", "the shared passage"),
        "article_id": ARTICLE,
        "other_article_id": Field("text", "the article compared with"),
        "kind": Field("text", "what happened to the words", ("replace", "insert", "delete")),
        "changes": Field("text", "what it touches: a word; a number's notation; quotation marks; other typography",
                         ("word", "number", "marks", "typography")),
        "start": START,
        "end": END,
        "words": Field("text", "the words in this article; empty for an insertion"),
        "other_start": Field("number", "offset in the other article"),
        "other_end": Field("number", "offset after the words in the other article"),
        "other_words": Field("text", "the words in the other article; empty for a deletion"),
    }, is_spanned=True),
    "quantities": Table("a reported number", ("article_id", "start"), {
        "article_id": ARTICLE,
        "start": START,
        "end": END,
        "text": Field("text", "the number as printed, with its bound and unit"),
        "value": Field("measure", "the number, in units of `unit`"),
        "bound": Field("text", "how the number is bounded",
                       ("exactly", "at_least", "more_than", "up_to", "about")),
        "unit": Field("text", "what is counted, as printed; empty if not said"),
        "topic": Field("text", "the topic of the codebook; `other` if none"),
        "population": Field("text", "whom or what it counts, things as lemma; `alle` if just people, or empty"),
        "scope": Field("text", "the event of the article, a part of it (*allein in der Nacht*), another event or time, "
                       "or a standing figure, as far as the sentence says", ("event", "part", "other", "statistic")),
        "source": Field("text", "who is given as the source, as printed; empty if nobody"),
        "actor": Field("text", "the source as an actor of the codebook, or as *quotes* has it; or empty"),
        "source_from": Field("text", "where the source is named: in the number's sentence or a neighbouring one",
                             ("sentence", "neighbour", "")),
    }, is_spanned=True),
    "claims": Table("a sentence that a page states", ("claim",), {
        "claim": Field("number", "running number in the site, from 0"),
        "notebook": Field("text", "the notebook that words it"),
        "text": Field("text", "the sentence as claimed"),
        "printed": Field("text", "what the page says: the sentence, or what can be said instead"),
        "figure": Field("text", "the number or the order that it states"),
        "rows": Field("text", "what it rests on, as offsets into articles: `004:120-135; …`"),
        "resampled": Field("text", "whether it holds with other paragraphs of the same texts", CHECKED),
        "coding": Field("text", "whether it holds with the hand coding, or with the measured errors", CHECKED),
        "copy": Field("text", "whether it holds when copy is counted once", CHECKED),
        "ties": Field("text", "whether it holds with any one occurrence more or less", CHECKED),
        "holds": Field("text", "whether it passed all that apply, and at least one applies; `counted`: only a "
                               "count of rows, no claim", ("yes", "no", "counted")),
    }),
    "frame_words": Table("a word, or a phrase, that points to an element or an event frame",
                         ("article_id", "start", "end", "kind", "frame"), {
        "article_id": ARTICLE,
        "sentence": Field("number", "the sentence it stands in"),
        "paragraph": Field("number", "the paragraph it stands in"),
        "start": START,
        "end": END,
        "kind": Field("text", "an element of a frame (Entman) or a frame of the event", ("element", "event")),
        "frame": Field("text", "the element or the frame of the codebook"),
        "way": Field("text", "how it points: alone, with a second hint, with a word of another class, as an act",
                     ("sign", "hint", "together", "act")),
        "entry": Field("text", "its lemma or lemmas; of words that are one hint, the first of their list"),
        "weight": Field("measure", "what it adds to the score; a paragraph with 1 has the frame"),
        "sponsor": Field("text", "whose word it is: `outlet`, or the speaker"),
        "voice": Field("text", "its voice", VOICES),
        "origin": Field("text", "own text, or copy that another article shares", ORIGINS),
    }, is_spanned=True),
    "frames": Table("a frame or an element of a paragraph from one sponsor, or a generic frame of an article",
                    ("article_id", "unit", "paragraph", "kind", "frame", "sponsor"), {
        "article_id": ARTICLE,
        "unit": Field("text", "what has it", ("paragraph", "article")),
        "paragraph": Field("number?", "the paragraph; empty for an article"),
        "start": START,
        "end": END,
        "kind": Field("text", "one of 14 policy frames, an element of a frame, or a frame of the event",
                      ("generic", "element", "event")),
        "frame": Field("text", "the frame"),
        "score": Field("measure", "the sum of its words' weights; for a generic frame its probability"),
        "is_present": Field("flag", "whether the score reaches what a frame needs"),
        "sponsor": Field("text", "whose frame it is: `outlet`, or the speaker; empty for an article"),
        "voice": Field("text", "the voice of most of its words; empty for an article", (*VOICES, "")),
        "origin": Field("text", "the origin of most of its words; empty for an article", (*ORIGINS, "")),
        "target": Field("text", "who suffers, is held responsible, judged, asked to act; empty if nobody is named"),
        "evidence": Field("text", "offsets of the words that made it: `12-20;33-40`"),
    }, is_spanned=True),
    "agency": Table("a violent or political verb", ("article_id", "start"), {
        "article_id": ARTICLE,
        "sentence": Field("number", "the sentence it stands in"),
        "start": START,
        "end": END,
        "verb": Field("text", "the verb's dictionary form, with its particle"),
        "act": Field("text", "what kind of act it is", ("violence", "coercion", "politics")),
        "is_passive": Field("flag", "whether the verb's form is passive"),
        "agent": Field("text", "the words that name who acts; empty if the clause names nobody"),
        "agent_start": Field("number?", "offset of the agent's words"),
        "agent_end": Field("number?", "offset after the agent's words"),
        "agent_actor": Field("text", "the actor of the codebook named in them; empty if none"),
        "patient": Field("text", "the words that name to whom or what it is done; empty if none"),
        "patient_start": Field("number?", "offset of the patient's words"),
        "patient_end": Field("number?", "offset after the patient's words"),
        "patient_actor": Field("text", "the actor of the codebook named in them; empty if none"),
        "voice": Field("text", "whose words it is told in", VOICES),
        "origin": Field("text", "own text, or copy that another article shares", ORIGINS),
    }, is_spanned=True),
    "tone": Table("a sentence and an actor named in it", ("article_id", "sentence", "target"), {
        "article_id": ARTICLE,
        "sentence": Field("number", "the sentence"),
        "target": Field("text", "the actor named; empty in a sentence that names nobody"),
        "start": Field("number", "offset of the words that name the target; the sentence's end if nobody is named"),
        "end": Field("number", "offset after them"),
        "tone": Field("text", "towards the target, by the small model; empty if nobody is named",
                      ("negative", "neutral", "positive", "")),
        "polarity": Field("measure", "of the sentence, by textblob-de's lexicon: -1 to 1; empty if it has no word"),
        "n_words": Field("number", "words of the sentence"),
        "coverage": Field("measure", "share of the words that the lexicon has"),
        "words": Field("text", "what drove the polarity: `Erfolg +1.0; …`"),
        "voice": Field("text", "the voice of the target's words, else of most words", VOICES),
        "origin": Field("text", "own text, or copy that another article shares", ORIGINS),
    }, is_spanned=True),
    "gold_frames": Table("an element or event frame of a paragraph from one sponsor, coded by hand",
                         ("article_id", "paragraph", "kind", "frame", "sponsor"), {
        "article_id": ARTICLE,
        "paragraph": Field("number", "the paragraph"),
        "kind": Field("text", "an element of a frame, or a frame of the event", ("element", "event")),
        "frame": Field("text", "the element or the frame of the codebook"),
        "sponsor": Field("text", "`outlet`, or the speaker"),
        "target": Field("text", "who suffers, is held responsible, judged, asked to act, as the coder wrote it"),
        "evidence": Field("text", "the words that make it, as printed; ` … ` between parts"),
        "decided": Field("text", "whether both readings agreed on frame and sponsor", ("agreed", "adjudicated")),
        "doubt": Field("text", "`yes` where another coder may well differ", ("yes", "")),
        "note": Field("text", "the reason, or the coder's remark"),
    }),
    "gold_quotes": Table("a quotation coded by hand", ("article_id", "quote"), {
        "article_id": ARTICLE,
        "quote": Field("number", "running number in the article, from 1"),
        "type": Field("text", "how it is reported", QUOTE_TYPES),
        "start": START,
        "end": END,
        "text": Field("text", "the quotation from its first to its last character, as printed"),
        "pieces": Field("text", "offsets of the parts of an interrupted quotation: `0-164;166-169`; empty if whole"),
        "speaker": Field("text", "the words that name the speaker; empty if none"),
        "speaker_start": Field("number?", "offset of the speaker's words"),
        "speaker_end": Field("number?", "offset after the speaker's words"),
        "cue": Field("text", "the words that report; `[...]` where they are interrupted; empty if none"),
        "actor": Field("text", "the actor of the codebook; empty if the text names nobody"),
        "act": Field("text", "what the speaker does", ACTS),
        "commitment": Field("text", "what the outlet takes on by its frame", COMMITMENTS),
        "doubt": Field("text", "`yes` where a second coder may well differ", ("yes", "")),
        "note": Field("text", "the coder's remark"),
    }, is_spanned=True),
    "gold_terms": Table("an occurrence of a rival word, coded by hand", ("article_id", "start", "contrast"), {
        "article_id": ARTICLE,
        "start": START,
        "end": END,
        "text": Field("text", "the word as printed"),
        "contrast": Field("text", "the set of rival words that it belongs to"),
        "means": Field("text", "whom or what it means here"),
        "counts": Field("text", "whether it means what the set is about", ("yes", "no")),
        "voice": Field("text", "whose word it is", ("own", "direct", "indirect", "reported", "distanced")),
        "doubt": Field("text", "`yes` where a second coder may well differ", ("yes", "")),
        "note": Field("text", "the coder's remark"),
    }, is_spanned=True),
    "gold_marks": Table("a pair of marks, or a word held at a distance, that is no quotation; coded by hand",
                        ("article_id", "start"), {
        "article_id": ARTICLE,
        "start": START,
        "end": END,
        "text": Field("text", "the words as printed, marks included"),
        "kind": Field("text", "a name, the outlet's own scare quotes, or a word held at a distance",
                      ("name", "scare", "distanced")),
        "note": Field("text", "the coder's remark"),
    }, is_spanned=True),
}  # fmt: skip
