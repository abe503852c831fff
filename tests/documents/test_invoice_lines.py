from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.documents.invoice_lines import LineWords, lines_grid
from app.documents.model import Grid, RowKind
from app.domain.invoices.invoice import Discount, Line
from app.domain.invoices.totals import totals_of
from app.domain.shared.quantities import Quantity
from app.domain.shared.vat import Category
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.documents.papers import a_line, an_invoice


def grid_of(*lines: Line, is_gross: bool = False) -> Grid:
    invoice = an_invoice(lines=lines, is_gross=is_gross, discount=Discount())
    return lines_grid(invoice, totals_of(invoice), LineWords("VAT", say_in("en"), formats_in("fi")))


def titles(grid: Grid) -> list[str]:
    return [column.title for column in grid.columns]


def test_columns_that_no_line_needs_are_left_out() -> None:
    plain_line = a_line("Work", "1", "10", "0", category=Category.OUTSIDE_SCOPE)

    assert titles(grid_of(plain_line)) == ["Description", "Quantity", "Price", "Amount"]


def test_an_invoice_without_lines_still_has_its_columns() -> None:
    assert titles(grid_of()) == ["Description", "Quantity", "Price", "Amount"]


def test_one_discount_brings_its_column() -> None:
    grid = grid_of(
        a_line("Bench", "1", "100", "25.5", discount=Discount(amount=Decimal("7.5"))),
        a_line("Table", "1", "100", "25.5"),
    )

    assert "Discount" in titles(grid)
    assert [row.cells[3] for row in grid.rows] == ["7,50", ""]


def test_prices_show_as_many_places_as_they_have_and_at_least_two() -> None:
    grid = grid_of(a_line("A", "1", "0.0125", "0"), a_line("B", "1", "5", "0"))

    assert [row.cells[2] for row in grid.rows] == ["0,0125", "5,00"]


def test_the_running_sum_is_carried_with_every_row() -> None:
    grid = grid_of(a_line("A", "1", "10", "0"), a_line("B", "2", "10", "0"))

    assert [row.carried for row in grid.rows] == [("10,00",), ("30,00",)]


def test_a_line_delivered_on_a_day_of_its_own_says_so() -> None:
    invoiced = an_invoice().delivered_on
    grid = grid_of(
        a_line("A", "1", "10", "14", delivered_on=date(2025, 12, 30)),
        a_line("B", "1", "10", "13.5", delivered_on=invoiced),
    )

    assert [row.cells[0] for row in grid.rows] == ["A\nDelivered 30.12.2025", "B"]


def test_a_line_without_quantity_and_price_is_a_heading() -> None:
    heading = Line("Spring order", quantity=Quantity(Decimal(0)))
    grid = grid_of(heading, a_line("A", "1", "10", "0"))

    assert [row.kind for row in grid.rows] == [RowKind.HEADING, RowKind.ENTRY]
    assert "".join(grid.rows[0].cells) == "Spring order"


def test_gross_prices_say_that_they_are() -> None:
    grid = grid_of(a_line("A", "1", "10", "25.5"), is_gross=True)

    assert titles(grid)[2] == "Price incl. VAT" and titles(grid)[-1] == "Amount incl. VAT"
