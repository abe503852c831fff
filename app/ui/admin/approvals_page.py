"""Approvals: what waits for a second pair of eyes and what became of the rest; decided here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from app.domain.admin.approvals import PairRule
from app.domain.admin.users import Approval, Decision
from app.lang.texts import mark
from app.services import approvals, second_pairs
from app.services.approvals import ApprovalRow, Approved, SeenApproval
from app.services.permissions import Permission
from app.services.restoring import Prepared
from app.ui.admin.approval_card import ApprovalCard
from app.ui.admin.approval_words import WHATS, moment_text, record_text, request_text, standing_text
from app.ui.admin.restored import exchange_for
from app.ui.admin.second_pairs_dialog import ask_rules
from app.ui.kit.dialogs import Dialog, Question, ask
from app.ui.kit.fields import TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.page_bar import PageBar
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

TABLES = frozenset({"approval", "second_pair", "user_account", "user_role"})
VERBS = ("approvals.rules", "approvals.withdraw", "approvals.refuse")
_FOLDS_BELOW = 900
OPENS = frozenset(
    {"contact", "document", "employee", "invoice", "order", "payment", "product", "letter-out"}
)
"""Kinds of record that have a page of their own."""


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """A request as the table lists it."""

    id: int
    row: ApprovalRow


COLUMNS: tuple[Column[ApprovalLine], ...] = (
    Column(mark("About"), lambda line: record_text(line.row), width=220),
    Column(mark("Kind of request"), lambda line: _(WHATS[line.row.approval.what]), width=165),
    Column(mark("Asked by"), lambda line: line.row.approval.asked_by, width=90),
    Column(mark("Asked"), lambda line: moment_text(line.row.approval.asked_at), width=140),
    Column(mark("Status"), lambda line: standing_text(line.row.approval), width=120),
)


class ApprovalsPage(QWidget):
    """Lists requests, those that wait first; each verb works on the one that is chosen."""

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__()
        self._shell = shell
        self._waiting: tuple[ApprovalRow, ...] = ()
        self._rules: tuple[PairRule, ...] = ()
        self.head = PageBar(_("Approvals"), shell.book, (*VERBS, "approvals.approve"))
        self.head.lead(strip)
        self.table: ShortTable[ApprovalLine] = ShortTable(_("Approvals"), COLUMNS)
        self.table.give_room("About")
        self.card = ApprovalCard()
        self.splitter = QSplitter()
        self._lay_out()
        lead_to(self, self.table)
        shell.book.offer(
            self,
            {
                "approvals.approve": self.approve,
                "approvals.refuse": self.refuse,
                "approvals.withdraw": self.withdraw,
                "approvals.open": self.open_record,
                "approvals.rules": self.change_rules,
                "list.refresh": self.refresh,
            },
        )
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.table.opened.connect(self._opened)
        shell.client.changed.connect(self._news)
        self.refresh()

    def refresh(self) -> None:
        """Look what waits and what was decided."""
        self._shell.client.ask(self._know_rules, second_pairs.rules)
        self._shell.client.ask(self._know_waiting, approvals.waiting)

    def approve(self) -> None:
        """Ask once more, with the password where one is needed, and do what was asked for."""
        if (row := self._chosen()) is not None and row.may_decide:
            self._shell.client.ask(self._ask_to_approve, approvals.seen, row.approval.id)

    def refuse(self) -> None:
        """Ask why, and refuse."""
        if (row := self._chosen()) is not None and row.may_decide:
            text = _("Nothing is done, and {name} reads why.", name=row.approval.asked_by)
            note_dialog(self, text, partial(self._refuse, row.approval))

    def withdraw(self) -> None:
        """Take back what one asked for oneself."""
        if (row := self._chosen()) is not None and row.is_mine:
            one = row.approval
            self._shell.client.do(self._decided, approvals.withdraw, one.id, one.version)

    def open_record(self) -> None:
        """Open the record that a request is about."""
        if (row := self._chosen()) is not None:
            kind, _colon, record = row.approval.record.partition(":")
            if kind in OPENS and record.isdigit():
                self._shell.open(kind, int(record))

    def change_rules(self) -> None:
        """Say what a second pair of eyes is asked for."""
        ask_rules(self._shell, self, self._rules)

    def _know_rules(self, found: tuple[PairRule, ...]) -> None:
        self._rules = found
        self._allow()

    def _know_waiting(self, found: tuple[ApprovalRow, ...]) -> None:
        self._waiting = found
        self._shell.client.ask(self._show, approvals.history)

    def _show(self, decided: tuple[ApprovalRow, ...]) -> None:
        rows = (*self._waiting, *decided)
        self.table.show_rows([ApprovalLine(int(row.approval.id), row) for row in rows])
        self._look()

    def _choose(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._look()

    def _look(self) -> None:
        self._allow()
        if (row := self._chosen()) is None:
            self.card.show_nothing(self._about_nothing())
        else:
            self._shell.client.ask(self._show_card, approvals.seen, row.approval.id)

    def _about_nothing(self) -> str:
        if self._rules:
            return ""
        return _(
            "Nothing needs a second person yet. An owner says what does: choose “What needs a "
            "second person…” above."
        )

    def _show_card(self, seen: SeenApproval) -> None:
        row = self._chosen()
        if row is not None and row.approval.id == seen.row.approval.id:
            self.card.show_one(seen)

    def _opened(self, _record: object) -> None:
        self.open_record()

    def _ask_to_approve(self, seen: SeenApproval) -> None:
        one = seen.row.approval
        question = Question(
            _("Approve what {name} asked for?", name=one.asked_by),
            f"{request_text(seen.row)}\n{record_text(seen.row)}\n\n"
            + _("It is done now, in your name; the log names both of you."),
            _("Approve"),
        )
        if seen.needs_password:
            password_dialog(self, question, partial(self._approve, one))
        else:
            ask(self, question, partial(self._approve, one, ""))

    def _approve(self, one: Approval, password: str) -> None:
        client = self._shell.client
        work = client.errand(self._approved, approvals.approve, one.id, one.version, password)
        self._shell.watch(work, _("Doing what was approved"))

    def _approved(self, done: Approved) -> None:
        self._shell.say(_("Approved and done"))
        if isinstance(done.result, Prepared):
            self._shell.exchange_wanted.emit(exchange_for(done.result, self._shell.client.office))

    def _refuse(self, one: Approval, note: str) -> None:
        told = (one.id, one.version, note)
        self._shell.client.do(self._decided, approvals.refuse, *told)

    def _decided(self, one: Approval) -> None:
        is_refused = one.decision is Decision.REFUSED
        self._shell.say(_("Refused") if is_refused else _("Withdrawn"))

    def _chosen(self) -> ApprovalRow | None:
        chosen = self.table.chosen_id()
        line = None if chosen is None else self.table.row_of(chosen)
        return None if line is None else line.row

    def _allow(self) -> None:
        row, office, book = self._chosen(), self._shell.client.office, self._shell.book
        is_waiting = row is not None and row.approval.decision is Decision.WAITING
        is_writable = not office.is_read_only
        may = row is not None and row.may_decide and is_writable
        is_mine = row is not None and row.is_mine and is_waiting and is_writable
        kind = row.approval.record.partition(":")[0] if row is not None else ""
        may_rule = Permission.USERS_CHANGE in office.who.role.permissions and is_writable
        book.allow(self, "approvals.approve", allowed=may)
        book.allow(self, "approvals.refuse", allowed=may)
        book.allow(self, "approvals.withdraw", allowed=is_mine)
        book.allow(self, "approvals.open", allowed=kind in OPENS)
        book.allow(self, "approvals.rules", allowed=may_rule)

    def _news(self, tables: frozenset[str]) -> None:
        if tables & TABLES:
            self.refresh()

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(16), px(24), px(8))
        column.setSpacing(px(12))
        self.splitter.addWidget(self.table)
        self.splitter.addWidget(self.card)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        column.addWidget(self.head)
        column.addWidget(self.splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= theme().px(_FOLDS_BELOW)
        way = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        self.splitter.setOrientation(way)


def note_dialog(parent: QWidget, text: str, given: partial[None]) -> Dialog:
    """Ask why somebody refuses."""
    dialog = Dialog(parent, _("Refuse the request?"), text, "x")
    line = TextEdit()
    dialog.add_labelled(_("Why"), line)
    dialog.add_button(_("Cancel"), dialog.reject, primary=False)
    dialog.add_button(_("Refuse"), dialog.accept, primary=True)
    dialog.accepted.connect(partial(_give, line, given))
    dialog.open()
    line.setFocus()
    return dialog


def password_dialog(parent: QWidget, question: Question, given: partial[None]) -> Dialog:
    """Ask for the password that a user begins with, as nobody kept it."""
    dialog = Dialog(parent, question.title, question.text, "key")
    line = TextEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    dialog.add_labelled(_("First password of the user"), line)
    dialog.add_button(_("Cancel"), dialog.reject, primary=False)
    dialog.add_button(question.yes, dialog.accept, primary=True)
    dialog.accepted.connect(partial(_give, line, given))
    dialog.open()
    line.setFocus()
    return dialog


def _give(line: TextEdit, given: partial[None]) -> None:
    given(line.text())
