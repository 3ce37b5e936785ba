"""Cues and moods: reporting words and their stance; the mood of finite verbs."""

import pytest

from analysis.codebook.cues import read_cues
from analysis.errors import StudyError
from analysis.language.morphology import find_mood


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "group", "stance"),
    [
        ("sagte", "sagen", "VVFIN", "say", "neutral"),
        ("behauptet", "behaupten", "VVPP", "claim", "doubting"),
        ("räumte", "einräumen", "VVFIN", "admit", "endorsing"),
        ("forderte", "fordern", "VVFIN", "urge", "urging"),
        ("Gerüchten", "Gerücht", "NN", "claim", "doubting"),
        ("Medienberichten", "Medienbericht", "NN", "write", "neutral"),
        ("Augenzeugenbericht", "Augenzeugenbericht", "NN", "write", "neutral"),
        ("Laut", "laut", "APPR", "attribute", "neutral"),
        ("angeblichen", "angeblich", "ADJA", "claim", "doubting"),
    ],
)
def test_reporting_words(form, lemma, pos, group, stance):
    cue = read_cues().find(form, lemma, pos)
    assert (cue.group, cue.stance) == (group, stance)


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
        ("[[group]]\nname = 'a'\nstance = 'neutrall'\nsource = 's'\n", "line 3"),
        ("[[group]]\nname = 'a'\nstance = 'neutral'\nsource = 's'\nverb = []\n", "verb"),
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
