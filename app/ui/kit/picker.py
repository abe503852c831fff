"""The picker: a field that finds a record as you type, by keyboard alone.

    picker = Picker(shell.client, contacts.matching, lambda row: row.name, lambda row: row.city)
    picker.picked.connect(self._customer_chosen)         # the row, or None when it was emptied
    picker.offer_new(self._new_text, self._new_contact)  # text and command of the last line

The query is ``matching(desk, words: str) -> Sequence[Row]`` and decides order and number. Enter
before the answer has come takes the first hit once it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui.kit.client import OfficeClient
from app.ui.kit.editor import LineEditor
from app.ui.kit.line_painter import DETAIL, ICON, LinePainter
from app.ui.kit.sheets import popup
from app.ui.kit.table import Row
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.office import Desk

_REST = 40
_MOST_SHOWN = 10
_NARROWEST = 360
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Hit:
    """A line of the list: a text, something quiet at its right, and an icon before it."""

    text: str
    detail: str = ""
    icon: str = ""


class Hits(QListWidget):
    """The list under a picker; the field keeps the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setItemDelegate(LinePainter(self))
        theme().dress(self, popup)
        theme().changed.connect(self.hide)

    def fill(self, hits: Sequence[Hit]) -> None:
        """Show these lines, the first one under the cursor."""
        self.clear()
        for hit in hits:
            item = QListWidgetItem(hit.text)
            said = ", ".join(part for part in (hit.text, hit.detail) if part)
            item.setToolTip(plain_tip(said))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setData(DETAIL, hit.detail)
            item.setData(ICON, hit.icon)
            self.addItem(item)
        self.setCurrentRow(0 if hits else -1)

    def below(self, field: QWidget, spot: QRect | None = None) -> None:
        """Stand under a field, or under a spot in it, as wide as it and as high as the lines."""
        over = field.rect() if spot is None else spot
        count = min(self.count(), _MOST_SHOWN)
        height = self.sizeHintForRow(0) * count + theme().px(10)
        self.resize(max(over.width(), theme().px(_NARROWEST)), height)
        corner = field.mapToGlobal(QPoint(over.left(), over.bottom() + 3))
        screen = field.screen().availableGeometry()
        if corner.y() + height > screen.bottom():
            corner = field.mapToGlobal(QPoint(over.left(), over.top() - height - 2))
        if spot is not None:
            corner.setX(min(corner.x(), screen.right() - self.width()))
        self.move(corner)
        self.show()

    def step(self, by: int) -> None:
        """Move the cursor, around the ends."""
        if self.count():
            self.setCurrentRow((self.currentRow() + by) % self.count())


class Picker(LineEditor, Generic[Row]):
    """Finds rows by a query of the office and holds the one that was picked."""

    picked = Signal(object)

    def __init__(
        self,
        client: OfficeClient,
        query: Callable[[Desk, str], Sequence[Row]],
        text: Callable[[Row], str],
        detail: Callable[[Row], str] | None = None,
    ) -> None:
        super().__init__()
        self._client = client
        self._query = query
        self._text = text
        self._detail = detail
        self.icon = ""
        self._row: Row | None = None
        self._rows: Sequence[Row] = ()
        self._new: tuple[Callable[[str], str], Callable[[str], object]] | None = None
        self._is_eager = False
        self._is_answered = False
        self._hits = Hits(self)
        self._hits.itemClicked.connect(self._clicked)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_REST)
        self._pause.timeout.connect(self._ask)

    def value(self) -> Row | None:
        """Return the row that was picked; None while words stand there that picked nothing."""
        return self._row

    def put(self, row: Row | None) -> None:
        self._row = row
        self.setText(self._text(row) if row is not None else "")
        self.setCursorPosition(0)

    def words(self) -> str:
        """Return the words that are looked for."""
        return self.text().strip()

    def offer_new(self, text: Callable[[str], str], made: Callable[[str], object]) -> None:
        """Offer to make a new record of the words, as the last line of the list."""
        self._new = (text, made)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, is_open = event.key(), self._hits.isVisible()
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and self._wants_pick():
            self._take(self._hits.currentRow())
        elif key == Qt.Key.Key_Escape and is_open:
            self._hits.hide()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: FBT001  Qt's own order
        if is_next and self._hits.isVisible() and self.words():
            self._take(self._hits.currentRow())
        return super().focusNextPrevChild(is_next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hits.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hits.hide()

    def _typed(self, text: str) -> None:
        if self._row is not None:
            self._row = None
            self.picked.emit(None)
        self._is_answered = False
        self._pause.start()
        super()._typed(text)

    def _wants_pick(self) -> bool:
        """Say whether Enter picks; while the answer is on its way it is remembered."""
        if self._row is not None or not self.words():
            return False
        if self._is_answered:
            return self._hits.isVisible()
        self._is_eager = True
        return True

    def _step(self, by: int) -> None:
        if self._hits.isVisible():
            self._hits.step(by)
        else:
            self._ask()

    def _ask(self) -> None:
        words = "" if self._row is not None else self.words()
        self._client.ask(self._found, self._query, words)

    def _found(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._is_answered = True
        hits = [self._hit(row) for row in rows]
        if self._new is not None:
            hits.append(Hit(self._new[0](self.text().strip()), icon="plus"))
        self._hits.fill(hits)
        if self._is_eager:
            self._is_eager = False
            self._take_or_leave()
        elif hits and self.hasFocus():
            self._hits.below(self)
        else:
            self._hits.hide()

    def _take_or_leave(self) -> None:
        """Take the first hit; words that nothing answers stay as they are, and Enter goes on."""
        if self._rows or self._new is not None:
            self._take(0)
        elif self.hasFocus():
            self._hits.hide()
            self.focusNextChild()

    def _hit(self, row: Row) -> Hit:
        return Hit(self._text(row), self._detail(row) if self._detail else "", self.icon)

    def _clicked(self, item: QListWidgetItem) -> None:
        self._take(self._hits.row(item))

    def _take(self, place: int) -> None:
        if not self._is_answered:
            return
        self._hits.hide()
        if 0 <= place < len(self._rows):
            self.put(self._rows[place])
            self.edited.emit()
            self.picked.emit(self._row)
        elif self._new is not None and place == len(self._rows):
            self._new[1](self.text().strip())
