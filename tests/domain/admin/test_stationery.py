from __future__ import annotations

import pytest

from app.domain.admin.stationery import LAYOUTS, On, Part, Stationery, check, page_under


@pytest.mark.parametrize(
    ("on", "sheets", "expected"),
    [
        (On.FIRST, 2, [0, None, None, None]),
        (On.LAST, 2, [None, None, None, 0]),
        (On.ALL, 1, [0, 0, 0, 0]),
        (On.ALL, 2, [0, 1, 1, 1]),
        (On.ALTERNATING, 2, [0, 1, 0, 1]),
        (On.ALTERNATING, 3, [0, 1, 2, 0]),
        (On.ALL, 0, [None, None, None, None]),
    ],
)
def test_a_sheet_lies_under_the_pages_that_it_is_for(
    on: On, sheets: int, expected: list[int | None]
) -> None:
    assert [page_under(on, page, 4, sheets) for page in range(4)] == expected


def test_a_letter_of_one_page_begins_and_ends_on_it() -> None:
    assert [page_under(on, 0, 1, 1) for on in On] == [0, 0, 0, 0]


def test_files_are_changed_one_by_one() -> None:
    own = Stationery(sheet="a", terms="c")

    changed = own.with_files({Part.WATERMARK: "b", Part.TERMS: ""})

    assert changed.files == {Part.SHEET: "a", Part.WATERMARK: "b", Part.TERMS: ""}


@pytest.mark.parametrize("mm", [-1, 81])
def test_room_that_leaves_a_letter_too_little_is_a_problem(mm: int) -> None:
    problems = check(Stationery(top_mm=mm, foot_mm=20))

    assert [(one.field, one.code) for one in problems] == [
        ("top_mm", "stationery.room-out-of-range")
    ]


def test_a_custom_that_letters_do_not_know_is_a_problem() -> None:
    assert [check(Stationery(layout=name)) for name in ("", *LAYOUTS)] == [()] * 6
    assert [one.field for one in check(Stationery(layout="report"))] == ["layout"]
