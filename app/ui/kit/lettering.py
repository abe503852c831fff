"""Lettering: texts that are painted again and again, laid out once for the room they have.

A page of a list has the same texts in every frame; laying them out costs more than drawing them.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QStaticText

_MOST_KEPT = 4000
_ELIDE = Qt.TextElideMode.ElideRight


class Written(NamedTuple):
    """A text as it is drawn: shortened where there is no room, with its size in pixels."""

    drawn: QStaticText
    width: int
    height: int


class Lettering:
    """Lays texts out, and keeps what was laid out last."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int, bool], Written] = {}

    def written(self, painter: QPainter, text: str, room: int) -> Written:
        """Return a text for the painter's font, no wider than the room."""
        key = (text, room, painter.font().bold())
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self.forget()
            found = self._kept[key] = _laid_out(painter, text, room)
        return found

    def forget(self) -> None:
        """Lay everything out anew: the font is another one now."""
        self._kept.clear()


def _laid_out(painter: QPainter, text: str, room: int) -> Written:
    drawn = _static(painter, text)
    if drawn.size().width() > room:
        drawn = _static(painter, painter.fontMetrics().elidedText(text, _ELIDE, room))
    size = drawn.size()
    return Written(drawn, round(size.width()), round(size.height()))


def _static(painter: QPainter, text: str) -> QStaticText:
    drawn = QStaticText(text)
    drawn.setTextFormat(Qt.TextFormat.PlainText)
    drawn.prepare(painter.transform(), painter.font())
    return drawn
