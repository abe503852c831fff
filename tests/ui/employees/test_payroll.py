"""Pay runs in the window: begun, calculated, explained, approved by another, posted and paid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee, Private
from app.domain.payroll.payroll import PayrollRun, RunState
from app.services import employees, payroll
from app.services.office import Office
from app.services.pay_files import PayFile
from app.services.payroll import RunForm
from app.services.permissions import Actor
from app.ui.employees.pay_run_dialogs import CorrectDialog, PaidDialog, RunDialog, month_of
from app.ui.employees.pay_run_page import PayRunPage
from app.ui.employees.pay_trial_page import PayTrialPage
from app.ui.employees.payroll import PayrollList
from app.ui.employees.payslip_lock import MailPayslip, SavePayslip
from app.ui.employees.payslip_page import PayslipPage
from app.ui.employees.places import EmployeePlaces
from app.ui.kit.shell import Shell
from tests.employing import a_form
from tests.payrolls import eur

Page = TypeVar("Page", bound=QWidget)
Show = Callable[[Page], Page]
APRIL = (date(2026, 4, 1), date(2026, 4, 30), date(2026, 4, 30))
MARCH = RunForm(date(2026, 3, 1), date(2026, 3, 31), date(2026, 3, 31))


@pytest.fixture
def run(office: Office, maija: Employee) -> PayrollRun:
    """A run that was begun; Maija has a birth day."""
    version = office.ask(employees.get, maija.id).version
    private = Private(born_on=date(1990, 6, 15))
    office.do(employees.keep_private, maija.id, version, private)
    return office.do(payroll.begin, MARCH).result


@pytest.fixture
def posted(
    qtbot: QtBot, shell: Shell, office: Office, run: PayrollRun, show: Show[PayRunPage]
) -> PayRunPage:
    """The page of a run that stands in the books."""
    office.do(payroll.calculate, run.id)
    approved_by_another(office, run)
    office.do(payroll.post, run.id)
    page = show(PayRunPage(shell, run.id))
    qtbot.waitUntil(lambda: page.run_state is RunState.POSTED)
    qtbot.waitUntil(lambda: page.person() is not None)
    return page


def state(office: Office, run: PayrollRun) -> RunState:
    return office.ask(payroll.get, run.id).run.state


def approved_by_another(office: Office, run: PayrollRun) -> None:
    Office(office.database, office.clock, Actor("Pekka")).do(payroll.approve, run.id)


def test_a_run_is_begun_with_the_days_of_the_month(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show[EmployeePlaces]
) -> None:
    places = show(EmployeePlaces(shell))
    places.show_section("payroll")
    page = places.page("payroll")
    assert isinstance(page, PayrollList)
    page.begin()
    dialog = page.findChild(RunDialog)
    assert dialog is not None
    assert (dialog.first.value(), dialog.last.value()) == month_of(shell.today())

    with qtbot.waitSignal(shell.wanted):
        dialog.send(shell.today())

    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 1)
    page.begin()
    again = page.findChildren(RunDialog)[-1]
    again.send(shell.today())
    qtbot.waitUntil(lambda: "already" in again.wrong.text())
    again.reject()


def test_the_pay_is_calculated_and_each_line_says_why(
    qtbot: QtBot, shell: Shell, office: Office, run: PayrollRun, show: Show[PayRunPage]
) -> None:
    page = show(PayRunPage(shell, run.id))
    qtbot.waitUntil(lambda: page.card is not None)
    shell.book.action("payroll.calculate").trigger()

    qtbot.waitUntil(lambda: page.people.rows.rowCount() == 1)
    qtbot.waitUntil(lambda: page.reasons.rows.rowCount() > 10)

    assert "net" in page.told.text()
    assert "“Tax without a tax card”" in page.warned.text()
    assert not shell.book.action("payroll.post").isEnabled()


def test_who_calculated_does_not_approve_and_another_does(
    qtbot: QtBot, shell: Shell, office: Office, run: PayrollRun, show: Show[PayRunPage]
) -> None:
    office.do(payroll.calculate, run.id)
    page = show(PayRunPage(shell, run.id))
    qtbot.waitUntil(lambda: page.run_state is RunState.CALCULATED)
    with qtbot.waitSignal(shell.refused):
        shell.book.action("payroll.approve").trigger()
    assert state(office, run) is RunState.CALCULATED

    approved_by_another(office, run)
    page.refresh()
    qtbot.waitUntil(lambda: page.run_state is RunState.APPROVED)
    shell.book.action("payroll.post").trigger()
    qtbot.waitUntil(lambda: page.run_state is RunState.POSTED)

    assert "PR-2026-001" in page.head.title.text()


def test_what_stands_in_the_way_is_said_person_by_person(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show[PayRunPage]
) -> None:
    office.do(employees.keep_private, maija.id, maija.version, Private())
    run = office.do(payroll.begin, MARCH).result
    page = show(PayRunPage(shell, run.id))
    qtbot.waitUntil(lambda: page.card is not None)

    page.verbs.calculate()

    qtbot.waitUntil(lambda: "birth day" in page.warned.text())


def test_files_are_written_where_the_clerk_says(
    qtbot: QtBot,
    office: Office,
    posted: PayRunPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def chosen(_parent: QWidget, _title: str, name: str) -> tuple[str, str]:
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    posted.verbs.report()
    posted.verbs.file()
    posted.verbs._save_bank(PayFile("pay.xml", b"<pay/>", eur("1"), 1, ("EMP-9",)))

    assert (tmp_path / "pay.xml").read_bytes() == b"<pay/>"
    qtbot.waitUntil((tmp_path / "PR-2026-001-incomes-register.csv").exists)
    qtbot.waitUntil(
        lambda: office.ask(payroll.get, posted.run_id).rows[0].payslip.document_id is not None
    )


def test_the_money_leaves_the_bank_and_a_correction_is_a_new_run(
    qtbot: QtBot, shell: Shell, office: Office, posted: PayRunPage
) -> None:
    page = posted
    page.verbs.paid()
    paid = page.findChild(PaidDialog)
    assert paid is not None
    paid.send(shell.today())
    qtbot.waitUntil(lambda: page.run_state is RunState.PAID)

    page.verbs.correct()
    correction = page.findChild(CorrectDialog)
    assert correction is not None
    correction.reason.put("Raise forgotten")
    with qtbot.waitSignal(shell.wanted):
        correction.send(shell.today())

    assert len(office.ask(payroll.runs)) == 2


def test_a_payslip_is_shown_as_it_prints(
    qtbot: QtBot, shell: Shell, office: Office, run: PayrollRun, show: Show[PayslipPage]
) -> None:
    office.do(payroll.calculate, run.id)
    slip = office.ask(payroll.get, run.id).rows[0].payslip

    page = show(PayslipPage(shell, slip.id))

    qtbot.waitUntil(page.page.isVisible)
    assert page.windowTitle() == "Payslip"


def test_a_month_is_tried_beside_the_last_and_begun_from_there(
    qtbot: QtBot, shell: Shell, office: Office, posted: PayRunPage, show: Show[EmployeePlaces]
) -> None:
    places = show(EmployeePlaces(shell))
    places.show_section("pay-trial")
    page = places.page("pay-trial")
    assert isinstance(page, PayTrialPage)
    for edit, day in zip((page.first, page.last, page.pay_on), APRIL, strict=True):
        edit.put(day)
    page.ask()
    qtbot.waitUntil(lambda: "beside PR-2026-001" in page.told.text())
    assert page.people.rows.rowCount() == 1
    assert page.lines.rows.index(0, 0).data() == "Nothing differs from last time"

    page.first.put(date(2026, 1, 1))
    page.ask()
    qtbot.waitUntil(lambda: page.warned.text().startswith("✕"))
    assert page.people.rows.rowCount() == 0
    page.first.put(APRIL[0])
    with qtbot.waitSignal(shell.wanted) as wanted:
        page._begin()
    assert wanted.args[0] == "payroll-run"


def test_below_a_run_stand_what_differs_and_who_is_left_out(
    qtbot: QtBot, shell: Shell, office: Office, posted: PayRunPage
) -> None:
    office.do(employees.add, a_form("Boon", "Jaidee"))
    posted.refresh()
    qtbot.waitUntil(lambda: posted.below.left_out.rows.rowCount() == 1)
    assert posted.below.strip.buttons["left-out"].text() == "Without a payslip 1"

    shell.book.enter((posted,))
    shell.book.action("payroll.turn").trigger()
    assert posted.below.stack.currentWidget() is posted.below.differences
    shell.book.action("payroll.turn").trigger()
    shell.book.action("payroll.turn").trigger()

    assert posted.below.stack.currentWidget() is posted.below.reasons


def test_a_correction_and_what_it_corrects_lead_to_each_other(
    qtbot: QtBot, shell: Shell, office: Office, posted: PayRunPage
) -> None:
    correction = office.do(payroll.correct, posted.run_id, shell.today(), "Raise forgotten").result
    posted.refresh()
    qtbot.waitUntil(lambda: "corrected by" in posted.told.text())
    shell.book.enter((posted,))

    with qtbot.waitSignal(shell.wanted) as wanted:
        shell.book.action("payroll.related").trigger()

    assert wanted.args == ["payroll-run", correction.id]


def test_a_payslip_goes_out_locked(
    qtbot: QtBot,
    shell: Shell,
    posted: PayRunPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = posted.person()
    assert person is not None
    page = PayslipPage(shell, person.id)
    qtbot.addWidget(page)
    page._mail()
    dialog = page.findChild(MailPayslip)
    assert dialog is not None
    dialog.to.put("maija@example.fi")
    dialog.password.put("omena-puu-77")
    dialog.keep()
    assert "not the same" in dialog.wrong.text()
    dialog.again.put("omena-puu-77")
    with qtbot.waitSignal(shell.wanted) as wanted:
        dialog.keep()
    assert wanted.args[0] == "mail"

    target = tmp_path / "locked.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    page._lock()
    saving = page.findChild(SavePayslip)
    assert saving is not None
    saving.password.put("short")
    saving.again.put("short")
    saving.keep()
    qtbot.waitUntil(lambda: saving.form.cell("password").note.text().startswith("✕"))
    for field in (saving.password, saving.again):
        field.put("omena-puu-77")
    saving.keep()
    qtbot.waitUntil(target.exists)
