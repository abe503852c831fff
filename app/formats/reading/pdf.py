"""PDFs: the text layer of each page, and the picture of a page that has none.

PDFium is asked for text and pictures only: no form is opened, so no script is ever looked at.
"""

from __future__ import annotations

import io
import re
from typing import Any

from app.domain.archive.texts import How
from app.formats.reading.limits import MOST_PAGES, tidied
from app.formats.reading.opened import Page
from app.formats.reading.refusals import BrokeDown, DamagedFile, LockedFile, WrongPassword

DOTS_PER_INCH = 300
_POINTS_PER_INCH = 72
LARGEST_PICTURE = 16_000_000
"""How many dots a picture of a page may have; a larger page is drawn smaller."""

_FEW_SIGNS, _STAMPED = 3, 40
_MOSTLY = 0.5
_MOST_OBJECTS = 200
_UNSEEN = str.maketrans({"\x00": " ", "\x02": "-", "\ufffe": "-", "\r": ""})
_NO_LETTER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\uf8ff\ufdd0-\ufdef\ufffd-\uffff]")
"""Signs that stand for nothing: control characters, those of private use, unpaired halves."""


class Pdf:
    """An open PDF; raises DamagedFile, LockedFile, WrongPassword, BrokeDown."""

    how = How.LAYER

    def __init__(self, raw: bytes, password: str = "") -> None:
        import pypdfium2  # noqa: PLC0415  9 MB, loaded where a PDF is read

        self._pdfium = pypdfium2.raw
        try:
            self._file = pypdfium2.PdfDocument(raw, password=password or None)
        except pypdfium2.PdfiumError as error:
            if error.err_code == self._pdfium.FPDF_ERR_PASSWORD:
                raise (WrongPassword if password else LockedFile)(why="pdf") from None
            raise DamagedFile(reason=str(error)) from None
        self.count = min(len(self._file), MOST_PAGES)

    def page(self, number: int) -> Page:
        """Return the text layer of a page; one that says next to nothing is a picture."""
        page = self._loaded(number)
        try:
            held = page.get_textpage()
            try:
                said = held.get_text_range()
            finally:
                held.close()
            text = tidied(said.translate(_UNSEEN))
            return Page(text, self._is_picture(page, text))
        except self._error as error:
            raise BrokeDown(reason=str(error)) from None
        finally:
            page.close()

    def picture(self, number: int) -> bytes:
        """Return a page as a grey PNG of 300 dots an inch, a huge one of fewer."""
        page = self._loaded(number)
        try:
            width, height = (max(side, 1.0) / _POINTS_PER_INCH for side in page.get_size())
            dots = min(DOTS_PER_INCH, (LARGEST_PICTURE / (width * height)) ** 0.5)
            drawn = page.render(scale=dots / _POINTS_PER_INCH, grayscale=True)
            out = io.BytesIO()
            drawn.to_pil().save(out, "PNG", compress_level=1, dpi=(dots, dots))
            drawn.close()
        except self._error as error:
            raise BrokeDown(reason=str(error)) from None
        finally:
            page.close()
        return out.getvalue()

    @property
    def _error(self) -> type[Exception]:
        from pypdfium2 import PdfiumError  # noqa: PLC0415  loaded with the first PDF

        found: type[Exception] = PdfiumError
        return found

    def _loaded(self, number: int) -> Any:
        try:
            return self._file[number]
        except self._error as error:
            raise BrokeDown(reason=str(error)) from None

    def _is_picture(self, page: Any, text: str) -> bool:
        """Say whether what a page shows has to be read from its picture.

        A page without objects is blank. Some scanners stamp a line of text on each picture.
        """
        if not is_legible(text):
            return True
        signs = len("".join(text.split()))
        if signs < _FEW_SIGNS:
            return self._shows_more_than_text(page)
        count = self._pdfium.FPDFPage_CountObjects(page)
        return signs < _STAMPED and count <= _MOST_OBJECTS and self._is_covered(page)

    def _shows_more_than_text(self, page: Any) -> bool:
        """Say whether anything on a page is no text."""
        raw = self._pdfium
        count = min(raw.FPDFPage_CountObjects(page), _MOST_OBJECTS)
        objects = (raw.FPDFPage_GetObject(page, number) for number in range(count))
        kinds = {raw.FPDFPageObj_GetType(one) for one in objects}
        return bool(kinds - {raw.FPDF_PAGEOBJ_TEXT})

    def _is_covered(self, page: Any) -> bool:
        """Say whether one image covers most of a page."""
        width, height = page.get_size()
        kind = self._pdfium.FPDF_PAGEOBJ_IMAGE
        for image in page.get_objects(filter=[kind], max_depth=2):
            left, bottom, right, top = image.get_bounds()
            if (right - left) * (top - bottom) > _MOSTLY * width * height:
                return True
        return False


def is_legible(text: str) -> bool:
    """Say whether a text layer is of letters: some fonts name none, only their shapes."""
    signs = "".join(text.split())
    return not signs or len(_NO_LETTER.findall(signs)) < len(signs) * _MOSTLY
