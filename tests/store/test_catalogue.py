"""What the columns mean, readable without the models."""

from tracker.store.catalogue import build_catalogue, catalogue


def test_the_catalogue_is_what_models_and_views_say() -> None:
    assert catalogue() == build_catalogue(), "run: python -m tracker.store.catalogue"


def test_each_column_of_a_view_has_a_meaning() -> None:
    status = next(relation for relation in catalogue() if relation.name == "bill_status")
    assert status.kind == "view"
    assert all(column.meaning for column in status.columns)
