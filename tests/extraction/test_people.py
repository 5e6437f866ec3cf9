"""People are told from other capital words, under the fullest form of their names."""

import pytest

from tracker.extraction.people import find_people, last_name
from tracker.extraction.text import fold
from tracker.lexicon import load

LEXICON = load()

ROWS = [
    ("a last name that is a title", "Sen. Angus King spoke.", ["Angus King"]),
    ("also after an uncommon given name", "Rep. Quill Bishop spoke.", ["Quill Bishop"]),
    ("a title before one", "Congressman Bishop spoke.", ["Bishop"]),
    (
        "an initial before and a suffix after one",
        "Congressman Amos T. Bishop, Jr. (GA-02) spoke.",
        ["Amos T. Bishop Jr."],
    ),
    ("an office after the name", "Statement of Senator Amy Reed Ranking Member", ["Amy Reed"]),
    ("a title before the name", "Sen. Amy Reed spoke.", ["Amy Reed"]),
    ("an office in lower case", "committee chairman Amy Reed spoke.", ["Amy Reed"]),
    ("a party tag after the name", "Amy Reed (D-Ore.) spoke.", ["Amy Reed"]),
    ("a party tag between commas", "Quill Voss, R-Idaho, spoke.", ["Quill Voss"]),
    (
        "one tag for two people",
        "Amy Reed and Carl Voss (both R-Idaho) spoke.",
        ["Amy Reed", "Carl Voss"],
    ),
    ("a district for a tag", "Quill Voss (ID-01) spoke.", ["Quill Voss"]),
    ("the party in words", "Quill Voss, Democrat of Oregon, spoke.", ["Quill Voss"]),
    (
        "the party and state after a comma name nobody",
        "Rep. Amy Reed, Alabama Republican, and Carl Voss, a South Dakota Democrat, spoke.",
        ["Amy Reed", "Carl Voss"],
    ),
    (
        "nor does the office of a party's senior member",
        "Quill Voss, the panel's top Democrat, spoke.",
        ["Quill Voss"],
    ),
    ("a member of a state's assembly", "Assemblywoman Amy Reed spoke.", ["Amy Reed"]),
    ("a member of another parliament", "Quill Voss MP tabled a question.", ["Quill Voss"]),
    ("a common given name alone", "Ports would close, Carl Voss of the union said.", ["Carl Voss"]),
    (
        "last names in a list that a plural title opens",
        "Senators Reed and Voss spoke.",
        ["Reed", "Voss"],
    ),
    ("a suffix is part of the name", "Sen. Carl Voss Jr. (D-Pa.) spoke.", ["Carl Voss Jr."]),
    ("a particle is part of the name", "Rep. Ana de la Cruz spoke.", ["Ana de la Cruz"]),
    ("hyphens and accents", "Rep. Débora Luján-Reed spoke.", ["Débora Luján-Reed"]),
    ("an initial", "Sen. Mazie K. Poole spoke.", ["Mazie K. Poole"]),
    (
        "the last name alone is the same person",
        "Sen. Amy Reed rose. Reed spoke.",
        ["Amy Reed", "Amy Reed"],
    ),
    ("a heading in capitals", "REED SPEAKS\n\nSen. Amy Reed spoke.", ["Amy Reed", "Amy Reed"]),
    (
        "a short and a full given name",
        "Sen. Robert Voss rose. Bob Voss spoke.",
        ["Robert Voss", "Robert Voss"],
    ),
    (
        "namesakes stay apart, the bare name is whom the text names most",
        "Sen. Tim Voss rose. Tim Voss and Sen. Rick Voss spoke. Voss left.",
        ["Tim Voss", "Tim Voss", "Rick Voss", "Tim Voss"],
    ),
    ("a verb of a headline is no name", "Sen. Voss Leads Bill to Ban Oil", ["Voss"]),
    ("but a name may look like a verb", "Sen. Mike Rounds Leads Bill", ["Mike Rounds"]),
    (
        "a profile run into the name",
        "Sen. Amy ReedAmelia Jane Reed MORE (D-Ore.) spoke.",
        ["Amy Reed", "Amy Reed"],
    ),
    (
        "Bill is a given name before a name only",
        "Sen. Voss Unveils Bill. Rep. Bill Poole spoke.",
        ["Voss", "Bill Poole"],
    ),
    (
        "committees and agencies are nobody",
        "The Senate Banking Committee and the Treasury Department met.",
        [],
    ),
    ("an act with a given name in front is nobody", "The Taylor Force Act passed.", []),
]


@pytest.mark.parametrize(("why", "text", "names"), ROWS, ids=[row[0] for row in ROWS])
def test_people_are_found_under_their_fullest_name(why, text, names):
    assert [person.name for person in find_people(fold(text), LEXICON)] == names


def test_every_name_of_a_list_of_forty_is_found():
    names = [f"Quill Voss{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(40)]
    text = "Joining Senator Amy Reed were Senators " + ", ".join(f"{n} (D-Ore.)" for n in names)
    found = find_people(fold(text + "."), LEXICON)
    assert [person.name for person in found] == ["Amy Reed", *names]
    assert {person.chamber for person in found} == {"us-senate"}


def test_offsets_hold_name_title_and_tag():
    text = "Yesterday U.S. Sen. Amy Reed (D-Ore.) spoke."
    (person,) = find_people(text, LEXICON)
    assert text[person.start : person.end] == "Amy Reed"
    assert text[person.outer_start : person.outer_end].endswith("Sen. Amy Reed (D-Ore.)")


@pytest.mark.parametrize(
    ("name", "last"), [("Bob Casey Jr.", "Casey"), ("Chris Van Hollen", "Hollen"), ("Reed", "Reed")]
)
def test_a_suffix_is_no_last_name(name, last):
    assert last_name(name) == last
