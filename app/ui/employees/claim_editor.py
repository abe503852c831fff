"""A claim in a tab: its expenses at the left, the receipt of the line with the cursor beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.archive.receiving import Received
from app.domain.expenses.expense import ExpenseClaim
from app.domain.expenses.making import ClaimForm, LineForm
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import DocumentId, ExpenseClaimId
from app.domain.shared.problems import Problem
from app.services import claim_forms, expenses
from app.services.claim_forms import Reckoned
from app.services.expenses import OpenedClaim
from app.ui.employees.claim_form import ClaimFields
from app.ui.employees.claim_receipts import ReceiptView, pick_from_inbox
from app.ui.employees.claim_verbs import FORM
from app.ui.employees.split_dialog import SplitDialog
from app.ui.employees.trip_dialog import TripDialog
from app.ui.kit.beside import beside
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.shell import Shell
from app.ui.kit.taking_in import Intake, can_take
from app.ui.kit.texts import _, formats

SAVE, SUBMIT = "contract.save", "hours.submit"


class ClaimEditor(FormPage):
    """Writes one draft; Ctrl+Enter keeps it, and it is handed in when all is there."""

    recorded = "expense-claim"

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, FORM, record, SAVE)
        self._opened: OpenedClaim | None = None
        self._found: Reckoned | None = None
        self._is_final = False
        self.fields: ClaimFields | None = None
        shell.book.call(self, SAVE, _("Keep the claim"))
        shell.book.call(self, SUBMIT, _("Hand in the claim"))
        self._add_button()
        self.setWindowTitle(_("Expense claim"))
        self.setAcceptDrops(True)
        self.intake = Intake(shell, self)
        self.intake.began.connect(shell.watch)
        self.intake.took.connect(self._took)
        shell.book.offer(self, self._ways())
        self.reread()

    def reread(self) -> None:
        known = None if self.record is None else ExpenseClaimId(self.record)
        asked = (known, self.shell.held(FORM))
        self.shell.client.ask_or(self._begin, self._gone, expenses.opened, *asked)

    def content(self) -> ClaimForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        found = self._found.problems if self._found is not None else ()
        return (*self.fields.unreadable(), *map(self.fields.placed, found))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        assert self.fields is not None
        return [self.fields.placed(one) for one in problems]

    def send(self) -> None:
        assert self._opened is not None
        client, before = self.shell.client, self._opened.claim
        if before is None:
            new = (self.content(), ExpenseClaimId(self.entity))
            client.do(self._saved, expenses.draft, *new, refused=self.refused)
        else:
            known = (before.id, self._version, self.content())
            client.do(self._saved, expenses.save, *known, refused=self.refused)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.intake.take(event.mimeData())
        event.acceptProposedAction()

    def _add_button(self) -> None:
        """Put the button that hands in beside the one that keeps."""
        foot = self.save_button.parentWidget()
        line = foot.layout() if foot is not None else None
        if isinstance(line, QHBoxLayout):
            line.insertWidget(line.count() - 1, self.shell.book.button(SUBMIT))

    def _ways(self) -> Mapping[str, Any]:
        return {
            SUBMIT: self._hand_in,
            "claim.receipt": self.intake.ask,
            "claim.paste": self.intake.paste,
            "claim.inbox": partial(pick_from_inbox, self.shell, self, self._take),
            "claim.line": self._another,
            "claim.drop": self._drop,
            "claim.trip": self._ask_trip,
            "claim.split": self._ask_split,
        }

    def _ground(self) -> QWidget:
        left = QWidget()
        self.receipt = ReceiptView(self.shell)
        splitter = beside(left, self.receipt, (760, 380))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)
        return left

    def _begin(self, opened: OpenedClaim) -> None:
        self._opened = opened
        fields = self.fields = ClaimFields(opened, self.shell.today)
        fields.put(opened.form)
        fields.entered.connect(self._look)
        fields.lines.asked.connect(self._asked)
        self.begin(fields, opened.claim.version if opened.claim else 0)
        self.titled.emit(opened.form.purpose or _("New expense claim"))
        typed = typed_in(ClaimForm, self._taken(opened.draft))
        if typed is not None and typed != opened.form:
            fields.put(typed)
            self.offer_typed(partial(fields.put, opened.form))
        fields.edited.connect(self._think)
        self._think()
        first = fields.purpose if opened.form.employee_id else fields.person
        lead_to(self, first)
        first.setFocus()

    def _think(self) -> None:
        """Ask what the claim comes to, and what stands against it."""
        if self.fields is not None:
            claim = ExpenseClaimId(self.entity)
            self.shell.client.ask(self._know, claim_forms.reckon, self.content(), claim)

    def _know(self, found: Reckoned) -> None:
        if self.fields is None:
            return
        self._found = found
        self.fields.lines.tell(found.lines)
        figures = formats()
        total, vat = (figures.money(one.minor, one.currency) for one in (found.gross, found.vat))
        self.hint.setText(_("{total} · VAT {vat} · Ctrl+Enter keeps it", total=total, vat=vat))
        self._left.update(one.field for one in self.placed(found.problems) if one.is_warning)
        self._show_problems()
        self._look()

    def _hand_in(self) -> None:
        self._is_final = True
        self.save()

    def _saved(self, claim: ExpenseClaim) -> None:
        if self._is_final:
            known = (claim.id, claim.version)
            self._version = claim.version
            self.shell.client.do(self._handed, expenses.submit, *known, refused=self._kept_only)
        else:
            self._close_with(claim.id, _("The draft is kept: {purpose}", purpose=claim.purpose))

    def _handed(self, claim: ExpenseClaim) -> None:
        self._close_with(claim.id, _("{number} is handed in", number=claim.number))

    def _kept_only(self, error: Any) -> None:
        """Say why a draft that is kept could not be handed in."""
        self._is_final = False
        self.shell.client.ask(self._reopened, expenses.opened, ExpenseClaimId(self.entity))
        self.refused(error)

    def _reopened(self, opened: OpenedClaim) -> None:
        self._opened = opened

    def _look(self) -> None:
        """Show the receipt of the line with the keyboard."""
        if self.fields is not None:
            lines = self.fields.lines
            self.receipt.show_receipt(lines.line(lines.at()).document_id)

    def _asked(self, editors: Mapping[str, Any]) -> None:
        """Ask for the receipt of a line that has none, or open the one it has."""
        held = editors["document_id"].value()
        if held is None:
            self.intake.ask()
        else:
            self.shell.open("document", held)

    def _took(self, received: Sequence[Received]) -> None:
        self._take(tuple(one.document_id for one in received))

    def _take(self, documents: tuple[DocumentId, ...]) -> None:
        if self.fields is not None:
            self.fields.lines.take_receipts(documents)
            self._think()

    def _another(self) -> None:
        if self.fields is not None:
            self.fields.lines.enter_new()

    def _drop(self) -> None:
        if self.fields is not None:
            self.fields.lines.drop_line()

    def _ask_trip(self) -> None:
        if self._opened is not None:
            TripDialog(self.shell, self, self._opened, self._add).open()

    def _ask_split(self) -> None:
        if self.fields is not None and self._opened is not None:
            place = self.fields.lines.at()
            line = self.fields.lines.line(place)
            answer = partial(self._split, place)
            SplitDialog(self, self._opened, line, answer, self.shell.today()).open()

    def _add(self, lines: Sequence[LineForm]) -> None:
        if self.fields is not None:
            self.fields.lines.add_lines(lines)

    def _split(self, place: int, lines: Sequence[LineForm]) -> None:
        if self.fields is not None:
            self.fields.lines.add_lines(lines, place)
