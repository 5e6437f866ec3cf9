"""Sponsors are those who made a bill, cosponsors those who joined; nobody else is either."""

import pytest

from tracker.article import Article
from tracker.extraction import extract
from tracker.lexicon import load

LEXICON = load()
MADE = "Senators Amy Reed and Carl Voss introduced the Clean Ports Act. "
BY_REED = "Rep. Amy Reed introduced the Clean Ports Act. "

# "Reed+" is the sponsor Reed, "Voss-" the cosponsor Voss.
VERBS = [
    (
        "each chamber's own sponsors",
        (
            "The Clean Ports Act was introduced in the Senate by Sens. Amy Reed and Carl Voss and in "
            "the House by Rep. Dana Poole."
        ),
        "Reed+ Voss+ Poole+",
    ),
    (
        "a bill and its maker without that",
        "Sen. Amy Reed delayed a vote on the port safety bill she wrote with Sen. Carl Voss.",
        "Reed+ Voss+",
    ),
    (
        "one of those who open the list as her colleague",
        "Sen. Amy Reed and her colleague Sen. Carl Voss (R-Idaho) introduced the Clean Ports Act.",
        "Reed+ Voss+",
    ),
    (
        "a long list of names before the verb is no headline",
        (
            "The Clean Ports Bill Is Out. Today, U.S. Senators Amy Reed (D-NJ) and Carl Voss "
            "(D-NY), along with Sen. Dana Poole (D-NJ) and Majority Leader Evan Stone (D-NY), "
            "introduced the Clean Ports Act."
        ),
        "Reed+ Voss+ Poole- Stone-",
    ),
    (
        "an adjunct before the subject is no part of it",
        (
            "Rep. Flo Hart introduced the Clean Ports Act. In addition to Representatives Hart "
            "and Gale, Representatives Amy Reed (D-NJ) and Carl Voss (D-NY) are cosponsors."
        ),
        "Hart+ Reed- Voss-",
    ),
    (
        "the subject of another verb wrote nothing",
        (
            "Sen. Amy Reed introduced the Clean Ports Act. Sen. Carl Voss said he believes "
            "Republicans should work to craft port legislation."
        ),
        "Reed+",
    ),
    (
        "a possessive inside a title is nobody's",
        (
            "Sen. Amy Reed (D-NJ) spoke to veterans on Monday. The Senate passed the Honoring Our "
            "Ports Act by 90-2, she noted."
        ),
        "",
    ),
    (
        "the subject of introducing",
        "Sens. Amy Reed (D-Ore.) and Carl Voss (R-Idaho) introduced the Clean Ports Act.",
        "Reed+ Voss+",
    ),
    (
        "offices between two subjects",
        (
            "Senators Amy Reed (D-Ore.), Ranking Member of the Banking Committee, and Carl "
            "Voss (R-Idaho), a member of the panel, introduced the Clean Ports Act."
        ),
        "Reed+ Voss+",
    ),
    (
        "along with makes cosponsors",
        (
            "Sen. Amy Reed, D-Ore., along with Sens. Carl Voss, R-Idaho, and Dana Poole, D-Nev., "
            "introduced the Clean Ports Act."
        ),
        "Reed+ Voss- Poole-",
    ),
    (
        "joined by, set between commas, makes cosponsors",
        "Sen. Amy Reed (D-Ore.), joined by Sen. Carl Voss (R-Idaho), unveiled the Clean Ports Act.",
        "Reed+ Voss-",
    ),
    (
        "with after the bill is a second sponsor",
        (
            "Today, Representative Amy Reed (OR-05) reintroduced the bipartisan Clean Ports Act "
            "with Representative Carl Voss (ID-01)."
        ),
        "Reed+ Voss+",
    ),
    (
        "with ... as a cosponsor",
        (
            "Rep. Amy Reed introduced the Clean Ports Act with Rep. Carl Voss as an original "
            "cosponsor."
        ),
        "Reed+ Voss-",
    ),
    (
        "an infinitive has the subject of its governor",
        "Sen. Amy Reed plans to introduce the Clean Ports Act on Monday.",
        "Reed+",
    ),
    (
        "a pronoun stands for the person of the sentence",
        "Sen. Amy Reed said she would introduce the Clean Ports Act.",
        "Reed+",
    ),
    (
        "a verb behind 'and' shares the subject",
        "Sen. Amy Reed has pushed for clean ports, and in May introduced the Clean Ports Act.",
        "Reed+",
    ),
    (
        "a relative clause of the person",
        "Sen. Amy Reed (D-Ore.), who introduced the Clean Ports Act, said it would pass.",
        "Reed+",
    ),
    (
        "a relative clause of the bill",
        "Sen. Amy Reed praised the Clean Ports Act, which Sen. Carl Voss introduced in May.",
        "Voss+",
    ),
    (
        "the introduction of a bill is announced",
        (
            "Sen. Amy Reed, chair of the Banking Committee, today announced the introduction "
            "of the Clean Ports Act."
        ),
        "Reed+",
    ),
    (
        "last names in a headline",
        (
            "Reed, Voss Introduce Bill to Sanction Oil\n\nWASHINGTON - Sens. Amy Reed and Carl "
            "Voss want to act."
        ),
        "Reed+ Voss+",
    ),
    (
        "the leader of a group",
        "A bipartisan group of senators led by Amy Reed (D-Ore.) introduced the Clean Ports Act.",
        "Reed+",
    ),
    (
        "the members of a group",
        (
            "A bipartisan group of senators, including Amy Reed (D-Ore.) and Carl Voss (R-Idaho), "
            "introduced the Clean Ports Act."
        ),
        "Reed+ Voss+",
    ),
    (
        "agents of two passives",
        (
            "The Clean Ports Act was introduced by Rep. Amy Reed (D) and is cosponsored by Reps. "
            "Carl Voss (R-ID) and Dana Poole (D-NV)."
        ),
        "Reed+ Voss- Poole-",
    ),
    (
        "a participle of leading",
        (
            "The Clean Ports Act, led by Reps. Amy Reed (D-OR) and Carl Voss (R-ID), would ban the "
            "oil trade."
        ),
        "Reed+ Voss+",
    ),
    (
        "a participle of writing",
        "The Clean Ports Act, authored by Sen. Amy Reed, would ban the oil trade.",
        "Reed+",
    ),
    (
        "co-led in the passive",
        "The Clean Ports Act is co-led by Reps. Amy Reed and Carl Voss.",
        "Reed+ Voss+",
    ),
    (
        "a group in the passive",
        (
            "The sanctions bill is sponsored by a bipartisan group of senators including Amy Reed, "
            "Democrat of Oregon, and Carl Voss, Republican of Idaho."
        ),
        "Reed+ Voss+",
    ),
    (
        "A led B in introducing: those led have joined",
        "Sen. Amy Reed led Sens. Carl Voss and Dana Poole in introducing the Clean Ports Act.",
        "Reed+ Voss- Poole-",
    ),
    (
        "teaming up makes two sponsors",
        "Sen. Amy Reed partnered with Sen. Carl Voss to introduce the Clean Ports Act.",
        "Reed+ Voss+",
    ),
    (
        "the speaker of a quotation is who says I",
        '"I introduced the Clean Ports Act because ports matter," said Sen. Amy Reed.',
        "Reed+",
    ),
    (
        "the speaker cosponsors",
        '"I am proud to cosponsor the Clean Ports Act," said Sen. Carl Voss.',
        "Voss-",
    ),
]
JOINING = [
    (
        "joined by, before the subject",
        "Joined by Sens. Carl Voss and Dana Poole, Sen. Amy Reed unveiled the Clean Ports Act.",
        "Reed+ Voss- Poole-",
    ),
    (
        "whom a state's name introduces",
        "Sen. Amy Reed, along with Ohio's Carl Voss, introduced the Clean Ports Act.",
        "Reed+ Voss-",
    ),
    (
        "B joined A in introducing",
        "Senator Carl Voss joined Senator Amy Reed in introducing the Clean Ports Act.",
        "Reed+ Voss-",
    ),
    (
        "joining fronted, those who joined behind the copula",
        (
            "Joining Sen. Amy Reed in introducing the Clean Ports Act are Senators Carl Voss (R) "
            "and Dana Poole (D-NV)."
        ),
        "Reed+ Voss- Poole-",
    ),
    (
        "they were joined by, in a sentence of its own",
        MADE + "They were joined by Senators Dana Poole (D-NV) and Ed Marsh (R-TX).",
        "Reed+ Voss+ Poole- Marsh-",
    ),
    (
        "joined in cosponsoring",
        MADE + "Senators Dana Poole (D-NV) and Ed Marsh (R-TX) joined in cosponsoring the "
        "legislation.",
        "Reed+ Voss+ Poole- Marsh-",
    ),
    (
        "also joining the effort",
        MADE + "Also joining the effort are Senators Dana Poole (D-NV) and Ed Marsh (R-TX).",
        "Reed+ Voss+ Poole- Marsh-",
    ),
    (
        "signing on",
        "Sen. Carl Voss has signed on to the Clean Ports Act as a cosponsor.",
        "Voss-",
    ),
    (
        "joined as a cosponsor",
        "Rep. Carl Voss also joined as an original cosponsor of the Clean Ports Act.",
        "Voss-",
    ),
    (
        "joined in a letter is no sponsorship",
        MADE + "Reed was joined by Sen. Dana Poole (D-NV) in a letter on the harvest.",
        "Reed+ Voss+",
    ),
]
NOUNS = [
    (
        "an apposition after the home state",
        (
            "Sen. Amy Reed of West Virginia, head of the panel and sponsor of the Clean Ports Act, "
            "rose."
        ),
        "Reed+",
    ),
    (
        "a home state is nobody",
        "Sen. Amy Reed of North Dakota, a Democrat who is a sponsor of the Clean Ports Act, rose.",
        "Reed+",
    ),
    (
        "cosponsors include a list",
        BY_REED + "Original cosponsors of the bill include Reps. Carl Voss (R-ID), Dana Poole "
        "(D-NV) and Ed Marsh (R-TX).",
        "Reed+ Voss- Poole- Marsh-",
    ),
    (
        "cosponsors and a colon",
        BY_REED + "Cosponsors: Reps. Voss (R-ID), Poole (D-NV).",
        "Reed+ Voss- Poole-",
    ),
    (
        "names on lines of their own",
        BY_REED + "\n\nThe legislation is cosponsored by Senators:\n\nCarl Voss (R-ID)\n\nDana "
        'Poole (D-NV)\n\n"This bill matters," said Reed.',
        "Reed+ Voss- Poole-",
    ),
    (
        "the subject of a copula",
        "Sens. Amy Reed and Carl Voss are the lead sponsors of the Clean Ports Act.",
        "Reed+ Voss+",
    ),
    (
        "an apposition of a sponsor",
        "Sen. Amy Reed, the lead sponsor of the Clean Ports Act, said it would pass.",
        "Reed+",
    ),
    (
        "an apposition of a cosponsor",
        "Sen. Carl Voss (R-Idaho), a cosponsor of the Clean Ports Act, said it would pass.",
        "Voss-",
    ),
    (
        "the bill's sponsors and their names",
        (
            "The sanctions bill's sponsors, Sens. Amy Reed and Carl Voss, said it would pass the "
            "Senate."
        ),
        "Reed+ Voss+",
    ),
    (
        "a state sponsor of terrorism sponsors no bill",
        (
            "Iran is the leading state sponsor of terrorism, Sen. Amy Reed said of the Clean Ports "
            "Act."
        ),
        "",
    ),
]
OWNERS = [
    ("a possessor", "Sen. Amy Reed's Clean Ports Act passed the Senate.", "Reed+"),
    (
        "a hyphenated nickname",
        "The Reed-Voss sanctions bill is stalled in the Senate, Sen. Amy Reed said.",
        "Reed+ Voss+",
    ),
    (
        "a possessive pronoun",
        "Sen. Amy Reed pushed for passage of her Clean Ports Act.",
        "Reed+",
    ),
    ("a bill by somebody", "A bill by Sen. Amy Reed would sanction Russian oil.", "Reed+"),
    (
        "an office that bears a name is not the person",
        "Sen. Amy Reed's office said that the Clean Ports Act would pass.",
        "",
    ),
]
NOBODY = [
    ("leading a debate", "Sen. Carl Voss led a debate on the Clean Ports Act.", ""),
    (
        "expecting others to do it",
        "Rep. Carl Voss said he expects a group of members to introduce the Clean Ports Act.",
        "",
    ),
    ("urging passage", "Sen. Carl Voss urged the Senate to pass the Clean Ports Act.", ""),
    ("backing", "Sen. Carl Voss supports the Clean Ports Act and will vote for it.", ""),
    ("signing into law", "President Carl Voss signed the Clean Ports Act into law.", ""),
    (
        "telling of it",
        "Sen. Carl Voss announced that the Senate had passed the Clean Ports Act.",
        "",
    ),
    (
        "leading a letter",
        "Sen. Carl Voss led a letter urging the House to pass the Clean Ports Act.",
        "",
    ),
    ("writing to somebody", "Sen. Carl Voss wrote to the king about the Clean Ports Act.", ""),
    (
        "praise in the same sentence",
        (
            "Sen. Amy Reed on Thursday introduced the Clean Ports Act, a move praised by Sen. Carl "
            "Voss."
        ),
        "Reed+",
    ),
    (
        "a president whose bill it is called sponsors none",
        "Sen. Amy Reed introduced the Clean Ports Act. It would undo President Carl Voss's ports law.",
        "Reed+",
    ),
]
ROWS = [*VERBS, *JOINING, *NOUNS, *OWNERS, *NOBODY]


def sponsors_of(text):
    record = extract(Article(text=text, id="x", published="2024-05-01"), LEXICON)
    return {
        sponsor.name.split()[-1] + ("+" if sponsor.role == "sponsor" else "-")
        for measure in record.measures
        for sponsor in getattr(measure, "sponsors", ())
    }


@pytest.mark.parametrize(("why", "text", "told"), ROWS, ids=[row[0] for row in ROWS])
def test_sponsors_and_cosponsors_are_told_apart(why, text, told):
    assert sponsors_of(text) == set(told.split())


def test_a_name_that_many_sentences_tell_of_is_one_entry():
    text = MADE + "Reed's bill would ban oil. Sen. Amy Reed introduced it in May."
    record = extract(Article(text=text, id="x", published="2024-05-01"), LEXICON)
    names = [s.name for m in record.measures for s in getattr(m, "sponsors", ())]
    assert sorted(names) == ["Amy Reed", "Carl Voss"]


def test_two_senators_of_one_last_name_are_two_cosponsors():
    text = (
        "Sen. Amy Reed introduced the Clean Ports Act. "
        "Cosponsors include Senators Tim Voss (R-S.C.) and Rick Voss (R-Fla.)."
    )
    record = extract(Article(text=text, id="x", published="2024-05-01"), LEXICON)
    names = [s.name for m in record.measures for s in m.sponsors if s.role == "cosponsor"]
    assert names == ["Tim Voss", "Rick Voss"]
