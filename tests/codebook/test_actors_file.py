"""data/actors.toml: read strictly; what is wrong is named with its line and what to write instead."""

import re

import pytest

from analysis.actors.codebook_patterns import open_directory
from analysis.codebook.actors_file import read_actors
from analysis.errors import StudyError

GOOD = """groups = ["Polen", "USA"]

[[countries]]
name = "Polen"
adjectives = ["polnisch"]

[[actors]]
name = "Andrzej Duda"
kind = "person"
group = "Polen"
country = "Polen"
roles = ["Präsident"]
"""


def read(tmp_path, text):
    path = tmp_path / "actors.toml"
    path.write_text(text, encoding="utf-8")
    return read_actors(path, shown="data/actors.toml")


def test_a_good_file_is_read(tmp_path):
    file = read(tmp_path, GOOD)
    assert [actor.name for actor in file.actors] == ["Andrzej Duda"]
    assert file.countries[0].adjectives == ["polnisch"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "person"', 'kind = "persn"', 'line 9: unknown kind "persn"; did you mean "person"?'),
        ('group = "Polen"', 'group = "Pollen"', 'line 10: unknown group "Pollen"; did you mean "Polen"?'),
        ('country = "Polen"', 'country = "Poln"', 'line 11: unknown country "Poln"; did you mean "Polen"?'),
        ('roles = ["Präsident"]', 'role = ["Präsident"]', 'line 12: unknown key "role"; did you mean "roles"?'),
        ('country = "Polen"\n', "", 'line 11: "Andrzej Duda" has roles but no country; say whose Präsident it is'),
        ('roles = ["Präsident"]', 'speaks_for = "Duda"', 'line 12: unknown speaks_for "Duda"'),
        ('name = "Andrzej Duda"\n', "", 'line 7: "name" is missing; add it'),
        (
            'groups = ["Polen", "USA"]',
            "",
            'line 10: unknown group "Polen"; the file has no groups; write the line '
            '`groups = ["Polen"]` above its first block',
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path, old, new, message):
    with pytest.raises(StudyError, match=re.escape(f"data/actors.toml, {message}")):
        read(tmp_path, GOOD.replace(old, new))


def test_two_actors_of_one_name(tmp_path):
    twice = GOOD + '\n[[actors]]\nname = "Andrzej Duda"\nkind = "person"\ngroup = "USA"\n'
    with pytest.raises(StudyError, match='line 15: two actors are called "Andrzej Duda"'):
        read(tmp_path, twice)


def test_a_country_without_a_block(tmp_path):
    text = GOOD.replace('[[countries]]\nname = "Polen"\nadjectives = ["polnisch"]\n', "")
    with pytest.raises(StudyError, match=r"add a \[\[countries\]\] block for Polen"):
        read(tmp_path, text)


def test_every_word_of_the_study_names_somebody(study):
    """No actor of data/actors.toml is dead weight: each is mentioned in the five articles or speaks in the gold."""
    used = {*study.mentions["actor"], *study.gold_quotes["actor"]}
    assert {actor.name for actor in study.actors.actors} - used == {"Reuters"}  # only in the credits: rtr


def test_aliases_are_not_shared(study):
    """A word that is two actors' name would make one of them invisible."""
    book = open_directory(study.actors)
    names = [(p.forms, p.actors) for ps in book.patterns.values() for p in ps if p.kind in ("name", "description")]
    owners = {}
    for forms, actors in names:
        assert owners.setdefault(forms, actors) == actors
