"""Fields of an expense: its receipt in the archive, and its amount, which may count kilometres."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.shared.ids import DocumentId
from app.ui.kit.editor import Kind, note_problem
from app.ui.kit.fields import NumberEdit
from app.ui.kit.icons import icon
from app.ui.kit.texts import _, formats

CENTS = 2


class AmountEdit(NumberEdit):
    """An amount, with its cents where it is money, or how many kilometres or days."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.is_money = True

    def _written(self, value: Decimal) -> str:
        places = -int(value.normalize().as_tuple().exponent)
        return formats().decimal(value, max(places, CENTS if self.is_money else 0))


class ReceiptEdit(QPushButton):
    """Says whether a line has its receipt; pressed it asks for one, or shows the one it has."""

    edited = Signal()
    problem_shown = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: DocumentId | None = None
        self._tell()

    def value(self) -> DocumentId | None:
        """Return the document, or none."""
        return self._held

    def put(self, document_id: DocumentId | None) -> None:
        """Show that this document is the receipt, or that there is none."""
        self._held = document_id
        self._tell()

    def take(self, document_id: DocumentId | None) -> None:
        """Take a document as the clerk gave it."""
        self.put(document_id)
        self.edited.emit()

    def show_problem(self, text: str, kind: Kind = Kind.BAD) -> None:
        """Say what is wrong with the receipt; what only warns is told when it is looked at."""
        note_problem(self, text, kind)
        self.problem_shown.emit("" if kind is Kind.WARN else text, kind)

    def _tell(self) -> None:
        is_there = self._held is not None
        self.setText(_("Here") if is_there else _("Attach…"))
        self.setIcon(icon("file-check" if is_there else "paperclip"))
