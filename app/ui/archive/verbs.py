"""What can be done with documents wherever they are shown: in the list and on their own page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.record import Record
from app.domain.shared.ids import DocumentId
from app.services import archive, documents, serials
from app.ui.archive import deeds
from app.ui.archive.card import DocumentCard
from app.ui.archive.linking import Linking
from app.ui.archive.properties import Properties
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.history import Deed
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many

Ids = tuple[DocumentId, ...]
_OPEN = (DocumentState.INBOX, DocumentState.FILED)


class Verbs(QObject):
    """Moves the documents that a page has chosen; ``moved()`` once it is done."""

    moved = Signal()

    def __init__(
        self, shell: Shell, page: QWidget, card: DocumentCard, chosen: Callable[[], Ids]
    ) -> None:
        super().__init__(page)
        self._shell = shell
        self._card = card
        self._page = page
        self._chosen = chosen

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what a page offers to do with its documents."""
        return {
            "document.file": partial(self._move, documents.file, deeds.filed),
            "document.unfile": partial(self._move, documents.unfile, deeds.unfiled),
            "document.trash": partial(self._move, documents.trash, deeds.trashed),
            "document.restore": partial(self._move, documents.restore, deeds.restored),
            "document.seal": self._ask_seal,
            "document.take-out": partial(self._lock, documents.take_out),
            "document.bring-back": partial(self._lock, documents.bring_back),
            "document.renew": self._ask_version,
            "document.properties": self._show_properties,
            "document.link": self._link,
            "document.arrange": self._arrange,
            "document.bill": self._bill,
            "document.order": self._order,
            "document.number": self._number,
        }

    def allow(self, document: Document | None) -> None:
        """Offer what can be done with this document; for none nothing."""
        for name, allowed in possible(document).items():
            self._shell.book.allow(self._page, name, allowed=allowed)

    def export(self, record: Record) -> None:
        """Ask where to put a copy; what is there already is replaced only when agreed."""
        dialog = QFileDialog(self._page, _("Export this document"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(record.file_name()).suffix.removeprefix("."))
        dialog.selectFile(record.file_name())
        dialog.fileSelected.connect(partial(self.export_to, record))
        dialog.open()

    def export_to(self, record: Record, path: str) -> None:
        """Write a copy of a file, checked while it is read."""
        self._shell.client.ask(self._exported, archive.export, record.id, Path(path), replace=True)

    def _move(self, command: Callable[..., Any], deed: Callable[[Any], Deed]) -> None:
        if ids := self._chosen():
            self._shell.client.do(partial(self._moved, deed), command, ids)

    def _moved(self, deed: Callable[[Any], Deed], moved: tuple[Document, ...]) -> None:
        if any(one.is_sealed for one in moved):
            self._shell.say(deed(moved).text)
        else:
            self._shell.did(deed(moved))
        self.moved.emit()

    def _ask_seal(self) -> None:
        ids = self._chosen()
        question = Question(
            many("Seal {n} document?", "Seal {n} documents?", len(ids)),
            _("It is never changed, replaced or put into the trash again. It cannot be undone."),
            _("Seal"),
        )
        if ids:
            ask(self._page, question, partial(self._seal, ids))

    def _seal(self, ids: Ids) -> None:
        self._shell.client.do(self._sealed, documents.seal, ids)

    def _sealed(self, moved: tuple[Document, ...]) -> None:
        self._shell.say(deeds.said(moved, "sealed"))
        self.moved.emit()

    def _ask_version(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self._page, _("New version from a file"))
        if path:
            self.renew(path)

    def renew(self, path: str) -> None:
        """Put a file on top of the document as its new version."""
        for document_id in self._chosen()[:1]:
            work = self._shell.client.work(
                self._renewed, documents.renew_from, document_id, Path(path)
            )
            self._shell.watch(work, _("Reading {file}", file=Path(path).name))

    def _renewed(self, document: Document) -> None:
        self._shell.say(_("{title} has a new version; the one before stays", title=document.title))
        self.moved.emit()

    def _show_properties(self) -> None:
        card = self._card
        if card.seen is not None:
            Properties(self._page, self._shell, card, self.export).open()

    def _arrange(self) -> None:
        for document_id in self._chosen()[:1]:
            self._shell.open("pages", document_id)

    def _bill(self) -> None:
        """Show what an e-invoice asks us to pay; anything else says that it is none."""
        for document_id in self._chosen()[:1]:
            self._shell.open("draft-bill", document_id)

    def _order(self) -> None:
        """Look at the orders that a document asks for."""
        for document_id in self._chosen()[:1]:
            self._shell.open("order-import", document_id)

    def _number(self) -> None:
        if ids := self._chosen():
            self._shell.client.do(self._numbered, serials.assign_each, ids)

    def _numbered(self, numbered: tuple[Document, ...]) -> None:
        (first, *_others, last) = (*numbered, numbered[-1])
        self._shell.say(
            _("{title} has the number {number}", title=first.title, number=first.serial)
            if len(numbered) == 1
            else _("Numbers {first}–{last} are given", first=first.serial, last=last.serial)
        )
        self.moved.emit()

    def _link(self) -> None:
        for document_id in self._chosen()[:1]:
            Linking(self._page, self._shell, document_id).open()

    def _lock(self, command: Callable[..., Any]) -> None:
        for document_id in self._chosen()[:1]:
            self._shell.client.do(self._locked, command, document_id)

    def _locked(self, document: Document) -> None:
        taken = _("{title} is with you; nobody else makes a new version", title=document.title)
        back = _("{title} is back for everybody", title=document.title)
        self._shell.say(taken if document.locked_by else back)
        self.moved.emit()

    def _exported(self, path: Path) -> None:
        self._shell.say(_("Saved as {file}", file=path.name))


def possible(document: Document | None) -> dict[str, bool]:
    """Say of every verb whether it can be done with a document."""
    if document is None:
        return dict.fromkeys(_POSSIBLE, False)
    return {name: fits(document) for name, fits in _POSSIBLE.items()}


_POSSIBLE: Mapping[str, Callable[[Document], bool]] = {
    "document.file": lambda one: one.state is DocumentState.INBOX,
    "document.unfile": lambda one: one.state is DocumentState.FILED and not one.is_sealed,
    "document.seal": lambda one: (
        one.state is DocumentState.FILED and not one.is_sealed and not one.locked_by
    ),
    "document.trash": lambda one: one.state in _OPEN and not one.is_sealed and not one.locked_by,
    "document.restore": lambda one: one.state is DocumentState.TRASHED,
    "document.take-out": lambda one: one.state in _OPEN and not one.is_sealed and not one.locked_by,
    "document.bring-back": lambda one: bool(one.locked_by),
    "document.renew": lambda one: one.state in _OPEN and not one.is_sealed,
    "document.arrange": lambda one: one.state in _OPEN and not one.is_sealed and not one.locked_by,
    "document.properties": lambda _one: True,
    "document.bill": lambda one: one.state in _OPEN,
    "document.order": lambda one: one.state in _OPEN,
    "document.link": lambda one: one.state in _OPEN,
    "document.number": lambda one: one.state in _OPEN,
}
