"""Last names that are common nouns, abbreviations, and compounds that begin with a body. Own sentences, read by hand."""

import pytest
from actors.test_names_between import names
from actors.test_quote_speakers import speakers

from analysis.codebook.actors_file import ActorsFile

KERN = "Der harte Kern blieb. Im Kern stimmt es. Der Kern der Sache ist klar."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a noun is a last name behind a title and a first name, however often it stands behind articles elsewhere
        ("Gestern sprach Kanzler Anton Kern lange.", ["Anton Kern"]),
        # or where the phrase is over with it; what one has or gives is a noun
        ("Gestern sprach Anna Zoll.", ["Anna Zoll"]),
        ("Er weiß, dass Anna Zoll kennt.", ["Anna Zoll"]),
        ("Er weiß, dass Anna Zoll hat.", ["Zoll"]),
        # alone it is the same one's, unless something leads up to it as to a noun
        ("Gestern sprach Kanzler Anton Kern. Dann ging Kern.", ["Anton Kern", "Anton Kern"]),
        ("Gestern sprach Kanzler Anton Kern. Der harte Kern blieb.", ["Anton Kern"]),
        ("Gestern sprach Kanzler Anton Kern. Im Kern stimmt es.", ["Anton Kern"]),
        # behind a first name that no list has: between commas, behind a title
        ("Das sagte der Sondergesandte, Ismaila Fall, am Sonntag.", ["Ismaila Fall"]),
    ],
)
def test_a_common_noun_as_last_name(text, found):
    assert names(text, KERN) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # an abbreviation takes its letters from the words before the bracket, whatever these are
        ("Es sprach das Kuratorium für Waldpflege (KFW). [Das KFW] sagte, {es brenne}.", "Kuratorium für Waldpflege"),
        ("Es sprach die Tiroler Landesholding GmbH (TLH). [Die TLH] sagte, {es brenne}.",
         "Tiroler Landesholding GmbH"),
        ("Es sprach der Obmann (KFW). [Das KFW] sagte, {es brenne}.", "KFW"),
        # a compound for a text begins with whose it is: a name before a hyphen, a body's noun
        ("Es sprach das Kuratorium für Waldpflege (KFW). {Es brenne}, heißt es [im KFW-Bericht].",
         "Kuratorium für Waldpflege"),
        ("Die KFW-Stiftung für Wald sprach. {Es brenne}, so [die KFW-Analyse].", "KFW-Stiftung für Wald"),
        ("Der Tiroler Rechnungshof tagte. Laut [Rechnungshofbericht] {brennt es}.", "Tiroler Rechnungshof"),
        ("Der Ölkonzern Mollix sprach. Laut [Firmenangaben] {brennt es}.", "Mollix"),
        # not what a company is reported to do, nor the media, who are many
        ("Der Chef von VW sprach. {Es brenne}, so [der VW-Bericht].", "der VW-Bericht"),
        ("Laut [Medienberichten] {brennt es}.", "Medienberichten"),
        # several are named in the plural, in the nominative
        ("Aus [UN-Kreisen] hieß es, {es brenne}.", "UN-Kreise"),
        # one body in two spellings
        ("Der Tiroler Landesrechnungshof kam. [Der Landes-Rechnungshof] sagte, {es brenne}.",
         "Tiroler Landesrechnungshof"),
        # demnach takes up whoever spoke some sentences before
        ("[Die Caritas] sagte, {es brenne}. Es war Nacht. Alle schliefen. [Demnach] {ist alles verloren}.", "Caritas"),
        ("[Die Caritas] sagte, {es brenne}. Es war Nacht. Alle schliefen. Der Hund bellte. [Demnach] {ist es aus}.", ""),
    ],
)  # fmt: skip
def test_whose_a_compound_or_an_abbreviation_is(text, found):
    assert speakers(text, book=ActorsFile())[-1] == found


def test_in_an_interview_sie_is_whom_the_turn_speaks_to():
    """*Sie* in a question is the other one; who asks the question speaks it; what all know says whoever speaks."""
    turns = "PORTAL: Wie geht es? Anna Berg: Gut. PORTAL: Wirklich? Anna Berg: Ja. "
    told = speakers(turns + "PORTAL: Gestern beklagten [Sie], {dass es brennt}.", book=ActorsFile())
    asked = speakers(turns + "{PORTAL: Warum beklagen [Sie] das?}", types=["Reported"], book=ActorsFile())
    known = speakers(turns + "[Alle] wissen, {dass es brennt}.", book=ActorsFile())
    assert (told, asked, known) == (["Anna Berg"], ["PORTAL"], ["Anna Berg"])


def test_what_all_know_is_nobodys_turn_outside_an_interview():
    assert speakers("Anna Berg: Gut. [Alle] wissen, {dass es brennt}.", book=ActorsFile()) == ["Alle"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # somebody who was called a Croat is no Serb
        ("Karl Berg kam. Karl Berg ging. Karl Berg besiegte den Kroaten Marin Huber. {Gut}, sagte [der Serbe].", "Karl Berg"),
        # whoever is named again and again is likelier than whom the same sentence names once
        ("Karl Berg kam. Karl Berg ging. Karl Berg sang. Karl Berg traf Paul Huber. {Gut}, sagte [der 48-Jährige].", "Karl Berg"),
    ],
)  # fmt: skip
def test_whom_a_description_by_country_means(text, found):
    assert speakers(text, book=ActorsFile()) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # four turns make an interview, three do not
        ("PORTAL: Wie? Anna Berg: Gut. PORTAL: Ach? Anna Berg: Ja. [Alle] wissen, {dass es brennt}.", "Anna Berg"),
        ("PORTAL: Wie? Anna Berg: Gut. [Alle] wissen, {dass es brennt}. PORTAL: Ach?", "Alle"),
        # an abbreviation is spelled by seven words before its bracket at most
        ("Es sprach die Union für Wald der Bauern von Tirol (UWBT). [Die UWBT] sagte, {es brenne}.", "UWBT"),
        ("Es sprach die Union für Wald und Wiese der Bauern (UWWB). [Die UWWB] sagte, {es brenne}.",
         "Union für Wald und Wiese der Bauern"),
        ("Es sprach die Union für Wald und Wiese und Feld der Bauern (UWWB). [Die UWWB] sagte, {es brenne}.", "UWWB"),
    ],
)  # fmt: skip
def test_limits_of_an_interview_and_of_an_abbreviation(text, found):
    assert speakers(text, book=ActorsFile())[-1] == found
