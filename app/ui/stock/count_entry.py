"""The line in which one counts: a code, then how much, and words that say at once what fits."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.shared.quantities import Quantity
from app.ui.kit.fields import NumberEdit
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.scan_edit import ScanEdit
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE = 130


class _Figure(NumberEdit):
    """How much was found; Enter ends it, and so does the scanner."""

    ended = Signal()
    left_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_up.emit()
        else:
            super().keyPressEvent(event)


class CountEntry(QWidget):
    """``scanned(text)`` tells a code, ``counted(Quantity)`` how much; ``put_back()`` Escape."""

    scanned = Signal(str)
    counted = Signal(object)
    put_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        hint = _("Scan or type a code, a place or a lot; Enter takes the chosen line")
        self.code = ScanEdit(_("Code"), hint)
        self.figure = _Figure()
        self.figure.setAccessibleName(_("How much lies there"))
        self.figure.setPlaceholderText(_("How much"))
        self.figure.setFixedWidth(theme().px(_WIDE))
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        line = QHBoxLayout()
        line.setSpacing(theme().px(8))
        line.addWidget(self.code, 1)
        line.addWidget(self.figure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addLayout(line)
        column.addWidget(self.told)
        theme().dress(self, controls)
        self.code.scanned.connect(self.scanned)
        self.figure.ended.connect(self._end)
        self.figure.left_up.connect(self.put_back)

    def ask(self, words: str, quantity: Quantity | None = None) -> None:
        """Ask how much of something lies there; a label may say it already."""
        self.tell(words)
        self.figure.put(Decimal(quantity) if quantity is not None else None)
        self.figure.setFocus()
        self.figure.selectAll()

    def tell(self, words: str, tone: str = "muted") -> None:
        """Say what happened: good, bad, or what comes next; a sign repeats the colour."""
        sign = {"bad": "✕ ", "good": "✓ ", "warn": "! "}.get(tone, "")
        self.told.setText(f"{sign}{words}" if words else "")
        self.told.setAccessibleName(words)
        show_role(self.told, tone)

    def _end(self) -> None:
        value = self.figure.value()
        if value is None:
            words = _("That is no number.") if self.figure.text().strip() else _("How much?")
            self.tell(words, "bad")
            return
        self.counted.emit(Quantity(value))
