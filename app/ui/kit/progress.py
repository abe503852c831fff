"""Progress of long work: shown after a second, with a button that cancels it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from app.ui.kit.sheets import controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.work import Work

_PATIENCE = 1_000
_STEPS = 1_000


class ProgressLine(QWidget):
    """A line that says what is done and how far; it goes when the work has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work: Work | None = None
        self._text = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(theme().px(8))
        self._stop = QPushButton(_("Cancel"))
        self._stop.clicked.connect(self.cancel)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self.show)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(12))
        line.addWidget(self._text)
        line.addWidget(self._bar, 1)
        line.addWidget(self._stop)
        theme().dress(self, controls)
        self.hide()

    def watch(self, work: Work, text: str) -> None:
        """Follow a piece of work from now on."""
        self._work = work
        self._text.setText(text)
        self._bar.setAccessibleName(text)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        work.progressed.connect(self._moved)
        work.ended.connect(self._ended)
        self._timer.start()

    def _moved(self, done: int, of: int) -> None:
        self._bar.setRange(0, _STEPS if of else 0)
        self._bar.setValue(_STEPS * done // of if of else 0)

    def cancel(self) -> None:
        """Stop the work, as its button does."""
        self._stop.setEnabled(False)
        if self._work is not None:
            self._work.cancel()

    def _ended(self) -> None:
        self._timer.stop()
        self._work = None
        self.hide()
