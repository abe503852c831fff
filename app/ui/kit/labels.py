"""Labels: plain text only, so that a name with ``<b>`` in it is shown and never obeyed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.kit.tips import plain_tip

_TALL = 100_000
_FEW_LETTERS = 8


class PlainLabel(QLabel):
    """A label that wraps and is never lower than its lines: Qt lets forms squeeze such labels."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        if not self.isVisible() or not self.wordWrap():
            return
        # heightForWidth() is never less than the least height that was set before.
        room = QRect(0, 0, self.contentsRect().width(), _TALL)
        edges = self.contentsMargins()
        flags = Qt.TextFlag.TextWordWrap | self.alignment()
        words = self.fontMetrics().boundingRect(room, flags, self.text()).height()
        height = words + edges.top() + edges.bottom() if self.text() else 0
        if height != self.minimumHeight():
            self.setMinimumHeight(height)


class LineLabel(QLabel):
    """A label on one line that ends in … where it is cut; resting on it shows the whole.

    ``letters`` is how many it has room for at least.
    """

    def __init__(self, text: str = "", role: str = "text", letters: int = _FEW_LETTERS) -> None:
        super().__init__(text)
        self._letters = letters
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        few = self.fontMetrics().averageCharWidth() * self._letters
        least = min(few, super().sizeHint().width())
        return QSize(least, super().minimumSizeHint().height())

    @property
    def is_cut(self) -> bool:
        """Say whether the text has less room than it needs."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        cut = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment()), cut)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(plain_tip(self.text()) if self.is_cut else "")
        return super().event(event)


def plain_label(text: str = "", role: str = "text") -> QLabel:
    """Return a label that wraps; ``role`` is title, heading, label, muted, total, bad or warn."""
    label = PlainLabel(text)
    label.setProperty("role", role)
    return label


def show_role(label: QLabel, role: str) -> None:
    """Give a label another role."""
    wear(label, "role", role)


def wear(widget: QWidget, name: str, value: str) -> None:
    """Give a widget another look by a property of the sheets; dressing it anew takes time."""
    if (widget.property(name) or "") == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def fact_label(text: str = "", role: str = "text") -> QLabel:
    """Return a label on one line whose text can be selected and copied."""
    label = plain_label(text, role)
    label.setWordWrap(False)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
