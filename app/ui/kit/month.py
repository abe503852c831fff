"""The month: a grid of days, each with what falls on it; a card can be dropped on a day.

month = MonthGrid(today, QLocale("fi"), first_weekday)
month.turned.connect(self._ask)            # first and last day that are shown
month.tell({day: DayLoad(12, ("Kahvila Aamu Oy",), "warn")})
month.chosen.connect(self._show_day)       # the day under the cursor
month.opened.connect(self._enter_day)      # the day, by Enter
month.taken.connect(self._move)            # id of a card and the day it was dropped on
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.ui.kit.cards import card_in
from app.ui.kit.row_painter import ink
from app.ui.kit.sheets import header
from app.ui.kit.texts import formats, many
from app.ui.kit.theme import theme

WEEKS, DAYS = 6, 7
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-DAYS),
    Qt.Key.Key_Down: timedelta(days=DAYS),
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SAID = int(Qt.ItemDataRole.AccessibleTextRole)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class DayLoad:
    """What falls on a day: how many, the first of them by name, and the tone of the number."""

    count: int
    names: tuple[str, ...] = ()
    tone: str = ""


NOTHING = DayLoad(0)


class _Month(QAbstractTableModel):
    """Six weeks around a month; the first column is the first day of the week."""

    def __init__(self, today: date, locale: QLocale, first_weekday: int) -> None:
        super().__init__()
        self.today = today
        self._locale = locale
        self._first_weekday = first_weekday
        self._loads: Mapping[date, DayLoad] = {}
        self.month = today.replace(day=1)
        self.first = self._first()

    def turn(self, day: date) -> bool:
        """Show the month of a day; say whether it is another one than before."""
        month = day.replace(day=1)
        if month == self.month:
            return False
        self.beginResetModel()
        self.month = month
        self.first = self._first()
        self._loads = {}
        self.endResetModel()
        return True

    def tell(self, loads: Mapping[date, DayLoad]) -> None:
        """Show what falls on each day."""
        self._loads = loads
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS - 1, DAYS - 1))

    def day_at(self, index: Index) -> date:
        """Return the day of a cell."""
        return self.first + timedelta(days=index.row() * DAYS + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """Return the cell of a day that is shown."""
        week, column = divmod((day - self.first).days, DAYS)
        return self.index(week, column)

    def load(self, day: date) -> DayLoad:
        """Return what falls on a day."""
        return self._loads.get(day, NOTHING)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WEEKS

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else DAYS

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if role == _DISPLAY:
            return str(self.day_at(index).day)
        if role == _SAID:
            return self._said(self.day_at(index))
        return None

    def headerData(self, section: int, across: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if role != _DISPLAY:
            return None
        if across == Qt.Orientation.Horizontal:
            weekday = (self._first_weekday + section) % DAYS + 1
            return self._locale.standaloneDayName(weekday, QLocale.FormatType.ShortFormat)
        thursday = self.first + timedelta(days=section * DAYS + (3 - self._first_weekday) % DAYS)
        return str(thursday.isocalendar().week)

    def _said(self, day: date) -> str:
        load = self.load(day)
        told = many("{n} entry", "{n} entries", load.count) if load.count else ""
        return ", ".join(one for one in (formats().long_day(day), told, *load.names) if one)

    def _first(self) -> date:
        before = (self.month.weekday() - self._first_weekday) % DAYS
        return self.month - timedelta(days=before)


class _DayPainter(QStyledItemDelegate):
    """Paints a day: its number, how many fall on it, and as many names as there is room for."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Month)
        px, tokens, day = theme().px, theme().tokens, model.day_at(index)
        cell: QRect = option.rect.adjusted(1, 1, -1, -1)
        is_chosen = QStyle.StateFlag.State_Selected in option.state
        is_here = day.month == model.month.month
        painter.save()
        painter.fillRect(cell, ink(tokens.selected if is_chosen else self._ground(day, is_here)))
        if is_chosen and QStyle.StateFlag.State_HasFocus in option.state:
            painter.setPen(QPen(ink(tokens.accent), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        room, load = cell.adjusted(px(6), px(4), -px(6), -px(4)), model.load(day)
        self._number(painter, room, day, model.today, is_here=is_here)
        if load.count:
            painter.setPen(ink(tokens.tone(load.tone or "accent")))
            top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, int(top), str(load.count))
            self._names(painter, room, load.names, is_chosen=is_chosen)
        painter.restore()

    def _ground(self, day: date, is_here: bool) -> str:  # noqa: FBT001  one word of a sentence
        tokens = theme().tokens
        is_rest = day.weekday() >= 5
        return tokens.window if is_rest or not is_here else tokens.surface

    def _number(
        self, painter: QPainter, room: QRect, day: date, today: date, *, is_here: bool
    ) -> None:
        tokens, font = theme().tokens, painter.font()
        usual = painter.font()
        font.setBold(day == today)
        painter.setFont(font)
        shown = tokens.accent if day == today else tokens.text if is_here else tokens.muted
        painter.setPen(ink(shown))
        top = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(top), str(day.day))
        painter.setFont(usual)

    def _names(
        self, painter: QPainter, room: QRect, names: tuple[str, ...], *, is_chosen: bool
    ) -> None:
        tokens, metrics = theme().tokens, painter.fontMetrics()
        high = metrics.height()
        line = QRect(room.left(), room.top() + high, room.width(), high)
        painter.setPen(ink(tokens.on_selected if is_chosen else tokens.muted))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for name in names:
            if line.bottom() > room.bottom():
                break
            told = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(line, int(left), told)
            line.translate(0, high)


class MonthGrid(QTableView):
    """Shows a month; arrows go from day to day and on into the next month."""

    turned = Signal(object, object)
    chosen = Signal(object)
    opened = Signal(object)
    taken = Signal(object, object)

    def __init__(self, name: str, today: date, locale: QLocale, first_weekday: int) -> None:
        super().__init__()
        self._month = _Month(today, locale, first_weekday)
        self.setModel(self._month)
        self.setItemDelegate(_DayPainter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setAcceptDrops(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        for line in (self.horizontalHeader(), self.verticalHeader()):
            line.setHighlightSections(False)
            theme().dress(line, header)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentChanged.connect(self._choose)
        self.doubleClicked.connect(self._open)
        self.setCurrentIndex(self._month.index_of(today))

    @property
    def day(self) -> date:
        """Return the day under the cursor."""
        return self._month.day_at(self.currentIndex())

    @property
    def month(self) -> date:
        """Return the first day of the month that is shown."""
        return self._month.month

    @property
    def span(self) -> tuple[date, date]:
        """Return the first and the last day that are shown."""
        return self._month.first, self._month.first + timedelta(days=WEEKS * DAYS - 1)

    def tell(self, loads: Mapping[date, DayLoad]) -> None:
        """Show what falls on each day."""
        self._month.tell(loads)

    def go_to(self, day: date) -> None:
        """Put the cursor on a day, and show its month."""
        if self._month.turn(day):
            self.turned.emit(*self.span)
        self.setCurrentIndex(self._month.index_of(day))

    def turn(self, months: int) -> None:
        """Show the month so many months later, with the cursor on the same day of it."""
        count = self.day.year * 12 + self.day.month - 1 + months
        year, month = divmod(count, 12)
        last = monthrange(year, month + 1)[1]
        self.go_to(date(year, month + 1, min(self.day.day, last)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go_to(self.day + _STEPS[key])
        elif key in _MONTHS:
            self.turn(_MONTHS[key])
        elif key is Qt.Key.Key_Home:
            self.go_to(self._month.today)
        elif key in _ENTER:
            self.opened.emit(self.day)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        record, place = card_in(event.mimeData()), self.indexAt(event.position().toPoint())
        if record is not None and place.isValid():
            event.acceptProposedAction()
            self.taken.emit(record, self._month.day_at(place))

    def _welcome(self, event: QDropEvent) -> None:
        place = self.indexAt(event.position().toPoint())
        if card_in(event.mimeData()) is not None and place.isValid():
            event.acceptProposedAction()
        else:
            event.ignore()

    def _choose(self, place: QModelIndex) -> None:
        if place.isValid():
            self.chosen.emit(self._month.day_at(place))

    def _open(self, place: QModelIndex) -> None:
        self.opened.emit(self._month.day_at(place))
