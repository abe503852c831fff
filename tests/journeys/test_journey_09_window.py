"""Journey 9: a reminder of level 2 with interest and fee, and its payment, by keys alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.accounting.chart import AccountUse
from app.domain.payments.payment import ChargeKind
from app.domain.reminders.run import Reminder
from app.domain.shared.ids import InvoiceId, PaymentId, ReminderRunId
from app.domain.shared.paging import View
from app.services import claims, payments, reminder_issuing, reminders
from app.services.office import Office
from app.ui.invoices.open_items import OpenItemsList
from app.ui.invoices.payment_editor import PaymentEditor
from app.ui.invoices.reminder_dialog import RunDialog
from app.ui.invoices.reminder_page import ReminderRunPage
from app.ui.kit.dialogs import Dialog
from app.ui.main_window import MainWindow
from tests.documents.reading import page_texts
from tests.journeys.rooms import office_of
from tests.paying import balance
from tests.reminding import due
from tests.trade import AAMU, AT, count
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key

DUE = date(2026, 1, 15)


def dispute_the_second(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> None:
    """Note in the open items that the second invoice is disputed."""
    clerk.press(Key.Key_5, ALT)
    clerk.settle()
    (items,) = window.findChildren(OpenItemsList)
    qtbot.waitUntil(lambda: items.model.rowCount() == 2 and items.table.hasFocus())
    clerk.press(Key.Key_Down)
    action = items.shell.book.action("claim.dispute")
    second = InvoiceId(items.model.id_at(1))
    qtbot.waitUntil(lambda: items.seen is not None and items.seen.id == second)
    qtbot.waitUntil(action.isEnabled)
    clerk.type("j")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog))
    clerk.settle()
    clerk.enter("Vika tuotteessa")
    clerk.settle()
    office = office_of(window)
    qtbot.waitUntil(lambda: office.ask(claims.standing, second).is_disputed)


def prepare(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> ReminderRunPage:
    """Prepare the run of 1 March with the agreed interest."""
    clerk.press(Key.Key_R, CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RunDialog))
    clerk.settle()
    clerk.type("1.3.2026")
    clerk.press(Key.Key_Tab)
    clerk.type("10,5")
    clerk.press(Key.Key_Return)
    assert window.workspace is not None
    workspace = window.workspace
    qtbot.waitUntil(lambda: isinstance(workspace.page, ReminderRunPage))
    page = workspace.page
    assert isinstance(page, ReminderRunPage)
    qtbot.waitUntil(lambda: page.letter() is not None and page.table.hasFocus())
    return page


def issue_at_level_2(page: ReminderRunPage, clerk: Clerk, qtbot: QtBot) -> None:
    """Raise the letter to level 2, and issue it."""
    qtbot.waitUntil(page.shell.book.action("reminder.level-2").isEnabled)
    clerk.settle()
    clerk.type("2")
    qtbot.waitUntil(lambda: the_letter(page).level == 2)
    assert page.table.rows.index(0, 4).data() == "1\xa0052,95\xa0€"
    clerk.settle()
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: the_letter(page).number == "REM-2026-0001")
    clerk.settle()


def the_letter(page: ReminderRunPage) -> Reminder:
    letter = page.letter()
    assert letter is not None
    return letter


def pay(window: MainWindow, clerk: Clerk, qtbot: QtBot, reference: str) -> None:
    """Record what the reminder asks for by its reference; the amount is proposed."""
    clerk.press(Key.Key_P, CTRL | SHIFT)
    assert window.workspace is not None
    workspace = window.workspace
    qtbot.waitUntil(lambda: isinstance(workspace.page, PaymentEditor))
    page = workspace.page
    assert isinstance(page, PaymentEditor)
    qtbot.waitUntil(lambda: page.fields is not None and page.fields.reference.hasFocus())
    fields = page.fields
    assert fields is not None
    clerk.enter(reference)
    clerk.settle()
    assert fields.amount.value() == Decimal("1052.95")
    assert fields.charges["interest"].text() == "12,95"
    assert fields.charges["fee"].text() == "40,00"
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.record is not None)
    clerk.settle()


def a_debt(office: Office) -> None:
    """Let Kahvila Aamu owe 1,000.00, and 200.00 that it will dispute."""
    with office.database.write() as unit:
        unit.contacts.add(AAMU, AT)
        unit.changes.taken()
    due(office, "1000", DUE)
    due(office, "200", DUE)


def test_a_reminder_claims_interest_and_fee_that_the_payment_books(
    window: MainWindow, clerk: Clerk, qtbot: QtBot
) -> None:
    office = office_of(window)
    a_debt(office)
    dispute_the_second(window, clerk, qtbot)
    entries = count(office, "journal_entry")

    page = prepare(window, clerk, qtbot)
    issue_at_level_2(page, clerk, qtbot)

    (letter,) = office.ask(reminders.letters, ReminderRunId(page.run_id))
    paper = " ".join("\n".join(page_texts(office.ask(reminder_issuing.page, letter.id))).split())
    assert [(one.number, one.days, one.interest_minor) for one in letter.reminded] == [
        ("20260001", 45, 1295)
    ]
    assert letter.total_minor == 105_295
    assert "1 052,95" in paper.replace("\u00a0", " ")
    assert "Lasku 20260002 on riitautettu" in paper
    assert count(office, "journal_entry") == entries

    pay(window, clerk, qtbot, letter.reference)

    (record,) = office.ask(payments.spine, View())
    payment = office.ask(payments.get, PaymentId(record))
    assert {one.kind: one.amount.minor for one in payment.charges} == {
        ChargeKind.INTEREST: 1295,
        ChargeKind.FEE: 4000,
    }
    assert balance(office, AccountUse.INTEREST_INCOME) == -1295
    assert balance(office, AccountUse.REMINDER_FEES) == -4000
    assert payment.open.minor == 0
