"""How far the finder of quotations leans on words that its lists may have from the articles it is measured on.

    python -m benchmarks.left_out_cues FILE

FILE is the training split of the quotation data. Its articles are parted in two by a hash of their names (MD5, last
bit of the first byte). Each half is scored twice: with all reporting words, and without those whose use as a cue is
annotated in that half alone. As far as words are concerned, an article that nobody has read lies between the two.
"""

import hashlib
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd

from analysis.checking.quote_predictions import write_finding
from analysis.checking.quote_scores import lay_onto_tokens, read_annotated, score_quotes
from analysis.codebook.cues import Cues, read_cues
from analysis.language.parsing import parse
from analysis.language.tagging import tag_articles
from analysis.language.words import Words, read_words
from analysis.quoting.rules import apply_rules
from analysis.reading.file_readers import plain_articles

SHOWN = ("message", "roles", "joint", "form", "speaker", "Direct", "Indirect", "IndirectFreeIndirect", "Reported")
Tagged = list[tuple[dict, list[Words]]]


def half_of(name: str) -> str:
    """Name the half of an article: A or B."""
    return "AB"[hashlib.md5(name.encode(), usedforsecurity=False).digest()[0] & 1]


def tag(articles: list[dict]) -> Tagged:
    """Tag annotated articles one by one."""
    tagged = []
    for number, article in enumerate(articles):
        plain, paragraphs = plain_articles(pd.DataFrame({"article_id": [str(number)], "text": [article["text"]]}))
        tagged.append((article, list(read_words(plain, *tag_articles(plain, paragraphs))) if len(paragraphs) else []))
    return tagged


def list_attested(tagged: Tagged, cues: Cues) -> set[tuple[str, str]]:
    """List the reporting words, by kind, that stand in an annotated cue or in a sentence annotated as *Reported*."""
    attested = set()
    for article, texts in tagged:
        reported = (token for quote in article["quotes"] if quote["type"] == "Reported" for token in quote["quote"])
        tokens = {token for quote in article["quotes"] for token in quote["cue"]} | set(reported)
        for words in texts:
            syntax = parse(words, cues)
            for i, cue in enumerate(syntax.cue):
                if cue and tokens.intersection(lay_onto_tokens([(words.start[i], words.end[i])], article["tokens"])):
                    attested.add((cue.kind, syntax.verb[i] or words.lemma[i]))
    return attested


def leave_out(cues: Cues, gone: set[tuple[str, str]]) -> Cues:
    """Take words out of the lists."""
    kept = {}
    for table, kind in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective"), ("naming", "verb")):
        kept[table] = {word: entry for word, entry in getattr(cues, table).items() if (kind, word) not in gone}
    return replace(cues, **kept)


def predict(tagged: Tagged, cues: Cues) -> Iterator[tuple[list[dict], list[dict]]]:
    """Yield what is found and what is annotated in each article."""
    for article, texts in tagged:
        quotes = []
        for words in texts:
            syntax = parse(words, cues)
            found = apply_rules(syntax)
            quotes += [write_finding(finding, found, syntax, article["tokens"]) for finding in found]
        yield [quote for quote in quotes if quote["quote"]], article["quotes"]


def measure(file: Path) -> pd.DataFrame:
    """Score both halves with all words and without those attested in them alone; F1 in percent."""
    cues, tagged = read_cues().without_acts(), tag(list(read_annotated(file)))
    halves = {half: [pair for pair in tagged if half_of(pair[0]["name"]) == half] for half in "AB"}
    attested = {half: list_attested(own, cues) for half, own in halves.items()}
    columns = {}
    for half, other in ("AB", "BA"):
        gone = attested[half] - attested[other]
        columns[f"{half}, all"] = score_quotes(predict(halves[half], cues)).set_index("measure")["f1"]
        columns[f"{half}, without {len(gone)}"] = score_quotes(predict(halves[half], leave_out(cues, gone))).set_index(
            "measure"
        )["f1"]
    return pd.DataFrame(columns).loc[list(SHOWN)].round(2)


if __name__ == "__main__":
    print(measure(Path(sys.argv[1])).to_string())
