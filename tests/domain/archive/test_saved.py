"""A folder has a name of its own, short enough to read."""

from __future__ import annotations

import pytest

from app.domain.archive.saved import LONGEST_NAME, SavedForm, check


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Vuokrat", []),
        ("", ["saved.without-name"]),
        ("LASKUT", ["saved.name-taken"]),
        ("x" * (LONGEST_NAME + 1), ["saved.too-long"]),
    ],
)
def test_a_folder_is_named_once_and_shortly(name: str, codes: list[str]) -> None:
    problems = check(SavedForm(name), ("laskut",))

    assert [problem.code for problem in problems] == codes
