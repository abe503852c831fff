"""Recurring invoices in the window: written, run, raised and moved by keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.invoices.draft import Draft, DraftLine
from app.domain.recurring.plan import Makes, Plan, PlanForm, PlanState
from app.domain.shared.ids import PlanId
from app.domain.shared.paging import View
from app.domain.shared.quantities import UnitPrice
from app.services import invoices, plans, recurring
from app.services.office import Office
from app.ui.invoices.page import InvoicePage
from app.ui.invoices.plan_editor import PlanEditor
from app.ui.invoices.plan_page import PlanPage
from app.ui.invoices.plan_raise import RaisePrices
from app.ui.invoices.plan_run import PlanRunPage
from app.ui.invoices.plans import PlansList
from app.ui.kit.dialogs import Dialog
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.ui.invoices.clerk import CTRL, Clerk, Key
from tests.ui.invoices.conftest import Trade
from tests.windows import Settle

JANUARY = date(2026, 1, 1)


@dataclass(slots=True)
class Room:
    """An office with a plan, and a window to show pages in."""

    office: Office
    shell: Shell
    settle: Settle
    frame: QMainWindow
    plan: Plan

    def show(self, page: QWidget) -> None:
        """Show a page in the window, with its actions."""
        self.shell.book.enter((page,))
        self.frame.setCentralWidget(page)
        self.settle()

    def press(self, action: str) -> None:
        """Do an action and wait until the office has answered."""
        self.shell.book.action(action).trigger()
        self.settle()

    def now(self) -> Plan:
        """Return the plan as it stands."""
        return self.office.ask(plans.get, self.plan.id)


def a_rent(text: str = "Rent {month} {year}") -> DraftLine:
    return DraftLine(description=text, price=UnitPrice(Decimal(1000)), vat="standard")


@pytest.fixture
def room(office: Office, shell: Shell, settle: Settle, trade: Trade, frame: QMainWindow) -> Room:
    content = Draft(customer_id=trade.aamu.id, lines=(a_rent(),))
    form = PlanForm("Rent", content, JANUARY, makes=Makes.ISSUE)
    plan = office.do(plans.add, form).result
    return Room(office, shell, settle, frame, plan)


@pytest.fixture
def plans_list(room: Room, qtbot: QtBot) -> PlansList:
    page = PlansList(room.shell, Strip((("recurring", "Recurring"),), "recurring"))
    room.show(page)
    page.table.selectRow(0)
    page.table.setFocus()
    qtbot.waitUntil(lambda: room.shell.book.action("plan.pause").isEnabled())
    return page


def editor_of(page: PlanPage) -> PlanEditor:
    assert isinstance(page.editor, PlanEditor)
    return page.editor


def opened(room: Room, qtbot: QtBot, record: int | None, invoice: int | None = None) -> PlanPage:
    page = PlanPage(room.shell, record, invoice)
    room.show(page)
    qtbot.waitUntil(lambda: page.editor is not None and page.editor.latest is not None)
    room.settle()
    return page


def test_a_plan_is_written_and_saved_by_keys(room: Room, clerk: Clerk, qtbot: QtBot) -> None:
    page = opened(room, qtbot, None)

    clerk.enter("Support")
    clerk.enter("3")
    clerk.press(Key.Key_Return)
    clerk.enter("31.1.2026")
    clerk.press(Key.Key_Return, times=7)
    clerk.type("Kahvila")
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()
    clerk.line("Support {month}", "1", "h", "85", "", "25")
    clerk.settle()
    qtbot.waitUntil(lambda: "31 Jan 2026" in editor_of(page).schedule.coming.text())
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page.is_over)

    (row,) = room.office.ask(plans.first, View(words="support"), 5)
    assert (row.every, row.due_on, row.gross_minor) == (3, date(2026, 1, 31), 10668)


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_saved(
    room: Room, clerk: Clerk, qtbot: QtBot
) -> None:
    page = opened(room, qtbot, room.plan.id)
    editor = editor_of(page)

    editor.schedule.every.setText("0")
    editor.schedule.every.edited.emit()
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()

    assert editor.schedule.every.hasFocus()
    assert "cannot come back every 0" in editor.schedule.cell("every").note.text()
    assert room.now() == room.plan


def test_a_placeholder_that_does_not_exist_is_told_at_its_line(
    room: Room, clerk: Clerk, qtbot: QtBot
) -> None:
    content = Draft(customer_id=room.plan.form.content.customer_id, lines=(a_rent("{munth}"),))
    invoice = room.office.do(invoices.draft, content).result

    page = opened(room, qtbot, None, invoice.id)

    qtbot.waitUntil(
        lambda: (
            [one.code for one in editor_of(page).problems if one.field.startswith("lines")]
            == ["recurring.unknown-placeholder"]
        )
    )


def test_what_was_typed_and_not_saved_is_there_again(
    room: Room, clerk: Clerk, qtbot: QtBot
) -> None:
    page = opened(room, qtbot, None)
    clerk.type("Half written")
    page.flush()
    clerk.settle()
    room.shell.let_go(page)

    again = opened(room, qtbot, None)

    assert editor_of(again).schedule.name.value() == "Half written"
    assert len(room.office.ask(plans.spine, View())) == 1


def test_an_invoice_is_repeated_from_today_on(room: Room, qtbot: QtBot) -> None:
    content = Draft(customer_id=room.plan.form.content.customer_id, lines=(a_rent("Fee"),))
    invoice = room.office.do(invoices.draft, content).result

    page = opened(room, qtbot, None, invoice.id)

    form = editor_of(page).written()
    assert (form.name, form.anchor_on) == ("Kahvila Aamu Oy · Fee", room.shell.today())
    assert form.content.lines[0].price == Decimal(1000)


def test_two_versions_of_a_plan_are_shown_side_by_side(
    room: Room, clerk: Clerk, qtbot: QtBot
) -> None:
    page = opened(room, qtbot, room.plan.id)
    clerk.type("My ")
    theirs = PlanForm("Theirs", room.plan.form.content, JANUARY, makes=Makes.ISSUE)
    room.office.do(plans.change, room.plan.id, 1, theirs)

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: bool(page.findChildren(Dialog)))

    (dialog,) = page.findChildren(Dialog)
    texts = [label.text() for label in dialog.findChildren(type(editor_of(page).about))]
    assert "Theirs" in texts
    dialog.reject()


def test_the_list_shows_what_was_made_and_moves_plans_on(
    room: Room, plans_list: PlansList, qtbot: QtBot
) -> None:
    room.press("plan.pause")
    qtbot.waitUntil(lambda: room.shell.book.action("plan.resume").isEnabled())

    room.press("plan.resume")
    (dialog,) = plans_list.findChildren(Dialog)
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
    buttons["Leave them out"].click()
    room.settle()

    assert (room.now().state, room.now().next_on) == (PlanState.RUNNING, date(2026, 3, 1))
    qtbot.waitUntil(lambda: plans_list.card.table.rows.rowCount() == 2)


@pytest.mark.parametrize(
    ("action", "state", "next_on"),
    [("plan.skip", PlanState.RUNNING, date(2026, 2, 1)), ("plan.end", PlanState.ENDED, JANUARY)],
)
def test_a_period_is_left_out_and_a_plan_ended_once_that_is_confirmed(
    room: Room, plans_list: PlansList, action: str, state: PlanState, next_on: date
) -> None:
    room.press(action)
    plans_list.findChildren(Dialog)[-1].accept()
    room.settle()

    assert (room.now().state, room.now().next_on) == (state, next_on)


def test_prices_are_raised_once_each_was_shown(
    room: Room, plans_list: PlansList, clerk: Clerk, qtbot: QtBot
) -> None:
    room.press("plan.raise")
    dialog = plans_list.findChild(RaisePrices)
    assert dialog is not None
    qtbot.waitUntil(dialog.since.hasFocus)

    clerk.enter("1.7.2026")
    clerk.enter("5")
    qtbot.waitUntil(lambda: dialog.table.rows.rowCount() == 1)
    clerk.settle()
    shown = [dialog.table.rows.index(0, column).data() for column in range(4)]
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: room.now().form.rise is not None)

    assert shown == ["Rent", "Rent {month} {year}", "€1,000.00", "€1,050.00"]


def test_a_rise_below_zero_is_told_at_its_field(
    room: Room, plans_list: PlansList, clerk: Clerk, qtbot: QtBot
) -> None:
    room.press("plan.raise")
    dialog = plans_list.findChild(RaisePrices)
    assert dialog is not None
    qtbot.waitUntil(dialog.since.hasFocus)

    clerk.enter("1.7.2026")
    clerk.type("-120")
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()

    qtbot.waitUntil(lambda: "cannot change by" in dialog.form.cell("percent").note.text())
    dialog.reject()


def test_a_run_is_looked_at_and_made_by_keys(room: Room, clerk: Clerk, qtbot: QtBot) -> None:
    page = PlanRunPage(room.shell, None)
    room.show(page)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 3)
    assert page.told.text() == "3 invoices · €3,765.00"
    page.table.setFocus()

    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 0)

    assert page.told.text() == "Nothing is due by that day."
    assert room.office.ask(invoices.counts)["issued"] == 3


def test_what_cannot_be_made_is_shown_with_its_reason(
    room: Room, clerk: Clerk, qtbot: QtBot
) -> None:
    lost = PlanForm(
        "Lost",
        Draft(customer_id=room.plan.form.content.customer_id, lines=(a_rent(),)),
        JANUARY,
        makes=Makes.ISSUE,
    )
    room.office.do(plans.end, room.plan.id, 1)
    broken = room.office.do(plans.add, lost).result
    line = DraftLine(description="x", price=UnitPrice(Decimal(1)), vat="gone")
    content = Draft(customer_id=lost.content.customer_id, lines=(line,))
    changed = PlanForm("Lost", content, JANUARY, makes=Makes.ISSUE)
    room.office.do(plans.change, PlanId(broken.id), 1, changed)

    page = PlanRunPage(room.shell, None)
    room.show(page)
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)

    shown = [page.table.rows.index(0, column).data() for column in range(6)]
    assert shown[4] == "Skipped"
    assert "gone" in shown[5]
    assert not room.shell.book.action("invoice.issue").isEnabled()


def test_an_invoice_leads_back_to_its_plan(room: Room, qtbot: QtBot) -> None:
    (first, *_others) = room.office.run(recurring.run).issued
    page = InvoicePage(room.shell, first)
    room.show(page)
    qtbot.waitUntil(lambda: page.issued is not None)

    with qtbot.waitSignal(room.shell.wanted) as wanted:
        room.shell.book.action("plan.open").trigger()

    assert wanted.args == ["plan", room.plan.id]


def test_an_invoice_of_no_plan_says_so(room: Room, notes: list[str], qtbot: QtBot) -> None:
    content = Draft(customer_id=room.plan.form.content.customer_id, lines=(a_rent("Fee"),))
    page = InvoicePage(room.shell, room.office.do(invoices.draft, content).result.id)
    room.show(page)
    qtbot.waitUntil(lambda: page.editor is not None)
    room.settle()

    room.press("plan.open")

    qtbot.waitUntil(lambda: "This invoice was made by no plan." in notes)
