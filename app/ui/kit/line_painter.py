"""Lines of a list with an icon, a text and a quiet detail at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.kit.icons import drawing
from app.ui.kit.theme import theme

DETAIL = int(Qt.ItemDataRole.UserRole) + 1
ICON = int(Qt.ItemDataRole.UserRole) + 2
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight

Index = QModelIndex | QPersistentModelIndex


class LinePainter(QStyledItemDelegate):
    """Paints a line; the roles DETAIL and ICON say what stands beside the text."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, px = theme().tokens, theme().px
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_selected or is_under:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.selected if is_selected else tokens.hover))
            painter.drawRoundedRect(option.rect, px(6), px(6))
        painter.restore()
        inside = QRect(option.rect).adjusted(px(10), 0, -px(10), 0)
        strong = tokens.on_selected if is_selected else tokens.text
        icon = str(index.data(ICON) or "")
        self._icon(painter, inside, icon, strong)
        words = inside.adjusted(px(28) if icon else 0, 0, 0, 0)
        quiet = tokens.on_selected if is_selected else tokens.muted
        words = self._detail(painter, words, str(index.data(DETAIL) or ""), quiet)
        painter.setPen(QColor(strong))
        text = painter.fontMetrics().elidedText(str(index.data()), _ELIDE, words.width())
        painter.drawText(words, _MIDDLE | Qt.AlignmentFlag.AlignLeft, text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme().px(200), theme().px(36))

    def _icon(self, painter: QPainter, inside: QRect, name: str, colour: str) -> None:
        if name:
            size = theme().px(18)
            pixels = drawing(name, size, colour, painter.device().devicePixelRatioF())
            top = inside.top() + (inside.height() - size) // 2
            painter.drawPixmap(inside.left(), top, pixels)

    def _detail(self, painter: QPainter, words: QRect, detail: str, colour: str) -> QRect:
        if not detail:
            return words
        metrics = painter.fontMetrics()
        room = words.width() * 3 // 5
        text = metrics.elidedText(detail, _ELIDE, room)
        painter.setPen(QColor(colour))
        painter.drawText(words, _MIDDLE | Qt.AlignmentFlag.AlignRight, text)
        return words.adjusted(0, 0, -metrics.horizontalAdvance(text) - theme().px(12), 0)
