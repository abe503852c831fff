"""What can be done about an issued invoice that was wrong: credit it, or issue it anew."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.domain.invoices.invoice import Invoice
from app.domain.shared.ids import InvoiceId
from app.services import crediting
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class Corrections(QObject):
    """Drafts what corrects an issued invoice, and opens it."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell

    def credit(self, invoice_id: InvoiceId) -> None:
        """Open a new credit note of all that is left of an issued invoice."""
        self._shell.client.do(self._credited, crediting.credit, invoice_id)

    def reissue(self, invoice_id: InvoiceId) -> None:
        """Open a new draft that comes in the place of an issued invoice."""
        self._shell.client.do(self._reissued, crediting.reissue, invoice_id)

    def _credited(self, draft: Invoice) -> None:
        self._shell.open("invoice", draft.id)
        self._shell.say(_("Everything that is left is on it: lower what stays sold"))

    def _reissued(self, draft: Invoice) -> None:
        self._shell.open("invoice", draft.id)
        self._shell.say(_("Written anew; the wrong invoice is credited by itself"))
