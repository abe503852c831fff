"""What has been scrolled out of sight and is told elsewhere: the sum of what is written."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QLabel, QScrollArea


class OutOfSight(QTimer):
    """Watches a label in a scrolled area; ``told`` says its text while it cannot be seen."""

    told = Signal(str)

    def __init__(self, area: QScrollArea, label: QLabel) -> None:
        super().__init__(area)
        self._area = area
        self._label = label
        self.setSingleShot(True)
        self.setInterval(0)
        self.timeout.connect(self.look)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(self.start)
        bar.rangeChanged.connect(self.start)

    def look(self) -> None:
        """Tell the text, or nothing where the label is seen whole."""
        view, label = self._area.viewport(), self._label
        top = label.mapTo(view, QPoint(0, 0)).y()
        is_seen = top >= 0 and top + label.height() <= view.height()
        self.told.emit("" if is_seen else label.text())
