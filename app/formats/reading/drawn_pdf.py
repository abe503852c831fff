"""PDFs as they are looked at: measured, drawn and read by PDFium, in a process of its own.

What was filled into a form is drawn. No script is run: this PDFium has nothing that could.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from typing import Any

from app.formats.reading.limits import MOST_PAGES
from app.formats.reading.refusals import DamagedFile, LockedFile

MOST_DOTS = 12_500_000
"""How many dots are drawn at once: a page of A4 at 300 %, on a screen of two to the point."""

_FINE = 100
_DOT = 4
_UNSEEN = {"\x00": " ", "\x02": "-", "\ufffe": "-"}

Clip = tuple[int, int, int, int]


class Sheet:
    """White paper that is used again: to find room for millions of dots takes as long as drawing.

    What was drawn on it before is gone with the next.
    """

    def __init__(self) -> None:
        self._dots = bytearray()

    def white(self, size: int) -> memoryview:
        """Return so many bytes, all of them white."""
        if len(self._dots) < size:
            self._dots = bytearray(size)
        clean = memoryview(self._dots)[:size]
        ctypes.memset((ctypes.c_char * size).from_buffer(clean), 0xFF, size)
        return clean


class DrawnPdf:
    """An open PDF; raises DamagedFile, LockedFile."""

    def __init__(self, raw: bytes) -> None:
        import pypdfium2.raw as pdfium  # noqa: PLC0415  9 MB, loaded where a PDF is drawn

        self._pdfium = pdfium
        self.raw = raw
        self._document = pdfium.FPDF_LoadMemDocument64(raw, len(raw), None)
        if not self._document:
            if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
                raise LockedFile(why="pdf")
            raise DamagedFile(reason="")
        self._form = self._form_in()
        count = min(pdfium.FPDF_GetPageCount(self._document), MOST_PAGES)
        self.sizes = tuple(self._size(page) for page in range(count))
        if not self.sizes:
            self.close()
            raise DamagedFile(reason="")

    def draw(self, page: int, whole: tuple[int, int], clip: Clip, sheet: Sheet) -> memoryview:
        """Return the part of a page that is ``whole`` dots large: blue, green, red and nothing."""
        pdfium, (left, top, wide, high) = self._pdfium, clip
        if wide < 1 or high < 1 or wide * high > MOST_DOTS:
            raise ValueError(clip)
        dots = sheet.white(wide * high * _DOT)
        memory = (ctypes.c_char * len(dots)).from_buffer(dots)
        with self._page(page) as held:
            bitmap = pdfium.FPDFBitmap_CreateEx(
                wide, high, pdfium.FPDFBitmap_BGRx, memory, wide * _DOT
            )
            try:
                place = (-left, -top, *whole)
                pdfium.FPDF_RenderPageBitmap(bitmap, held, *place, 0, pdfium.FPDF_ANNOT)
                if self._form is not None:
                    pdfium.FPDF_FFLDraw(self._form[0], bitmap, held, *place, 0, pdfium.FPDF_ANNOT)
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)
        return dots

    def read(self, page: int) -> tuple[str, array[float]]:
        """Return the characters of a page, and four numbers for the box of each one."""
        pdfium = self._pdfium
        with self._page(page) as held:
            text = pdfium.FPDFText_LoadPage(held)
            try:
                turned = _Turned(pdfium, held, self.sizes[page])
                count = max(pdfium.FPDFText_CountChars(text), 0)
                signs = [chr(pdfium.FPDFText_GetUnicode(text, one)) for one in range(count)]
                edges = array("f", chain.from_iterable(turned.box(text, n) for n in range(count)))
            finally:
                pdfium.FPDFText_ClosePage(text)
        return "".join(_UNSEEN.get(sign, sign) for sign in signs), edges

    def close(self) -> None:
        """Let the document go."""
        if self._form is not None:
            self._pdfium.FPDFDOC_ExitFormFillEnvironment(self._form[0])
        self._pdfium.FPDF_CloseDocument(self._document)

    def _size(self, page: int) -> tuple[float, float]:
        size = self._pdfium.FS_SIZEF()
        self._pdfium.FPDF_GetPageSizeByIndexF(self._document, page, ctypes.byref(size))
        return max(size.width, 1.0), max(size.height, 1.0)

    @contextmanager
    def _page(self, page: int) -> Iterator[Any]:
        held = self._pdfium.FPDF_LoadPage(self._document, page)
        if not held:
            raise DamagedFile(reason="")
        try:
            yield held
        finally:
            self._pdfium.FPDF_ClosePage(held)

    def _form_in(self) -> tuple[Any, Any] | None:
        """Return what draws the fields of a form that somebody filled in, if there is one."""
        pdfium = self._pdfium
        if pdfium.FPDF_GetFormType(self._document) == pdfium.FORMTYPE_NONE:
            return None
        calls = pdfium.FPDF_FORMFILLINFO(version=2)
        form = pdfium.FPDFDOC_InitFormFillEnvironment(self._document, ctypes.byref(calls))
        return (form, calls) if form else None


class _Turned:
    """Where characters stand on a page as it is looked at, in points from its upper left."""

    def __init__(self, pdfium: Any, page: Any, size: tuple[float, float]) -> None:
        self._pdfium = pdfium
        self._area = (0, 0, round(size[0] * _FINE), round(size[1] * _FINE), 0)
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
