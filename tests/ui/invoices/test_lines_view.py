"""The grid of lines by keys alone: Enter, arrows, products, barcodes, pasting, undoing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.correspondence.body import written
from app.domain.correspondence.template import SnippetForm, SnippetText
from app.services import invoices, snippets
from app.services.office import Office
from app.ui.invoices.cell_edits import ChoosingEdit
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.lines_view import LinesView
from app.ui.invoices.page import InvoicePage
from app.ui.invoices.rows import Field
from app.ui.kit.lane import Lanes
from app.ui.kit.line_painter import DETAIL, ICON
from app.ui.kit.snippets import SnippetTyping
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key
from tests.ui.invoices.conftest import Trade
from tests.ui.invoices.test_page import a_draft, choose_customer, editor_of

GTIN = "6412345678907"


@pytest.fixture
def editor(page: InvoicePage, clerk: Clerk) -> DraftEditor:
    clerk.press(Key.Key_L, CTRL)
    return editor_of(page)


@pytest.fixture
def grid(editor: DraftEditor) -> LinesView:
    return editor.lines


def cells(grid: LinesView, place: int) -> list[str]:
    return [grid.lines().text(place, field) for field in Field]


def at(grid: LinesView) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


def test_enter_goes_right_and_the_last_cell_makes_a_row(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Freight", "2", "h", "12,50", "5", "13")

    assert at(grid) == (1, Field.DESCRIPTION)
    assert grid.lines().rowCount() == 2
    assert cells(grid, 0)[:6] == ["Freight", "2", "h", "12.50", "5%", "13.5%"]


def test_shift_enter_goes_back(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Freight", "2")

    clerk.press(Key.Key_Return, SHIFT)

    assert at(grid) == (0, Field.QUANTITY)


def test_tab_goes_on_as_enter_does_while_a_cell_is_written(grid: LinesView, clerk: Clerk) -> None:
    clerk.type("2")
    clerk.press(Key.Key_Escape)
    clerk.press(Key.Key_Tab)
    clerk.type("3")
    clerk.press(Key.Key_Tab)

    assert at(grid) == (0, Field.UNIT)


def test_enter_on_an_empty_last_row_leaves_for_the_discount(
    editor: DraftEditor, clerk: Clerk
) -> None:
    clerk.press(Key.Key_Return)

    assert clerk.here() is editor.tail.discount


def test_up_on_the_first_row_goes_back_to_the_head(editor: DraftEditor, clerk: Clerk) -> None:
    clerk.press(Key.Key_Up)

    assert clerk.here() is editor.head.due_on


def test_down_on_the_last_row_makes_another(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Freight", "2")

    clerk.press(Key.Key_Down)

    assert at(grid) == (1, Field.DESCRIPTION)


def test_escape_keeps_what_was_typed(grid: LinesView, clerk: Clerk) -> None:
    clerk.press(Key.Key_Right)
    clerk.type("12")

    clerk.press(Key.Key_Escape)

    assert clerk.here() is grid
    assert cells(grid, 0)[Field.QUANTITY] == "12"


def test_a_snippet_is_written_in_a_line_in_the_language_of_the_paper(
    qtbot: QtBot, page: InvoicePage, grid: LinesView, clerk: Clerk, office: Office
) -> None:
    texts = (SnippetText("fi", written("Rahti")), SnippetText("th", written("ค่าขนส่ง")))
    office.do(snippets.add, SnippetForm("freight", texts))
    editor_of(page).head.language.put("th")
    typing = SnippetTyping(page.shell, page)

    clerk.type("::fr")
    qtbot.waitUntil(typing.hits.isVisible)
    clerk.press(Key.Key_Return)

    qtbot.waitUntil(lambda: grid.lines().text(0, Field.DESCRIPTION) == "ค่าขนส่ง")
    assert at(grid) == (0, Field.DESCRIPTION)


def test_a_product_is_found_by_the_beginning_of_its_name(
    grid: LinesView, clerk: Clerk, trade: Trade
) -> None:
    clerk.type("lam")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()

    product = grid.lines().rows[0].product
    assert product is not None and product.id == trade.lamp.id
    assert at(grid) == (0, Field.QUANTITY)
    assert cells(grid, 0)[:6] == ["Lamp", "1", "kpl", "129.90", "", "25.5%"]


def test_what_is_found_has_its_price_at_the_right_and_own_words_a_pencil(
    grid: LinesView, clerk: Clerk, qtbot: QtBot
) -> None:
    clerk.type("lam")
    clerk.settle()

    editor = clerk.here()
    assert isinstance(editor, ChoosingEdit)
    qtbot.waitUntil(editor.hits.isVisible)
    shown = [editor.hits.item(place) for place in range(editor.hits.count())]
    assert [bool(item.data(DETAIL)) for item in shown] == [True] * (len(shown) - 1) + [False]
    assert shown[-1].text() == "Write “lam”"
    assert shown[-1].data(ICON) == "pencil"


def test_a_fast_typist_gets_the_same_product_without_waiting(
    grid: LinesView, clerk: Clerk, trade: Trade
) -> None:
    clerk.enter("lam")
    clerk.enter("3")
    clerk.settle()

    product = grid.lines().rows[0].product
    assert product is not None and product.id == trade.lamp.id
    assert cells(grid, 0)[:4] == ["Lamp", "3", "kpl", "129.90"]


def test_words_that_are_no_product_stay_words(grid: LinesView, clerk: Clerk) -> None:
    clerk.type("Lamp repair")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()

    assert grid.lines().rows[0].product is None
    assert cells(grid, 0)[0] == "Lamp repair"


def test_closing_the_list_means_the_words_themselves(grid: LinesView, clerk: Clerk) -> None:
    clerk.type("Lamp")
    clerk.settle()
    clerk.press(Key.Key_Escape)
    clerk.press(Key.Key_Return)
    clerk.settle()

    assert grid.lines().rows[0].product is None


def test_arrows_choose_another_product(grid: LinesView, clerk: Clerk, trade: Trade) -> None:
    clerk.press(Key.Key_F2)
    clerk.press(Key.Key_Down)
    clerk.settle()
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Down)
    clerk.press(Key.Key_Return)
    clerk.settle()

    assert grid.lines().rows[0].product is not None


def test_barcodes_follow_each_other_and_the_same_one_counts_up(
    grid: LinesView, clerk: Clerk, trade: Trade
) -> None:
    for _scan in range(3):
        clerk.enter(GTIN)
        clerk.settle()

    assert grid.lines().rowCount() == 2
    assert cells(grid, 0)[:2] == ["Lamp", "3"]
    assert at(grid) == (1, Field.DESCRIPTION)


def test_the_vat_is_chosen_by_its_first_digits(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Book", "1", "", "10", "")
    clerk.enter("13")

    assert grid.lines().rows[0].texts[Field.VAT] == "reduced"


def test_rows_are_removed_with_a_key_and_come_back(
    grid: LinesView, clerk: Clerk, notes: list[str]
) -> None:
    clerk.line("Freight", "2", "h", "12,50", "", "")
    clerk.line("Cable", "2", "m", "1", "", "")
    clerk.press(Key.Key_Up)
    clerk.press(Key.Key_Up)

    clerk.press(Key.Key_Delete, CTRL)
    left = [row.texts[0] for row in grid.lines().rows]
    clerk.press(Key.Key_Z, CTRL)

    assert left == ["Cable", ""]
    assert notes[-1] == "1 line removed"
    assert [row.texts[0] for row in grid.lines().rows] == ["Freight", "Cable", ""]


def test_a_row_is_removed_from_within_a_cell(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Freight", "2", "h", "12,50", "", "")
    clerk.type("Ca")

    clerk.press(Key.Key_Delete, CTRL)

    assert [row.texts[0] for row in grid.lines().rows] == ["Freight"]


def test_rows_are_moved_with_alt_and_arrows(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("One", "1", "", "1", "", "")
    clerk.line("Two", "1", "", "1", "", "")
    clerk.press(Key.Key_Up)

    clerk.press(Key.Key_Up, ALT)
    up = [row.texts[0] for row in grid.lines().rows]
    clerk.press(Key.Key_Down, ALT)

    assert up == ["Two", "One", ""]
    assert [row.texts[0] for row in grid.lines().rows] == ["One", "Two", ""]


def test_ctrl_d_copies_the_cell_above(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Freight", "2", "h", "12,50", "", "")

    clerk.press(Key.Key_D, CTRL)
    clerk.press(Key.Key_Right)
    clerk.press(Key.Key_D, CTRL)

    assert cells(grid, 1)[:2] == ["Freight", "2"]


def test_a_row_is_inserted_above(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Freight", "2")

    clerk.press(Key.Key_Insert, CTRL)

    assert [row.texts[0] for row in grid.lines().rows] == ["", "Freight"]


def test_delete_empties_the_selected_cells_in_one_step(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Freight", "2", "h", "12,50", "", "")
    clerk.press(Key.Key_Up)
    clerk.press(Key.Key_Right, SHIFT)
    clerk.press(Key.Key_Right, SHIFT)

    clerk.press(Key.Key_Delete)
    emptied = grid.lines().rows[0].texts[:4]
    clerk.press(Key.Key_Z, CTRL)

    assert emptied == ("", "", "", "12.50")
    assert grid.lines().rows[0].texts[:4] == ("Freight", "2", "h", "12.50")


def test_undoing_goes_back_cell_by_cell_and_forward_again(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Freight", "24")

    clerk.press(Key.Key_Z, CTRL)
    undone = cells(grid, 0)[:2]
    clerk.press(Key.Key_Z, CTRL | SHIFT)

    assert undone == ["Freight", "1"]
    assert cells(grid, 0)[:2] == ["Freight", "24"]


def test_rows_of_a_spreadsheet_are_pasted(grid: LinesView, clerk: Clerk, notes: list[str]) -> None:
    QGuiApplication.clipboard().setText("Kaapeli\t2\tm\t1 234,50\t10\t13,5\nTyö\t1\th\t60\t\t\n")

    clerk.press(Key.Key_V, CTRL)
    clerk.settle()

    assert cells(grid, 0)[:6] == ["Kaapeli", "2", "m", "1,234.50", "10%", "13.5%"]
    assert cells(grid, 1)[:4] == ["Työ", "1", "h", "60.00"]
    assert notes[-1] == "2 lines pasted"


def test_headings_that_were_pasted_with_the_rows_are_left_out(
    grid: LinesView, clerk: Clerk, notes: list[str]
) -> None:
    QGuiApplication.clipboard().setText("Määrä\tTuote\tHinta\n2\tKaapeli\t4,95\n")

    clerk.press(Key.Key_V, CTRL)
    clerk.settle()

    assert cells(grid, 0)[:4] == ["Kaapeli", "2", "", "4.95"]
    assert notes[-1] == "1 line pasted · The row of headings was left out."


def test_cells_are_copied_for_a_spreadsheet(grid: LinesView, clerk: Clerk) -> None:
    clerk.line("Freight", "2", "h", "12,50", "", "")
    clerk.press(Key.Key_Up)
    clerk.press(Key.Key_Right, SHIFT)

    clerk.press(Key.Key_C, CTRL)

    assert QGuiApplication.clipboard().text() == "Freight\t2"


def test_the_last_price_of_a_customer_is_offered_and_taken(
    page: InvoicePage, clerk: Clerk, office: Office, trade: Trade
) -> None:
    from dataclasses import replace  # noqa: PLC0415  only this test prepares an invoice so
    from decimal import Decimal  # noqa: PLC0415  only this test prepares an invoice so

    from app.domain.shared.quantities import UnitPrice  # noqa: PLC0415  likewise

    content = a_draft(trade)
    line = replace(content.lines[0], product_id=trade.lamp.id, price=UnitPrice(Decimal("119.90")))
    sold = office.do(invoices.draft, replace(content, lines=(line,))).result
    office.do(invoices.issue, sold.id)
    choose_customer(clerk)
    clerk.press(Key.Key_L, CTRL)
    clerk.enter("L-1")
    clerk.settle()
    editor = editor_of(page)

    offer = editor.note.text()
    clerk.press(Key.Key_F4)
    clerk.settle()

    assert offer == ("Kahvila Aamu Oy paid €119.90 on 10 Mar 2026 (invoice 20260001). F4 takes it.")
    assert cells(editor.lines, 0)[Field.PRICE] == "119.90"


def test_five_thousand_rows_are_pasted(
    editor: DraftEditor, clerk: Clerk, lanes: Lanes, qtbot: QtBot, frame: QMainWindow
) -> None:
    rows = "\n".join(f"Part {n}\t{n % 7 + 1}\tkpl\t{n % 90},50\t\t25,5" for n in range(5000))
    QGuiApplication.clipboard().setText(rows)

    clerk.press(Key.Key_V, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: is_reckoned(editor))

    assert editor.lines.lines().rowCount() == 5000
    assert editor.model.text(4999, Field.QUANTITY) == "2"


def is_reckoned(editor: DraftEditor) -> bool:
    latest = editor.latest
    return latest is not None and len(latest.review.invoice.lines) == 5000


Ready = Callable[[], bool]
