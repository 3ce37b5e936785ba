"""Small studies of another event than the shipped one, written into a folder: invented texts, invented places.

`make_study("sixty_outlets", tmp_path)` returns the folder of a study that `open_study` opens. `KINDS` names them all.
The event: a bridge over the river Lohe at Lindenhafen is closed after cracks were found; some block the detour.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

__all__ = ["HOSTILE", "KINDS", "Piece", "make_study", "write_study"]

ROOT = Path(__file__).resolve().parent.parent

SHARED = (
    "Die Brücke über die Lohe ist seit Montag für den gesamten Verkehr gesperrt. Bei einer Prüfung seien an drei "
    "Pfeilern Risse gefunden worden, teilte das Bauamt der Stadt Lindenhafen am Nachmittag mit. Rund 14.000 Fahrzeuge "
    "nutzen die Verbindung nach Angaben der Behörde an einem Werktag."
)
WITNESS = (
    "„Wir haben das Geländer zittern gesehen“, sagte Anwohnerin Petra Sommerfeld. Sie habe schon im Herbst gewarnt, "
    "niemand habe ihr zugehört."
)
MAYOR = (
    "Bürgermeisterin Karin Vogt wies den Vorwurf zurück. Die Stadt habe jeden Hinweis geprüft, erklärte sie. "
    "Die „Panikmache“ mancher Verbände helfe niemandem."
)
BLOCKADE = {
    "Störer": "Etwa 80 Störer blockierten am Dienstag die Umleitung. Die Polizei nahm zwölf Störer fest.",
    "Anwohner": "Etwa 80 Anwohner versperrten am Dienstag die Umleitung. Die Polizei nahm zwölf Anwohner fest.",
    "Demonstranten": "Etwa 80 Demonstranten saßen am Dienstag auf der Umleitung. Zwölf Demonstranten kamen in Gewahrsam.",
}
OUTLOOK = [
    "Wie lange die Sperrung dauert, ist offen. Die Reparatur kostet laut Bauamt mindestens 2,4 Millionen Euro.",
    "Pendler weichen nun auf die Fähre aus. Sie fährt alle 20 Minuten und ist am Morgen überfüllt.",
    "Verkehrsminister Jonas Reuter will am Freitag nach Lindenhafen kommen. Reuter forderte eine schnelle Lösung.",
    "Der Landtag befasst sich in der kommenden Woche mit dem Zustand aller 312 Brücken des Landes.",
    "Für die Geschäfte am Ufer ist die Sperrung ein schwerer Schlag. Der Umsatz sank um ein Drittel.",
]
QUIET = [
    "Am Ufer der Lohe blühen die Linden. Die Brücke liegt still in der Sonne.",
    "Ein neuer Anstrich schmückt das Geländer. Der Fluss führt wenig Wasser.",
    "Die Fähre legt am Morgen ab. Auf dem Deck stehen zwei Fahrräder.",
]
ENGLISH = [
    "The bridge across the river has been closed to all traffic since Monday, the city said in a statement.",
    "Engineers had found cracks in three of the pillars, and nobody could say how long the repairs would take.",
    "“We have seen the railing tremble,” said one of the residents who live close to the northern end of it.",
]
HOSTILE = [
    "<script>alert('x')</script>",
    "=HYPERLINK(\"http://example.invalid\";\"hier\")",
    "| a | b |\n|---|---|",
    "**fett** _kursiv_ `code` $x^2$",
    "\"><img src=x onerror=alert(1)>",
    "{{ study.title }} {% raw %}",
    "../../etc/passwd",
    "Zeile eins\nZeile zwei",
    "„ungeschlossen",
    "\u202eumgekehrt\u202c",
    "&lt;b&gt;&amp;",
    "Ä" * 200,
]  # fmt: skip

CONTRASTS = """[[contrasts]]
id = "blockers"
title = "The people on the detour"
question = "Who blocks the road?"
  [[contrasts.terms]]
  name = "Störer"
  lemmas = ["Störer"]
  [[contrasts.terms]]
  name = "Anwohner"
  lemmas = ["Anwohner"]
  [[contrasts.terms]]
  name = "Demonstranten"
  lemmas = ["Demonstrant"]
"""
ACTORS = """groups = ["city", "residents", "state"]

[[actors]]
name = "Karin Vogt"
kind = "person"
group = "city"
pronoun = "sie"

[[actors]]
name = "Petra Sommerfeld"
kind = "person"
group = "residents"
pronoun = "sie"

[[actors]]
name = "Jonas Reuter"
kind = "person"
group = "state"
pronoun = "er"

[[actors]]
name = "Bauamt"
kind = "institution"
group = "city"
pronoun = "es"
"""
TOPICS = """[[topics]]
id = "cost"
title = "Kosten"
nouns = ["Euro"]

[[topics]]
id = "arrests"
title = "Festnahmen"
triggers = ["festnehmen", "in Gewahrsam"]
"""


@dataclass
class Piece:
    """An article to write: its text, and what `study.toml` says of it."""

    text: str
    keys: dict[str, str] = field(default_factory=dict)


def write_study(
    folder: Path,
    pieces: list[Piece],
    *,
    title: str = "Lindenhafen: a bridge is closed",
    question: str = "How was the closing of a bridge told?",
    contrasts: str = CONTRASTS,
    actors: str = ACTORS,
    topics: str = TOPICS,
    notebooks: bool = False,
) -> Path:
    """Write a study into a folder that may not be there yet; with `notebooks`, the repository's are copied into it."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "articles").mkdir(exist_ok=True)
    blocks = [f"[study]\ntitle = {_quote(title)}\nquestion = {_quote(question)}\n"]
    for n, piece in enumerate(pieces):
        name = f"articles/a{n + 1:03d}.txt"
        (folder / name).write_text(piece.text, encoding="utf-8")
        keys = {"file": name, "reader": "plain", **piece.keys}
        if keys.get("outlet"):
            keys.setdefault("outlet_basis", "given")
        blocks.append("[[articles]]\n" + "".join(f"{key} = {_quote(value)}\n" for key, value in keys.items()))
    (folder / "data/study.toml").write_text("\n".join(blocks), encoding="utf-8")
    for name, source in {"contrasts": contrasts, "actors": actors, "quantities": topics}.items():
        (folder / f"data/{name}.toml").write_text(source, encoding="utf-8")
    if notebooks:
        shutil.copytree(ROOT / "notebooks", folder / "notebooks", dirs_exist_ok=True)
    return folder


def _quote(value: str) -> str:
    """Write a TOML string; JSON's escapes are TOML's, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _article(n: int, *, title: bool = True) -> str:
    """Write the n-th article: shared copy, one of three rival words, other voices, an outlook of its own."""
    word = list(BLOCKADE)[n % 3]
    shared = SHARED if n % 4 < 2 else SHARED.replace("Risse", "feine Risse")
    body = [shared, BLOCKADE[word], WITNESS if n % 2 else MAYOR, OUTLOOK[n % 5], OUTLOOK[(n + 2) % 5]]
    heading = [f"{word} auf der Umleitung: Brücke bleibt zu"] if title else []
    return "\n\n".join([*heading, *body])


def _one_article() -> dict:
    return {"pieces": [Piece(_article(0))]}


def _two_of_one_outlet() -> dict:
    return {"pieces": [Piece(_article(n), {"outlet": "Lohe-Bote", "published": f"2024-05-1{n}"}) for n in range(2)]}


def _no_contrasts() -> dict:
    outlets = ["Lohe-Bote", "Hafenblatt", ""]
    pieces = [Piece(_article(n), {"outlet": outlet} if outlet else {}) for n, outlet in enumerate(outlets)]
    return {"pieces": pieces, "contrasts": ""}


def _no_quotation() -> dict:
    pieces = [Piece("\n\n".join([QUIET[n], QUIET[(n + 1) % 3]]), {"outlet": f"Blatt {n}"}) for n in range(3)]
    return {"pieces": pieces, "actors": "", "topics": ""}


def _sixty_outlets() -> dict:
    return {"pieces": [Piece(_article(n), {"outlet": f"Anzeiger für den Kreis {n + 1}"}) for n in range(60)]}


def _year() -> dict:
    """300 articles of 12 sections, one to three a day, over a year."""
    first = date(2023, 6, 1)
    pieces = []
    for n in range(300):
        day = first + timedelta(days=n * 364 // 299)
        text = "\n\n".join(
            [BLOCKADE[list(BLOCKADE)[(n // 100 + n) % 3]], OUTLOOK[n % 5], [WITNESS, MAYOR, SHARED][n % 3]]
        )
        keys = {"outlet": f"Blatt {n % 4}", "published": day.isoformat(), "section": f"Ressort {n % 12 + 1}"}
        pieces.append(Piece(text, keys))
    return {"pieces": pieces}


def _same_twice() -> dict:
    return {"pieces": [Piece(_article(0), {"outlet": outlet}) for outlet in ("Lohe-Bote", "Hafenblatt")]}


def _english() -> dict:
    return {"pieces": [Piece("\n\n".join(ENGLISH)), Piece(_article(1), {"outlet": "Lohe-Bote"})]}


def _hostile() -> dict:
    """Hostile strings in every field that a user fills: titles, outlets, labels, terms, actors, topics, notes."""
    pieces = []
    for n, nasty in enumerate(HOSTILE):
        keys = {"outlet": nasty, "label": f"{nasty} {n}", "title": nasty, "note": nasty, "section": nasty}
        pieces.append(Piece(f"{nasty}\n\n{_article(n, title=False)}", keys))
    name = _quote(HOSTILE[0])
    return {
        "pieces": pieces, "title": HOSTILE[0], "question": HOSTILE[4],
        "contrasts": CONTRASTS.replace('name = "Störer"', f"name = {name}").replace(
            '"The people on the detour"', _quote(HOSTILE[3])).replace('"Who blocks the road?"', _quote(HOSTILE[4])),
        "actors": ACTORS.replace('name = "Bauamt"', f'name = {name}\naliases = ["Bauamt"]').replace(
            '"residents"', _quote(HOSTILE[3])),
        "topics": TOPICS.replace('"Kosten"', name),
    }  # fmt: skip


KINDS: dict[str, Callable[[], dict]] = {
    "one_article": _one_article,
    "two_of_one_outlet": _two_of_one_outlet,
    "no_contrasts": _no_contrasts,
    "no_quotation": _no_quotation,
    "sixty_outlets": _sixty_outlets,
    "year": _year,
    "same_twice": _same_twice,
    "english": _english,
    "hostile": _hostile,
}


def make_study(kind: str, folder: Path, *, notebooks: bool = False) -> Path:
    """Write one of `KINDS` into a folder and return it."""
    return write_study(folder, **KINDS[kind](), notebooks=notebooks)
