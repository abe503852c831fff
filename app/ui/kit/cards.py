"""Cards: records as small sheets under each other; keys and drags ask to put one elsewhere.

    cards = CardList(_("Ready to pick"), self._card, self._fetch)
    cards.show_cards(spine)                    # ids in order; rows are fetched as they are painted
    cards.opened.connect(self._open)           # id, by Enter or a double click
    cards.pushed.connect(self._push)           # id and key: Ctrl with an arrow
    cards.left.connect(self._leave)            # key: an arrow that leads out of the list
    cards.taken.connect(self._take)            # id of a card of another list that was dropped here

A million cards cost eight bytes each, as rows of a table do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.kit.row_painter import RowPainter, ink
from app.ui.kit.sheets import page_list
from app.ui.kit.table import Column, Fetch, Part, Row, TableModel
from app.ui.kit.theme import theme

CARD = "application/x-backdesk-card"
"""What is dragged: the id of a card, as digits."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_ARROWS = (*_SIDEWAYS, Qt.Key.Key_Up, Qt.Key.Key_Down)
_CTRL = Qt.KeyboardModifier.ControlModifier
_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_KEEP = QItemSelectionModel.SelectionFlag.NoUpdate
_GAP = 6
_EDGE = 10

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """What is told of a record: title and figure on one line, lines below, badges at the foot."""

    title: str
    figure: str = ""
    lines: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    tone: str = ""

    def spoken(self) -> str:
        """Return all of it in one line, as a screen reader says it."""
        badges = (part.text for part in self.parts)
        return ", ".join(one for one in (self.title, self.figure, *self.lines, *badges) if one)


class _Cards(TableModel[Row]):
    """The rows of a list of cards: each of them can be dragged."""

    def __init__(
        self, card: Callable[[Row], Card], fetch: Fetch[Row], parent: QWidget | None = None
    ) -> None:
        super().__init__((Column("", lambda row: card(row).spoken()),), fetch, parent)
        self._card = card

    def card_at(self, row: int) -> Card | None:
        """Return the card of a row that is here; it is asked for otherwise."""
        held = self.row_at(row)
        return None if held is None else self._card(held)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled


class CardPainter(RowPainter):
    """Paints a card: a sheet with an edge in its tone, strong when it is the chosen one."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Cards)
        px, tokens = theme().px, theme().tokens
        sheet: QRect = option.rect.adjusted(2, px(_GAP) // 2, -2, -px(_GAP) // 2)
        is_chosen = QStyle.StateFlag.State_Selected in option.state
        has_keys = is_chosen and QStyle.StateFlag.State_HasFocus in option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ink(tokens.selected if is_chosen else tokens.raised))
        painter.setPen(QPen(ink(tokens.accent if has_keys else tokens.line), 2 if has_keys else 1))
        painter.drawRoundedRect(sheet, px(6), px(6))
        card = model.card_at(index.row())
        if card is not None:
            if card.tone:
                edge = QRect(sheet.left(), sheet.top() + px(6), px(3), sheet.height() - px(12))
                painter.fillRect(edge, ink(tokens.tone(card.tone)))
            room = sheet.adjusted(px(_EDGE), px(6), -px(_EDGE), -px(6))
            self._write(painter, room, card, is_chosen=is_chosen)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px, high = theme().px, option.fontMetrics.height()
        rows = 2 + self._lines
        return QSize(px(160), rows * (high + px(3)) + px(16) + px(_GAP))

    def _write(self, painter: QPainter, room: QRect, card: Card, *, is_chosen: bool) -> None:
        px, tokens = theme().px, theme().tokens
        plain = tokens.on_selected if is_chosen else tokens.text
        quiet = tokens.on_selected if is_chosen else tokens.muted
        high = painter.fontMetrics().height() + px(3)
        line = QRect(room.left(), room.top(), room.width(), high)
        usual = painter.font()
        strong = QFont(usual)
        strong.setBold(True)
        painter.setFont(strong)
        wide = painter.fontMetrics().horizontalAdvance(card.figure)
        taken = wide + px(8) if wide else 0
        self._text(painter, line, card.figure, plain, is_right=True)
        self._text(painter, line.adjusted(0, 0, -taken, 0), card.title, plain, is_right=False)
        painter.setFont(usual)
        for words in card.lines[: self._lines]:
            line.translate(0, high)
            self._text(painter, line, words, quiet, is_right=False)
        if card.parts:
            foot = QRect(room.left(), room.bottom() - high + 1, room.width(), high)
            self._pills(painter, foot, card.parts)


class CardList(QListView, Generic[Row]):
    """Shows cards under each other; ``lines`` is how many stand below the title at most."""

    opened = Signal(object)
    pushed = Signal(object, object)
    left = Signal(object)
    taken = Signal(object)
    chosen = Signal(object)
    entered = Signal()

    def __init__(
        self, name: str, card: Callable[[Row], Card], fetch: Fetch[Row], lines: int = 2
    ) -> None:
        super().__init__()
        self.cards: TableModel[Row] = _Cards(card, fetch, self)
        self.painter = CardPainter(lines, self)
        self.setModel(self.cards)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._choose)
        theme().dress(self, page_list)
        theme().changed.connect(self._renew)

    def show_cards(self, spine: Iterable[int]) -> None:
        """Show these cards in place of those before; the chosen one stays chosen if it is here."""
        kept, place = self.chosen_id(), self.currentIndex().row()
        self.cards.show(spine)
        count = self.cards.rowCount()
        found = self.cards.row_of(kept) if kept is not None else -1
        if count:
            self._go_to(found if found >= 0 else min(max(place, 0), count - 1))

    def choose(self, record: int) -> bool:
        """Choose a card; say whether it is here."""
        place = self.cards.row_of(record)
        if place >= 0:
            self._go_to(place)
        return place >= 0

    def chosen_id(self) -> int | None:
        """Return the id of the chosen card, or none."""
        place = self.currentIndex().row()
        return self.cards.id_at(place) if 0 <= place < self.cards.rowCount() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, record = Qt.Key(event.key()), self.chosen_id()
        is_held = event.modifiers() & _CTRL == _CTRL
        if is_held and key in _ARROWS:
            if record is not None:
                self.pushed.emit(record, key)
        elif key in _SIDEWAYS:
            self.left.emit(key)
        elif key in _ENTER and record is not None:
            self.opened.emit(record)
        else:
            super().keyPressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:
        record = self.chosen_id()
        if record is None:
            return
        what = QMimeData()
        what.setData(CARD, str(record).encode("ascii"))
        drag = QDrag(self)
        drag.setMimeData(what)
        drag.setPixmap(self.viewport().grab(self.visualRect(self.currentIndex())))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        record = card_in(event.mimeData())
        if record is not None and event.source() is not self:
            event.acceptProposedAction()
            self.taken.emit(record)

    def _welcome(self, event: QDropEvent) -> None:
        if card_in(event.mimeData()) is not None and event.source() is not self:
            event.acceptProposedAction()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
        if self.currentIndex().isValid():
            self._go_to(self.currentIndex().row())
            self._choose(self.currentIndex())

    def _go_to(self, row: int) -> None:
        """Put the cursor on a card; it shows once the list has the keyboard."""
        place = self.cards.index(row, 0)
        held = _SELECT if self.hasFocus() else _KEEP
        self.selectionModel().setCurrentIndex(place, held)
        self.scrollTo(place)

    def _open(self, place: QModelIndex) -> None:
        self.opened.emit(self.cards.id_at(place.row()))

    def _choose(self, place: QModelIndex) -> None:
        if place.isValid():
            self.chosen.emit(self.cards.id_at(place.row()))

    def _renew(self) -> None:
        self.painter.renew()
        self.scheduleDelayedItemsLayout()


def card_in(what: QMimeData) -> int | None:
    """Return the id of the card that is dragged, or none."""
    plain = what.data(CARD).toStdString() if what.hasFormat(CARD) else ""
    return int(plain) if plain.isdecimal() else None
