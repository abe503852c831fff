from __future__ import annotations

import pytest

from app.domain.admin.stationery import On, page_under


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
