"""The user's own folders."""

from __future__ import annotations

import pytest

from app.outside import places


def test_new_offices_are_offered_below_the_documents_folder() -> None:
    assert places.offices().parent == places.documents()
    assert places.documents().is_absolute()


def test_what_tests_make_lies_in_no_folder_of_who_runs_them(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    made = tmp_path_factory.getbasetemp()

    assert places.offices().is_relative_to(made)
    assert places.workshop().is_relative_to(made)
