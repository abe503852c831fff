"""To which records a document belongs: found by words, linked, and taken apart again."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.domain.archive.document import Link
from app.domain.shared.ids import DocumentId
from app.services import documents, filing
from app.services.filing import Linkable, Linked
from app.ui.archive.words import linked_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.history import Deed
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _


class Linking(Dialog):
    """Links a document to contacts, invoices, entries and products."""

    def __init__(self, parent: QWidget, shell: Shell, document_id: DocumentId) -> None:
        text = _("Type a name, a number or an amount. The document shows there, too.")
        super().__init__(parent, _("What it belongs to"), text, "link")
        self._shell = shell
        self._document_id = document_id
        self.picker: Picker[Linkable] = Picker(shell.client, filing.linkable, _named, _detail)
        self.picker.setPlaceholderText(_("Contact, invoice, entry or product"))
        self.picker.setAccessibleName(_("Contact, invoice, entry or product"))
        self.picker.picked.connect(self._link)
        self._held = QWidget()
        self._lines = QVBoxLayout(self._held)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.add_field(self.picker)
        self.add_field(self._held)
        self.add_button(_("Close"), self.accept, primary=True).setAutoDefault(False)
        self.picker.setFocus()
        self._ask()

    def _ask(self) -> None:
        self._shell.client.ask(self._show, filing.linked, self._document_id)

    def _show(self, links: tuple[Linked, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for link in links:
            self._lines.addWidget(self._line(link))

    def _line(self, link: Linked) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(linked_text(link)), 1)
        button = QPushButton(_("Unlink"))
        button.setIcon(icon("x"))
        button.setAccessibleName(_("Unlink {record}", record=linked_text(link)))
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._unlink, link))
        row.addWidget(button)
        return line

    def _link(self, chosen: Linkable | None) -> None:
        if chosen is not None:
            source = Link(chosen.kind, chosen.id).source
            self.picker.put(None)
            answer = partial(self._linked, source)
            self._shell.client.do(answer, documents.link, self._document_id, source)

    def _unlink(self, link: Linked, _is_checked: object = None) -> None:
        source = Link(link.kind, link.record_id).source
        answer = partial(self._unlinked, source)
        self._shell.client.do(answer, documents.unlink, self._document_id, source)

    def _linked(self, source: str, _links: object) -> None:
        self._shell.did(linked(self._document_id, source))
        self._ask()

    def _unlinked(self, source: str, _links: object) -> None:
        self._shell.did(unlinked(self._document_id, source))
        self._ask()


def linked(document_id: DocumentId, source: str) -> Deed:
    """Return that a document was linked: it can be unlinked."""
    after = partial(_after_unlink, document_id, source)
    return Deed(_("Linked"), documents.unlink, (document_id, source), after)


def unlinked(document_id: DocumentId, source: str) -> Deed:
    """Return that a document was unlinked: it can be linked again."""
    after = partial(_after_link, document_id, source)
    return Deed(_("Unlinked"), documents.link, (document_id, source), after)


def _after_unlink(document_id: DocumentId, source: str, _links: object) -> Deed:
    return unlinked(document_id, source)


def _after_link(document_id: DocumentId, source: str, _links: object) -> Deed:
    return linked(document_id, source)


def _named(one: Linkable) -> str:
    return linked_text(Linked(one.kind, one.id, one.name))


def _detail(one: Linkable) -> str:
    return one.detail
