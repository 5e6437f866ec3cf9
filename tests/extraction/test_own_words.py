"""A user's own words are read beside the shipped ones, or refused with place and cause."""

import pytest

from tracker import lexicon
from tracker.article import Article
from tracker.errors import UsageError
from tracker.extraction import extract

OWN = """\
[issuers]
NO = ["Norges Bank"]

[nicknames]
"Bone-crusher bill" = "Sanctioning Russia Act of 2025"

[acronyms]
ZZRA = "Zorro Russia Act"

[[acts]]
names = ["Sanctioning Russia Act", "Zorro Russia Act"]
targets = ["RU"]
congress = 119

[verbs]
impose = ["clobber with"]
"""


def measures_with(tmp_path, text, own=OWN):
    file = tmp_path / "own.toml"
    file.write_text(own, encoding="utf-8")
    return extract(Article(text=text, published="2025-05-14"), lexicon.load(file)).measures


def test_an_own_nickname_stands_for_its_title_and_targets(tmp_path):
    (bill,) = measures_with(tmp_path, "The Senate passed the Bone-crusher bill on Tuesday, 97-2.")
    assert (bill.title, bill.targets) == ("Sanctioning Russia Act of 2025", ("RU",))


def test_an_own_acronym_stands_for_its_title(tmp_path):
    (bill,) = measures_with(tmp_path, "The Senate passed ZZRA on Tuesday by a vote of 97-2.")
    assert (bill.title, bill.targets) == ("Zorro Russia Act", ("RU",))


def test_an_own_issuer_makes_sanctions_for_its_country(tmp_path):
    (package,) = measures_with(tmp_path, "Norges Bank imposed new sanctions on Iran on Monday.")
    assert package.jurisdiction == ("NO",)


def test_an_own_verb_is_known_in_all_its_forms(tmp_path):
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    own = lexicon.load(file)
    assert own.verb_forms["clobbered"][0] == "clobber"
    assert [p.name for p in own.predicates["clobber"]] == ["impose"]


def test_own_words_do_not_stay_for_the_next(tmp_path):
    measures_with(tmp_path, "x")
    assert "Norges Bank" not in lexicon.load().issuers


WRONG = [
    ("[issuers\n", 1, "no TOML", "broken syntax"),
    ('[issuers]\nNO = ["a"]\nNO = ["b"]\n', 3, "no TOML", "a key twice"),
    ("# hello\n[isuers]\n", 2, "no section isuers", "an unknown section"),
    ('[issuers]\nNorway = ["x"]\n', 2, "no place code", "no code"),
    ('[issuers]\nNO = "x"\n', 2, "no list of words", "no list"),
    ('[verbs]\nsmash = ["x"]\n', 2, "no predicate smash", "an unknown predicate"),
    ("[nicknames]\nfoo = 1\n", 2, "no title", "no text"),
    ('[acronyms]\n"a b" = "c"\n', 2, "no acronym", "more than a word"),
    ("acts = 3\n", 1, "no list of tables", "no table"),
    ('[[acts]]\nnames = ["x"]\ntargets = ["Russia"]\n', 3, "no place code", "a name as code"),
    ('[[acts]]\nnames = ["x"]\ntargets = []\ncongress = "x"\n', 4, "no number", "no number"),
]


@pytest.mark.parametrize(("own", "line", "cause", "why"), WRONG)
def test_a_wrong_file_is_refused_with_line_and_cause(tmp_path, own, line, cause, why):
    file = tmp_path / "own.toml"
    file.write_text(own, encoding="utf-8")
    with pytest.raises(UsageError, match=cause) as refusal:
        lexicon.load(file)
    assert refusal.value.where == f"{file}:{line}", why
    assert refusal.value.cure


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no such file"):
        lexicon.load(tmp_path / "none.toml")


def test_a_file_that_is_no_text_is_refused(tmp_path):
    file = tmp_path / "own.toml"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match="UTF-8"):
        lexicon.load(file)
