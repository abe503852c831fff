"""The ledger of one person in a tab: why so many days are left on a day, and the leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout

from app.domain.leave.leave import LeaveType, RequestState
from app.domain.leave.proof import BY_HAND, Proof, ProofLine
from app.domain.leave.row import RequestRow
from app.domain.shared.ids import EmployeeId, LeaveTypeId
from app.domain.shared.refusals import OfficeError
from app.services import leave, leave_papers, leave_requests, leave_types
from app.ui.employees.ask_leave import ask_leave
from app.ui.employees.leave_answer import AnswerDialog, TakeBackDialog
from app.ui.employees.leave_words import LEDGER, REQUESTS, days_text, kind_name
from app.ui.employees.settle_leave import pay_out, settle_leave
from app.ui.kit.fields import ChoiceEdit, DateEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.preview import Preview
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, formats, language
from app.ui.kit.theme import theme

_TABLES = frozenset({"leave_entry", "leave_request", "leave_type", "employee", "contract"})
_DAY, _KIND = 130, 200
_BUTTONS = ("leave.ask", "leave.adjust", "leave.proof")
NONE = LeaveTypeId(0)


class LeaveLedgerPage(RecordPage):
    """Shows the rows of a ledger until a day, and every leave of the person."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "leave-ledger", record)
        self.person = EmployeeId(record or 0)
        self.proof: Proof | None = None
        self.bar = PageBar(_("Leave"), shell.book, _BUTTONS)
        self.of_type: ChoiceEdit[LeaveTypeId] = ChoiceEdit([(NONE, "")])
        self.day = DateEdit(shell.today)
        self.told = plain_label("", "heading")
        self.source = plain_label("", "muted")
        self.source.setWordWrap(True)
        self.table: ShortTable[ProofLine] = ShortTable(_("Ledger of leave"), LEDGER)
        self.table.give_room("Why")
        self.leaves: ShortTable[RequestRow] = ShortTable(_("Leaves of the person"), REQUESTS[2:])
        self.leaves.give_room("Reason")
        self.paper = Preview(shell.client.lanes)
        self.paper.told.connect(shell.say)
        self.stack = QStackedWidget()
        self._lay_out()
        self.of_type.edited.connect(self.ask)
        self.day.editingFinished.connect(self.ask)
        shell.book.offer(self, self._ways())
        for name in ("paper.save", "paper.print"):
            shell.book.allow(self, name, allowed=False)
        lead_to(self, self.table)
        shell.client.changed.connect(self._news)
        shell.client.ask_or(self._know, self._gone, leave_types.all_types)

    def ask(self) -> None:
        """Ask for the rows as they are now."""
        if self.of_type.value():
            asked = (self.person, self.of_type.value(), self.day.value())
            self.shell.client.ask_or(self._show, self._gone, leave.proof, *asked)
            if self.stack.currentWidget() is self.paper:
                self._ask_paper()
        self.shell.client.ask(self._show_leaves, leave_requests.of_person, self.person)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if not (text and self.table.hasFocus() and self.shell.book.press(text, "employees")):
            super().keyPressEvent(event)

    def _ways(self) -> dict[str, Callable[[], object]]:
        return {
            "leave.ask": partial(ask_leave, self.shell, self, self.person),
            "leave.adjust": self._adjust,
            "leave.pay-out": self._pay_out,
            "leave.proof": self._turn,
            "paper.save": self.paper.save_as,
            "paper.print": self.paper.print_out,
            "leave.take-back": self._take_back,
            "leave.cancel": self._cancel,
            "leave.day": self.day.setFocus,
            "leave.type": self.of_type.setFocus,
            "list.refresh": self.ask,
        }

    def _lay_out(self) -> None:
        px = theme().px
        for field, name, width in (
            (self.of_type, _("Type of leave"), _KIND),
            (self.day, _("As of a day"), _DAY),
        ):
            field.setAccessibleName(name)
            field.setFixedWidth(px(width))
            self.bar.add(field)
        self.day.setPlaceholderText(_("As of a day"))
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.leaves)
        parts.setSizes([px(360), px(180)])
        self.stack.addWidget(parts)
        self.stack.addWidget(self.paper)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(24), px(12))
        column.setSpacing(px(8))
        for part in (self.bar, self.told):
            column.addWidget(part)
        column.addWidget(self.stack, 1)
        column.addWidget(self.source)

    def _know(self, kinds: Sequence[LeaveType]) -> None:
        offers = [(one.id, kind_name(one)) for one in kinds if not one.is_health]
        self.of_type.offer(offers or [(NONE, "")])
        self.ask()

    def _show(self, proof: Proof) -> None:
        self.proof = proof
        title = _("Leave of {name}", name=proof.name)
        self.setWindowTitle(title)
        self.titled.emit(title)
        day = formats().day(proof.day)
        left = {"days": days_text(proof.left), "name": proof.name, "day": day}
        self.told.setText(_("{name} has {days} days left on {day}", **left))
        is_first = self.table.chosen_id() is None
        self.table.show_rows(proof.lines)
        if is_first and proof.lines:
            self.table.choose(proof.lines[-1].id)
        notes = [proof.source]
        if any(one.is_due for one in proof.lines):
            notes.insert(0, _("* reckoned; not written into the ledger yet"))
        self.source.setText("\n".join(one for one in notes if one))

    def _show_leaves(self, rows: Sequence[RequestRow]) -> None:
        self.leaves.show_rows(rows)

    def _gone(self, error: OfficeError) -> None:
        self.shell.refuse(error)
        self.finished.emit()

    def _adjust(self) -> None:
        if self.of_type.value():
            settle_leave(self.shell, self, self.person, self.of_type.value())

    def _pay_out(self) -> None:
        if self.of_type.value():
            pay_out(self.shell, self, self.person, self.of_type.value())

    def _turn(self) -> None:
        """Show the proof as it prints, or the rows again."""
        is_paper = self.stack.currentWidget() is not self.paper
        self.stack.setCurrentIndex(int(is_paper))
        for name in ("paper.save", "paper.print"):
            self.shell.book.allow(self, name, allowed=is_paper)
        lead_to(self, self.paper if is_paper else self.table)
        if is_paper:
            self._ask_paper()
            self.paper.setFocus()
        else:
            self.table.setFocus()

    def _ask_paper(self) -> None:
        asked = (self.person, self.of_type.value(), self.day.value(), language())
        self.shell.client.ask(self._show_paper, leave_papers.proof_page, *asked)

    def _show_paper(self, pdf: bytes) -> None:
        self.paper.show_pdf(pdf, f"{self.windowTitle()}.pdf")

    def _take_back(self) -> None:
        """Take back the row under the cursor, or say what it follows from."""
        chosen = self.table.chosen_id()
        line = None if chosen is None else self.table.row_of(chosen)
        if line is None or line.entry.kind not in BY_HAND:
            self.shell.say(_("Only what was settled by hand is taken back by hand"))
        else:
            TakeBackDialog(self.shell, self, self.person, line.entry.id).open()

    def _cancel(self) -> None:
        """Cancel the leave under the cursor of the lower table, else the next approved one."""
        chosen = self.leaves.chosen_id()
        row = None if chosen is None else self.leaves.row_of(chosen)
        if row is None:
            return
        if row.request.state is RequestState.APPROVED:
            AnswerDialog(self.shell, self, row.request, leave_requests.cancel).open()
        else:
            known = (row.request.id, row.request.version)
            self.shell.client.do(self._withdrawn, leave_requests.withdraw, *known)

    def _withdrawn(self, _request: object) -> None:
        self.shell.say(_("The request is withdrawn"))

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()
