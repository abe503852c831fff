"""The page of an invoice, by keys alone: written, kept, issued, copied, found again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.invoices.designs import Design
from app.domain.invoices.draft import Draft, DraftLine
from app.domain.invoices.invoice import State
from app.domain.invoices.layout import LayoutForm
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity, UnitPrice
from app.services import drafts, invoices, layouts
from app.services.issuing import FORM
from app.services.office import Office
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.kept import kept_texts
from app.ui.invoices.page import InvoicePage
from app.ui.invoices.rows import Field
from app.ui.kit.dialogs import Dialog
from app.ui.kit.focus import enter
from app.ui.kit.merge_dialog import MergeDialog
from app.ui.kit.shell import Shell
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.ui.invoices.conftest import Opened, Trade
from tests.ui.two_desks import choose_mine
from tests.windows import PATIENCE

TODAY = date(2026, 3, 10)


def editor_of(page: InvoicePage) -> DraftEditor:
    assert page.editor is not None
    return page.editor


def a_draft(trade: Trade, **parts: Any) -> Draft:
    line = DraftLine("Gadget", Quantity(Decimal(2)), price=UnitPrice(Decimal(50)), vat="standard")
    made = Draft(customer_id=trade.aamu.id, lines=(line,))
    return replace(made, **parts)


def choose_customer(clerk: Clerk) -> None:
    clerk.type("Kahv")
    clerk.settle()
    clerk.enter()
    clerk.settle()


def write_a_line(clerk: Clerk) -> None:
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Freight", "2", "", "12,50")
    clerk.settle()


def dialog() -> Dialog:
    """Return the one dialog that is shown; it may come a turn after the answer it waits for."""
    deadline = QDeadlineTimer(PATIENCE)
    while len(_dialogs()) != 1 and not deadline.hasExpired():
        QTest.qWait(5)
    (shown,) = _dialogs()
    return shown


def _dialogs() -> list[Dialog]:
    found = (one for one in QApplication.topLevelWidgets() if isinstance(one, Dialog))
    return [one for one in found if one.isVisible()]


def buttons(shown: Dialog) -> dict[str, QPushButton]:
    return {button.text(): button for button in shown.findChildren(QPushButton)}


def rested(page: InvoicePage, qtbot: QtBot) -> None:
    """Wait until the texts are kept, half a second after the last key, and that is done."""
    commands = page.shell.client.lanes.commands
    qtbot.waitUntil(lambda: page.keeper.is_kept and not commands.is_busy)


def test_a_new_invoice_begins_at_the_customer(page: InvoicePage, clerk: Clerk) -> None:
    assert clerk.here() is editor_of(page).head.customer


def test_choosing_the_customer_fills_terms_language_and_address(
    page: InvoicePage, clerk: Clerk
) -> None:
    choose_customer(clerk)

    head = editor_of(page).head
    assert head.facts.text() == "Kauppakatu 3 · 33200 Tampere · 14 days to pay"
    assert head.due_on.placeholderText() == "24 Mar 2026"
    assert head.language.itemText(0) == "Usual: Finnish"
    assert clerk.here() is head.issued_on
    assert page.windowTitle() == "Kahvila Aamu Oy"


def test_an_invoice_is_written_and_issued_by_keys_alone(
    page: InvoicePage, clerk: Clerk, office: Office, notes: list[str]
) -> None:
    choose_customer(clerk)
    write_a_line(clerk)

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()

    assert notes[-1] == "Invoice 20260001 issued – filed and booked"
    assert page.windowTitle() == "20260001"
    issued = office.ask(invoices.numbered, "20260001")
    assert issued.id == page.record
    assert (str(issued.lines[0].quantity), str(issued.lines[0].price)) == ("2", "12.5")
    assert page.issued is not None
    assert page.issued.entry.text() == "2026-00001"
    assert page.issued.document.text() == "20260001.pdf"
    assert page.issued.preview.pdf.startswith(b"%PDF")


def test_no_number_is_taken_before_the_invoice_is_issued(
    page: InvoicePage, clerk: Clerk, office: Office
) -> None:
    choose_customer(clerk)
    write_a_line(clerk)
    page.flush()
    clerk.settle()

    (row,) = office.ask(invoices.first, View(), 10)
    assert (row.state, row.number) == (State.DRAFT, "")


def test_a_problem_stops_issuing_and_gets_the_keyboard(page: InvoicePage, clerk: Clerk) -> None:
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Freight", "many")
    clerk.settle()

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()

    editor = editor_of(page)
    assert clerk.here() is editor.head.customer
    assert editor.head.cell("customer_id").note.text().startswith("✕ The invoice has no customer")
    assert page.problems.text() == "2 problems"


def test_the_problem_of_a_cell_is_told_under_the_lines(page: InvoicePage, clerk: Clerk) -> None:
    choose_customer(clerk)
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Freight", "many")
    clerk.settle()
    clerk.press(Key.Key_Left)

    clerk.settle()

    editor = editor_of(page)
    assert editor.note.text().startswith("✕ “many” is not a number.")
    assert editor.model.headerData(0, Qt.Orientation.Vertical) == "✕ 1"


def test_a_doubt_is_asked_about_and_then_issued(
    page: InvoicePage, clerk: Clerk, office: Office
) -> None:
    choose_customer(clerk)
    write_a_line(clerk)
    editor_of(page).head.due_on.setFocus()
    clerk.enter("1.4.2028")
    clerk.settle()

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    told = page.problems.text()
    buttons(dialog())["Issue anyway"].click()
    clerk.settle()

    assert told == "1 thing to look at"
    assert office.ask(invoices.numbered, "20260001").due_on == date(2028, 4, 1)


def test_what_is_typed_is_kept_half_a_second_later(
    page: InvoicePage, clerk: Clerk, office: Office, qtbot: QtBot
) -> None:
    marks: list[object] = []
    page.marked.connect(marks.append)

    clerk.press(Key.Key_L, CTRL)
    clerk.type("Half a word")
    qtbot.waitUntil(lambda: marks[-1:] == [False])

    kept = office.ask(drafts.kept, FORM, page.invoice_id)
    assert kept is not None
    _fields, rows = kept_texts(kept.body)
    assert rows[0][Field.DESCRIPTION] == "Half a word"
    assert marks[0] is True


def test_a_form_comes_back_as_it_was_typed_after_a_crash(
    page: InvoicePage, clerk: Clerk, opened: Opened, qtbot: QtBot, notes: list[str]
) -> None:
    clerk.type("Kahv")
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Lamp ", "12*", "", "1O,5")
    rested(page, qtbot)
    page.is_over = True

    again = opened(page.invoice_id)

    editor = editor_of(again)
    assert editor.head.customer.text() == "Kahv"
    assert editor.model.rows[0].texts[: Field.PRICE + 1] == ("Lamp", "12*", "", "1O,5")
    assert notes[-1] == "What you had typed is back"


def test_leaving_saves_the_draft_without_a_question(
    page: InvoicePage, clerk: Clerk, office: Office
) -> None:
    choose_customer(clerk)
    write_a_line(clerk)

    page.hide()
    clerk.settle()

    (row,) = office.ask(invoices.first, View(), 10)
    assert (row.customer_name, row.gross_minor) == ("Kahvila Aamu Oy", 3138)
    assert office.ask(drafts.kept, FORM, page.invoice_id) is None


def test_what_cannot_be_read_is_kept_and_not_saved_as_something_else(
    page: InvoicePage, clerk: Clerk, office: Office
) -> None:
    clerk.press(Key.Key_L, CTRL)
    clerk.line("Freight", "many")

    page.hide()
    clerk.settle()

    assert office.ask(invoices.first, View(), 10) == ()
    assert office.ask(drafts.kept, FORM, page.invoice_id) is not None


def test_an_empty_form_leaves_nothing_behind(
    page: InvoicePage, clerk: Clerk, office: Office
) -> None:
    clerk.type("K")
    clerk.press(Key.Key_Backspace)

    page.hide()
    clerk.settle()

    assert office.ask(invoices.first, View(), 10) == ()
    assert office.ask(drafts.all_kept) == ()


def test_two_versions_of_a_draft_are_shown_side_by_side(
    opened: Opened, clerk: Clerk, office: Office, trade: Trade
) -> None:
    draft = office.do(invoices.draft, a_draft(trade)).result
    page = opened(draft.id)
    office.do(invoices.revise, draft.id, draft.version, a_draft(trade, note="Theirs"))
    editor_of(page).tail.note.setFocus()
    clerk.type("Mine")

    page.flush()
    clerk.settle()

    shown = dialog()
    assert isinstance(shown, MergeDialog)
    assert [(one.theirs, one.mine) for one in shown.rows] == [("Theirs", "Mine")]
    buttons(shown)["Keep both"].click()
    clerk.settle()
    notes = {office.ask(invoices.get, row.id).note for row in office.ask(invoices.first, View(), 9)}
    assert notes == {"Mine", "Theirs"}


def test_my_version_stays_when_i_say_so(
    opened: Opened, clerk: Clerk, office: Office, trade: Trade
) -> None:
    draft = office.do(invoices.draft, a_draft(trade)).result
    page = opened(draft.id)
    office.do(invoices.revise, draft.id, draft.version, a_draft(trade, note="Theirs"))
    editor_of(page).tail.note.setFocus()
    clerk.type("Mine")
    page.flush()
    clerk.settle()

    shown = dialog()
    assert isinstance(shown, MergeDialog)
    choose_mine(shown)
    clerk.settle()

    assert office.ask(invoices.get, draft.id).note == "Mine"


def test_a_discarded_draft_can_be_taken_back(
    opened: Opened, clerk: Clerk, office: Office, trade: Trade, shell: Shell
) -> None:
    draft = office.do(invoices.draft, a_draft(trade)).result
    page = opened(draft.id)
    undo: list[Callable[[], object]] = []
    shell.noted.connect(lambda note: undo.append(note.undo))

    shell.book.action("invoice.discard").trigger()
    clerk.settle()
    assert office.ask(invoices.get, draft.id).state is State.DISCARDED
    undo[0]()
    clerk.settle()

    (row,) = office.ask(invoices.first, View(), 9)
    assert (row.customer_name, row.gross_minor) == ("Kahvila Aamu Oy", 12550)
    assert page.is_over


def test_copying_opens_a_new_draft(
    opened: Opened, clerk: Clerk, office: Office, trade: Trade, shell: Shell
) -> None:
    draft = office.do(invoices.draft, a_draft(trade)).result
    office.do(invoices.issue, draft.id)
    opened(draft.id)
    wanted: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: wanted.append((kind, record)))

    shell.book.action("invoice.copy").trigger()
    clerk.settle()

    ((kind, copied),) = wanted
    assert kind == "invoice"
    assert copied != draft.id


def test_an_issued_invoice_cannot_be_issued_again(
    opened: Opened, office: Office, trade: Trade, shell: Shell
) -> None:
    draft = office.do(invoices.draft, a_draft(trade)).result
    office.do(invoices.issue, draft.id)

    page = opened(draft.id)

    assert page.editor is None
    assert not shell.book.action("invoice.issue").isEnabled()
    assert shell.book.action("invoice.entry").isEnabled()


def test_the_total_is_explained_step_by_step(page: InvoicePage, clerk: Clerk, shell: Shell) -> None:
    choose_customer(clerk)
    write_a_line(clerk)

    clerk.press(Key.Key_F9)
    clerk.settle()

    shown = dialog()
    text = clerk.here().property("plainText")
    assert "Line 1: 2 × €12.50 = €25.00" in text
    assert "To pay: €25.00 + €6.38 = €31.38" in text
    shown.reject()


def test_one_invoice_has_the_layout_that_is_chosen_for_it(
    opened: Opened, trade: Trade, office: Office, qtbot: QtBot
) -> None:
    layout = office.do(layouts.add, LayoutForm("Special", Design.COMPACT)).result.layout
    draft = office.do(invoices.draft, a_draft(trade)).result
    page = opened(draft.id)
    editor = editor_of(page)
    assert editor.head.layout_id.count() == 2

    editor.head.layout_id.put(str(layout.id))
    editor.edited.emit()
    page.flush()

    assert editor.content().layout_id == layout.id
    qtbot.waitUntil(lambda: office.ask(invoices.get, draft.id).layout_id == layout.id)


def test_a_page_that_is_come_back_to_has_the_keyboard_in_its_lines(
    opened: Opened, trade: Trade, office: Office, qtbot: QtBot
) -> None:
    draft = office.do(invoices.draft, a_draft(trade)).result
    page = opened(draft.id)
    assert page.editor is not None
    page.editor.head.customer.setFocus()

    enter(page)

    qtbot.waitUntil(page.editor.lines.hasFocus)
