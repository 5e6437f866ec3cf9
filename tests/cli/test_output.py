"""Listings in every format: the same cells, harmless, within the width."""

import csv
import html
import io
import json
import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.cli.output.formats import Page, json_text, names, render
from tracker.cli.output.layout import width_of
from tracker.listing import Cell, Listing

LISTING = Listing(
    ("name", "status", "count", "margin", "since"),
    [
        ("Graham-Blumenthal sanctions bill", "stalled", 70, Decimal("10.5"), date(2025, 5, 14)),
        ("17th package | against <Russia> & co", None, 9, -3, None),
        ("two\nlines", "", 1000, 0.25, date(2024, 1, 2)),
    ],
)
CELLS = [
    ["Graham-Blumenthal sanctions bill", "stalled", "70", "10.5", "2025-05-14"],
    ["17th package | against <Russia> & co", "", "9", "-3", ""],
    ["two\nlines", "", "1000", "0.25", "2024-01-02"],
]
HOSTILE = "\x1b[31mred\x1b[0m \u202egnp.exe\u2066 \x07\x9b31m \u2028 \U000e0041 \ud800"


def rendered(listing: Listing, name: str, width: int | None = None) -> str:
    return "\n".join(render(listing, name, Page(width)))


def unbroken(cells: list[list[str]]) -> list[list[str]]:
    return [[cell.replace("\n", "\\n") for cell in row] for row in cells]


class Cells(HTMLParser):
    """Collects the rows of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in {"td", "th"}:
            self.rows[-1].append("")
            self.inside = True

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self.rows[-1][-1] = self.rows[-1][-1].strip()
            self.inside = False


def test_csv_holds_the_cells() -> None:
    assert list(csv.reader(io.StringIO(rendered(LISTING, "csv")))) == [
        list(LISTING.columns),
        *CELLS,
    ]


def test_tsv_holds_the_cells() -> None:
    lines = rendered(LISTING, "tsv").split("\n")
    assert [line.split("\t") for line in lines] == [list(LISTING.columns), *unbroken(CELLS)]


def test_html_holds_the_cells() -> None:
    parser = Cells()
    parser.feed(rendered(LISTING, "html"))
    assert parser.rows == [list(LISTING.columns), *CELLS]


def test_markdown_holds_the_cells() -> None:
    lines = rendered(LISTING, "md").split("\n")
    rows = [re.split(r" *(?<!\\)\| *", line)[1:-1] for line in lines[2:]]
    plain = [[html.unescape(re.sub(r"\\(.)", r"\1", cell)).strip() for cell in row] for row in rows]
    assert plain == unbroken(CELLS)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_holds_the_values(name: str) -> None:
    text = rendered(LISTING, name)
    objects = json.loads(text) if name == "json" else [*map(json.loads, text.split("\n"))]
    assert objects == [
        {
            "name": "Graham-Blumenthal sanctions bill",
            "status": "stalled",
            "count": 70,
            "margin": 10.5,
            "since": "2025-05-14",
        },
        {
            "name": "17th package | against <Russia> & co",
            "status": None,
            "count": 9,
            "margin": -3,
            "since": None,
        },
        {"name": "two\nlines", "status": "", "count": 1000, "margin": 0.25, "since": "2024-01-02"},
    ]


@pytest.mark.parametrize("name", ["table", "plain", "simple", "psql", "grid", "rst", "orgtbl"])
def test_text_formats_show_every_cell(name: str) -> None:
    text = rendered(LISTING, name)
    for row in CELLS:
        for cell in row:
            for line in cell.split("\n"):
                assert line in text


@pytest.mark.parametrize("name", ["table", "plain", "simple"])
def test_numbers_are_aligned_to_the_right(name: str) -> None:
    lines = rendered(LISTING, name).split("\n")
    ends = {
        line.index(number) + len(number.rstrip())
        for number in ("  70 ", "   9 ", "1000 ")
        for line in lines
        if number in line
    }
    assert len(ends) == 1


def test_every_format_of_tabulate_is_there() -> None:
    assert {"table", "json", "psql", "fancy_grid", "latex", "mediawiki"} <= set(names())


@pytest.mark.parametrize("name", names())
def test_no_format_lets_through_what_a_terminal_acts_on(name: str) -> None:
    text = rendered(Listing((HOSTILE, "b"), [(HOSTILE, HOSTILE), ("plain", None)]), name, 60)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028]", text)
    assert "\U000e0041" not in text
    text.encode()


@pytest.mark.parametrize("name", names())
def test_no_format_fails_on_no_rows(name: str) -> None:
    assert rendered(Listing(("a", "b"), []), name) or name == "jsonl"


@pytest.mark.parametrize("name", ["html", "unsafehtml", "md", "github", "pipe"])
def test_markup_in_a_cell_stays_text(name: str) -> None:
    text = rendered(Listing(("a",), [("<script>alert(1)</script>",)]), name)
    assert "<script>" not in text


@pytest.mark.parametrize("name", ["csv", "tsv"])
@pytest.mark.parametrize(
    "formula", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\uff1d1+1"]
)
def test_a_formula_in_a_cell_stays_text(name: str, formula: str) -> None:
    cell = rendered(Listing(("a",), [(formula,)]), name).split("\n", 1)[1].strip('"')
    assert cell.startswith(("'", "\\t"))


@pytest.mark.parametrize("cell", ["-5", "+3.2", "12%", -5, Decimal("-1.5")])
def test_a_number_in_a_spreadsheet_stays_a_number(cell: Cell) -> None:
    assert rendered(Listing(("a",), [(cell,)]), "csv") == f"a\n{cell}"


def test_json_values_come_back_unchanged_however_hostile() -> None:
    assert json.loads(json_text({"a": HOSTILE})) == {"a": HOSTILE}


def test_columns_of_one_name_are_all_kept_in_json() -> None:
    text = rendered(Listing(("a", "a", "a_2"), [(1, 2, 3)]), "json")
    assert sorted(json.loads(text)[0].values()) == [1, 2, 3]


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_a_table_fits_the_width_and_loses_nothing(width: int) -> None:
    long = "word " * 60 + "x" * 150
    listing = Listing(("key", "quote", "count"), [("us/119/s1241", long, 70), ("eu/ru/17", "", 1)])
    text = rendered(listing, "table", width)
    assert max(map(width_of, text.split("\n"))) <= width
    assert text.count("word") == 60
    assert text.count("x") == 150
    assert "…" not in text


def test_a_table_of_too_many_columns_loses_nothing() -> None:
    listing = Listing(tuple(f"column {n}" for n in range(20)), [[f"value {n}" for n in range(20)]])
    text = rendered(listing, "table", 60)
    assert max(map(width_of, text.split("\n"))) <= 60
    assert all(f"value {n}" in text for n in range(20))


@given(
    st.lists(
        st.lists(st.integers(0, 30), min_size=9, max_size=9), min_size=1, max_size=4
    ),
    st.integers(40, 200),
)  # fmt: skip
def test_a_table_of_any_width_shows_each_word_of_each_cell_once(
    lengths: list[list[int]], width: int
) -> None:
    words = [
        [[f"r{row}c{column}w{word};" for word in range(length)] for column, length in enumerate(cells)]
        for row, cells in enumerate(lengths)
    ]  # fmt: skip
    listing = Listing(tuple("abcdefghi"), [[" ".join(cell) for cell in row] for row in words])
    text = rendered(listing, "table", width)
    assert max(map(width_of, text.split("\n"))) <= width
    assert all(text.count(word) == 1 for row in words for cell in row for word in cell)


def test_what_does_not_fit_beside_the_rest_stands_below_its_row_where_there_is_any() -> None:
    quote = "Member states adopted it on Friday after a week of talks"
    row = ("18th package", "eu/ru/18", "2025-07-18", "blocked", "adopted", quote, "status-43")
    columns = ("measure", "key", "day", "before", "now", "quote", "claim")
    assert (
        rendered(Listing(columns, [row, (*row[:5], None, "x")]), "table", 80)
        == """\
measure       key       day         before   now      claim
------------  --------  ----------  -------  -------  ---------
18th package  eu/ru/18  2025-07-18  blocked  adopted  status-43
  quote  Member states adopted it on Friday after a week of talks
18th package  eu/ru/18  2025-07-18  blocked  adopted  x"""
    )


def test_a_block_leaves_out_what_is_empty() -> None:
    row = ("a long name indeed", None, "us-senate-cloture-rules")
    listing = Listing(("name", "status", "rule"), [row])
    assert (
        rendered(listing, "table", 32)
        == """\
-- 1 --
name    a long name indeed
rule    us-senate-cloture-rules"""
    )


def test_addresses_are_broken_at_their_joints_and_words_not_at_all() -> None:
    address = "https://www.council.example/en/press/2025/05/20/eu-agrees-17th-package-of-sanctions/"
    listing = Listing(("source", "why"), [(address, "unconditionally so")])
    lines = rendered(listing, "table", 48).split("\n")[2:]
    assert "".join(line.split()[0] for line in lines) == address
    assert lines[0].endswith("  unconditionally so")
    assert all(line.split()[0][-1] in "/-" for line in lines)


@pytest.mark.parametrize("width", [40, 44])
def test_a_short_key_is_broken_into_two_lines_at_most(width: int) -> None:
    rows = [
        ("An Act of many words", "us-senate-majority", "51 of all the senators"),
        ("An Act of many words", "us-veto-override", "67"),
    ]
    lines = rendered(Listing(("bill", "rule", "support"), rows), "table", width).split("\n")[2:]
    keys = [line[18:].split()[0] for line in lines if line[18:20].strip()]
    assert keys == ["us-senate-", "majority", "us-veto-", "override"]


def test_wide_letters_are_reckoned_with() -> None:
    text = rendered(Listing(("name", "n"), [("制裁法案" * 20, 1), ("a", 2)]), "table", 40)
    assert max(map(width_of, text.split("\n"))) <= 40


cells = st.one_of(st.none(), st.integers(), st.booleans(), st.text(), st.floats(allow_nan=False))


@given(st.lists(st.tuples(cells, cells, cells), max_size=5), st.sampled_from(names()))
def test_any_cells_can_be_shown_in_any_format(rows: list[tuple[Cell, ...]], name: str) -> None:
    rendered(Listing(("a", "b", "c"), rows), name, 50).encode()


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_csv_and_jsonl_agree_cell_for_cell(rows: list[tuple[str, str]]) -> None:
    listing = Listing(("a", "b"), rows)
    objects = [json.loads(line) for line in render(listing, "jsonl", Page())]
    assert [tuple(each.values()) for each in objects] == rows
    parsed = list(csv.reader(io.StringIO("\n".join(render(listing, "csv", Page())), newline="")))
    as_csv = [list(row) for row in parsed if row][1:]
    as_html = Cells()
    as_html.feed(rendered(listing, "html"))
    assert len(as_csv) == len(rows) == len(as_html.rows) - 1
