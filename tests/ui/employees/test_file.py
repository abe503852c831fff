"""The file of a person: masked until asked, contracts with their verbs, and looking back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.employees.contract import ContractState
from app.domain.employees.employee import Employee
from app.domain.employees.form import Since
from app.services import contracts, employees
from app.services.office import Office
from app.ui.employees.contract_dialogs import EndDialog, SignDialog
from app.ui.employees.contracts_part import pay_text
from app.ui.employees.day_dialog import DayDialog
from app.ui.employees.leaving import LeavingDialog
from app.ui.employees.page import EmployeePage
from app.ui.kit.dialogs import Dialog
from app.ui.kit.shell import Shell
from tests.builders import TODAY
from tests.employing import IDENTITY, SALARY, STARTS, a_form, terms

Show = Callable[[EmployeePage], EmployeePage]


def dialog_of(kind: type[DayDialog]) -> DayDialog:
    """Return the dialog that is open."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]
    return found[-1]


@pytest.fixture
def page(shell: Shell, maija: Employee, show: Show) -> EmployeePage:
    return show(EmployeePage(shell, maija.id))


def test_what_is_private_is_masked_until_it_is_asked_for(
    qtbot: QtBot, shell: Shell, office: Office, page: EmployeePage, maija: Employee
) -> None:
    private = page.overview.private
    assert not any(IDENTITY in one for one in private.texts())

    shell.book.action("employee.show").trigger()
    qtbot.waitUntil(lambda: any(IDENTITY in one for one in private.texts()))

    assert [one.command for one in office.ask(employees.access_log, maija.id)] == [
        "employees.show_private"
    ]
    page.refresh()
    qtbot.waitUntil(lambda: not any(IDENTITY in one for one in private.texts()))


def test_a_pay_is_shown_and_masked_when_the_cursor_moves(
    qtbot: QtBot, shell: Shell, page: EmployeePage
) -> None:
    shell.book.action("employee.contracts").trigger()
    shell.book.action("contract.show").trigger()

    qtbot.waitUntil(lambda: page.contracts.pay.text() == pay_text(SALARY))
    assert "4,711.23" in page.contracts.pay.text()
    page.contracts.ask()
    assert page.contracts.pay.text() == ""


def test_a_new_version_is_drafted_and_signed(
    qtbot: QtBot, shell: Shell, office: Office, page: EmployeePage, maija: Employee
) -> None:
    wanted: list[str] = []
    shell.wanted.connect(lambda kind, _record: wanted.append(kind))
    shell.book.action("contract.version").trigger()
    qtbot.waitUntil(lambda: wanted == ["employment-contract"])
    qtbot.waitUntil(lambda: page.contracts.table.model().rowCount() == 2)
    page.contracts.table.selectRow(0)
    shell.book.action("contract.sign").trigger()
    dialog = dialog_of(SignDialog)
    dialog.send(TODAY)

    qtbot.waitUntil(
        lambda: (
            [one.state for one in office.ask(contracts.of, maija.id)]
            == [ContractState.REPLACED, ContractState.SIGNED]
        )
    )


def test_an_overlapping_contract_is_refused_in_the_dialog(
    qtbot: QtBot, shell: Shell, office: Office, page: EmployeePage, maija: Employee
) -> None:
    office.do(contracts.draft, maija.id, terms(TODAY), SALARY)
    page.refresh()
    qtbot.waitUntil(lambda: page.contracts.table.model().rowCount() == 2)
    page.contracts.table.selectRow(0)
    shell.book.action("contract.sign").trigger()
    dialog = dialog_of(SignDialog)
    dialog.send(TODAY)

    qtbot.waitUntil(lambda: "Another signed contract" in dialog.wrong.text())
    dialog.reject()


def test_a_contract_is_ended_and_a_draft_discarded(
    qtbot: QtBot, shell: Shell, office: Office, page: EmployeePage, maija: Employee
) -> None:
    shell.book.action("contract.end").trigger()
    dialog = dialog_of(EndDialog)
    dialog.day.put(STARTS - timedelta(1))
    dialog.send(STARTS - timedelta(1))
    qtbot.waitUntil(lambda: "cannot end" in dialog.wrong.text())
    dialog.send(TODAY)
    qtbot.waitUntil(lambda: office.ask(contracts.of, maija.id)[0].state is ContractState.ENDED)
    office.do(contracts.draft, maija.id, terms(TODAY + timedelta(1)), SALARY)
    page.refresh()
    qtbot.waitUntil(lambda: page.contracts.table.model().rowCount() == 2)
    page.contracts.table.selectRow(0)
    shell.book.action("contract.discard").trigger()
    (asked,) = (one for one in page.findChildren(Dialog) if one.isVisible())
    asked.accept()
    qtbot.waitUntil(lambda: office.ask(contracts.of, maija.id)[1].state is ContractState.DISCARDED)


def test_a_change_is_listed_and_enter_looks_back(
    qtbot: QtBot, office: Office, page: EmployeePage, maija: Employee
) -> None:
    form, since = a_form(position="Head of accounts"), Since(TODAY, "promoted")
    office.do(employees.change, maija.id, maija.version, form, since)
    page.refresh()
    qtbot.waitUntil(lambda: page.history.table.model().rowCount() == 3)

    texts = [page.history.table.model().index(0, place).data() for place in range(3)]
    page.history.picked.emit(STARTS)

    assert texts[1:] == ["Position: Accountant → Head of accounts", "promoted"]
    qtbot.waitUntil(lambda: "Accountant" in page.overview.facts.texts())
    assert page.day.value() == STARTS


def test_a_last_day_is_written_down_and_taken_back(
    qtbot: QtBot, shell: Shell, office: Office, page: EmployeePage, maija: Employee
) -> None:
    shell.book.action("employee.leave").trigger()
    qtbot.waitUntil(lambda: bool(page.findChildren(LeavingDialog)))
    dialog = dialog_of(LeavingDialog)
    dialog.day.put(None)
    dialog.send(TODAY)
    qtbot.waitUntil(lambda: office.ask(employees.get, maija.id).ends_on == TODAY)
    shell.book.action("employee.leave").trigger()
    qtbot.waitUntil(
        lambda: any(
            one.isVisible() and not isinstance(one, LeavingDialog)
            for one in page.findChildren(Dialog)
        )
    )
    next(one for one in page.findChildren(Dialog) if one.isVisible()).accept()

    qtbot.waitUntil(lambda: office.ask(employees.get, maija.id).ends_on is None)


def test_a_person_who_is_not_there_closes_the_page(
    qtbot: QtBot, shell: Shell, maija: Employee
) -> None:
    page = EmployeePage(shell, 1)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.finished):
        page.refresh()


def test_who_looked_is_told(
    qtbot: QtBot, shell: Shell, office: Office, page: EmployeePage, maija: Employee
) -> None:
    shell.book.action("employee.show").trigger()
    qtbot.waitUntil(lambda: any(IDENTITY in one for one in page.overview.private.texts()))
    shell.book.action("employee.looks").trigger()
    qtbot.waitUntil(lambda: bool(page.findChildren(Dialog)))

    told = page.findChildren(Dialog)[-1].accessibleDescription()
    assert "Aino · what is private" in told and IDENTITY not in told
