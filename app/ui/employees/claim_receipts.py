"""Receipts of a claim: the one of a line is shown beside it, and one is picked from the inbox."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.archive.document import DocumentState
from app.domain.archive.row import DocumentRow, Wanted
from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError
from app.services import documents, expense_papers
from app.ui.kit.attached import document_text
from app.ui.kit.pick_dialog import Asking, PickDialog
from app.ui.kit.preview import Preview
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

INBOX = Wanted(states=(DocumentState.INBOX,))
MOST_OFFERED = 100
Answer = Callable[[tuple[DocumentId, ...]], object]


class ReceiptView(QWidget):
    """Shows the pages of the receipt that stands in a line."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._client = shell.client
        self._shown: DocumentId | None = None
        self.page = Preview(shell.client.lanes)
        self.page.told.connect(shell.say)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self._say_how()

    def show_receipt(self, document_id: DocumentId | None) -> None:
        """Show a receipt, or say how one comes here."""
        if document_id == self._shown:
            return
        self._shown = document_id
        if document_id is None:
            self._say_how()
        else:
            self.page.wait()
            answer = partial(self._show, document_id)
            self._client.ask_or(answer, self._hidden, expense_papers.receipt, document_id)

    def _show(self, document_id: DocumentId, pdf: bytes) -> None:
        if document_id != self._shown:
            return
        if pdf:
            self.page.show_pdf(pdf, f"{document_id}.pdf")
        else:
            self.page.empty(_("This receipt has no pages to be shown; it can be opened."))

    def _hidden(self, _error: OfficeError) -> None:
        self.page.empty(_("You may not see this receipt."))

    def _say_how(self) -> None:
        self.page.empty(
            _(
                "Drop a receipt here, paste it with Ctrl+Alt+V, or take one from the inbox with "
                "Ctrl+Alt+I."
            )
        )


def pick_from_inbox(shell: Shell, parent: QWidget, answer: Answer) -> None:
    """Ask which document of the inbox is the receipt; scanned papers lie there."""
    asked = (View(), MOST_OFFERED, INBOX)
    shell.client.ask(partial(_offer, shell, parent, answer), documents.first, *asked)


def _offer(shell: Shell, parent: QWidget, answer: Answer, rows: Sequence[DocumentRow]) -> None:
    if not rows:
        shell.say(_("Nothing waits in the inbox."))
        return
    lines = {str(row.id): document_text(row) for row in rows}
    asking = Asking(
        _("Receipt from the inbox"),
        _("What was scanned or came in by itself, the newest first."),
        "inbox",
        _("Inbox"),
        _("Find in the inbox"),
    )
    PickDialog(parent, asking, lines, partial(_picked, answer)).open()


def _picked(answer: Answer, key: str) -> None:
    answer((DocumentId(int(key)),))
