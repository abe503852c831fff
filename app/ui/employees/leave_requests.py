"""Requests for leave that wait for an answer, and how each is decided."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.leave.leave import LeaveRequest
from app.domain.leave.row import Outlook, RequestRow
from app.services import leave_requests
from app.ui.employees.ask_leave import ask_leave, said
from app.ui.employees.leave_answer import AnswerDialog
from app.ui.employees.leave_words import REQUESTS, days_text, span_text
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

VERBS = ("leave.approve", "leave.reject", "leave.ledger")
_TABLES = frozenset({"leave_request", "leave_type", "employee_record"})


class RequestsPage(QWidget):
    """Lists what is to be decided; what speaks against a leave is told below."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self.head = PageBar(_("Requests"), shell.book, ("leave.ask", "leave.approve"))
        self.head.lead(strip)
        self.table: ShortTable[RequestRow] = ShortTable(_("Requests for leave"), REQUESTS)
        self.table.give_room("Reason")
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        shell.book.offer(
            self,
            {
                "leave.ask": partial(ask_leave, shell, self),
                "leave.approve": self._approve,
                "leave.reject": self._reject,
                "leave.ledger": self._open,
                "list.refresh": self.ask,
            },
        )
        self.table.opened.connect(self._opened)
        self.table.chosen.connect(self._look)
        shell.client.changed.connect(self._news)
        lead_to(self, self.table)
        self.ask()

    def ask(self) -> None:
        """Ask what is to be decided."""
        self.shell.client.ask(self._show, leave_requests.to_decide)

    @property
    def row(self) -> RequestRow | None:
        """The request under the cursor."""
        chosen = self.table.chosen_id()
        return None if chosen is None else self.table.row_of(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if not (text and self.table.hasFocus() and self.shell.book.press(text, "employees")):
            super().keyPressEvent(event)

    def _show(self, rows: Sequence[RequestRow]) -> None:
        self.table.show_rows(rows)
        for name in VERBS:
            self.shell.book.allow(self, name, allowed=bool(rows))
        waiting = many("{n} request waits", "{n} requests wait", len(rows))
        self.told.setText(waiting if rows else _("Nothing is to be decided."))
        self._look(self.table.chosen_id())

    def _look(self, record: object) -> None:
        row = self.row
        if row is not None:
            self.shell.client.ask(self._tell, leave_requests.outlook, row.request)

    def _tell(self, outlook: Outlook) -> None:
        lines = [said(one) for one in outlook.problems]
        if outlook.before is not None:
            left = {"before": days_text(outlook.before), "after": days_text(outlook.after)}
            lines.insert(0, _("left before {before}, after {after}", **left))
        self.told.setText("\n".join(lines))

    def _approve(self) -> None:
        if (row := self.row) is not None:
            known = (row.request.id, row.request.version)
            self.shell.client.do(self._approved, leave_requests.approve, *known)

    def _approved(self, request: LeaveRequest) -> None:
        days = span_text(request.first_on, request.last_on)
        self.shell.say(_("Leave approved: {days}", days=days))

    def _reject(self) -> None:
        if (row := self.row) is not None:
            AnswerDialog(self.shell, self, row.request, leave_requests.reject).open()

    def _open(self) -> None:
        if (row := self.row) is not None:
            self.shell.open("leave-ledger", row.request.employee_id)

    def _opened(self, record: object) -> None:
        self._open()

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()
