"""Things in the text: fields are drawn as pills, pictures as they are, page turns as a line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.writer.forms import Mark, Thing

PER_MM = 96 / 25.4
LARGEST_SIDE = 2400
"""How many pixels a picture has at most each way: 380 dots an inch over a whole page."""
_TURN_HEIGHT = 22


class Things(QPyTextObject):
    """Draws the things of a document; ``load`` gives the bytes of a picture by its SHA-256."""

    def __init__(self, parent: QObject, load: Callable[[str], bytes]) -> None:
        super().__init__(parent)
        self.labels: Mapping[str, str] = {}
        self.width = 600.0
        self._decode = lru_cache(maxsize=64)(partial(_decoded, load))

    def attach(self, document: QTextDocument) -> None:
        """Draw the things of this document from now on."""
        for thing in Thing:
            document.documentLayout().registerHandler(thing.value, self)

    def label(self, field: str) -> str:
        """Return the words on a field's pill; one that nobody knows shows its own name."""
        return self.labels.get(field, field)

    def forget_pictures(self) -> None:
        """Load pictures again when they are drawn next."""
        self._decode.cache_clear()

    def intrinsicSize(self, document: QTextDocument, place: int, form: QTextFormat) -> QSizeF:
        match form.objectType():
            case Thing.CHIP:
                metrics = QFontMetricsF(form.toCharFormat().font())
                label = self.label(form.stringProperty(Mark.FIELD))
                return QSizeF(metrics.horizontalAdvance(label) + 14, metrics.height() + 2)
            case Thing.PICTURE:
                return self._picture_size(form)
            case _:
                return QSizeF(self.width, _TURN_HEIGHT)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        place: int,
        form: QTextFormat,
    ) -> None:
        rect = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match form.objectType():
            case Thing.CHIP:
                self._chip(painter, rect, form)
            case Thing.PICTURE:
                self._picture(painter, rect, form)
            case _:
                _page_turn(painter, rect)
        painter.restore()

    def _chip(self, painter: QPainter, rect: QRectF, form: QTextFormat) -> None:
        field = form.stringProperty(Mark.FIELD)
        tone = "accent" if field in self.labels else "bad"
        pill = rect.adjusted(2, 1, -2, -1)
        painter.setPen(QPen(QColor(theme().tokens.tone(tone)), 1))
        painter.setBrush(QColor(theme().tokens.wash(tone)))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(form.toCharFormat().font())
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.label(field))

    def _picture(self, painter: QPainter, rect: QRectF, form: QTextFormat) -> None:
        picture = self._decoded(form)
        if picture.isNull():
            _frame(painter, rect, form.stringProperty(Mark.TEXT) or _("Picture not found"))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(rect, picture)

    def _picture_size(self, form: QTextFormat) -> QSizeF:
        width = min(form.intProperty(Mark.WIDTH) * PER_MM, self.width)
        picture = self._decoded(form)
        if picture.isNull():
            return QSizeF(width, width / 4 + 20)
        return QSizeF(width, width * picture.height() / picture.width())

    def _decoded(self, form: QTextFormat) -> QImage:
        return self._decode(form.stringProperty(Mark.SHA256))


def _decoded(load: Callable[[str], bytes], sha256: str) -> QImage:
    """Return a picture no larger than it is shown or printed: many are kept at once."""
    return shrunk(QImage.fromData(load(sha256)))


def shrunk(picture: QImage) -> QImage:
    """Return a picture with no more pixels than paper shows."""
    if max(picture.width(), picture.height()) <= LARGEST_SIDE:
        return picture
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(LARGEST_SIDE, LARGEST_SIDE, keep, smooth)


def _frame(painter: QPainter, rect: QRectF, words: str) -> None:
    painter.setPen(QPen(theme().colour("border"), 1, Qt.PenStyle.DashLine))
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
    painter.setPen(theme().colour("muted"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def _page_turn(painter: QPainter, rect: QRectF) -> None:
    words = _("New page")
    room = painter.fontMetrics().horizontalAdvance(words) + 16
    middle = rect.center()
    painter.setPen(QPen(theme().colour("border"), 1, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(rect.left(), middle.y()), QPointF(middle.x() - room / 2, middle.y()))
    painter.drawLine(QPointF(middle.x() + room / 2, middle.y()), QPointF(rect.right(), middle.y()))
    painter.setPen(theme().colour("muted"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)
