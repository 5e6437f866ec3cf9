"""What the rest of an article tells of one reading: the other readings, and its measure's name.

"Passed" is likelier where the measure is told to be introduced as well, and less likely where
the same words are read of two measures.
"""

from collections import Counter, defaultdict
from dataclasses import replace

from tracker.extraction.features import naming_features
from tracker.extraction.measures import Group
from tracker.extraction.statuses import Found
from tracker.extraction.weights import bucket


def with_context(readings: list[Found]) -> list[Found]:
    """The readings, each with the properties that it has among the others."""
    by_group: defaultdict[int, list[Found]] = defaultdict(list)
    rivals: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    together: Counter[tuple[int, int]] = Counter()
    for found in readings:
        by_group[id(found.group)].append(found)
        rivals[found.sentence, found.status.status].add(id(found.group))
        together[found.sentence, id(found.group)] += 1
    told = {key: _told(own[0].group, own) for key, own in by_group.items()}
    again = Counter((id(f.group), *_told_outcome(f)) for f in readings)
    return [
        replace(
            found,
            features=(
                *found.features,
                *(f for f in told[id(found.group)] if f != f"with={found.status.status}"),
                f"again={bucket(again[id(found.group), *_told_outcome(found)], (1, 2))}",
                f"measures={bucket(len(rivals[found.sentence, found.status.status]), (1, 2))}",
                f"beside={bucket(together[found.sentence, id(found.group)], (1, 2, 3))}",
            ),
        )
        for found in readings
    ]


def _told(group: Group, readings: list[Found]) -> tuple[str, ...]:
    """Properties of a measure that all of its readings share."""
    statuses = sorted({found.status.status for found in readings})
    return (
        *(f"measure {feature}" for feature in naming_features(group)),
        f"readings={bucket(len(readings), (1, 2, 3, 5))}",
        *(f"with={status}" for status in statuses),
    )


def outcome_of(status: str, modality: str) -> tuple[str, str]:
    """What is told, and whether it is so (`actual`), not so (`negated`) or yet to be (`future`)."""
    return status, modality if modality in ("actual", "negated") else "future"


def _told_outcome(found: Found) -> tuple[str, str]:
    return outcome_of(found.status.status, found.status.modality)
