"""Journey 23 through the real window: a pay day by keys, to the cent, every line with its why."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.payroll.payroll import RunState
from app.services import accounting, documents, pay_files, payroll, payslips
from app.services.office import Office
from app.services.permissions import Actor
from app.ui.employees.pay_run_dialogs import RunDialog
from app.ui.employees.pay_run_page import PayRunPage
from app.ui.employees.payslip_page import PayslipPage
from app.ui.main_window import MainWindow
from tests.journeys.rooms import office_of
from tests.payrolling import PayDesk, employ, give_card, rates_of_journey_23
from tests.payrolls import amounts, eur
from tests.ui.invoices.clerk import ALT, CTRL, Clerk, Key


@pytest.fixture
def desk(window: MainWindow) -> PayDesk:
    """The office behind the window, and the same as Pekka has it, who approves."""
    office = office_of(window)
    pekka = Office(office.database, office.clock, Actor("Pekka"))
    desk = PayDesk(office, pekka)
    person = employ(desk, eur("3200"))
    give_card(desk, person.id)
    rates_of_journey_23(desk)
    return desk


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
