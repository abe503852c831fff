"""To which records a document belongs: found by words, linked, and taken apart again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.shared.ids import DocumentId
from app.lang.texts import mark
from app.services import documents, filing
from app.ui.kit.linking import LinkDialog, LinkWays
from app.ui.kit.shell import Shell

WAYS = LinkWays(
    title=mark("What it belongs to"),
    text=mark("Type a name, a number or an amount. The document shows there, too."),
    prompt=mark("Contact, invoice, entry or product"),
    find=filing.linkable,
    asked=filing.linked,
    link=documents.link,
    unlink=documents.unlink,
)


class Linking(LinkDialog):
    """Links a document to contacts, invoices, entries and products."""

    def __init__(self, parent: QWidget, shell: Shell, document_id: DocumentId) -> None:
        super().__init__(parent, shell, WAYS, document_id)
