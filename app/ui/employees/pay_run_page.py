"""A pay run in a tab: everybody beside last time, and why each line of a payslip is as it is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from app.domain.payroll.payroll import KIND, RunState
from app.domain.shared.ids import PayrollRunId
from app.domain.shared.money import zero
from app.domain.shared.refusals import OfficeError
from app.services import payroll, simulating
from app.services.payroll import ComparedRow, RunCard
from app.ui.employees.pay_run_below import RunBelow
from app.ui.employees.pay_run_verbs import PayRunVerbs
from app.ui.employees.pay_run_words import (
    PEOPLE,
    STATES,
    TONES,
    PersonRow,
    days_text,
    money_text,
    run_title,
    warning_lines,
)
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.pill import Pill
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

_BUTTONS = ("payroll.print", "payroll.bank", "payroll.post", "payroll.approve", "payroll.calculate")
_TABLES = frozenset({"payroll_run", "payslip"})


class PayRunPage(RecordPage):
    """Shows a pay run; the chosen person's payslip is explained below, line by line."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, KIND, record)
        self.run_id = PayrollRunId(record or 0)
        self.card: RunCard | None = None
        self._beside: Sequence[ComparedRow] = ()
        self.setWindowTitle(_("Pay run"))
        self.head = PageBar(_("Pay run"), shell.book, _BUTTONS)
        self.state = Pill()
        self.head.add(self.state)
        self.told = plain_label("", "muted")
        self.warned = plain_label("", "warn")
        self.people: ShortTable[PersonRow] = ShortTable(_("Payslips"), PEOPLE)
        self.people.give_room("Name")
        self.below = RunBelow(shell)
        self.reasons = self.below.reasons
        self._lay_out()
        self.verbs = PayRunVerbs(self)
        self.people.chosen.connect(self._explain)
        lead_to(self, self.people)
        shell.client.changed.connect(self._news)
        self.refresh()

    @property
    def run_state(self) -> RunState | None:
        """Where the run stands; none before it was read."""
        return self.card.run.state if self.card else None

    def refresh(self) -> None:
        """Read the run again."""
        self.shell.client.ask_or(self.show_card, self._gone, payroll.get, self.run_id)

    def person(self) -> PersonRow | None:
        """Return the row that is chosen."""
        chosen = self.people.chosen_id()
        return self.people.row_of(chosen) if chosen is not None else None

    def show_card(self, card: RunCard) -> None:
        """Show how the run stands now; then what differs from last time is asked for."""
        self.card = card
        title = _("Pay run {run}", run=run_title(card.run))
        self.titled.emit(title)
        self.setWindowTitle(title)
        self.head.title.setText(title)
        self.state.tell(_(STATES[card.run.state]), TONES[card.run.state])
        self.told.setText(" · ".join(self._told(card)))
        shown = warning_lines(card.warnings)
        self.warned.setText("\n".join(shown))
        self.warned.setVisible(bool(shown))
        self._fill()
        self.verbs.allow()
        self.shell.client.ask(self._compare, payroll.comparison, self.run_id)
        self.shell.client.ask(self.below.show_left_out, simulating.left_out, self.run_id)

    def _told(self, card: RunCard) -> list[str]:
        found = [days_text(card.run)]
        found.append(_("paid on {day}", day=formats().day(card.run.pay_on)))
        if card.run.reason:
            found.append(_("corrects a run: {reason}", reason=card.run.reason))
        if card.totals is not None:
            found.append(_("gross {amount}", amount=money_text(card.totals.gross)))
            found.append(_("net {amount}", amount=money_text(card.totals.net)))
            found.append(_("employer {amount}", amount=money_text(card.totals.employer)))
        if card.is_masked:
            found.append(_("Pay is shown to the personnel office alone"))
        if card.hands_over:
            found.append(_("The adviser reckons the net"))
        if card.corrections:
            runs = ", ".join(run_title(one) for one in card.corrections)
            found.append(_("corrected by {runs}", runs=runs))
        if card.run.approved_by:
            found.append(_("approved by {who}", who=card.run.approved_by))
        return found

    def _fill(self) -> None:
        if self.card is None:
            return
        beside = {one.compared.employee_id: one.compared for one in self._beside}
        rows = []
        for slip in self.card.rows:
            found = beside.get(slip.payslip.employee_id)
            before = found.before if found else None
            more = slip.payslip.net - before.net if before else None
            share = found.share if found else None
            if self.card.run.corrects_id is not None:
                more, share = zero(slip.payslip.net.currency), Decimal(0)
            rows.append(PersonRow(slip.payslip.id, slip, more, share))
        self.people.show_rows(rows)
        self._explain(None)

    def _compare(self, rows: Sequence[ComparedRow]) -> None:
        self._beside = rows
        self._fill()

    def _explain(self, _record: object) -> None:
        person = self.person()
        slip = person.slip.payslip if person else None
        if self.card is not None and self.card.run.corrects_id is not None:
            self.below.correct(slip)
            self.verbs.allow()
            return
        beside = (one.compared for one in self._beside)
        found = next((one for one in beside if slip and one.employee_id == slip.employee_id), None)
        self.below.explain(slip, found.before if found else None)
        self.verbs.allow()

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.told)
        column.addWidget(self.warned)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.people)
        splitter.addWidget(self.below)
        splitter.setSizes([px(260), px(300)])
        column.addWidget(splitter, 1)
        for label in (self.told, self.warned):
            label.setWordWrap(True)
        self.warned.hide()

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.refresh()
