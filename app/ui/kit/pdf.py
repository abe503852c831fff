"""A PDF as the viewer needs it: pages as pictures, letters with their places, words to find.

pdfium is not safe in threads: one lock for all documents. Places are points from the top left.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage

_lock = threading.RLock()
_NEAR = 4.0
_MOST_FOUND = 500
_SOFT_HYPHENS = str.maketrans({"\ufffe": "", "\x02": "", "\r": ""})


@dataclass(frozen=True, slots=True)
class Span:
    """A run of letters on a page."""

    page: int
    start: int
    count: int


class Pdf:
    """One open document; close it when it is no longer shown."""

    def __init__(self, content: bytes) -> None:
        # pdfium costs 35 ms to load and is needed only where a page is shown.
        import pypdfium2  # noqa: PLC0415

        with _lock:
            self._document = pypdfium2.PdfDocument(content)
            self._pages: list[Any] = list(self._document)
            self.sizes = tuple(QSizeF(*page.get_size()) for page in self._pages)
            self._texts: dict[int, Any] = {}

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, number: int, scale: float) -> QImage:
        """Return a page as a picture, ``scale`` pixels to the point."""
        with _lock:
            bitmap = self._pages[number].render(scale=scale, prefer_bgrx=True)
            picture = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
        return picture

    def text(self, span: Span) -> str:
        """Return the letters of a span; a count of −1 goes to the end of the page."""
        with _lock:
            found = self._text(span.page).get_text_range(span.start, span.count)
        return str(found).translate(_SOFT_HYPHENS)

    def letters(self, number: int) -> int:
        """Return how many letters a page has."""
        with _lock:
            return int(self._text(number).count_chars())

    def letter_at(self, number: int, place: QPointF) -> int | None:
        """Return the letter at a place, or near it."""
        height = self.sizes[number].height()
        with _lock:
            found = self._text(number).get_index(place.x(), height - place.y(), _NEAR, _NEAR)
        return None if found is None or found < 0 else int(found)

    def boxes(self, span: Span) -> tuple[QRectF, ...]:
        """Return where the letters of a span stand, line by line."""
        height = self.sizes[span.page].height()
        with _lock:
            text = self._text(span.page)
            count = text.count_rects(span.start, span.count)
            found = [text.get_rect(number) for number in range(count)]
        return tuple(
            QRectF(left, height - top, right - left, top - bottom)
            for left, bottom, right, top in found
        )

    def find(self, words: str) -> tuple[Span, ...]:
        """Return every place where the words stand, whatever their case."""
        found: list[Span] = []
        if not words.strip():
            return ()
        with _lock:
            for number in range(len(self)):
                search = self._text(number).search(words.strip())
                while (hit := search.get_next()) is not None and len(found) < _MOST_FOUND:
                    found.append(Span(number, *hit))
        return tuple(found)

    def close(self) -> None:
        """Let go of the document; pictures that were made stay."""
        with _lock:
            for part in (*self._texts.values(), *self._pages):
                part.close()
            self._texts.clear()
            self._pages.clear()
            self._document.close()

    def _text(self, number: int) -> Any:
        if number not in self._texts:
            self._texts[number] = self._pages[number].get_textpage()
        return self._texts[number]
