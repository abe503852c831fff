"""One's own leave: what is left and why, what was asked for, and asking for more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.domain.leave.leave import LeaveType, RequestState
from app.domain.leave.proof import Proof, ProofLine
from app.domain.leave.row import RequestRow
from app.domain.shared.ids import EmployeeId, LeaveTypeId
from app.services import own_leave
from app.ui.employees.ask_leave import AskLeave, Offer
from app.ui.employees.leave_words import LEDGER, REQUESTS, days_text, kind_name
from app.ui.employees.own.paper import Papered
from app.ui.kit.fields import ChoiceEdit, DateEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.texts import _, formats, language
from app.ui.kit.theme import theme

_TABLES = frozenset({"leave_entry", "leave_request", "leave_type", "contract", "employee"})
_KIND, _DAY = 200, 130
NONE = LeaveTypeId(0)


class AskOwnLeave(AskLeave):
    """Asks for a leave of one's own."""

    outlook = staticmethod(own_leave.outlook)
    write = staticmethod(own_leave.write)
    submit = staticmethod(own_leave.submit)


class OwnLeave(QWidget):
    """Shows every row behind what is left, and below every leave that was asked for."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self.shell = shell
        self._kinds: Sequence[LeaveType] = ()
        self.bar = PageBar("", shell.book, ("own.withdraw", "own.paper", "own.ask"))
        self.bar.lead(strip)
        self.kind: ChoiceEdit[LeaveTypeId] = ChoiceEdit([(NONE, "")])
        self.day = DateEdit(shell.today)
        self.told = plain_label("", "heading")
        self.source = plain_label("", "muted")
        self.source.setWordWrap(True)
        self.rows: ShortTable[ProofLine] = ShortTable(_("Ledger of leave"), LEDGER)
        self.leaves: ShortTable[RequestRow] = ShortTable(_("My leaves"), REQUESTS[2:])
        self._lay_out()
        self._connect()
        shell.client.ask(self._know, own_leave.types)

    def ask(self) -> None:
        """Ask for the rows as they are now."""
        if self.kind.value():
            asked = (self.kind.value(), self.day.value())
            self.shell.client.ask(self._show, own_leave.proof, *asked)
            self.papered.renew()
        self.shell.client.ask(self._show_leaves, own_leave.requests)

    def _connect(self) -> None:
        shell = self.shell
        shell.book.offer(self, {"own.ask": self._ask, "own.withdraw": self._withdraw})
        shell.book.call(self, "own.ask", _("Ask for leave…"))
        self.kind.edited.connect(self.ask)
        self.day.editingFinished.connect(self.ask)
        self.leaves.chosen.connect(self._allow)
        self.papered.wanted.connect(self._ask_paper)
        shell.client.changed.connect(self._news)

    def _lay_out(self) -> None:
        px = theme().px
        for field, name, width in (
            (self.kind, _("Type of leave"), _KIND),
            (self.day, _("As of a day"), _DAY),
        ):
            field.setAccessibleName(name)
            field.setFixedWidth(px(width))
            self.bar.add(field)
        self.day.setPlaceholderText(_("As of a day"))
        self.rows.give_room("Why")
        self.leaves.give_room("Reason")
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.rows)
        parts.addWidget(self.leaves)
        parts.setSizes([px(320), px(200)])
        self.papered = Papered(self, self.shell, parts, self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(8), px(24), px(8))
        column.setSpacing(px(8))
        for part in (self.bar, self.told):
            column.addWidget(part)
        column.addWidget(self.papered, 1)
        column.addWidget(self.source)

    def _know(self, kinds: Sequence[LeaveType]) -> None:
        self._kinds = kinds
        offers = [(one.id, kind_name(one)) for one in kinds if not one.is_health]
        self.kind.offer(offers or [(NONE, "")])
        for name in ("own.ask", "own.paper"):
            self.shell.book.allow(self, name, allowed=bool(kinds))
        self.ask()

    def _show(self, proof: Proof) -> None:
        left = {"days": days_text(proof.left), "day": formats().day(proof.day)}
        self.told.setText(_("{days} days left on {day}", **left))
        is_first = self.rows.chosen_id() is None
        self.rows.show_rows(proof.lines)
        if is_first and proof.lines:
            self.rows.choose(proof.lines[-1].id)
        self.source.setText(proof.source)

    def _show_leaves(self, found: Sequence[RequestRow]) -> None:
        self.leaves.show_rows(found)
        self._allow(None)

    def _allow(self, _record: object) -> None:
        row = self._row()
        state = row.request.state if row is not None else None
        is_open = state in {RequestState.DRAFT, RequestState.SUBMITTED}
        self.shell.book.allow(self, "own.withdraw", allowed=is_open)

    def _row(self) -> RequestRow | None:
        chosen = self.leaves.chosen_id()
        return None if chosen is None else self.leaves.row_of(chosen)

    def _ask(self) -> None:
        self.shell.client.ask(self._open, own_leave.me)

    def _open(self, me: Mapping[EmployeeId, str]) -> None:
        AskOwnLeave(self.shell, self, Offer(me, self._kinds), next(iter(me))).open()

    def _withdraw(self) -> None:
        if (row := self._row()) is not None:
            known = (row.request.id, row.request.version)
            said = partial(self._say, _("The request is withdrawn"))
            self.shell.client.do(said, own_leave.withdraw, *known)

    def _say(self, text: str, _request: object) -> None:
        self.shell.say(text)

    def _ask_paper(self) -> None:
        if self.kind.value():
            asked = (self.kind.value(), self.day.value(), language())
            self.shell.client.ask(self._show_paper, own_leave.proof_page, *asked)

    def _show_paper(self, pdf: bytes) -> None:
        self.papered.show_pdf(pdf, f"{_('Proof of leave')}.pdf")

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()
