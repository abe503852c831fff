"""A folder has a name of its own, short enough to read."""

from __future__ import annotations

import pytest

from app.domain.archive.saved import (
    LONGEST_NAME,
    SavedForm,
    SavedQuery,
    check,
    moved,
    path_of,
    tree,
)
from app.domain.shared.ids import SavedQueryId


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


def a_folder(number: int, name: str) -> SavedQuery:
    return SavedQuery(SavedQueryId(number), 1, number, SavedForm(name))


FOLDERS = (
    a_folder(1, "Autot"),
    a_folder(2, "Vuokrat"),
    a_folder(3, "autot / Leasing"),
    a_folder(4, "Autot/Huolto"),
    a_folder(5, "Verot / 2026 / ALV"),
)


def test_folders_stand_under_those_that_their_names_tell() -> None:
    told = [(one.path[-1], one.depth, one.folder is not None) for one in tree(FOLDERS)]

    assert told == [
        ("Autot", 0, True),
        ("Leasing", 1, True),
        ("Huolto", 1, True),
        ("Vuokrat", 0, True),
        ("Verot", 0, False),
        ("2026", 1, False),
        ("ALV", 2, True),
    ]


@pytest.mark.parametrize(
    ("number", "by", "order"),
    [
        (1, 1, (2, 1, 3, 4, 5)),
        (2, -1, (2, 1, 3, 4, 5)),
        (3, 1, (1, 4, 3, 2, 5)),
        (4, 1, (1, 3, 4, 2, 5)),
        (1, -1, (1, 3, 4, 2, 5)),
        (5, -1, (1, 3, 4, 2, 5)),
        (2, 1, (1, 3, 4, 5, 2)),
    ],
)
def test_a_folder_moves_among_those_beside_it(number: int, by: int, order: tuple[int, ...]) -> None:
    assert moved(FOLDERS, SavedQueryId(number), by) == order


def test_a_name_of_signs_only_is_a_path_of_its_own() -> None:
    assert (path_of(" / "), path_of(" a / b ")) == (("/",), ("a", "b"))
