"""What is done with a pay run: calculated, approved, posted, filed, paid, corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.domain.payroll.payroll import KIND, PayrollRun, RunState
from app.domain.payroll.reporting import Report
from app.domain.shared.ids import PayrollRunId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid, OfficeError
from app.services import pay_files, pay_reports, payroll, payslips
from app.services.pay_files import PayFile
from app.services.pay_reports import ReportFile
from app.ui.employees.pay_run_dialogs import CorrectDialog, PaidDialog
from app.ui.employees.pay_run_words import STATES
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.messages import problem_text
from app.ui.kit.texts import _, many

if TYPE_CHECKING:
    # The page owns its verbs; each knows the other. The desk is named for the types alone.
    from app.services.office import Desk
    from app.ui.employees.pay_run_page import PayRunPage

MOST_TOLD = 12
_OPEN = (RunState.DRAFT, RunState.CALCULATED)
_BOOKED = (RunState.POSTED, RunState.PAID, RunState.REPORTED)


class PayRunVerbs:
    """Offers the actions of one page that shows a pay run."""

    def __init__(self, page: PayRunPage) -> None:
        self._page = page
        self._shell = page.shell
        page.shell.book.offer(
            page,
            {
                "payroll.calculate": self.calculate,
                "payroll.approve": self._approve,
                "payroll.post": self.post,
                "payroll.file": self.file,
                "payroll.bank": self.bank,
                "payroll.paid": self.paid,
                "payroll.report": self.report,
                "payroll.print": self._print_out,
                "payroll.correct": self.correct,
                "payroll.discard": self._ask_discard,
                "payroll.turn": page.below.turn_on,
                "payroll.related": self._open_related,
                "list.refresh": page.refresh,
            },
        )
        self.allow()

    def allow(self) -> None:
        """Say what can be done now."""
        page, state = self._page, self._page.run_state
        is_shown = page.card is not None and not page.card.is_masked
        may = {
            "payroll.calculate": state in _OPEN,
            "payroll.approve": state is RunState.CALCULATED,
            "payroll.post": state is RunState.APPROVED,
            "payroll.file": state in _BOOKED and is_shown,
            "payroll.bank": state in _BOOKED and is_shown,
            "payroll.paid": state is RunState.POSTED,
            "payroll.report": is_shown and bool(page.card and page.card.rows),
            "payroll.print": page.person() is not None,
            "payroll.correct": state in _BOOKED,
            "payroll.discard": state in _OPEN,
            "payroll.related": self._related() is not None,
        }
        for name, allowed in may.items():
            self._shell.book.allow(page, name, allowed=allowed)

    def calculate(self) -> None:
        """Reckon every payslip."""
        client, run_id = self._shell.client, self._page.run_id
        client.do(self._calculated, payroll.calculate, run_id, refused=self._refused)

    def _approve(self) -> None:
        """Approve as a second person."""
        self._change(payroll.approve)

    def post(self) -> None:
        """Book the run."""
        self._change(payroll.post)

    def file(self) -> None:
        """File the payslips as PDF."""
        client, run_id = self._shell.client, self._page.run_id
        client.errand(self._filed, payslips.file, run_id, refused=self._shell.refuse)

    def bank(self) -> None:
        """File what the bank is asked to pay, and write it where the clerk says."""
        client, run_id = self._shell.client, self._page.run_id
        client.do(self._save_bank, pay_files.file, run_id, refused=self._shell.refuse)

    def paid(self) -> None:
        """Ask when the money left the bank."""
        if self._page.card is not None:
            PaidDialog(self._shell, self._page, self._page.card.run).open()

    def report(self) -> None:
        """Write the first report of the country; more of them one after the other."""
        self._shell.client.ask(self._ask_reports, pay_reports.reports)

    def _print_out(self) -> None:
        """Show the payslip of the chosen person."""
        person = self._page.person()
        if person is not None:
            self._shell.open("payslip", person.slip.payslip.id)

    def correct(self) -> None:
        """Begin a run that corrects this one."""
        CorrectDialog(self._shell, self._page, self._page.run_id).open()

    def _related(self) -> PayrollRunId | None:
        """Return the run that this one corrects, or the last that corrects it."""
        card = self._page.card
        if card is None:
            return None
        later = card.corrections[-1].id if card.corrections else None
        return card.run.corrects_id if card.run.corrects_id is not None else later

    def _open_related(self) -> None:
        """Open the run that this one corrects, or the last that corrects it."""
        if (run_id := self._related()) is not None:
            self._shell.open(KIND, run_id)

    def _ask_discard(self) -> None:
        """Ask whether the run comes to nothing."""
        question = Question(
            _("Discard the pay run?"),
            _("Its payslips go with it; nothing was booked or paid."),
            _("Discard"),
        )
        ask(self._page, question, partial(self._change, payroll.discard))

    def _change(self, command: Callable[[Desk, PayrollRunId], PayrollRun]) -> None:
        client, run_id = self._shell.client, self._page.run_id
        client.do(self._changed, command, run_id, refused=self._refused)

    def _changed(self, run: PayrollRun) -> None:
        state = _(STATES[run.state])
        self._shell.say(_("{run} is now: {state}", run=run.number or run.name, state=state))

    def _calculated(self, warnings: Sequence[Problem]) -> None:
        told = many("{n} thing to look at", "{n} things to look at", len(warnings))
        parts = [_("The pay is calculated"), *([told] if warnings else [])]
        text = " · ".join(parts)
        self._shell.say(text)

    def _filed(self, count: int) -> None:
        self._shell.say(many("{n} payslip filed", "{n} payslips filed", count))

    def _save_bank(self, file: PayFile) -> None:
        if self._saved(file.name, file.content) and file.left_out:
            people = ", ".join(file.left_out)
            self._shell.say(_("Left out without an account: {people}", people=people))

    def _ask_reports(self, reports: Sequence[Report]) -> None:
        for one in reports:
            client, run_id = self._shell.client, self._page.run_id
            client.ask_each(self._save_report, pay_reports.report_file, run_id, one)

    def _save_report(self, file: ReportFile) -> None:
        if self._saved(file.name, file.content) and file.warnings:
            first = problem_text(file.warnings[0])
            rest = len(file.warnings) - 1
            self._shell.say(f"{first} {_('… and {n} more', n=rest)}" if rest else first)

    def _saved(self, name: str, content: bytes) -> bool:
        """Ask for a place and write a file there; say which was written."""
        target, _kind = QFileDialog.getSaveFileName(self._page, _("Save the file"), name)
        if not target:
            return False
        try:
            Path(target).write_bytes(content)
        except OSError as wrong:
            self._shell.say(_("It could not be written: {why}", why=str(wrong)))
            return False
        self._shell.say(_("{file} written", file=Path(target).name))
        return True

    def _refused(self, error: OfficeError) -> None:
        """Say what stands in the way, person by person where it is of persons."""
        if isinstance(error, Invalid):
            told = [f"{one.field}: {problem_text(one)}" for one in error.problems]
            self._page.warned.setText("\n".join(f"✕ {one}" for one in told[:MOST_TOLD]))
            self._page.warned.show()
        else:
            self._shell.refuse(error)
