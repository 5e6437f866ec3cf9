"""An article as the later stages see it: its sentences with everything found in them."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from tracker.article import Article
from tracker.extraction.clauses import VerbGroup, verb_groups
from tracker.extraction.dates import DateMention, dateline_day, find_dates, parse_day
from tracker.extraction.lexicon import Lexicon
from tracker.extraction.mentions import MeasureMention, find_mentions
from tracker.extraction.people import PersonMention, find_people
from tracker.extraction.places import PlaceMention, find_places
from tracker.extraction.tagging import Sentence, tag
from tracker.extraction.text import Span, fold, quotations
from tracker.extraction.titles import find_numbers
from tracker.extraction.tokens import sentences


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence with its verb groups and all that it names, each list in text order."""

    sentence: Sentence
    groups: tuple[VerbGroup, ...]
    mentions: tuple[MeasureMention, ...]
    places: tuple[PlaceMention, ...]
    people: tuple[PersonMention, ...]
    dates: tuple[DateMention, ...]

    @property
    def nouns(self) -> tuple[MeasureMention, ...]:
        """The mentions that are noun phrases, acts told by a verb left out."""
        return tuple(m for m in self.mentions if not m.act)

    def inside(self, mention: MeasureMention, other: MeasureMention) -> bool:
        """Whether one mention stands in the complement of another."""
        return other.head < mention.first and mention.head < other.end

    def in_phrase(self, position: int) -> bool:
        """Whether a token stands inside a mention's phrase, complement included."""
        return any(m.first <= position < m.end for m in self.mentions)

    def position(self, offset: int) -> int:
        """Position of the token that holds a character, or of the next one after it."""
        at = bisect_right(self.sentence.tokens, offset, key=lambda token: token.start) - 1
        return max(at, 0)


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole article, read: `text` as given, `folded` with plain marks, and its clauses."""

    text: str
    folded: str
    published: date | None
    clauses: tuple[Clause, ...]
    people: tuple[PersonMention, ...]
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    quotations: tuple[Span, ...]

    def quoted(self, offset: int) -> bool:
        """Whether a character stands inside quotation marks."""
        at = bisect_right(self.quotations, offset, key=lambda span: span.start) - 1
        return at >= 0 and offset in self.quotations[at]


def read(article: Article, lexicon: Lexicon) -> Reading:
    """Run the stages that look at one sentence at a time."""
    folded = fold(article.text)
    people = find_people(folded, lexicon)
    places = _without_legislators(find_places(folded, lexicon), people, lexicon)
    dates = find_dates(folded)
    numbers = find_numbers(folded)
    clauses = []
    place_pool, people_pool = _Pool(places), _Pool(people)
    date_pool, number_pool = _Pool(dates), _Pool(numbers)
    for sentence in tag(sentences(folded, lexicon), lexicon):
        start, end = sentence.start, sentence.end
        own_places = place_pool.take(start, end)
        own_people = people_pool.take(start, end)
        groups = verb_groups(sentence, lexicon)
        mentions = find_mentions(
            sentence, folded, number_pool.take(start, end), own_places, lexicon
        )
        clauses.append(
            Clause(
                sentence=sentence,
                groups=groups,
                mentions=_without_people(mentions, sentence, own_people),
                places=own_places,
                people=own_people,
                dates=date_pool.take(start, end),
            )
        )
    return Reading(
        text=article.text,
        folded=folded,
        published=parse_day(article.published) or dateline_day(dates),
        clauses=tuple(clauses),
        people=people,
        places=places,
        dates=dates,
        quotations=quotations(folded),
    )


def _without_legislators(
    places: tuple[PlaceMention, ...], people: tuple[PersonMention, ...], lexicon: Lexicon
) -> tuple[PlaceMention, ...]:
    """Places without rulers and troops who are legislators: Rep. Ann Wagner is no mercenary."""
    targets = lexicon.role_words["usual_targets"]
    names = [(p.start, p.end) for p in people if p.chamber or p.outer_end > p.end]
    kept: list[PlaceMention] = []
    at = 0
    for place in places:
        while at < len(names) and names[at][1] <= place.start:
            at += 1
        outside = at == len(names) or place.start < names[at][0]
        if outside or place.code not in targets:
            kept.append(place)
    return tuple(kept)


def _without_people(
    mentions: tuple[MeasureMention, ...], sentence: Sentence, people: tuple[PersonMention, ...]
) -> tuple[MeasureMention, ...]:
    """Mentions whose head is no part of a name: Bill Frist is no bill."""
    return tuple(
        m
        for m in mentions
        if m.title or not any(p.start <= sentence.tokens[m.head].start < p.end for p in people)
    )


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_P = TypeVar("_P", bound=_Placed)


class _Pool(Generic[_P]):
    """Found items in text order, handed out sentence by sentence in one pass."""

    def __init__(self, items: tuple[_P, ...]) -> None:
        self._items = items
        self._next = 0

    def take(self, start: int, end: int) -> tuple[_P, ...]:
        """Those that begin in a range of characters; ranges are asked for in order."""
        while self._next < len(self._items) and self._items[self._next].start < start:
            self._next += 1
        first = self._next
        while self._next < len(self._items) and self._items[self._next].start < end:
            self._next += 1
        return self._items[first : self._next]
