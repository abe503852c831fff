"""Recruiting: who applied, how far it is, and until when each is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.employees.applicants import Applicant, Stage
from app.domain.employees.employee import Employee
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import applicants
from app.ui.employees.applicant_dialogs import ApplicantDialog, HireDialog
from app.ui.employees.words import day_text
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

STAGES: Mapping[Stage, str] = {
    Stage.APPLIED: mark("Applied"),
    Stage.INTERVIEW: mark("Interview"),
    Stage.OFFER: mark("Offer made"),
    Stage.HIRED: mark("Hired"),
    Stage.REJECTED: mark("Turned down"),
    Stage.WITHDRAWN: mark("Withdrew"),
    Stage.FORGOTTEN: mark("Forgotten"),
}
TONES: Mapping[Stage, str] = {
    Stage.APPLIED: "warn",
    Stage.INTERVIEW: "accent",
    Stage.OFFER: "accent",
    Stage.HIRED: "good",
}
_TABLES = frozenset({"applicant"})


def _name(row: Applicant) -> str:
    return row.candidate.name.written if row.candidate is not None else "–"


def _part(row: Applicant, part: str) -> str:
    return str(getattr(row.candidate, part)) if row.candidate is not None else ""


def columns(today: date) -> tuple[Column[Applicant], ...]:
    """Return the columns of the list on a day."""
    return (
        Column(mark("Name"), _name, width=190),
        Column(mark("Position"), lambda row: row.position, is_roomy=True, width=180),
        Column(
            mark("Status"),
            lambda row: _(STAGES[row.stage]),
            tone=lambda row: TONES.get(row.stage, "muted"),
            is_pill=True,
            width=130,
        ),
        Column(mark("Applied on"), lambda row: day_text(row.applied_on), width=110),
        Column(mark("Phone"), lambda row: _part(row, "phone"), width=140),
        Column(mark("Heard of us by"), lambda row: _part(row, "source"), width=140),
        Column(
            mark("Forget on"),
            lambda row: "" if row.stage is Stage.FORGOTTEN else day_text(row.delete_on),
            tone=lambda row: "bad" if row.is_overdue(today) else "",
            width=120,
        ),
    )


class RecruitingPage(QWidget):
    """Lists applications, the latest first; Enter changes one, letters move it on."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.bar = PageBar("", shell.book, ("applicant.hire", "applicant.next", "applicant.new"))
        self.bar.lead(strip)
        self.told = plain_label("", "muted")
        self.table: ShortTable[Applicant] = ShortTable(_("Recruiting"), columns(shell.today()))
        self.table.give_room("Position")
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        for part in (self.bar, self.told):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        lead_to(self, self.table)
        theme().dress(self.told, controls)
        self._connect()
        self.ask()

    @property
    def row(self) -> Applicant | None:
        """The application under the cursor."""
        chosen = self.table.chosen_id()
        return None if chosen is None else self.table.row_of(chosen)

    def ask(self) -> None:
        """Ask who applied."""
        self.shell.client.ask_or(self._show, self._shut, applicants.all_applicants)

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._allow)
        self.shell.client.changed.connect(self._news)
        self.shell.book.offer(
            self,
            {
                "applicant.new": self._new,
                "applicant.change": self._change,
                "applicant.next": self._next,
                "applicant.hire": self._hire,
                "applicant.turn-down": partial(self._move, Stage.REJECTED),
                "applicant.withdraw": partial(self._move, Stage.WITHDRAWN),
                "applicant.reopen": partial(self._move, Stage.APPLIED),
                "applicant.forget": self._forget,
                "applicant.forget-due": self._forget_due,
                "list.refresh": self.ask,
            },
        )

    def _show(self, found: Sequence[Applicant]) -> None:
        self.table.show_rows(found)
        today = self.shell.today()
        waiting = sum(one.is_open for one in found)
        overdue = sum(one.is_overdue(today) for one in found)
        told = [many("{n} application is open", "{n} applications are open", waiting)]
        if not found:
            told = [_("Nobody has applied yet. Note whoever writes, calls or comes by.")]
        if overdue:
            told.append(many("{n} is past its day", "{n} are past their day", overdue))
        self.told.setText(" · ".join(told))
        self.shell.book.allow(self, "applicant.forget-due", allowed=bool(overdue))
        self._allow()

    def _shut(self, error: OfficeError) -> None:
        self.shell.book.allow(self, "applicant.new", allowed=False)
        self.told.setText(_("Only the personnel office may see this."))

    def _allow(self, _record: object = None) -> None:
        row = self.row
        is_open = row is not None and row.is_open
        ended = row is not None and row.stage in {Stage.REJECTED, Stage.WITHDRAWN}
        known = row is not None and row.stage is not Stage.FORGOTTEN
        fit = {
            "change": known,
            "next": row is not None and row.next_stage is not None,
            "hire": is_open,
            "turn-down": is_open,
            "withdraw": is_open,
            "reopen": ended,
            "forget": known,
        }
        for name, allowed in fit.items():
            self.shell.book.allow(self, f"applicant.{name}", allowed=allowed)

    def _new(self) -> None:
        ApplicantDialog(self.shell, self, None).open()

    def _open(self, _record: object) -> None:
        self._change()

    def _change(self) -> None:
        if (row := self.row) is not None and row.candidate is not None:
            ApplicantDialog(self.shell, self, row).open()

    def _next(self) -> None:
        if (row := self.row) is not None and row.next_stage is not None:
            self._move(row.next_stage)

    def _move(self, stage: Stage) -> None:
        if (row := self.row) is not None:
            self.shell.client.do(self._moved, applicants.move, row.id, row.version, stage)

    def _moved(self, row: Applicant) -> None:
        facts = {"name": _name(row), "stage": _(STAGES[row.stage])}
        self.shell.say(_("{name}: {stage}", **facts))

    def _hire(self) -> None:
        if (row := self.row) is not None:
            dialog = HireDialog(self.shell, self, row)
            dialog.hired.connect(self._hired)
            dialog.open()

    def _hired(self, person: Employee) -> None:
        self.shell.open("employee", person.id)

    def _forget(self) -> None:
        if (row := self.row) is not None:
            question = Question(
                _("Forget who applied?"),
                _("Name and notes go for good; that somebody applied stays."),
                _("Forget"),
            )
            ask(self, question, partial(self._forget_now, row))

    def _forget_now(self, row: Applicant) -> None:
        self.shell.client.do(self._forgotten, applicants.forget, row.id, row.version)

    def _forgotten(self, _row: object) -> None:
        self.shell.say(_("Nobody knows any more who applied"))

    def _forget_due(self) -> None:
        question = Question(
            _("Forget all who are past their day?"),
            _("Names and notes go for good; that somebody applied stays."),
            _("Forget"),
        )
        ask(self, question, self._forget_due_now)

    def _forget_due_now(self) -> None:
        self.shell.client.do(self._forgotten, applicants.forget_due)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()
