"""SQL for what a measure is shown as by all that documents call it.

It names the table of descriptions alone, so that reports of an earlier time put it over the rows
of then.
"""

_FORM_ORDER = ("numbered", "named", "action", "regime")


def best_name(measures: str, dialect: str) -> str:
    """SQL for the name to show of measures: of reference data, else the longest title, else name.

    Args:
        measures: SQL after `measure_id` that says whose.
        dialect: `sqlite` or `postgresql`.
    """
    return (
        "(SELECT d.value FROM measure_description AS d"
        f" WHERE d.measure_id {measures} AND d.facet IN ('reference', 'shown title', 'shown name')"
        " ORDER BY CASE d.facet WHEN 'reference' THEN 1 WHEN 'shown title' THEN 2 ELSE 3 END,"
        " CASE d.facet WHEN 'reference' THEN d.id END DESC,"
        f" length(d.value) DESC, {by_characters('d.value', dialect)} LIMIT 1)"
    )


def best_title(measure: str, official: str, dialect: str) -> str:
    """SQL for the short title of a bill: that of reference data, else the longest."""
    return (
        f"CASE WHEN {is_known_to_reference(measure)} THEN {official} ELSE"
        " (SELECT d.value FROM measure_description AS d"
        f" WHERE d.measure_id = {measure} AND d.facet = 'shown title'"
        f" ORDER BY length(d.value) DESC, {by_characters('d.value', dialect)} LIMIT 1) END"
    )


def best_form(measure: str) -> str:
    """SQL for the form of a package: the firmest that is told, none if none is."""
    order = " ".join(f"WHEN '{form}' THEN {place}" for place, form in enumerate(_FORM_ORDER))
    return (
        "(SELECT d.value FROM measure_description AS d"
        f" WHERE d.measure_id = {measure} AND d.facet = 'form'"
        f" ORDER BY CASE d.value {order} END LIMIT 1)"
    )


def is_known_to_reference(measure: str) -> str:
    """SQL for whether reference data describes a measure."""
    return (
        "EXISTS (SELECT 1 FROM measure_description AS d"
        f" WHERE d.measure_id = {measure} AND d.facet = 'reference')"
    )


def by_characters(text_: str, dialect: str) -> str:
    """SQL for text that sorts by its characters, not as a server's locale sorts."""
    return f'{text_} COLLATE "C"' if dialect == "postgresql" else text_
