"""PDF files: opened, measured, drawn and read by PDFium, one thing at a time.

    file = PdfFile(pdf)                                  # raises Unreadable
    file.sizes                                           # of every page, in points
    image = file.draw(0, QSize(1190, 1684), clip)        # a part of page 1 as it would be so large
    file.read(0).text

PDFium serves one thread at a time: everything here takes the one lock of the process. No widget
waits for it, as pages are drawn in the lane for pages.
"""

from __future__ import annotations

import ctypes
import threading
from array import array
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import chain
from typing import Any

from PySide6.QtCore import QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage

from app.ui.kit.page_text import PageText

_FINE = 100
_UNSEEN = {"\x00": " ", "\x02": "-", "\ufffe": "-"}
_lock = threading.RLock()
_spent: deque[Any] = deque()


class Unreadable(Exception):
    """The bytes are no PDF, or one that only a password opens."""

    def __init__(self, *, is_locked: bool) -> None:
        super().__init__("locked" if is_locked else "unreadable")
        self.is_locked = is_locked


class PdfFile:
    """An open PDF; it is closed some time after nobody holds it any more."""

    def __init__(self, pdf: bytes) -> None:
        with _turn() as pdfium:
            self._bytes = pdf
            self._document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
            if not self._document:
                reason = pdfium.FPDF_GetLastError()
                raise Unreadable(is_locked=reason == pdfium.FPDF_ERR_PASSWORD)
            self._form = _form_of(pdfium, self._document)
            count = pdfium.FPDF_GetPageCount(self._document)
            self.sizes = tuple(self._size(pdfium, page) for page in range(count))
        if not self.sizes:
            raise Unreadable(is_locked=False)

    def draw(self, page: int, whole: QSize, clip: QRect) -> QImage:
        """Return the part ``clip`` of a page that is ``whole`` pixels large."""
        image = QImage(clip.size(), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        with _turn() as pdfium, self._page(pdfium, page) as held:
            pixels = image.bits()
            memory = (ctypes.c_char * len(pixels)).from_buffer(pixels)
            shape = (image.width(), image.height(), pdfium.FPDFBitmap_BGRx)
            bitmap = pdfium.FPDFBitmap_CreateEx(*shape, memory, image.bytesPerLine())
            try:
                place = (-clip.x(), -clip.y(), whole.width(), whole.height())
                pdfium.FPDF_RenderPageBitmap(bitmap, held, *place, 0, pdfium.FPDF_ANNOT)
                if self._form is not None:
                    pdfium.FPDF_FFLDraw(self._form[0], bitmap, held, *place, 0, pdfium.FPDF_ANNOT)
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)
        return image

    def read(self, page: int) -> PageText:
        """Return the characters of a page, and where each one stands."""
        with _turn() as pdfium, self._page(pdfium, page) as held:
            text = pdfium.FPDFText_LoadPage(held)
            try:
                turned = _Turned(pdfium, held, self.sizes[page])
                count = max(pdfium.FPDFText_CountChars(text), 0)
                signs = [chr(pdfium.FPDFText_GetUnicode(text, one)) for one in range(count)]
                edges = array("f", chain.from_iterable(turned.box(text, n) for n in range(count)))
            finally:
                pdfium.FPDFText_ClosePage(text)
        return PageText("".join(_UNSEEN.get(sign, sign) for sign in signs), edges)

    def _size(self, pdfium: Any, page: int) -> QSizeF:
        size = pdfium.FS_SIZEF()
        pdfium.FPDF_GetPageSizeByIndexF(self._document, page, ctypes.byref(size))
        return QSizeF(max(size.width, 1.0), max(size.height, 1.0))

    @contextmanager
    def _page(self, pdfium: Any, page: int) -> Iterator[Any]:
        held = pdfium.FPDF_LoadPage(self._document, page)
        if not held:
            raise Unreadable(is_locked=False)
        try:
            yield held
        finally:
            pdfium.FPDF_ClosePage(held)

    def __del__(self) -> None:
        # Whoever lets go may be the window, which must not wait for a page that is being drawn.
        document = getattr(self, "_document", None)
        if document:
            _spent.append((document, getattr(self, "_form", None), self._bytes))


class _Turned:
    """Where characters stand on a page as it is looked at, in points from its upper left."""

    def __init__(self, pdfium: Any, page: Any, size: QSizeF) -> None:
        self._pdfium = pdfium
        self._area = (0, 0, round(size.width() * _FINE), round(size.height() * _FINE), 0)
        self._loose = pdfium.FS_RECTF()
        self._into = ctypes.byref(self._loose)
        (left, top), (across, aslant), (askew, down) = (
            self._seen(page, *corner) for corner in ((0, 0), (_FINE, 0), (0, _FINE))
        )
        self._origin = (left / _FINE, top / _FINE)
        self._by_x = ((across - left) / _FINE**2, (aslant - top) / _FINE**2)
        self._by_y = ((askew - left) / _FINE**2, (down - top) / _FINE**2)

    def box(self, text: Any, place: int) -> tuple[float, float, float, float]:
        """Return the box of a character; an empty one for what PDFium has added itself."""
        loose = self._loose
        if not self._pdfium.FPDFText_GetLooseCharBox(text, place, self._into):
            return 0.0, 0.0, 0.0, 0.0
        (left, top), (right, bottom) = (
            self._at(loose.left, loose.top),
            self._at(loose.right, loose.bottom),
        )
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (
            self._origin[0] + x * self._by_x[0] + y * self._by_y[0],
            self._origin[1] + x * self._by_x[1] + y * self._by_y[1],
        )

    def _seen(self, page: Any, x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        found = (ctypes.byref(across), ctypes.byref(down))
        self._pdfium.FPDF_PageToDevice(page, *self._area, x, y, *found)
        return across.value, down.value


@contextmanager
def _turn() -> Iterator[Any]:
    """Wait for PDFium, close what nobody holds any more, and hand it out."""
    with _lock:
        pdfium = _library()
        while _spent:
            document, form, _bytes = _spent.popleft()
            if form is not None:
                pdfium.FPDFDOC_ExitFormFillEnvironment(form[0])
            pdfium.FPDF_CloseDocument(document)
        yield pdfium


def _form_of(pdfium: Any, document: Any) -> tuple[Any, Any] | None:
    """Return what draws the fields of a form that somebody filled in, if there is one."""
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_NONE:
        return None
    calls = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, ctypes.byref(calls))
    return (form, calls) if form else None


def warm_up() -> None:
    """Load PDFium, so that the first page does not wait for it."""
    with _turn():
        pass


@cache
def _library() -> Any:
    # PDFium takes as long to load as three pages to draw: only when a page is looked at.
    import pypdfium2.raw  # noqa: PLC0415  takes as long as drawing three pages

    return pypdfium2.raw
