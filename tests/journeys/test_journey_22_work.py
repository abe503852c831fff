"""Journey 22, its hours and expenses: 4.5 hours of overtime and a claim of 152.00, by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.employees.approving import OwnApproval
from app.domain.expenses.expense import ExpenseClaim, ExpenseState
from app.domain.hours.hours import Overtime, OvertimeKind, WeekState
from app.domain.hours.refused import WeekLocked
from app.domain.shared.ids import EmployeeId, ExpenseClaimId
from app.domain.shared.money import money
from app.domain.shared.paging import View
from app.services import expenses, hours, time_weeks
from app.services.office import Office
from app.services.permissions import Actor
from app.ui.employees.claim_dialogs import PayDialog
from app.ui.employees.claim_editor import ClaimEditor
from app.ui.employees.expenses import ExpensesList
from app.ui.employees.hours_page import HoursPage
from app.ui.employees.lock_dialog import LockDialog
from app.ui.employees.overtime_page import OvertimePage
from app.ui.main_window import MainWindow
from tests.employing import a_form, hire
from tests.journeys.rooms import office_of
from tests.timing import worked
from tests.ui.invoices.clerk import ALT, CTRL, SHIFT, Clerk, Key
from tests.ui.keys import type_in

MONDAY = date(2026, 3, 2)


@pytest.fixture
def maija(window: MainWindow) -> EmployeeId:
    """Maija, who works 37.5 hours a week and uses this office herself."""
    return hire(office_of(window), replace(a_form(), user="Maija")).id


def ask_palette(clerk: Clerk, words: str) -> None:
    """Do what the palette calls by these words."""
    clerk.press(Key.Key_K, CTRL)
    clerk.settle()
    type_in(clerk.here(), words)
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()


def agree_on_overtime(window: MainWindow, clerk: Clerk, qtbot: QtBot) -> None:
    """Write that what is above the hours due is paid at 150 %, and nothing above a day."""
    ask_palette(clerk, "Ylityösäännöt")
    qtbot.waitUntil(lambda: bool(window.findChildren(OvertimePage)))
    (page,) = window.findChildren(OvertimePage)
    qtbot.waitUntil(lambda: bool(page.law.text()))
    clerk.press(Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: page.fields.name.isVisible() and page.fields.name.hasFocus())
    clerk.type("Sopimus")
    clerk.press(Key.Key_Tab)
    clerk.type("1.1.2026")
    clerk.press(Key.Key_Tab, times=2)
    clerk.type("Ei")
    clerk.press(Key.Key_Tab, times=5)
    clerk.press(Key.Key_Up)
    clerk.press(Key.Key_Return, CTRL)
    clerk.settle()
    qtbot.waitUntil(lambda: page.list.count() == 1)


def write_the_week(clerk: Clerk, qtbot: QtBot, page: HoursPage) -> None:
    """Type 8.25 + 8 + 9.5 + 7.75 + 8.5 hours, and hand the week in."""
    page.people.setFocus()
    clerk.press(Key.Key_Return)
    for place, text in enumerate(("8,25", "8", "9,5", "7,75", "8,5")):
        qtbot.waitUntil(page.grid.edits[place].hasFocus)
        clerk.type(text)
        clerk.press(Key.Key_Tab)
        clerk.settle()
    qtbot.waitUntil(lambda: "42:00" in page.sums.text())
    clerk.press(Key.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.opened is not None and not page.opened.sheet.is_open)
    clerk.settle()


def lock_it(clerk: Clerk, qtbot: QtBot) -> None:
    """Lock the weeks of the month."""
    ask_palette(clerk, "Lukitse viikot")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), LockDialog))
    clerk.settle()
    clerk.press(Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    clerk.settle()


def test_a_week_of_42_hours_has_overtime_of_144_45_and_is_locked(
    qtbot: QtBot, window: MainWindow, clerk: Clerk, maija: EmployeeId
) -> None:
    office = office_of(window)
    clerk.press(Key.Key_H, CTRL)
    clerk.settle()
    agree_on_overtime(window, clerk, qtbot)
    clerk.press(Key.Key_8, ALT)
    clerk.settle()
    (page,) = window.findChildren(HoursPage)
    clerk.press(Key.Key_PageUp, ALT)
    qtbot.waitUntil(lambda: page.opened is not None and page.opened.sheet.monday == MONDAY)
    clerk.settle()
    write_the_week(clerk, qtbot, page)
    with pytest.raises(OwnApproval):
        approved_by(office, "Maija", maija)

    ask_palette(clerk, "Hyväksy viikko")

    week = office.ask(hours.sheet, maija, MONDAY).week
    assert week is not None
    assert (week.state, week.worked, week.due) == (WeekState.APPROVED, 2520, 2250)
    assert week.overtime == (Overtime(OvertimeKind.WEEKLY, 270, 150),)
    assert paid_for(week.overtime[0], Decimal("21.40")) == Decimal("144.45")
    qtbot.waitUntil(lambda: all(one.isReadOnly() for one in page.grid.edits))
    lock_it(clerk, qtbot)
    with pytest.raises(WeekLocked):
        office.do(hours.enter, maija, worked(MONDAY, "17:00", "18:00"))


def approved_by(office: Office, name: str, person: EmployeeId) -> None:
    """Let somebody approve the week of a person."""
    week = office.ask(hours.sheet, person, MONDAY).week
    assert week is not None
    other = Office(office.database, office.clock, Actor(name))
    other.do(time_weeks.approve, week.id, week.version)


def paid_for(overtime: Overtime, hour: Decimal) -> Decimal:
    """Return what overtime comes to at so much an hour."""
    hours_of = Decimal(overtime.minutes) / 60
    return money(hours_of * hour * overtime.percent / 100, "EUR").amount


def write_the_claim(clerk: Clerk) -> None:
    """Type 212 kilometres, a meal of 23.40 and parking of 12.00."""
    type_in(clerk.here(), "Asiakaskäynti Turussa")
    clerk.press(Key.Key_Tab, times=2)
    for what, text, amount, tabs in (
        ("Oma", "Turku", "212", 1),
        ("", "Lounas", "23,40", 2),
        ("Pysäköinti", "P-Louhi", "12", 2),
    ):
        type_in(clerk.here(), what)
        clerk.press(Key.Key_Tab, times=2)
        clerk.type(text)
        clerk.press(Key.Key_Tab, times=tabs)
        clerk.type(amount)
        clerk.settle()
        if what != "Pysäköinti":
            clerk.press(Key.Key_L, CTRL)
            clerk.settle()


def test_an_expense_claim_of_152_is_handed_in_approved_and_paid(
    qtbot: QtBot, window: MainWindow, clerk: Clerk, maija: EmployeeId
) -> None:
    office = office_of(window)
    clerk.press(Key.Key_H, CTRL)
    clerk.settle()
    clerk.press(Key.Key_X, CTRL | SHIFT)
    clerk.settle()
    (page,) = window.findChildren(ExpensesList)
    clerk.press(Key.Key_Space)
    qtbot.waitUntil(lambda: bool(window.findChildren(ClaimEditor)))
    (editor,) = window.findChildren(ClaimEditor)
    qtbot.waitUntil(lambda: editor.fields is not None)
    clerk.settle()
    clerk.type("Maija")
    clerk.press(Key.Key_Tab)

    write_the_claim(clerk)

    qtbot.waitUntil(lambda: "152,00" in editor.hint.text())
    clerk.press(Key.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.seen is not None and page.seen.number != "")
    clerk.settle()
    claim = the_claim(office)
    assert [str(one.gross.amount) for one in claim.lines] == ["116.60", "23.40", "12.00"]
    assert [(str(one.net.amount), str(one.vat.amount)) for one in claim.lines[1:]] == [
        ("20.62", "2.78"),
        ("9.56", "2.44"),
    ]
    own = Office(office.database, office.clock, Actor("Maija"))
    with pytest.raises(OwnApproval):
        own.do(expenses.approve, claim.id, claim.version)
    approve_and_pay(clerk, qtbot, page)
    qtbot.waitUntil(lambda: the_claim(office).state is ExpenseState.PAID)
    assert str(the_claim(office).gross.amount) == "152.00"


def approve_and_pay(clerk: Clerk, qtbot: QtBot, page: ExpensesList) -> None:
    """Approve the chosen claim, post it, and pay it from the bank: a letter for each."""
    for letter, wanted in (("p", ExpenseState.APPROVED), ("k", ExpenseState.POSTED)):
        clerk.type(letter)
        qtbot.waitUntil(partial(is_in, page, wanted))
        clerk.settle()
    clerk.type("y")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PayDialog))
    clerk.settle()
    clerk.press(Key.Key_Return)
    clerk.settle()


def is_in(page: ExpensesList, state: ExpenseState) -> bool:
    return page.seen is not None and page.seen.state is state


def the_claim(office: Office) -> ExpenseClaim:
    (found,) = office.ask(expenses.spine, View())
    return office.ask(expenses.get, ExpenseClaimId(found))
