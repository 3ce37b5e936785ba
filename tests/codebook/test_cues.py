"""Cues and moods: reporting words, what is done with them and what they commit to; the mood of finite verbs."""

import pytest

from analysis.codebook.cues import read_cues
from analysis.errors import StudyError
from analysis.language.morphology import find_mood


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "group", "act", "commitment"),
    [
        ("sagte", "sagen", "VVFIN", "say", "say", "acknowledge"),
        ("behauptet", "behaupten", "VVPP", "claim", "say", "distance"),
        ("räumte", "einräumen", "VVFIN", "admit", "say", "endorse"),
        ("forderte", "fordern", "VVFIN", "urge", "demand", "acknowledge"),
        ("Gerüchten", "Gerücht", "NN", "claim", "say", "distance"),
        ("Medienberichten", "Medienbericht", "NN", "write", "say", "acknowledge"),
        ("Augenzeugenbericht", "Augenzeugenbericht", "NN", "write", "say", "acknowledge"),
        ("Laut", "laut", "APPR", "attribute", "say", "acknowledge"),
        ("angeblichen", "angeblich", "ADJA", "claim", "say", "distance"),
    ],
)
def test_reporting_words(form, lemma, pos, group, act, commitment):
    cue = read_cues().find(form, lemma, pos)
    assert (cue.group, cue.act, cue.commitment) == (group, act, commitment)


@pytest.mark.parametrize(
    ("form", "lemma", "pos"), [("schläft", "schlafen", "VVFIN"), ("Katze", "Katze", "NN"), ("", "", "XY")]
)
def test_other_words(form, lemma, pos):
    assert read_cues().find(form, lemma, pos) is None


def test_every_group_names_its_source_and_no_word_is_listed_twice_in_one_kind():
    from analysis.codebook.cues import SHIPPED
    from analysis.codebook.toml import read_toml

    groups = read_toml(SHIPPED)[0]["group"]
    assert all(group["source"] for group in groups)
    for group in groups:
        for kind in ("verbs", "nouns", "adjectives", "words"):
            words = group.get(kind, [])
            assert len(words) == len(set(words)), (group["name"], kind)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[[group]]\nname = 'a'\nact = 'sayy'\ncommitment = 'distance'\nsource = 's'\n", "line 3"),
        ("[[group]]\nname = 'a'\nact = 'say'\ncommitment = 'distance'\nsource = 's'\nverb = []\n", "verb"),
        ("[[group]\n", "not valid TOML"),
    ],
)
def test_a_wrong_file_is_named(tmp_path, text, words):
    path = tmp_path / "cues.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StudyError, match=words):
        read_cues(path)


@pytest.mark.parametrize(
    ("forms", "mood"),
    [
        ("sei seien habe könne werde stabilisiere gehe gebe fordere bleibe", "1"),
        ("wäre hätten würde könnte käme stünden ginge gäbe", "2"),
        ("sollte wollten", "s"),
        ("soll sollen", "h"),
        ("ist war hat hatte sagte meldete ging kam wurde machten brachte", "i"),
    ],
)
def test_moods(forms, mood):
    assert {form: find_mood(form, "VVFIN") for form in forms.split()} == dict.fromkeys(forms.split(), mood)


def test_only_finite_verbs_have_a_mood():
    assert find_mood("sein", "VAINF") == find_mood("Habe", "NN") == find_mood("", "XY") == ""
