"""The key under which an article itself knows a measure, before any other source is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.record import Bill, Package
from tracker.store.congress import congress_on
from tracker.store.folding import fold, slug, words

COMMON_WORDS = frozenset(
    Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8").split()
)
"""Words that say what kind of measure it is, not which one."""

_TITLE = re.compile(r"\b[A-Z]\w+ (?:[A-Z]\w+ |(?:and|of|for|in|the|to|against) )*Act\b")
"""`Sanctioning Russia Act`, `Iran Sanctions Act of 1996`: a short title, whatever its words."""


_SHORTEST_INITIALS = 3
_COUNTED_THROUGH_YEARS = frozenset({"eu"})
"""Issuers whose packages bear one number for good; a "third round" of others begins anew."""


@dataclass(frozen=True)
class StatedKey:
    """How an article names a measure.

    Attributes:
        key: The key: `us/119/s1241`, `eu/ru/17`, or with a `~` before what only describes it.
        basis: What it rests on: number, ordinal, day of the act, title, name, or description.
    """

    key: str
    basis: str

    @property
    def provisional(self) -> bool:
        """Whether it describes the measure rather than numbers it, or leaves the target open."""
        return "~" in self.key or "/-/" in self.key


def is_distinctive(name: str) -> bool:
    """Whether a name tells one measure from others: it is a title, or has a proper name in it."""
    if _TITLE.search(name):
        return True
    if re.match(r"(?i)(an?|any|another|some|one|two|several)\b", name):
        return False
    return bool(telling_words(name))


def telling_words(name: str) -> frozenset[str]:
    """The folded words of the proper names in a name."""
    return frozenset(
        word
        for capitalised in re.findall(r"\b[A-Z][\w'\u2019.&]*", name)
        for word in words(capitalised)
        if word not in COMMON_WORDS and not word.isdigit()
    )


def display_name(measure: Bill | Package) -> str:
    """The name to show: the title, else the most telling mention."""
    if isinstance(measure, Bill) and measure.title:
        return measure.title
    if isinstance(measure, Package) and measure.form == "numbered":
        return _numbered_name(measure)
    return best_mention(measure)


def best_mention(measure: Bill | Package) -> str:
    """The mention that tells most: one with a proper name, not a whole clause."""

    def telling(position: int) -> tuple[bool, bool, int]:
        text = measure.mentions[position].text
        return is_distinctive(text), len(text) <= 80, -position

    return measure.mentions[max(range(len(measure.mentions)), key=telling)].text


def stated_key(measure: Bill | Package, published: date | None, article_sha256: str) -> StatedKey:
    """The key that follows from the measure as one article tells it, and from nothing else.

    Args:
        measure: The measure of the record.
        published: Day of the article's publication.
        article_sha256: Hash of the article, which tells apart what nothing else does.
    """
    place = _joined(measure.jurisdiction)
    when = published.isoformat() if published else article_sha256[:12]
    if isinstance(measure, Bill):
        return _bill_key(measure, place, published, when, article_sha256)
    return _package_key(measure, place, when)


def _bill_key(
    bill: Bill, place: str, published: date | None, when: str, article_sha256: str
) -> StatedKey:
    congress = bill.congress
    if congress is None and place == "us" and published is not None and bill.number:
        congress = congress_on(published)
    head = f"{place}/{congress}" if congress else place
    if bill.number:
        return StatedKey(f"{head}/{slug(bill.number).replace('-', '')}", "number")
    if bill.title:
        return StatedKey(f"{head}/~{slug(untimed(bill.title))}", "title")
    name = best_mention(bill)
    described = slug(name) or "bill"
    if is_distinctive(name):
        # A nickname moves on to the next bill: only in one month does it surely mean the same.
        return StatedKey(f"{head}/~{described.removeprefix('the-')}-{when[:7]}", "name")
    if bill.targets:
        return StatedKey(f"{head}/~{described}-{_joined(bill.targets)}-{when}", "description")
    # On one day, "the bill" of one article is seldom that of another.
    return StatedKey(f"{head}/~{described}-{when}-{article_sha256[:6]}", "description")


def _package_key(package: Package, place: str, when: str) -> StatedKey:
    head = f"{place}/{_joined(package.targets)}"
    if package.form == "numbered" and package.ordinal is not None:
        if head.partition("/")[0] in _COUNTED_THROUGH_YEARS:
            return StatedKey(f"{head}/{package.ordinal}", "ordinal")
        return StatedKey(f"{head}/~{when[:4]}-package-{package.ordinal}", "ordinal")
    day = act_day(package)
    described = slug(best_mention(package), 40) or "act"
    if day is not None:
        return StatedKey(f"{head}/~{day.isoformat()}-{described}", "day")
    return StatedKey(f"{head}/~{when}-{described}", "description")


def act_day(package: Package) -> date | None:
    """The day on which the act was adopted, where the article tells exactly one."""
    days = {
        status.date
        for status in package.statuses
        if status.status in ("adopted", "extended", "amended", "eased", "ended")
        and status.modality == "actual"
        and status.date is not None
        and len(status.date) == 10
    }
    return date.fromisoformat(days.pop()) if len(days) == 1 else None


def untimed(title: str) -> str:
    """A title without its year: press and record differ on whether they give it."""
    return re.sub(r"\s+of\s+(19|20)\d\d\s*$", "", title.strip())


def initials_of(title: str) -> list[str]:
    """Short forms that the press may make of a title.

    `Countering America's Adversaries Through Sanctions Act` gives `CAATSA` and `CAATS Act`; a
    title with small words gives them with and without those.
    """
    parts = re.findall(r"[A-Za-z][\w'\u2019.]*", title)
    if "Act" not in parts:
        return []
    long = parts[: parts.index("Act") + 1]
    made: list[str] = []
    for spelt in (long, [word for word in long if word[0].isupper()]):
        letters = "".join(word[0].upper() for word in spelt)
        if len(letters) > _SHORTEST_INITIALS:
            made += [letters, f"{letters[:-1]} Act"]
    return list(dict.fromkeys(made))


def names_of(measure: Bill | Package) -> list[str]:
    """The names by which other documents may know the measure, in text order."""
    return [
        mention.text
        for mention in measure.mentions
        if is_distinctive(mention.text) and len(mention.text) <= 120
    ]


def name_key(name: str) -> str:
    """A name of a measure as it is compared: folded, without its article."""
    return fold(name).removeprefix("the ")


def _joined(places: Sequence[str]) -> str:
    return "+".join(sorted(place.lower() for place in places)) or "-"


def _numbered_name(package: Package) -> str:
    ordinal = package.ordinal or 0
    teen = ordinal % 100 in (11, 12, 13)
    ending = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(ordinal % 10, "th")
    issuer = "+".join(package.jurisdiction)
    target = ", ".join(package.targets)
    return f"{ordinal}{ending} {issuer} package" + (f" against {target}" if target else "")
