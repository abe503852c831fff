"""Columns of lines are as wide as what stands in them: numbers and amounts are never cut."""

from __future__ import annotations

import pytest

from app.ui.invoices.lines_view import LinesView
from app.ui.invoices.rows import Field, a_row
from tests.ui.invoices.conftest import Opened


@pytest.fixture
def grid(opened: Opened) -> LinesView:
    page = opened(None)
    assert page.editor is not None
    return page.editor.lines


def test_the_numbers_of_many_rows_have_room(grid: LinesView) -> None:
    few = grid.verticalHeader().width()

    grid.lines().show([a_row(str(place)) for place in range(1200)])

    needed = grid.fontMetrics().horizontalAdvance("1200")
    assert grid.verticalHeader().width() > max(few, needed)


def test_a_rate_that_has_a_name_has_room_to_show_some_of_it(grid: LinesView) -> None:
    usual = grid.columnWidth(Field.VAT)
    texts = ["Goods", "1", "", "10", "", "0 % Goods to another EU country"]

    grid.lines().show([a_row(*texts)])

    assert usual < grid.columnWidth(Field.VAT) < usual * 3


def test_a_price_is_never_cut(grid: LinesView) -> None:
    texts = ["Machine", "1", "", "1234567.89", "", ""]

    grid.lines().show([a_row(*texts)])

    shown = grid.lines().text(0, Field.PRICE)
    assert grid.columnWidth(Field.PRICE) > grid.fontMetrics().horizontalAdvance(shown)
