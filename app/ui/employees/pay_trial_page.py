"""Simulation: what a month would pay beside the last one, each difference explained."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.domain.payroll.payroll import Payslip
from app.domain.payroll.totals import RunTotals
from app.domain.shared.refusals import Invalid, OfficeError
from app.lang.texts import mark
from app.services import payroll, simulating
from app.services.payroll import ComparedRow, RunForm
from app.services.simulating import Simulated
from app.ui.employees.pay_differences import (
    DIFFERENCES,
    LEFT_OUT,
    DifferenceRow,
    LeftOutLine,
    difference_rows,
    left_out_lines,
    signed,
    summary,
)
from app.ui.employees.pay_run_dialogs import month_of, opened
from app.ui.employees.pay_run_words import money_text, run_title, warning_lines
from app.ui.kit.fields import DateEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import problem_text
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_DAY = 120
_TABLES = frozenset(
    {"pay_item", "tax_card", "pay_component", "pay_rate", "payroll_run", "contract"}
)


@dataclass(frozen=True, slots=True)
class TriedRow:
    """A person in the simulation."""

    id: int
    row: ComparedRow


def _net(slip: Payslip | None) -> str:
    return formats().amount(slip.net.minor, slip.net.currency) if slip else ""


def _difference(line: TriedRow) -> str:
    now, before = line.row.compared.now, line.row.compared.before
    if now is None or before is None:
        return _("new") if before is None else _("gone")
    return signed(now.net - before.net) if now.net != before.net else ""


def _share(line: TriedRow) -> str:
    share = line.row.compared.share
    return formats().percent(share) if share else ""


def _tone(line: TriedRow) -> str:
    return "warn" if line.row.compared.is_striking else "muted"


def _summary(line: TriedRow) -> str:
    return summary(line.row.compared.now, line.row.compared.before)


PEOPLE: tuple[Column[TriedRow], ...] = (
    Column(mark("Number"), lambda line: line.row.number, width=130, is_spare=True),
    Column(mark("Name"), lambda line: line.row.name, width=160),
    Column(mark("Last time"), lambda line: _net(line.row.compared.before), right=True, width=110),
    Column(mark("This time"), lambda line: _net(line.row.compared.now), right=True, width=110),
    Column(mark("Difference"), _difference, right=True, tone=_tone, width=110),
    Column(mark("Share"), _share, right=True, tone=_tone, width=80, is_spare=True),
    Column(mark("What differs"), _summary, is_roomy=True, width=260),
)


class PayTrialPage(QWidget):
    """Asks for the days, and shows what they would pay; F9 reckons, F8 begins the run."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.bar = PageBar("", shell.book, ("payroll.simulate", "payroll.new"))
        self.bar.lead(strip)
        self.first, self.last = DateEdit(shell.today), DateEdit(shell.today)
        self.pay_on = DateEdit(shell.today)
        self.told = plain_label("", "text")
        self.warned = plain_label("", "warn")
        self.people: ShortTable[TriedRow] = ShortTable(_("Net pay, this time and last"), PEOPLE)
        self.people.give_room("What differs")
        self.lines: ShortTable[DifferenceRow] = ShortTable(_("What differs"), DIFFERENCES)
        self.lines.give_room("What differs")
        self.left_out: ShortTable[LeftOutLine] = ShortTable(_("Without a payslip"), LEFT_OUT)
        self.left_out.give_room("Why there is none")
        self._lay_out()
        lead_to(self, self.people)
        self.people.chosen.connect(self._explain)
        self.left_out.opened.connect(partial(shell.open, "employee"))
        for edit in (self.first, self.last, self.pay_on):
            edit.editingFinished.connect(self.ask)
        shell.book.offer(
            self,
            {
                "payroll.simulate": self.ask,
                "payroll.new": self._begin,
                "list.refresh": self.ask,
            },
        )
        shell.client.changed.connect(self._news)
        self.ask()

    def written(self) -> RunForm | None:
        """Return the days as they are written; none while one is missing."""
        first, last, pay_on = (one.value() for one in (self.first, self.last, self.pay_on))
        return RunForm(first, last, pay_on) if first and last and pay_on else None

    def ask(self) -> None:
        """Reckon what the days would pay."""
        if (form := self.written()) is not None:
            self.shell.client.ask_or(self._show, self._refused, simulating.simulated, form)

    def _show(self, found: Simulated) -> None:
        self.told.setText(" · ".join(_sums(found)))
        warnings = warning_lines(found.warnings)
        self.warned.setText("\n".join(warnings))
        self.warned.setVisible(bool(warnings))
        rows = [TriedRow(one.compared.employee_id, one) for one in found.rows]
        self.people.show_rows(rows)
        self.left_out.show_rows(left_out_lines(found.left_out))
        self._below.setVisible(bool(found.left_out))
        self._explain()

    def _explain(self, _record: object = None) -> None:
        record = self.people.chosen_id()
        line = self.people.row_of(record) if record is not None else None
        compared = line.row.compared if line else None
        self.lines.show_rows(difference_rows(compared.now, compared.before) if compared else ())

    def _refused(self, error: OfficeError) -> None:
        """Say what stands in the way, person by person."""
        self.people.show_rows(())
        self._explain()
        if isinstance(error, Invalid):
            told = (f"✕ {one.field}: {problem_text(one)}" for one in error.problems)
            self.told.setText(_("So these days could not be paid."))
            self.warned.setText("\n".join(told))
            self.warned.show()
        else:
            self.shell.refuse(error)

    def _begin(self) -> None:
        """Begin the run of these days."""
        if (form := self.written()) is not None:
            self.shell.client.do(partial(opened, self.shell), payroll.begin, form)

    def _lay_out(self) -> None:
        px = theme().px
        first, last = month_of(self.shell.today())
        for edit, name, day in (
            (self.first, _("First day"), first),
            (self.last, _("Last day"), last),
            (self.pay_on, _("Pay day"), last),
        ):
            edit.put(day)
            edit.setAccessibleName(name)
            edit.setFixedWidth(px(_DAY))
            self.bar.add(plain_label(name, "label"))
            self.bar.add(edit)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(px(4))
        below.addWidget(plain_label(_("Without a payslip"), "heading"))
        below.addWidget(self.left_out, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        for part in (self.people, self.lines, self._below):
            parts.addWidget(part)
        parts.setSizes([px(240), px(240), px(110)])
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(8))
        for part in (self.bar, self.told, self.warned):
            column.addWidget(part)
        column.addWidget(parts, 1)
        for label in (self.told, self.warned):
            label.setWordWrap(True)
        theme().dress(self._below, controls)
        self.warned.hide()
        self._below.hide()

    def _news(self, tables: frozenset[str]) -> None:
        if self.isVisible() and tables & _TABLES:
            self.ask()


def _sums(found: Simulated) -> list[str]:
    """Return the sums of the simulation, and beside what they stand."""
    now, before = found.totals, found.before
    parts = [
        _sum(_("Gross pay"), now, before, "gross"),
        _sum(_("Net pay"), now, before, "net"),
        _sum(_("Borne by the employer"), now, before, "employer"),
    ]
    if found.last is None:
        return [*parts, _("there is no run before it to compare with")]
    return [*parts, _("beside {run}", run=run_title(found.last))]


def _sum(title: str, now: RunTotals, before: RunTotals | None, name: str) -> str:
    amount = getattr(now, name)
    told = f"{title} {money_text(amount)}"
    if before is None:
        return told
    more = amount - getattr(before, name)
    return f"{told} ({signed(more)})" if more else told
