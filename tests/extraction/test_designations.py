"""What a package lists is counted once, by type, without running totals."""

import pytest

from tracker.article import Article
from tracker.extraction import extract
from tracker.lexicon import load

LEXICON = load()
EU17 = "The EU adopted its 17th sanctions package against Russia on Tuesday. "

ROWS = [
    (
        "the object of sanctions on",
        "The Treasury on Friday imposed sanctions on 12 individuals and 30 entities.",
        {("individual", 12, "="), ("entity", 30, "=")},
    ),
    (
        "one number for people and companies",
        EU17 + "It lists 75 individuals and companies and adds 189 vessels.",
        {("target", 75, "="), ("vessel", 189, "=")},
    ),
    (
        "a rough number",
        "The EU's 17th sanctions package against Russia targets almost 200 tankers of the fleet.",
        {("vessel", 200, "~")},
    ),
    (
        "a verb that is itself the act",
        "Britain sanctioned 51 ships and 3 banks on Thursday.",
        {("vessel", 51, "="), ("bank", 3, "=")},
    ),
    (
        "a day between the office and its verb",
        "The U.S. Treasury on Thursday designated 12 Iranian officials and seven ships.",
        {("individual", 12, "="), ("vessel", 7, "=")},
    ),
    (
        "an office explained in brackets",
        "The Office of Foreign Assets Control (OFAC) today sanctioned four Syrian officials.",
        {("individual", 4, "=")},
    ),
    (
        "an aside between the maker and its verb",
        "Canada, in step with its allies, has blacklisted 20 Belarusian judges.",
        {("individual", 20, "=")},
    ),
    (
        "a phrase that is the act: freezing assets",
        "Britain on Monday froze the assets of 13 Belarusian officials.",
        {("individual", 13, "=")},
    ),
    (
        "a phrase that is the act: a bar from entry",
        "Canada barred 20 Iranian officials from entry.",
        {("individual", 20, "=")},
    ),
    (
        "a phrase that is the act: an addition to a list",
        "The Commerce Department on Friday added 28 Chinese firms to its trade blacklist.",
        {("entity", 28, "=")},
    ),
    (
        "a phrase that is the act: action against",
        "The State Department took action against six Russian hackers.",
        {("individual", 6, "=")},
    ),
    (
        "a pronoun for who acts, in a verb that hangs on another",
        "Japan said on Tuesday it would freeze the assets of 34 Russian individuals.",
        {("individual", 34, "=")},
    ),
    (
        "two verbs of one act, whose counts belong together",
        "The U.S. imposed visa bans on 22 Cuban officials and froze the assets of three banks.",
        {("individual", 22, "="), ("bank", 3, "=")},
    ),
    (
        "what is added by as well as",
        "The U.S. imposed sanctions on Russia's Gazprom Neft, as well as 183 ships.",
        {("vessel", 183, "=")},
    ),
    (
        "a number in words",
        "The United States sanctioned two Russian banks on Monday.",
        {("bank", 2, "=")},
    ),
    (
        "a comparator before the number",
        "Canada announced new sanctions on more than 40 Iranian officials on Monday.",
        {("individual", 40, ">")},
    ),
    (
        "further ones",
        "Australia has imposed targeted sanctions on a further 14 individuals and 11 entities.",
        {("individual", 14, "="), ("entity", 11, "=")},
    ),
    (
        "sanctions counted themselves",
        "The UK announced 100 new sanctions against Russia on Tuesday.",
        {("target", 100, "=")},
    ),
    (
        "three numbers in a list",
        (
            "The EU's 16th sanctions package against Russia, adopted Monday, includes 48 people, "
            "35 entities and 74 vessels."
        ),
        {("individual", 48, "="), ("entity", 35, "="), ("vessel", 74, "=")},
    ),
    (
        "a list with its marks",
        EU17 + "The package comprises:\n\n- 116 additions to the blacklist, 69 of them persons "
        "and 47 organisations;\n- 27 ships.",
        {("target", 116, "="), ("individual", 69, "="), ("entity", 47, "="), ("vessel", 27, "=")},
    ),
    (
        "the subject behind the copula",
        (
            "The U.S. imposed new sanctions on Belarus on Friday. Among those designated are 16 "
            "officials and five companies."
        ),
        {("individual", 16, "="), ("entity", 5, "=")},
    ),
    (
        "the subject, far from its verb",
        EU17 + "In total, 48 people linked to the arms trade, who deny it, were added to the list.",
        {("individual", 48, "=")},
    ),
    (
        "what they face, with a word for it that names no package of its own",
        EU17 + "Some 48 managers face travel bans. An annex lists 35 firms subject to a port ban.",
        {("individual", 48, "~"), ("entity", 35, "=")},
    ),
    (
        "firms brought under restrictions, ships named as blocked, ports that are kept out",
        EU17 + "It brings 53 firms under export restrictions, cuts 13 lenders off from payments "
        "and names 18 tankers as blocked property.",
        {("entity", 53, "="), ("bank", 13, "="), ("vessel", 18, "=")},
    ),
    (
        "listings of something are counted as that",
        EU17 + "With 105 new listings of ships, no fleet is safe.",
        {("vessel", 105, "=")},
    ),
    (
        "what a network consists of",
        "The United States sanctioned a Russian smuggling network of 13 tankers on Thursday.",
        {("vessel", 13, "=")},
    ),
    (
        "those singled out are part of those counted",
        EU17 + "It lists 24 people, including two generals.",
        {("individual", 24, "=")},
    ),
    (
        "some of those that are known already",
        EU17 + "Three of the firms sanctioned on Tuesday had been listed before.",
        set(),
    ),
    (
        "all that were hit since",
        EU17 + "The bloc has hit 2,500 people since the war began.",
        set(),
    ),
    (
        "a verb of the relative clause of another noun",
        EU17 + "The ship is one of 31 vessels run by a firm which was listed in May.",
        set(),
    ),
    (
        "a running total in the same sentence",
        EU17 + "It adds 17 ships, bringing the total to 342 ships.",
        {("vessel", 17, "=")},
    ),
    (
        "a running total in the next sentence",
        EU17 + "It added 189 vessels to the list, which now names 342 ships.",
        {("vessel", 189, "=")},
    ),
    (
        "people who tell of it",
        "The EU imposed new sanctions on Russia on Friday, 20 people familiar with the talks said.",
        set(),
    ),
    (
        "officials who announce it",
        "The new U.S. sanctions on Iran, announced by three officials on Friday, hit oil exports.",
        set(),
    ),
    (
        "victims",
        "The United States imposed sanctions on Iran on Friday after 63 people were killed.",
        set(),
    ),
]


def designations_of(text):
    record = extract(Article(text=text, id="x", published="2025-05-21"), LEXICON)
    return [row for measure in record.measures for row in getattr(measure, "designations", ())]


@pytest.mark.parametrize(("why", "text", "told"), ROWS, ids=[row[0] for row in ROWS])
def test_designations_are_counted_by_type(why, text, told):
    assert {(d.type, d.count, d.comparator) for d in designations_of(text)} == told


def test_a_count_said_twice_is_one_entry():
    text = (
        "Britain sanctioned 51 ships on Thursday. "
        "The new UK sanctions against Russia hit 51 ships, ministers said."
    )
    assert len({(d.type, d.count) for d in designations_of(text)}) == 1
