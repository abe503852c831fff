"""People and days: a row for each person, a column for each day, and who is away when.

grid = PeopleDays(_("Calendar of absences"))
grid.show_calendar(calendar, today)
grid.turned.connect(self._turn)       # months, by Page Up and Page Down
grid.opened.connect(self._open)       # id of the person, by Enter
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.domain.leave.row import AwayCalendar, AwayRow, AwaySpan
from app.domain.leave.spans import Span
from app.ui.employees.leave_words import kind_name
from app.ui.kit.row_painter import ink
from app.ui.kit.sheets import header
from app.ui.kit.texts import _, formats
from app.ui.kit.theme import Theme, theme
from app.ui.kit.tips import plain_tip
from app.ui.kit.tokens import HUES, mixed

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SAID = int(Qt.ItemDataRole.AccessibleTextRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_WIDE, _NARROW, _MONTH = 26, 14, 31
NOBODY = AwayCalendar(Span(date.min, date.min), ())


class _Model(QAbstractTableModel):
    """The calendar as a table."""

    def __init__(self) -> None:
        super().__init__()
        self.calendar = NOBODY
        self.today = date.min

    def show(self, calendar: AwayCalendar, today: date) -> None:
        """Show another calendar."""
        self.beginResetModel()
        self.calendar, self.today = calendar, today
        self.endResetModel()

    @property
    def is_long(self) -> bool:
        """Whether more than a month is shown."""
        return self.columnCount() > _MONTH

    def day_at(self, column: int) -> date:
        """Return the day of a column."""
        return self.calendar.span.first + timedelta(days=column)

    def row_at(self, index: Index) -> AwayRow:
        """Return the person of a cell."""
        return self.calendar.rows[index.row()]

    def away_at(self, index: Index) -> AwaySpan | None:
        """Return the absence of a cell."""
        day = self.day_at(index.column())
        spans = (one for one in self.row_at(index).spans if one.span.first <= day <= one.span.last)
        return next(spans, None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.calendar.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        if (parent is not None and parent.isValid()) or self.calendar is NOBODY:
            return 0
        return (self.calendar.span.last - self.calendar.span.first).days + 1

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        said = self._said(index) if role in (_SAID, _TIP) else None
        return plain_tip(said) if role == _TIP and said else said

    def headerData(self, section: int, across: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if across == Qt.Orientation.Vertical:
            return self.calendar.rows[section].name if role == _DISPLAY else None
        day = self.day_at(section)
        if role == _DISPLAY:
            return str(day.day) if not self.is_long or day.day == 1 else ""
        return formats().long_day(day) if role in (_SAID, _TIP) else None

    def _said(self, index: Index) -> str:
        away, row = self.away_at(index), self.row_at(index)
        day = self.day_at(index.column())
        told = [row.name, formats().long_day(day)]
        if away is not None:
            told.append(kind_name(away.kind))
            told += [_("half a day")] if away.is_half else []
            told += [_("asked for")] if away.is_asked else []
        elif day in row.rests:
            told.append(_("day off"))
        count = self.calendar.away_on(day)
        return ", ".join([*told, _("{n} away on this day", n=count)] if count else told)


class _CellPainter(QStyledItemDelegate):
    """Paints a day of a person: free, off, away, or only asked for."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Model)
        tokens, day = theme().tokens, model.day_at(index.column())
        cell: QRect = option.rect
        rests = day in model.row_at(index).rests
        painter.save()
        painter.fillRect(cell, ink(tokens.window if rests else tokens.surface))
        if (away := model.away_at(index)) is not None:
            self._bar(painter, cell, away)
        if day == model.today:
            painter.setPen(QPen(ink(tokens.accent), 1))
            painter.drawLine(cell.topLeft(), cell.bottomLeft())
        if QStyle.StateFlag.State_Selected in option.state:
            painter.setPen(QPen(ink(tokens.accent), 2))
            painter.drawRect(cell.adjusted(1, 1, -1, -1))
        painter.restore()

    def _bar(self, painter: QPainter, cell: QRect, away: AwaySpan) -> None:
        """Paint an absence: half a day is half as high, what is asked for is hatched."""
        px = theme().px
        bar = cell.adjusted(0, px(4), 0, -px(4))
        if away.is_half:
            bar.setTop(bar.center().y())
        tokens = theme().tokens
        hue = tokens.muted if away.kind is None else HUES[away.kind.colour % len(HUES)]
        colour = ink(mixed(hue, tokens.text, 0.4) if tokens.is_dark else hue)
        if away.is_asked:
            painter.fillRect(bar, QBrush(colour, Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(colour, 1))
            painter.drawRect(bar.adjusted(0, 0, -1, -1))
        else:
            painter.fillRect(bar, colour)


def _tight(look: Theme) -> str:
    """Return the look of a heading whose days stand close together."""
    return header(look) + "QHeaderView::section:horizontal { padding: 0px; }"


class PeopleDays(QTableView):
    """Shows who is away; arrows go from day to day, Page Up and Page Down from month to month."""

    turned = Signal(object)
    opened = Signal(object)
    home = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _Model()
        self.setModel(self._model)
        self.setItemDelegate(_CellPainter(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for line in (self.horizontalHeader(), self.verticalHeader()):
            line.setHighlightSections(False)
            line.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            theme().dress(line, _tight)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.horizontalHeader().setMinimumSectionSize(theme().px(_NARROW))
        self.verticalHeader().setDefaultSectionSize(theme().px(30))

    @property
    def day(self) -> date | None:
        """The day under the cursor."""
        place = self.currentIndex()
        return self._model.day_at(place.column()) if place.isValid() else None

    @property
    def person(self) -> AwayRow | None:
        """The person under the cursor."""
        place = self.currentIndex()
        return self._model.row_at(place) if place.isValid() else None

    def said(self) -> str:
        """Return what stands under the cursor, in words."""
        place = self.currentIndex()
        return str(place.data(_SAID)) if place.isValid() else ""

    def show_calendar(self, calendar: AwayCalendar, today: date) -> None:
        """Show a calendar; the cursor stays on its person, on today where it is shown."""
        row = max(self.currentIndex().row(), 0)
        self._model.show(calendar, today)
        size = _NARROW if self._model.is_long else _WIDE
        self.horizontalHeader().setDefaultSectionSize(theme().px(size))
        if calendar.rows:
            is_shown = calendar.span.first <= today <= calendar.span.last
            column = (today - calendar.span.first).days if is_shown else 0
            self.setCurrentIndex(self._model.index(min(row, len(calendar.rows) - 1), column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        person = self.person
        if key in _MONTHS:
            self.turned.emit(_MONTHS[key])
        elif key is Qt.Key.Key_Home:
            self.home.emit()
        elif key in _ENTER and person is not None:
            self.opened.emit(person.id)
        elif event.text().isalpha():
            event.ignore()
        else:
            super().keyPressEvent(event)
