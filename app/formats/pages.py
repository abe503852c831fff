"""Pages of PDFs and pictures: looked at, and put together anew; what is read stays as it is.

This runs in a process of its own (``app.outside.apart``): the files come from outside. PDFium
mends broken tables of objects and runs no script, because no form is ever opened.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from app.domain.archive.pages import MOST_PAGES, Leaf, Mark, TooManyPages, require_pages
from app.domain.shared.refusals import Refusal

PDF = "application/pdf"
POINTS_PER_INCH = 72
CODE_DOTS = 200
"""Dots an inch at which bar codes are looked for; those of our smallest labels need so many."""

MOST_DOTS = 12_000_000
LARGEST_PICTURE = 120_000_000
"""Pictures of more dots are not unpacked."""

_EDGE = 0.03
"""So much of each side is not looked at: scanners leave shadows there."""

_TILE_INCHES = 0.12
_PALER_THAN_INK = 60
_INKED = 14
_PAPER = 0.6


class NotPages(Refusal):
    """The file has no pages: it is neither a PDF nor a picture, or it is damaged."""

    code = "pages.not-pages"


class LockedPages(Refusal):
    """The file opens with a password only, or the password is a wrong one."""

    code = "pages.locked"


@dataclass(frozen=True, slots=True)
class Sheaf:
    """What is known of a file with pages."""

    count: int
    is_signed: bool = False


def looked(content: bytes, media_type: str, password: str = "") -> Sheaf:
    """Return how many pages a file has and whether it is signed; raises NotPages, LockedPages."""
    with _opened(content, media_type, password) as file:
        return Sheaf(_count(file), is_signed(file))


def marked(
    content: bytes, media_type: str, pages: tuple[int, int], password: str = ""
) -> tuple[Mark, ...]:
    """Return what a machine sees of pages, from the first to the last of ``pages``."""
    first, last = pages
    with _opened(content, media_type, password) as file:
        return tuple(_mark(file, page) for page in range(first, min(last, _count(file)) + 1))


def arranged(
    files: Sequence[tuple[bytes, str, str]], parts: Sequence[Sequence[Leaf]]
) -> tuple[bytes, ...]:
    """Return a PDF for each part, made of pages of the files (bytes, media type, password).

    Where one file only loses, turns or moves pages all else of it stays: its fields, what is
    attached to it and its bookmarks. Raises NoPages, NoSuchPage, OddTurn, NotPages, LockedPages.
    """
    with ExitStack() as held:
        opened = [held.enter_context(_opened(*file)) for file in files]
        counts = [_count(file) for file in opened]
        for part in parts:
            require_pages(part, counts)
        if len(parts) == 1 and len(files) == 1 and _is_whole(parts[0]):
            return (_rearranged(opened[0], parts[0]),)
        return tuple(_gathered(opened, part) for part in parts)


def is_signed(file: Any) -> bool:
    """Say whether somebody signed a PDF electronically."""
    return bool(_raw().FPDF_GetSignatureCount(file) > 0)


def ink_of(picture: Any, dots: float) -> int:
    """Return on how many in 10 000 tiles of a grey picture something stands; one counts.

    Paper is what most of the page is like; specks, and what shows through from the back, are too
    small or too pale to count.
    """
    width, height = picture.size
    edge = (round(width * _EDGE), round(height * _EDGE))
    inner = picture.crop((*edge, max(width - edge[0], 1), max(height - edge[1], 1)))
    histogram = inner.histogram()
    paper = _level(histogram, _PAPER)
    dark = [255 if level < paper - _PALER_THAN_INK else 0 for level in range(256)]
    tile = max(1, round(dots * _TILE_INCHES))
    tiles = inner.point(dark).reduce(tile)
    counts: list[int] = tiles.histogram()
    return -(-sum(counts[_INKED:]) * 10_000 // max(1, sum(counts)))


def codes_of(picture: Any) -> tuple[str, ...]:
    """Return what the bar codes of a grey picture say, each once: Code 128, Code 39 and QR."""
    import zxingcpp  # noqa: PLC0415  1 MB, loaded where codes are read

    formats = zxingcpp.barcode_formats_from_str("Code128,Code39,QRCode")
    width, height = picture.size
    dots = memoryview(picture.tobytes()).cast("B", (height, width))
    found = zxingcpp.read_barcodes(dots, formats=formats, try_invert=False)
    return tuple(dict.fromkeys(one.text for one in found if one.valid and one.text))


def drawn(file: Any, page: int, dots: float) -> tuple[Any, float]:
    """Return a page as a grey picture, and its dots an inch: a huge page gets fewer."""
    held = file[page - 1]
    try:
        width, height = (max(side, 1.0) / POINTS_PER_INCH for side in held.get_size())
        dots = min(dots, (MOST_DOTS / (width * height)) ** 0.5)
        bitmap = held.render(scale=dots / POINTS_PER_INCH, grayscale=True)
        picture = bitmap.to_pil().convert("L")
        bitmap.close()
    finally:
        held.close()
    return picture, dots


def _mark(file: Any, page: int) -> Mark:
    picture, dots = drawn(file, page, CODE_DOTS)
    return Mark(page, ink_of(picture, dots), codes_of(picture))


def _level(histogram: Sequence[int], share: float) -> int:
    """Return the grey that so much of a picture is not lighter than."""
    left = sum(histogram) * share
    for level, count in enumerate(histogram):
        left -= count
        if left <= 0:
            return level
    return 255


def _is_whole(leaves: Sequence[Leaf]) -> bool:
    """Say whether no page is there twice."""
    return len({leaf.page for leaf in leaves}) == len(leaves)


def _rearranged(file: Any, leaves: Sequence[Leaf]) -> bytes:
    """Return the file itself with its pages as they are to be."""
    kept = {leaf.page for leaf in leaves}
    for page in range(_count(file), 0, -1):
        if page not in kept:
            file.del_page(page - 1)
    _order(file, [leaf.page for leaf in leaves])
    return _saved(file, leaves)


def _order(file: Any, wanted: Sequence[int]) -> None:
    """Bring the pages of a file that are left into an order."""
    places = {page: place for place, page in enumerate(sorted(wanted))}
    order = [places[page] for page in wanted]
    if order != sorted(order):
        moved = (ctypes.c_int * len(order))(*order)
        if not _raw().FPDF_MovePages(file, moved, len(order), 0):
            raise NotPages(reason="order")


def _gathered(files: Sequence[Any], leaves: Sequence[Leaf]) -> bytes:
    """Return a new file of pages that are copied from others."""
    import pypdfium2  # noqa: PLC0415  loaded where pages are worked on

    fresh = pypdfium2.PdfDocument.new()
    try:
        for number, run in _runs(leaves):
            fresh.import_pages(files[number], [leaf.page - 1 for leaf in run])
        return _saved(fresh, leaves)
    except pypdfium2.PdfiumError as error:
        raise NotPages(reason=str(error)) from None
    finally:
        fresh.close()


def _runs(leaves: Iterable[Leaf]) -> Iterator[tuple[int, list[Leaf]]]:
    """Yield the pages in runs of one file: what they share is copied once for a run."""
    run: list[Leaf] = []
    for leaf in leaves:
        if run and run[0].file != leaf.file:
            yield run[0].file, run
            run = []
        run.append(leaf)
    if run:
        yield run[0].file, run


def _saved(file: Any, leaves: Sequence[Leaf]) -> bytes:
    for place, leaf in enumerate(leaves):
        if leaf.turn % 360:
            page = file[place]
            page.set_rotation((page.get_rotation() + leaf.turn) % 360)
            page.close()
    out = io.BytesIO()
    file.save(out, flags=_raw().FPDF_REMOVE_SECURITY)
    return out.getvalue()


@contextmanager
def _opened(content: bytes, media_type: str, password: str) -> Iterator[Any]:
    """Open a PDF, or a picture as a PDF whose pages it is."""
    import pypdfium2  # noqa: PLC0415  loaded where pages are worked on

    try:
        if media_type.startswith("image/"):
            file = _of_picture(content, pypdfium2)
        else:
            file = pypdfium2.PdfDocument(content, password=password or None)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _raw().FPDF_ERR_PASSWORD:
            raise LockedPages from None
        raise NotPages(reason=str(error)) from None
    try:
        yield file
    finally:
        file.close()


def _of_picture(content: bytes, pdfium: Any) -> Any:
    """Return a PDF whose pages are those of a picture; a JPEG is taken over as it is."""
    from PIL import Image  # noqa: PLC0415  loaded with a picture

    Image.MAX_IMAGE_PIXELS = LARGEST_PICTURE
    file = pdfium.PdfDocument.new()
    try:
        with Image.open(io.BytesIO(content)) as picture:
            _add_frames(file, picture, content)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        file.close()
        raise NotPages(reason=str(error)) from None
    return file


def _add_frames(file: Any, picture: Any, content: bytes) -> None:
    """Add a page for each frame of a picture."""
    import pypdfium2  # noqa: PLC0415  loaded where pages are worked on
    from PIL import ImageOps, ImageSequence  # noqa: PLC0415  loaded with a picture

    dots = _dots_of(picture)
    if picture.format == "JPEG" and picture.mode in {"L", "RGB"}:
        _add_page(file, _jpeg(file, content, pypdfium2), dots, picture.size)
        _upright(file, picture)
        return
    for frame in ImageSequence.Iterator(picture):
        upright = ImageOps.exif_transpose(frame).convert("RGB")
        held = pypdfium2.PdfImage.new(file)
        bitmap = pypdfium2.PdfBitmap.from_pil(upright)
        held.set_bitmap(bitmap)
        bitmap.close()
        _add_page(file, held, dots, upright.size)


def _jpeg(file: Any, content: bytes, pdfium: Any) -> Any:
    held = pdfium.PdfImage.new(file)
    held.load_jpeg(io.BytesIO(content), inline=True)
    return held


_TURNS = {3: 180, 6: 90, 8: 270}
_ORIENTATION = 0x0112


def _upright(file: Any, picture: Any) -> None:
    """Turn the page as the camera says that the picture is held."""
    if turn := _TURNS.get(picture.getexif().get(_ORIENTATION, 1)):
        page = file[0]
        page.set_rotation(turn)
        page.close()


def _add_page(file: Any, image: Any, dots: float, size: tuple[int, int]) -> None:
    import pypdfium2  # noqa: PLC0415  loaded where pages are worked on

    width, height = (side * POINTS_PER_INCH / dots for side in size)
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page = file.new_page(width, height)
    page.insert_obj(image)
    page.gen_content()
    page.close()


def _dots_of(picture: Any) -> float:
    """Return the dots an inch that a picture claims, if they are likely; else those of a scan."""
    claimed = picture.info.get("dpi", (0, 0))[0]
    return float(claimed) if 50 <= float(claimed) <= 2400 else float(CODE_DOTS)


def _count(file: Any) -> int:
    count = len(file)
    if not count:
        raise NotPages(reason="empty")
    if count > MOST_PAGES:
        raise TooManyPages(count=count, most=MOST_PAGES)
    return count


def _raw() -> Any:
    import pypdfium2.raw  # noqa: PLC0415  loaded where pages are worked on

    return pypdfium2.raw
