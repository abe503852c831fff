"""The scan line: takes what a scanner types, ends it by Enter, and says at once whether it fits.

line = ScanLine(_("Scan goods or a place"))
line.scanned.connect(self._scan)           # the text of one scan; the line is free for the next
line.fits(_("Pump: 3 left"))               # or line.refuse(error), line.tell(text)
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.shared.refusals import Invalid, OfficeError
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import error_sentence, problem_text
from app.ui.kit.pill import Pill
from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_WIDE = 300


class _Field(QLineEdit):
    """A field of which Tab ends a scan as Enter does: scanners send either."""

    ended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_tab = event.key() == Qt.Key.Key_Tab and bool(self.text())
        if is_tab or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.ended.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001  Qt's own name
        return False if self.text() else super().focusNextPrevChild(next)


class ScanLine(QWidget):
    """Reads scans one after the other; ``scanned(text)`` for each."""

    scanned = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.field = _Field()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(name)
        self.field.setMinimumWidth(theme().px(_WIDE))
        self.sign = Pill()
        self.told = plain_label("", "heading")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        row.addWidget(self.field)
        row.addWidget(self.sign)
        row.addWidget(self.told, 1)
        lead_to(self, self.field)
        self.field.ended.connect(self._end)
        theme().dress(self, controls)

    def fits(self, text: str) -> None:
        """Say that the last scan fitted."""
        self._say(_("Fits"), "good", text)

    def tell(self, text: str) -> None:
        """Say what the last scan was, which changed nothing."""
        self._say(_("Look"), "accent", text)

    def refuse(self, error: OfficeError) -> None:
        """Say why the last scan does not fit, in words; what stands there stays as it was."""
        text = problem_text(error.problems[0]) if isinstance(error, Invalid) else ""
        self._say(_("Does not fit"), "bad", text or str(error_sentence(error)))

    def _say(self, word: str, tone: str, text: str) -> None:
        self.sign.tell(word, tone)
        self.told.setText(text)
        self.told.setAccessibleName(f"{word}: {text}")

    def _end(self) -> None:
        text = self.field.text()
        self.field.clear()
        self.scanned.emit(text)
