"""The palette: one box over everything that can be done and found (Ctrl+K).

Actions are ranked as you type; records come from the office a moment later. Enter does the line
under the cursor, Esc closes. It is a layer inside the window, so nothing loses its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from app.ui.kit.actions import ActionBook
from app.ui.kit.line_painter import DETAIL, ICON, LinePainter
from app.ui.kit.ranking import best
from app.ui.kit.sheets import palette
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

if TYPE_CHECKING:
    # What is found comes with the services, after the first paint.
    from app.domain.shared.search import Hit

_REST = 30
_MOST_ACTIONS, _MOST_HITS = 8, 12
_STEPS = {
    Qt.Key.Key_Down.value: 1,
    Qt.Key.Key_Up.value: -1,
    Qt.Key.Key_PageDown.value: 8,
    Qt.Key.Key_PageUp.value: -8,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ICONS = {
    "invoice": "file-invoice",
    "quote": "file-text",
    "order": "shopping-cart",
    "delivery": "truck-delivery",
    "goods-return": "arrow-back-up",
    "contact": "user",
    "product": "package",
    "account": "list-details",
    "entry": "book-2",
    "letter-in": "mail",
    "letter-out": "mail",
    "mail": "at",
    "note": "pencil",
    "payment": "cash",
    "certificate": "file-certificate",
    "payroll-run": "cash",
    "payslip": "report-money",
}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it says, and what Enter does."""

    text: str
    detail: str
    icon: str
    run: Callable[[], object]


class Entries(QAbstractListModel):
    """The lines that fit what is typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Entry] = []

    def show(self, lines: Sequence[Entry]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == DETAIL:
            return line.detail
        if role == ICON:
            return line.icon
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.text}, {line.detail}" if line.detail else line.text
        return None


class Palette(QFrame):
    """The layer itself; ``closed()`` when it went."""

    closed = Signal()

    def __init__(self, window: QWidget, book: ActionBook) -> None:
        super().__init__(window)
        self._window = window
        self._book = book
        self._shell: Shell | None = None
        self._hits: list[Entry] = []
        self._before: QWidget | None = None
        self.box = QLineEdit()
        self.box.setPlaceholderText(_("Find anything, or say what to do…"))
        self.box.setAccessibleName(_("Find anything"))
        self.box.installEventFilter(self)
        self.entries = Entries(self)
        self.list = QListView()
        self.list.setModel(self.entries)
        self.list.setItemDelegate(LinePainter(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(_("What fits"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self._none = QLabel(_("Nothing fits."))
        self._none.setProperty("role", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._lay_out()
        self.hide()

    def search_in(self, shell: Shell | None) -> None:
        """Find records of this office, too; without one only actions."""
        self._shell = shell

    def open(self) -> None:
        """Show the layer over the window, empty."""
        self._before = self._window.focusWidget()
        self._hits = []
        self.box.clear()
        self._show_entries()
        self._place()
        self.show()
        self.raise_()
        self.box.setFocus()

    def close_layer(self) -> None:
        """Hide, and give the keyboard back to where it was."""
        if self.isVisible():
            self.hide()
            if self._before is not None:
                self._before.setFocus()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event.key())
            if event.type() == QEvent.Type.FocusOut and self.isVisible():
                self._pause_close()
        elif event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        px = theme().px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.setSpacing(px(4))
        for widget in (self.box, self._none, self.list):
            column.addWidget(widget)
        self._window.installEventFilter(self)
        self.box.textChanged.connect(self._typed)
        self._pause.timeout.connect(self._ask)
        self.list.clicked.connect(self._clicked)
        theme().dress(self, palette)

    def _place(self) -> None:
        px = theme().px
        width = min(px(640), self._window.width() - px(48))
        lines = min(max(self.entries.rowCount(), 2), 11) * px(36)
        height = min(self.box.sizeHint().height() + lines + px(32), self._window.height() - px(120))
        self.resize(width, height)
        self.move((self._window.width() - width) // 2, px(72))

    def _key(self, key: int) -> bool:
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in _ENTER:
            self._do(self.list.currentIndex().row())
        elif key == Qt.Key.Key_Escape:
            self.close_layer()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        count = self.entries.rowCount()
        if count:
            row = min(max(self.list.currentIndex().row() + by, 0), count - 1)
            self.list.setCurrentIndex(self.entries.index(row))

    def _do(self, row: int) -> None:
        if 0 <= row < self.entries.rowCount():
            run = self.entries.lines[row].run
            self.close_layer()
            run()

    def _clicked(self, index: QModelIndex) -> None:
        self._do(index.row())

    def _pause_close(self) -> None:
        QTimer.singleShot(0, self, self._close_if_left)

    def _close_if_left(self) -> None:
        if self.isVisible() and not self.box.hasFocus() and self._window.isActiveWindow():
            self._before = None
            self.close_layer()

    def _typed(self, text: str) -> None:
        self._hits = []
        self._show_entries()
        self._pause.start()

    def _ask(self) -> None:
        words = self.box.text().strip()
        if words and self._shell is not None:
            # The services are loaded once there is an office; they must not be before.
            from app.services import search  # noqa: PLC0415  once there is an office

            self._shell.client.ask(self._found, search.find, words, _MOST_HITS)

    def _found(self, hits: Sequence[Hit]) -> None:
        shell = self._shell
        if shell is None or not self.box.text().strip():
            return
        self._hits = [
            Entry(
                hit.title,
                hit.detail,
                _ICONS.get(hit.kind, "file-text"),
                partial(shell.open, hit.kind, hit.entity_id),
            )
            for hit in hits
        ]
        self._show_entries()

    def _show_entries(self) -> None:
        words = self.box.text()
        shown = best(words, self._possible(), _text_of, _MOST_ACTIONS if words else 100)
        self.entries.show([*shown, *self._hits])
        is_any = self.entries.rowCount() > 0
        self.list.setVisible(is_any)
        self._none.setVisible(not is_any)
        if is_any:
            self.list.setCurrentIndex(self.entries.index(0))
        if self.isVisible():
            self._place()

    def _possible(self) -> list[Entry]:
        lines = []
        for name in self._book.rows:
            action = self._book.action(name)
            if action.isEnabled() and name != "go.palette":
                keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
                text = action.text().replace("&", "")
                lines.append(Entry(text, keys, self._book.rows[name].icon, action.trigger))
        return lines


def _text_of(entry: Entry) -> str:
    return entry.text
