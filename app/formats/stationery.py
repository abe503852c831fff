"""Stationery from outside made fit to lie under our pages and behind them.

What a page needs is kept as it is where an archived paper may hold it: fonts that are embedded,
colours that need no ink of a press, no layers, no transfer curves. Any other page becomes its
picture. This runs in a process of its own (``app.outside.apart``): the files come from outside.
"""

from __future__ import annotations

import base64
import zlib
from io import BytesIO

from PIL import Image
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PdfReadError, PyPdfError
from pypdf.generic import (
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from app.domain.shared.refusals import Refusal
from app.formats.pages import LockedPages, NotPages
from app.formats.plain_pages import is_plain, unmarked

DOTS = 300
MOST_DOTS = 12_000_000
QUALITY = 92
KEPT = frozenset({"/Type", "/MediaBox", "/CropBox", "/Contents", "/Resources", "/Parent"})
FITTED = "/BackdeskSheets"
RULES = 2
"""By which rules pages were made fit: papers on sheets of earlier ones do not claim PDF/A."""
WORDS = "/BackdeskWords"
MOST_WORDS = 8000
DAMAGED = (
    PyPdfError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    RecursionError,
    ArithmeticError,
    NotImplementedError,
)
"""What a reader of PDFs raises at a damaged file."""


class TooManySheets(Refusal):
    """Stationery has more pages than a letter can use."""

    code = "stationery.too-many-pages"


def prepared(content: bytes, most: int) -> str:
    """Return a PDF whose pages can lie under or behind ours, as base64.

    Raises NotPages, LockedPages, or TooManySheets when it has more pages than ``most``.
    """
    return base64.b64encode(fit(content, most)).decode("ascii")


def fit(content: bytes, most: int) -> bytes:
    """Return the pages of a PDF, each one as it is or as its picture."""
    reader = _opened(content)
    count = _count(reader)
    if count > most:
        raise TooManySheets(pages=count, most=most)
    writer = PdfWriter()
    writer.metadata = None
    for at in range(count):
        _add(writer, reader, at, content)
    writer.root_object[NameObject(FITTED)] = NumberObject(RULES)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _opened(content: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise LockedPages
    except (PdfReadError, *DAMAGED) as error:
        raise NotPages(reason=type(error).__name__) from None
    return reader


def _count(reader: PdfReader) -> int:
    try:
        count = len(reader.pages)
    except DAMAGED as error:
        raise NotPages(reason=type(error).__name__) from None
    if not count:
        raise NotPages(reason="no pages")
    return count


def _add(writer: PdfWriter, reader: PdfReader, at: int, content: bytes) -> None:
    """Add a page as it is, or as its picture."""
    try:
        page = reader.pages[at]
        if not reader.is_encrypted and is_plain(page):
            for key in set(page) - KEPT:
                del page[key]
            drawing = unmarked(page)
            added = writer.add_page(page)
            if drawing is not None:
                contents = StreamObject()
                contents.set_data(drawing.get_data())
                added[NameObject("/Contents")] = writer._add_object(contents)  # noqa: SLF001  as below
            _say(added, page.extract_text())
            return
    except DAMAGED:
        pass
    _add_picture(writer, content, at)


def _say(page: PageObject, words: str) -> None:
    """Keep the words of a page beside it, for who hears what others see."""
    said = " ".join(words.split())[:MOST_WORDS]
    page[NameObject(WORDS)] = TextStringObject(said)


def _add_picture(writer: PdfWriter, content: bytes, at: int) -> None:
    import pypdfium2  # noqa: PLC0415  loaded only where a page has to become a picture

    try:
        with pypdfium2.PdfDocument(content) as file:
            page = file[at]
            width, height = page.get_size()
            inches = width * height / 72**2
            dots = min(DOTS, int((MOST_DOTS / max(inches, 0.01)) ** 0.5))
            drawn = page.render(scale=dots / 72).to_pil().convert("RGB")
            words = str(page.get_textpage().get_text_range())
    except pypdfium2.PdfiumError as error:
        raise NotPages(reason=str(error)) from None
    added = writer.add_blank_page(width, height)
    _show(writer, added, drawn)
    _say(added, words)


def _show(writer: PdfWriter, page: PageObject, drawn: Image.Image) -> None:
    """Let a page show one picture from edge to edge."""
    drawing = StreamObject()
    width, height = (FloatObject(round(float(side), 2)) for side in page.mediabox[2:])
    drawing.set_data(f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode("ascii"))
    image = writer._add_object(_packed(drawn))  # noqa: SLF001  pypdf has no other name for it
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/XObject"): DictionaryObject({NameObject("/P"): image})}
    )
    page[NameObject("/Contents")] = writer._add_object(drawing)  # noqa: SLF001  as above


def _packed(drawn: Image.Image) -> StreamObject:
    """Return a picture as an object, packed the way that makes it smaller."""
    jpeg = BytesIO()
    drawn.save(jpeg, "JPEG", quality=QUALITY, subsampling=0)
    ways = {
        "/FlateDecode": zlib.compress(drawn.tobytes(), 9),
        "/DCTDecode": jpeg.getvalue(),
    }
    way = min(ways, key=lambda name: len(ways[name]))
    image = StreamObject()
    image.set_data(ways[way])
    names = {
        "/Type": "/XObject",
        "/Subtype": "/Image",
        "/ColorSpace": "/DeviceRGB",
        "/Filter": way,
    }
    numbers = {"/Width": drawn.width, "/Height": drawn.height, "/BitsPerComponent": 8}
    image.update({NameObject(key): NameObject(name) for key, name in names.items()})
    image.update({NameObject(key): NumberObject(number) for key, number in numbers.items()})
    return image
