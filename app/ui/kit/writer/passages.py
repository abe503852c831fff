"""Passages: lines that stand only where a condition holds have a bar and its words beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCursor
from PySide6.QtWidgets import QTextEdit

from app.domain.correspondence.body import Asked, Condition
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.writer.forms import ROOM_FOR_WORDS, condition_of


def in_words(when: Condition, label: Callable[[str], str]) -> str:
    """Return a condition as a clerk would say it."""
    field = label(when.field)
    match when.test:
        case Asked.FILLED:
            return _("Only if there is: {field}", field=field)
        case Asked.EMPTY:
            return _("Only without: {field}", field=field)
        case Asked.IS:
            return _("Only if {field} is {value}", field=field, value=when.value)
        case _:
            return _("Only if {field} is not {value}", field=field, value=when.value)


def paint_passages(painter: QPainter, view: QTextEdit, label: Callable[[str], str]) -> None:
    """Draw the ground, the bar and the words of every passage that is in sight."""
    scrolled = view.verticalScrollBar().value()
    width = view.viewport().width()
    for when, top, bottom in _runs(view):
        box = QRectF(4, top - scrolled, width - 8, bottom - top)
        if box.bottom() < 0 or box.top() > view.viewport().height():
            continue
        painter.fillRect(box, QColor(theme().tokens.wash("warn")))
        painter.fillRect(QRectF(4, box.top(), 3, box.height()), theme().colour("warn"))
        _words(painter, box, in_words(when, label))


def _words(painter: QPainter, box: QRectF, words: str) -> None:
    font = painter.font()
    font.setPointSizeF(theme().base_points * 0.8)
    painter.setFont(font)
    painter.setPen(theme().colour("warn"))
    room = theme().px(ROOM_FOR_WORDS)
    place = QRectF(box.right() - room, box.top() + 2, room - 8, box.height())
    corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(place, corner, words)


def _runs(view: QTextEdit) -> Iterator[tuple[Condition, float, float]]:
    """Yield each passage with its top and bottom in the document."""
    held: tuple[Condition, float, float] | None = None
    for when, top, bottom in _lines(view):
        if held and when == held[0]:
            held = (held[0], held[1], bottom)
            continue
        if held:
            yield held
        held = (when, top, bottom) if when is not None else None
    if held:
        yield held


def _lines(view: QTextEdit) -> Iterator[tuple[Condition | None, float, float]]:
    layout = view.document().documentLayout()
    block = view.document().begin()
    while block.isValid():
        table = QTextCursor(block).currentTable()
        box = layout.blockBoundingRect(block)
        if table is None:
            yield condition_of(block.blockFormat()), box.top(), box.bottom()
        else:
            frame = layout.frameBoundingRect(table)
            yield condition_of(table.format()), frame.top(), frame.bottom()
            block = table.lastCursorPosition().block()
        block = block.next()
