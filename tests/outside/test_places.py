"""The user's own folders."""

from __future__ import annotations

from app.outside import places


def test_new_offices_are_offered_below_the_documents_folder() -> None:
    assert places.offices().parent == places.documents()
    assert places.documents().is_absolute()
