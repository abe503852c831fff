"""Journey 23 through the real window: a pay day by keys, to the cent, every line with its why."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.payroll.payroll import RunState
from app.services import accounting, documents, outbox, pay_files, pay_items, payroll, payslips
from app.services.office import Office
from app.services.permissions import Actor
from app.ui.employees.page import EmployeePage
from app.ui.employees.pay_item_dialog import PayItemDialog
from app.ui.employees.pay_run_dialogs import RunDialog
from app.ui.employees.pay_run_page import PayRunPage
from app.ui.employees.pay_trial_page import PayTrialPage
from app.ui.employees.payslip_lock import MailPayslip
from app.ui.employees.payslip_page import PayslipPage
from app.ui.employees.rate_editor import RateEditor
from app.ui.employees.tax_card_dialog import TaxCardDialog
from app.ui.main_window import MainWindow
from tests.journeys.rooms import office_of
from tests.payrolling import PayDesk, employ, give_card, rates_of_journey_23
from tests.payrolls import amounts, eur
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key


@pytest.fixture
def desk(window: MainWindow) -> PayDesk:
    """The office behind the window, and the same as Pekka has it, who approves."""
    desk = desk_behind(window)
    give_card(desk, employ(desk, eur("3200")).id)
    rates_of_journey_23(desk)
    return desk


@pytest.fixture
def unpaid(window: MainWindow) -> PayDesk:
    """The same without a tax card."""
    desk = desk_behind(window)
    employ(desk, eur("3200"))
    rates_of_journey_23(desk)
    return desk


def desk_behind(window: MainWindow) -> PayDesk:
    office = office_of(window)
    return PayDesk(office, Office(office.database, office.clock, Actor("Pekka")))


def page_of(window: QWidget, kind: type[QWidget]) -> QWidget:
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_a_pay_day_by_keys_is_right_to_the_cent(
    qtbot: QtBot, window: MainWindow, clerk: Clerk, desk: PayDesk
) -> None:
    clerk.press(Key.Key_H, CTRL)
    clerk.settle()
    clerk.press(Key.Key_9, ALT)
    clerk.settle()
    clerk.press(Key.Key_F8)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RunDialog))
    clerk.settle()
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(PayRunPage)))
    page = page_of(window, PayRunPage)
    assert isinstance(page, PayRunPage)
    qtbot.waitUntil(lambda: page.run_state is RunState.DRAFT)
    clerk.press(Key.Key_F9)
    qtbot.waitUntil(lambda: page.run_state is RunState.CALCULATED)
    qtbot.waitUntil(lambda: page.reasons.rows.rowCount() > 10)

    desk.other.do(payroll.approve, page.run_id)
    page.refresh()
    qtbot.waitUntil(lambda: page.run_state is RunState.APPROVED)
    clerk.press(Key.Key_F7)
    qtbot.waitUntil(lambda: page.run_state is RunState.POSTED)
    clerk.settle()
    clerk.press(Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(window.findChildren(PayslipPage)))
    clerk.settle()

    card = desk.office.ask(payroll.get, page.run_id)
    assert amounts(card.rows[0].payslip) == {
        "salary": "3200.00",
        "withholding": "592.00",
        "tyel": "228.80",
        "unemployment_employee": "18.88",
        "health_employer": "59.84",
    }
    assert all(line.why for line in card.rows[0].payslip.lines)
    assert_books_bank_and_vault_agree(desk, page)


def assert_books_bank_and_vault_agree(desk: PayDesk, page: PayRunPage) -> None:
    """Net = bank file = what the books owe; the payslip is filed for the personnel office."""
    net = eur("2360.32")
    assert desk.office.ask(pay_files.bank_file, page.run_id).total == net
    rows = {one.number: one for one in desk.office.ask(accounting.chart, date(2026, 12, 31))}
    assert rows["2955"].balance_minor == -net.minor
    assert sum(one.balance_minor for one in rows.values()) == 0
    assert desk.office.run(payslips.file, page.run_id) == 1
    (row,) = desk.office.ask(payroll.get, page.run_id).rows
    assert row.payslip.document_id is not None
    seen = desk.office.ask(documents.seen, row.payslip.document_id)
    assert seen.type is not None
    assert seen.type.code == "personnel"


def test_a_card_a_loan_a_rate_and_a_simulation_by_keys_before_the_pay_day(
    qtbot: QtBot, window: MainWindow, clerk: Clerk, unpaid: PayDesk
) -> None:
    clerk.press(Key.Key_H, CTRL)
    clerk.settle()
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(EmployeePage)))
    clerk.settle()
    write_card_and_loan(qtbot, window, clerk)
    write_rate(qtbot, window, clerk)
    clerk.press(Key.Key_9, ALT | SHIFT)
    qtbot.waitUntil(lambda: bool(window.findChildren(PayTrialPage)))
    trial = page_of(window, PayTrialPage)
    assert isinstance(trial, PayTrialPage)
    qtbot.waitUntil(lambda: trial.people.rows.rowCount() == 1)
    assert trial.people.rows.index(0, 3).data().replace("\u00a0", " ") == "2 260,32"
    assert trial.lines.rows.rowCount() == 6

    clerk.press(Key.Key_F8)
    qtbot.waitUntil(lambda: bool(window.findChildren(PayRunPage)))
    page = page_of(window, PayRunPage)
    assert isinstance(page, PayRunPage)
    calculate_and_post(qtbot, clerk, page, unpaid)
    mail_the_payslip(qtbot, window, clerk)

    (row,) = unpaid.office.ask(payroll.get, page.run_id).rows
    assert amounts(row.payslip)["loan"] == "100.00"
    (item,) = unpaid.office.ask(pay_items.of, row.payslip.employee_id)
    assert item.rest == eur("150")


def calculate_and_post(qtbot: QtBot, clerk: Clerk, page: PayRunPage, desk: PayDesk) -> None:
    """Reckon the run by its key, let Pekka approve it, and post it."""
    qtbot.waitUntil(lambda: page.run_state is RunState.DRAFT)
    clerk.press(Key.Key_F9)
    qtbot.waitUntil(lambda: page.run_state is RunState.CALCULATED)
    desk.other.do(payroll.approve, page.run_id)
    page.refresh()
    qtbot.waitUntil(lambda: page.run_state is RunState.APPROVED)
    clerk.press(Key.Key_F7)
    qtbot.waitUntil(lambda: page.run_state is RunState.POSTED)
    clerk.settle()


def write_card_and_loan(qtbot: QtBot, window: MainWindow, clerk: Clerk) -> None:
    """Type the tax card and the loan of the person that is open."""
    page = page_of(window, EmployeePage)
    assert isinstance(page, EmployeePage)
    clerk.press(Key.Key_8, CTRL | SHIFT)
    clerk.settle()
    clerk.press(Key.Key_J, CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.pay.pay is not None)
    clerk.settle()
    clerk.press(Key.Key_T, CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), TaxCardDialog))
    clerk.settle()
    clerk.press(Key.Key_Return, times=2)
    clerk.type("18,5")
    clerk.press(Key.Key_Return, CTRL)
    tables = page.pay.tables
    assert tables is not None
    qtbot.waitUntil(lambda: tables.cards.rows.rowCount() == 1)
    clerk.settle()
    clerk.press(Key.Key_I, CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PayItemDialog))
    clerk.settle()
    clerk.press(Key.Key_Down, times=10)
    clerk.press(Key.Key_Return)
    clerk.enter("100")
    clerk.press(Key.Key_Return)
    clerk.type("250")
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: tables.items.rows.rowCount() == 1)
    clerk.settle()


def write_rate(qtbot: QtBot, window: MainWindow, clerk: Clerk) -> None:
    """Type the employer's health insurance as a rate of the office's own, from the palette."""
    clerk.press(Key.Key_8, ALT | SHIFT)
    clerk.settle()
    clerk.press(Key.Key_K, CTRL)
    clerk.settle()
    clerk.type("Uusi arvo")
    clerk.settle()
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.findChildren(RateEditor)))
    clerk.settle()
    clerk.enter("fi.health-employer")
    clerk.enter("1.1.2026")
    clerk.press(Key.Key_Return, times=2)
    clerk.enter("16")
    clerk.enter("1,87")
    clerk.press(Key.Key_Return, times=2)
    clerk.type("Valtioneuvoston asetus")
    clerk.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: not any(one.isVisible() for one in window.findChildren(RateEditor)))
    clerk.settle()


def mail_the_payslip(qtbot: QtBot, window: MainWindow, clerk: Clerk) -> None:
    """Open the payslip and write its mail, locked with a password."""
    clerk.press(Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(window.findChildren(PayslipPage)))
    clerk.settle()
    clerk.press(Key.Key_M, CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), MailPayslip))
    clerk.settle()
    clerk.enter("omena-puu-77")
    clerk.enter("omena-puu-77")
    office = office_of(window)
    qtbot.waitUntil(lambda: office.ask(outbox.waiting).get("draft", 0) == 1)
    clerk.settle()
