"""Toasts: one line that says what was done, with undo for ten seconds; the history keeps them.

They never take the focus and are announced to screen readers.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.ui.kit.icons import icon
from app.ui.kit.sheets import toast
from app.ui.kit.shell import Note
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_SHORT, _LONG = 4_000, 10_000
_KEPT = 50


class Toast(QFrame):
    """The line itself, at the foot of a window."""

    undone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.history: deque[Note] = deque(maxlen=_KEPT)
        self._note: Note | None = None
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._undo = QPushButton(_("Undo"))
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self.undo)
        self._close = QToolButton()
        self._close.setIcon(icon("x", "surface"))
        self._close.setAccessibleName(_("Close the message"))
        self._close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme().px(16), theme().px(8), theme().px(8), theme().px(8))
        line.setSpacing(theme().px(12))
        for widget in (self._text, self._undo, self._close):
            line.addWidget(widget)
        theme().dress(self, toast)
        theme().changed.connect(self._place)
        self._around = parent
        parent.installEventFilter(self)
        self.hide()

    @property
    def can_undo(self) -> bool:
        """Say whether the last note can still be taken back."""
        return self.isVisible() and self._note is not None and self._note.undo is not None

    def show_note(self, note: Note) -> None:
        """Show a note in place of the one before."""
        self._note = note
        self.history.appendleft(note)
        self._text.setText(note.text)
        self._undo.setVisible(note.undo is not None)
        self.show()
        self.raise_()
        self._place()
        self._timer.start(_LONG if note.undo is not None else _SHORT)
        self._announce(note.text)

    def _announce(self, text: str) -> None:
        # Its classes take 10 ms, which a start does not wait for.
        from PySide6.QtGui import (  # noqa: PLC0415  as above
            QAccessible,
            QAccessibleAnnouncementEvent,
        )

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def tell(self, text: str) -> None:
        """Show a line that cannot be taken back."""
        self.show_note(Note(text))

    def undo(self) -> None:
        """Take back what the note told of."""
        note = self._note
        if self.can_undo and note is not None and note.undo is not None:
            self.hide()
            note.undo()
            self.undone.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        around = self._around
        self.adjustSize()
        left = (around.width() - self.width()) // 2
        self.move(max(left, 0), around.height() - self.height() - theme().px(48))
