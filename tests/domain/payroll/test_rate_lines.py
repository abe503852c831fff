"""Rates as a list: how each stands, and the days on which there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.payroll.component import RateTable
from app.domain.payroll.rate_lines import RateState, gaps, rate_lines, state_of
from tests.payrolls import a_rate

TODAY = date(2026, 3, 10)


def dated(first: str, last: str | None, code: str = "x") -> RateTable:
    until = date.fromisoformat(last) if last else None
    return replace(a_rate(code, "1", date.fromisoformat(first)), valid_until=until)


@pytest.mark.parametrize(
    ("tables", "found"),
    [
        ([dated("2025-01-01", None)], ()),
        (
            [dated("2025-01-01", "2025-06-30"), dated("2025-08-01", None)],
            ((date(2025, 7, 1), date(2025, 7, 31)),),
        ),
        ([dated("2025-01-01", "2026-03-31")], ((date(2026, 4, 1), None),)),
        ([dated("2025-01-01", "2026-12-31")], ()),
        ([dated("2025-01-01", "2025-12-31"), dated("2025-03-01", "2026-12-31")], ()),
    ],
)
def test_the_days_without_a_figure_are_told(
    tables: list[RateTable], found: tuple[tuple[date, date | None], ...]
) -> None:
    assert gaps(tables, TODAY) == found


def test_the_newest_comes_first_and_a_gap_is_a_line() -> None:
    lines = rate_lines([dated("2025-01-01", "2025-06-30"), dated("2025-08-01", None)], TODAY)

    states = [(one.first, one.state) for one in lines]
    assert states == [
        (date(2025, 8, 1), RateState.CHECKED),
        (date(2025, 7, 1), RateState.GAP),
        (date(2025, 1, 1), RateState.CHECKED),
    ]
    assert len({one.id for one in lines}) == 3


def test_a_rate_says_whether_it_was_compared_and_whether_it_is_the_office_s() -> None:
    table = a_rate("x", "1")

    assert state_of(replace(table, checked_on=None)) is RateState.UNCHECKED
    assert state_of(replace(table, value=None)) is RateState.LEFT_OPEN
