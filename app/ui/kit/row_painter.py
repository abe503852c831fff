"""The row painter: cells of a TableModel as text, icon or badge, on quiet ground."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.ui.kit.column_fit import PADDING
from app.ui.kit.icons import drawing
from app.ui.kit.lettering import Lettering
from app.ui.kit.table import Cell, Part, TableModel
from app.ui.kit.theme import theme
from app.ui.kit.tokens import Tokens

_SELECTED = QStyle.StateFlag.State_Selected

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Measures:
    """What the text size and the colours of now come to, worked out once for all cells."""

    tokens: Tokens
    padding: int
    icon: int
    gap: int
    badge: int
    badge_text: int
    badge_top: int
    badge_room: int
    bar: int


def _measures() -> _Measures:
    px = theme().px
    return _Measures(
        tokens=theme().tokens,
        padding=px(PADDING),
        icon=px(16),
        gap=px(6),
        badge=px(16),
        badge_text=px(12),
        badge_top=px(4),
        badge_room=px(2),
        bar=px(3),
    )


@lru_cache(maxsize=64)
def ink(colour: str) -> QColor:
    """Return a colour of the theme, read from its text once."""
    return QColor(colour)


@lru_cache(maxsize=256)
def badge(width: int, height: int, ground: str, line: str, ratio: float) -> QPixmap:
    """Return the ground of a badge as pixels."""
    pixels = QPixmap(round((width + 2) * ratio), round((height + 2) * ratio))
    pixels.setDevicePixelRatio(ratio)
    pixels.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ink(ground))
    painter.setPen(QPen(ink(line), 1))
    painter.drawRoundedRect(QRect(1, 1, width, height), height / 2, height / 2)
    painter.end()
    return pixels


def _bold(usual: QFont) -> QFont:
    font = QFont(usual)
    font.setBold(True)
    return font


class RowPainter(QStyledItemDelegate):
    """Paints one cell: ground, icon, text or badge; the lines between rows are the view's."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lettering = Lettering()
        self._now = _measures()
        theme().changed.connect(self.renew)

    @property
    def under(self) -> int:
        """How much taller than usual the rows are, in pixels, for what stands under the cells."""
        return 0

    def renew(self) -> None:
        """Lay everything out anew: fonts or colours are others now."""
        self._lettering.forget()
        self._now = _measures()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, TableModel)
        place = index.column()
        column, cell = model.columns[place], model.cell(index.row(), place)
        rect: QRect = option.rect
        is_selected = _SELECTED in option.state
        if is_selected:
            painter.fillRect(rect, ink(self._now.tokens.selected))
            self._mark_cursor(painter, rect, index)
        room = rect.adjusted(self._now.padding, 0, -self._now.padding, -1)
        if cell.icon:
            room = self._icon(painter, room, cell, is_selected=is_selected)
        if not cell.text:
            return
        if cell.parts:
            self._pills(painter, room, cell.parts)
        elif column.is_pill:
            self._pill(painter, room, cell)
        else:
            tokens = self._now.tokens
            colour = tokens.on_selected if is_selected else tokens.tone(cell.tone)
            usual = painter.font()
            if cell.is_strong:
                painter.setFont(_bold(usual))
            self._text(painter, room, cell.text, colour, is_right=column.right)
            painter.setFont(usual)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, TableModel)
        cell = model.cell(index.row(), index.column())
        width = option.fontMetrics.horizontalAdvance(cell.text)
        extra = theme().px(24) if cell.icon or model.columns[index.column()].is_pill else 0
        return QSize(width + 2 * self._now.padding + extra + 2, theme().row_height)

    def _text(
        self, painter: QPainter, room: QRect, text: str, colour: str, *, is_right: bool
    ) -> None:
        width = room.width()
        written = self._lettering.written(painter, text, width)
        left = room.left() + (width - written.width if is_right else 0)
        top = room.top() + (room.height() - written.height + 1) // 2
        painter.setPen(ink(colour))
        painter.drawStaticText(left, top, written.drawn)

    def _mark_cursor(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw a bar before the row that the keys move, while the table has the keyboard."""
        table = self.parent()
        if isinstance(table, QTableView) and table.hasFocus():
            is_first = table.horizontalHeader().visualIndex(index.column()) == 0
            if is_first and table.currentIndex().row() == index.row():
                bar = QRect(rect.left(), rect.top(), self._now.bar, rect.height())
                painter.fillRect(bar, ink(self._now.tokens.accent))

    def _icon(self, painter: QPainter, room: QRect, cell: Cell, *, is_selected: bool) -> QRect:
        size, tokens = self._now.icon, self._now.tokens
        colour = tokens.on_selected if is_selected else tokens.tone(cell.tone or "muted")
        ratio = painter.device().devicePixelRatioF()
        top = room.top() + (room.height() - size) // 2
        painter.drawPixmap(room.left(), top, drawing(cell.icon, size, colour, ratio))
        return room.adjusted(size + self._now.gap, 0, 0, 0)

    def _pills(self, painter: QPainter, room: QRect, parts: tuple[Part, ...]) -> None:
        """Draw a badge for each part; how many more there are where there is no room for all."""
        gap = self._now.bar
        for place, part in enumerate(parts):
            rest = len(parts) - place
            width = self._width_of(painter, part.text)
            more = self._width_of(painter, f"+{rest - 1}") + gap if rest > 1 else 0
            if place and width + more > room.width():
                self._pill(painter, room, Cell(f"+{rest}", "", "muted"))
                return
            self._pill(painter, room.adjusted(0, 0, -more, 0), Cell(part.text, "", part.tone))
            if rest == 1:
                return
            room = room.adjusted(min(width, room.width() - more) + gap, 0, 0, 0)

    def _width_of(self, painter: QPainter, text: str) -> int:
        return painter.fontMetrics().horizontalAdvance(text) + self._now.badge + 1

    def _pill(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        now, tokens = self._now, self._now.tokens
        written = self._lettering.written(painter, cell.text, room.width() - now.badge_text)
        wide = min(written.width + now.badge, room.width())
        high = min(written.height + now.badge_top, room.height() - now.badge_room)
        left, top = room.left(), room.top() + (room.height() - high) // 2
        ratio = painter.device().devicePixelRatioF()
        ground = badge(wide, high, tokens.wash(cell.tone), tokens.line, ratio)
        painter.drawPixmap(left - 1, top - 1, ground)
        painter.setPen(ink(tokens.tone(cell.tone)))
        across, down = (wide - written.width) // 2, (high - written.height) // 2
        painter.drawStaticText(left + across, top + down, written.drawn)
