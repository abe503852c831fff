"""The filter bar of a list: what to find, in which states, and how many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from app.lang.texts import mark
from app.ui.kit.flow import Flow
from app.ui.kit.icons import drawing, icon
from app.ui.kit.listing import Filter
from app.ui.kit.sheets import chips
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import theme

EVERY = mark("All")
"""What is on the chip that lets the others go."""
_REST = 40
_TOP = Qt.AlignmentFlag.AlignTop


class SearchBox(QLineEdit):
    """A line that finds as you type; Esc empties it first, Down leaves it for the list."""

    left = Signal()

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setMaxLength(200)
        self._empty = QToolButton(self)
        self._empty.setIcon(icon("x", "muted"))
        self._empty.setAccessibleName(_("Clear the search"))
        self._empty.setToolTip(_("Clear the search"))
        self._empty.setCursor(Qt.CursorShape.ArrowCursor)
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.clicked.connect(self.clear)
        self._empty.hide()
        self.textChanged.connect(self._look)
        theme().changed.connect(self._make_room)
        self._make_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - theme().px(6)
        self._empty.setGeometry(self.width() - side - theme().px(3), theme().px(3), side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = theme().px(16)
        painter = QPainter(self)
        sign = drawing("search", size, theme().tokens.muted, self.devicePixelRatioF())
        painter.drawPixmap(theme().px(10), (self.height() - size) // 2, sign)
        painter.end()

    def _look(self, text: str) -> None:
        self._empty.setVisible(bool(text))

    def _make_room(self) -> None:
        self.setTextMargins(theme().px(22), 0, theme().px(24), 0)


class FilterBar(QWidget):
    """Search box, chips and count; ``changed()`` when words or states are others."""

    changed = Signal()
    left = Signal()

    def __init__(self, filters: Sequence[Filter], hint: str, every: str = EVERY) -> None:
        super().__init__()
        self.box = SearchBox(hint)
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self._chips: dict[str, QPushButton] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._pause.timeout.connect(self.changed)
        flow = Flow(theme().px(4))
        if filters:
            self._add_chip(flow, "", _(every))
        for one in filters:
            self._add_chip(flow, one.state, _(one.text))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme().px(12))
        line.addWidget(self.box, 2, _TOP)
        line.addLayout(flow, 3)
        line.addWidget(self.count, 0, _TOP)
        self._show_states(())
        self.box.textChanged.connect(self._typed)
        self.box.left.connect(self.left)
        theme().dress(self, chips)
        theme().changed.connect(self._measure)
        self._measure()

    @property
    def words(self) -> str:
        """What to find."""
        return self.box.text().strip()

    @property
    def states(self) -> tuple[str, ...]:
        """The states that are shown only; none is all."""
        return tuple(state for state, chip in self._chips.items() if state and chip.isChecked())

    def clear(self) -> None:
        """Show everything again."""
        self.box.clear()
        self._show_states(())
        self.changed.emit()

    def show_states(self, states: tuple[str, ...]) -> None:
        """Show only these states, as if their chips had been pressed."""
        self._show_states(states)
        self.changed.emit()

    def put(self, words: str, states: tuple[str, ...]) -> None:
        """Look for words in states, as a saved view says; a state that is gone is left out."""
        self.box.setText(words)
        self._pause.stop()
        self.show_states(tuple(one for one in states if one in self._chips))

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Show on each chip how many there are in its state."""
        for state, chip in self._chips.items():
            if state in counts:
                name = chip.accessibleName()
                chip.setText(f"{name} {formats().decimal(Decimal(counts[state]))}")

    def _measure(self) -> None:
        self.box.setMinimumWidth(theme().px(160))
        self.box.setMaximumWidth(theme().px(320))
        self.count.setMinimumHeight(self.box.sizeHint().height())

    def _add_chip(self, flow: Flow, state: str, text: str) -> None:
        chip = QPushButton(text)
        chip.setAccessibleName(text)
        chip.setCheckable(True)
        chip.setProperty("chip", "true")
        chip.clicked.connect(partial(self._press, state))
        self._chips[state] = chip
        flow.addWidget(chip)

    def _press(self, state: str, is_checked: object = None) -> None:
        self.show_states((state,) if state else ())

    def _show_states(self, states: tuple[str, ...]) -> None:
        for state, chip in self._chips.items():
            chip.setChecked(state in states if states else not state)

    def _typed(self) -> None:
        self._pause.start()
