"""What goes with a mail: documents of the archive, and files that are put there on the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from app.domain.archive.receiving import Received
from app.domain.shared.ids import DocumentId
from app.services import mail_forms
from app.services.mail_forms import Enclosed
from app.ui.kit.actions import beside_icon
from app.ui.kit.file_words import size_text
from app.ui.kit.hit_list import HitList
from app.ui.kit.icons import icon
from app.ui.kit.labels import plain_label
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.taking_in import Intake, can_take
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_DOCUMENT = Qt.ItemDataRole.UserRole
_MOST_SEEN = 4


class EnclosedList(HitList):
    """Lists what goes along; Del takes a line out."""

    dropped = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item: QListWidgetItem | None = self.currentItem()
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and item is not None:
            self.dropped.emit(item)
        else:
            super().keyPressEvent(event)


class Enclosures(QWidget):
    """Chooses what goes with a mail; ``edited()`` when it is something else."""

    edited = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._ids: tuple[DocumentId, ...] = ()
        self.archive: Picker[Enclosed] = Picker(shell.client, mail_forms.enclosable, _name, _size)
        self.archive.setPlaceholderText(_("Document of the archive"))
        self.archive.setAccessibleName(_("Document of the archive"))
        self.archive.icon = "paperclip"
        self.archive.picked.connect(self._add)
        self.files = EnclosedList(_("What goes along"))
        self.files.setIconSize(QSize(theme().px(16), theme().px(16)))
        self.files.picked.connect(self._open)
        self.files.dropped.connect(self._drop)
        self.intake = Intake(shell, self)
        self.intake.began.connect(shell.watch)
        self.intake.took.connect(self._took)
        self.attach_button = QPushButton(beside_icon(_("Attach a file…")))
        self.attach_button.setIcon(icon("paperclip"))
        self.attach_button.clicked.connect(self.intake.ask)
        self.note = plain_label(_("Del takes a file out; it stays in the archive."), "label")
        self.setAcceptDrops(True)
        self._lay_out()

    def value(self) -> tuple[DocumentId, ...]:
        """Return the documents that go along."""
        return self._ids

    def put(self, ids: tuple[DocumentId, ...]) -> None:
        """Show what goes along."""
        self._ids = ids
        self._ask()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.intake.take(event.mimeData())
        event.acceptProposedAction()

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops."""
        return (self.archive, self.attach_button, self.files)

    def _lay_out(self) -> None:
        px = theme().px
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self.archive, 1)
        line.addWidget(self.attach_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(plain_label(_("Attached files"), "label"))
        column.addLayout(line)
        column.addWidget(self.files)
        column.addWidget(self.note)
        self._show(())

    def _ask(self) -> None:
        self._shell.client.ask(self._show, mail_forms.enclosed, self._ids)

    def _show(self, found: tuple[Enclosed, ...]) -> None:
        self.files.clear()
        for one in found:
            item = QListWidgetItem(icon("paperclip"), "   ".join((one.name, size_text(one.size))))
            item.setData(_DOCUMENT, one.id)
            self.files.addItem(item)
        shown = min(len(found), _MOST_SEEN)
        self.files.setFixedHeight(self.files.sizeHintForRow(0) * shown + 8 if found else 0)
        for widget in (self.files, self.note):
            widget.setVisible(bool(found))

    def _add(self, one: Enclosed | None) -> None:
        if one is not None:
            self.archive.put(None)
            self._take((one.id,))

    def _took(self, received: tuple[Received, ...]) -> None:
        self._take(tuple(one.document_id for one in received))

    def _take(self, ids: tuple[DocumentId, ...]) -> None:
        self._ids = tuple(dict.fromkeys((*self._ids, *ids)))
        self.edited.emit()
        self._ask()

    def _drop(self, item: QListWidgetItem) -> None:
        document = item.data(_DOCUMENT)
        self._ids = tuple(one for one in self._ids if one != document)
        self.edited.emit()
        self._ask()

    def _open(self, item: QListWidgetItem) -> None:
        self._shell.open("document", item.data(_DOCUMENT))


def _name(one: Enclosed) -> str:
    return one.name


def _size(one: Enclosed) -> str:
    return size_text(one.size)
