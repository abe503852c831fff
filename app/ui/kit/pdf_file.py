"""PDF files and pictures: opened, measured, drawn and read in the light box, beside the window.

    file = PdfFile(pdf)                                  # raises Unreadable
    file.sizes                                           # of every page, in points
    image = file.draw(0, QSize(1190, 1684), clip)        # a part of page 1 as it would be so large
    file.read(0).text

The light box answers one question at a time, so no widget asks it: pages are drawn in the lane for
pages. Whoever sets ``is_left`` waits for nothing of a file any more, and Left is raised there.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, QSizeF
from PySide6.QtGui import QImage

from app.domain.shared.refusals import OfficeError
from app.ui.kit.page_text import PageText

if TYPE_CHECKING:
    from app.services.lightbox import Lightbox

MOST_DOTS = 12_000_000
"""So many dots are asked for at once; what is larger is put together from bands."""

_LOCKED = "reading.locked"
_numbers = itertools.count(1)
_boxes: list[Lightbox] = []
_making = threading.Lock()


class Unreadable(Exception):
    """The bytes are no PDF, or one that only a password opens, or drawing it broke down."""

    def __init__(self, *, is_locked: bool) -> None:
        super().__init__("locked" if is_locked else "unreadable")
        self.is_locked = is_locked


class Left(Exception):
    """Nobody waits for this page any more."""


class PdfFile:
    """An open PDF; the light box forgets it some time after nobody holds it any more."""

    def __init__(self, pdf: bytes, is_left: threading.Event | None = None) -> None:
        self._held = (next(_numbers), pdf)
        self._is_left = is_left or threading.Event()
        with _sentences():
            sizes = lightbox().open(*self._held, self._is_left)
        self.sizes = tuple(QSizeF(*size) for size in sizes)

    def draw(self, page: int, whole: QSize, clip: QRect) -> QImage:
        """Return the part ``clip`` of a page that is ``whole`` pixels large."""
        from app.services.lightbox import Sight  # noqa: PLC0415  not with the window

        image = QImage(clip.size(), QImage.Format.Format_RGB32)
        dots, size = memoryview(image.bits()), (whole.width(), whole.height())
        line = image.bytesPerLine()
        rows = max(MOST_DOTS // max(clip.width(), 1), 1)
        for top in range(0, clip.height(), rows):
            high = min(rows, clip.height() - top)
            sight = Sight(size, (clip.x(), clip.y() + top, clip.width(), high))
            into = dots[top * line : (top + high) * line]
            with _sentences():
                lightbox().draw(self._held, page, sight, into, self._is_left)
        return image

    def read(self, page: int) -> PageText:
        """Return the characters of a page, and where each one stands."""
        with _sentences():
            return PageText(*lightbox().read(self._held, page, self._is_left))

    def leave(self) -> None:
        """Wait for nothing of it any more: what is drawn for long already ends."""
        self._is_left.set()

    def __del__(self) -> None:
        # Whoever lets go may be the window, which must not wait for a page that is being drawn.
        if _boxes and hasattr(self, "_held"):
            _boxes[0].forget(self._held[0])


def lightbox() -> Lightbox:
    """Return the one light box of the process."""
    with _making:
        if not _boxes:
            # What begins processes is loaded when a page is looked at, not with the window.
            from app.services.lightbox import Lightbox  # noqa: PLC0415  not with the window

            _boxes.append(Lightbox())
        return _boxes[0]


def warm_up() -> None:
    """Begin what draws, so that the first page does not wait for it."""
    with _sentences():
        lightbox().warm_up()


def let_go() -> None:
    """End what draws, with the pages that it holds; the next page begins it anew."""
    for box in _boxes:
        box.let_go()


def picture_of(content: bytes, is_left: threading.Event | None = None) -> tuple[QImage, QSize]:
    """Return the picture that bytes hold, the right way up, and how large it is itself.

    Raises Unreadable, Left.
    """
    with _sentences():
        (wide, high), of, dots = lightbox().picture(content, is_left)
    image = QImage(dots, wide, high, 4 * wide, QImage.Format.Format_RGBA8888).copy()
    return image, QSize(*of)


@contextmanager
def _sentences() -> Iterator[None]:
    """Raise what a view tells: Unreadable, Left."""
    from app.services.lightbox import LetGo  # noqa: PLC0415  not with the window

    try:
        yield
    except LetGo:
        raise Left from None
    except OfficeError as error:
        raise Unreadable(is_locked=error.code == _LOCKED) from None
