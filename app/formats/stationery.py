"""Stationery from outside made fit to lie under our pages and behind them.

What a page needs is kept as it is where an archived paper may hold it: fonts that are embedded,
colours that need no ink of a press, no layers, no transfer curves. Any other page becomes its
picture. This runs in a process of its own (``app.outside.apart``): the files come from outside.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from PIL import Image
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PdfReadError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from app.domain.shared.refusals import Refusal
from app.formats.pages import LockedPages, NotPages

DOTS = 300
MOST_DOTS = 12_000_000
QUALITY = 92
MOST_OBJECTS = 20_000
KEPT = frozenset({"/Type", "/MediaBox", "/CropBox", "/Contents", "/Resources", "/Parent"})
RESOURCES = frozenset(
    {"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/ProcSet"}
)
FILTERS = frozenset({"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode"})
NEVER = frozenset(
    {"/OC", "/TR", "/HTP", "/OPI", "/Alternates", "/F", "/PS", "/Ref", "/Metadata", "/AA", "/A"}
)
PRESS_COLOURS = frozenset({"/DeviceCMYK", "/CMYK", "/DeviceN", "/Separation"})
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
_INKED = re.compile(rb"(?:[\d.+-]+\s+){4}[kK](?=[\s\]])|/CMYK\b|/DeviceCMYK\b|\bBDC\b.*?/OC\b")
DAMAGED = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, IndexError)
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
            writer.add_page(page)
            return
    except DAMAGED:
        pass
    _add_picture(writer, content, at)


def _add_picture(writer: PdfWriter, content: bytes, at: int) -> None:
    import pypdfium2  # noqa: PLC0415  loaded only where a page has to become a picture

    try:
        with pypdfium2.PdfDocument(content) as file:
            page = file[at]
            width, height = page.get_size()
            inches = width * height / 72**2
            dots = min(DOTS, int((MOST_DOTS / max(inches, 0.01)) ** 0.5))
            drawn = page.render(scale=dots / 72).to_pil().convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise NotPages(reason=str(error)) from None
    _show(writer, writer.add_blank_page(width, height), drawn)


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


def is_plain(page: PageObject) -> bool:
    """Tell whether a page may go into an archived paper as it is."""
    resources = page.get("/Resources", DictionaryObject()).get_object()
    if page.rotation or "/UserUnit" in page or not set(resources) <= RESOURCES:
        return False
    contents = page.get_contents()
    data = contents.get_data() if contents is not None else b""
    return not _INKED.search(data) and all(map(_is_allowed, _reached(resources)))


def _reached(first: Any) -> Iterator[Any]:
    """Yield everything that a page draws with."""
    waiting, seen = [first], set[int]()
    count = 0
    while waiting:
        one = waiting.pop().get_object()
        if isinstance(one, DictionaryObject | ArrayObject):
            if id(one) in seen:
                continue
            seen.add(id(one))
        count += 1
        if count > MOST_OBJECTS:
            raise ValueError(count)
        yield one
        waiting.extend(_parts(one))


def _parts(one: Any) -> Iterable[Any]:
    if isinstance(one, DictionaryObject):
        return [value for key, value in one.items() if key not in {"/Parent", "/StructParents"}]
    return one if isinstance(one, ArrayObject) else ()


def _is_allowed(one: Any) -> bool:
    if isinstance(one, NameObject):
        return one not in PRESS_COLOURS
    if not isinstance(one, DictionaryObject):
        return True
    if NEVER & set(one) or ("/Properties" in one and "/Font" in one):
        return False
    if one.get("/Type") == "/Font":
        return _is_embedded(one)
    return _is_allowed_stream(one) if isinstance(one, StreamObject) else True


def _is_embedded(font: DictionaryObject) -> bool:
    """Tell whether a font brings its letters with it."""
    if font.get("/Subtype") in {"/Type3", "/Type0"}:
        return True
    descriptor = font.get("/FontDescriptor")
    if descriptor is None:
        return False
    described = descriptor.get_object()
    return any(program in described for program in PROGRAMS)


def _is_allowed_stream(one: StreamObject) -> bool:
    named = one.get("/Filter", ArrayObject())
    filters = named if isinstance(named, ArrayObject) else [named]
    if not {str(name) for name in filters} <= FILTERS:
        return False
    is_drawn = one.get("/Subtype") == "/Form" or "/PatternType" in one
    return not (is_drawn and _INKED.search(one.get_data()))
