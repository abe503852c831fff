"""Page prints: the ink of a first page, straightened and brought to one size, as black and white.

Two scans of one paper give nearly the same print: it depends neither on skew, margins and size nor
on grain, darkness and folds of the paper. ``prints_of`` reads bytes from strangers, so it runs in a
process of its own; ``difference`` compares prints that we made.
"""

from __future__ import annotations

import base64
import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import add

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps

from app.domain.archive.likeness import PagePrint

WIDE, HIGH = 1080, 1440
_TALL = 2200
"""How many dots high a page is looked at; smaller, and figures become blots."""
_SKEW_TALL = 400
_COARSE = tuple(step / 2 for step in range(-6, 7))
_FINE = tuple(step / 10 for step in range(-4, 5))
_MOST_DOTS = 100_000_000
_LEAST_INK, _LEAST_INK_OF_TILE = 500, 16
_TILE, _REDUCED = 45, 6
_BLOCK = (WIDE // 3, HIGH // 4)
_WORST_OF = 20
_FAR, _NEAR = 6, 4
_PICTURES = ("image/png", "image/jpeg", "image/tiff", "image/bmp", "image/webp", "image/gif")
PRINTABLE = ("application/pdf", *_PICTURES)
"""The types of files that have a first page to look at."""


def prints_of(pages: list[tuple[str, bytes]]) -> list[dict[str, str]]:
    """Return the print of each file (its media type and bytes), nothing for what has none."""
    return [_told(media_type, content) for media_type, content in pages]


def told_print(told: dict[str, str]) -> PagePrint | None:
    """Return a print as ``prints_of`` told it."""
    if not told:
        return None
    packed = base64.b64decode(told["ink"])
    return PagePrint(int(told["hash"], 16), bytes.fromhex(told["marks"]), packed)


def print_of(media_type: str, content: bytes) -> PagePrint | None:
    """Return the print of a first page, none of an empty one.

    Raises ValueError for what cannot be read.
    """
    try:
        ink = _sized(_straight(_ink(_first_page(media_type, content))))
    except (OSError, SyntaxError, pypdfium2.PdfiumError, Image.DecompressionBombError) as error:
        raise ValueError(str(error)) from error
    if ink is None:
        return None
    whole = ink.point([255 if dark >= 112 else 0 for dark in range(256)])
    hashed = int.from_bytes(_marks(whole, 8, 8))
    return PagePrint(hashed, _marks(whole, 32, 32), zlib.compress(whole.convert("1").tobytes()))


def difference(one: bytes, other: bytes, enough: int = 1000) -> int:
    """Return in ‰ how much the ink of two prints differs where it differs most.

    Each part of one page is laid over the other where it fits best, as paper stretches and slips.
    Two pages that are sure to differ by more than ``enough`` are looked at no further: 1000 then.
    """
    page, over = _unpacked(one), _unpacked(other)
    blocks = _blocks(page, over)
    most = sum(len(block.inks) for block in blocks) // _WORST_OF or 1
    found: list[float] = []
    for block in sorted(blocks, key=_likeness):
        found = sorted((*found, *_tiles(block, over)), reverse=True)[:most]
        if len(found) == most and _mean(found) > enough:
            return 1000
    return round(_mean(found)) if found else 1000


def _told(media_type: str, content: bytes) -> dict[str, str]:
    try:
        found = print_of(media_type, content)
    except ValueError:
        found = None
    if found is None:
        return {}
    ink = base64.b64encode(found.ink).decode()
    return {"hash": f"{found.hash:x}", "marks": found.marks.hex(), "ink": ink}


def _unpacked(ink: bytes) -> Image.Image:
    return Image.frombytes("1", (WIDE, HIGH), zlib.decompress(ink)).convert("L")


def _first_page(media_type: str, content: bytes) -> Image.Image:
    """Return the first page in grey, about as high as pages are looked at."""
    if media_type == "application/pdf":
        document = pypdfium2.PdfDocument(content)
        try:
            if not len(document):
                raise ValueError(media_type)
            page = document[0]
            scale = _TALL / max(page.get_height(), page.get_width(), 1.0)
            found: Image.Image = page.render(scale=scale, grayscale=True).to_pil()
            return found.convert("L")
        finally:
            document.close()
    Image.MAX_IMAGE_PIXELS = _MOST_DOTS
    with Image.open(io.BytesIO(content)) as picture:
        picture.draft("L", (_TALL, _TALL))
        shown = ImageOps.exif_transpose(picture)
        grey = shown.convert("LA") if shown.has_transparency_data else shown.convert("L")
        flat = Image.new("L", shown.size, 255)
        flat.paste(grey.getchannel("L"), mask=grey.getchannel("A") if grey.mode == "LA" else None)
    size = max(1, round(_TALL * flat.width / flat.height)), _TALL
    return flat.resize(
        size, Image.Resampling.BILINEAR if flat.height < _TALL else Image.Resampling.BOX
    )


def _ink(page: Image.Image) -> Image.Image:
    """Return where the page is darker than its own paper round about, 0 or 255."""
    small = page.resize((max(1, page.width // 16), max(1, page.height // 16)), Image.Resampling.BOX)
    paper = small.filter(ImageFilter.MaxFilter(5)).filter(ImageFilter.BoxBlur(3))
    darker = ImageChops.subtract(paper.resize(page.size, Image.Resampling.BILINEAR), page)
    smooth = darker.filter(ImageFilter.GaussianBlur(1))
    least = max(20, int(_strongest(smooth) * 0.4))
    solid = smooth.point([255 if dark >= least else 0 for dark in range(256)])
    return solid.filter(ImageFilter.MedianFilter(3))


def _strongest(darker: Image.Image) -> int:
    """Return how dark real ink is: darker than all but one dot in two hundred."""
    counts = darker.histogram()
    left = sum(counts) // 200
    for dark in range(255, 0, -1):
        left -= counts[dark]
        if left < 0:
            return dark
    return 0


def _straight(ink: Image.Image) -> Image.Image:
    """Return the page turned so that its lines of text lie level."""
    small = ink.copy()
    small.thumbnail((_SKEW_TALL, _SKEW_TALL), Image.Resampling.BOX)
    level = _levelness(small)
    coarse = max(_COARSE, key=level)
    fine = max((coarse + step for step in _FINE), key=level)
    return ink.rotate(fine, Image.Resampling.BILINEAR, expand=True) if fine else ink


def _levelness(page: Image.Image) -> Callable[[float], int]:
    def of(angle: float) -> int:
        turned = page.rotate(angle, Image.Resampling.BILINEAR)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        return sum((one - other) ** 2 for one, other in pairwise(rows))

    return of


def _sized(ink: Image.Image) -> Image.Image | None:
    """Return the page without its margins at the one size, none where there is hardly any ink.

    What is taken for the page stands where nine tenths of the ink do: dust has no say in it.
    """
    rows = _profile(ink, (1, ink.height))
    columns = _profile(ink, (ink.width, 1))
    if sum(rows) * ink.width < _LEAST_INK * 255:
        return None
    top, bottom = _reach(rows)
    left, right = _reach(columns)
    return ink.transform(
        (WIDE, HIGH),
        Image.Transform.EXTENT,
        (left, top, right, bottom),
        Image.Resampling.BILINEAR,
    )


def _profile(ink: Image.Image, size: tuple[int, int]) -> tuple[float, ...]:
    """Return how much ink stands in each row, or in each column."""
    found = ink.convert("F").resize(size, Image.Resampling.BOX)
    return tuple(memoryview(found.tobytes()).cast("f"))


def _reach(profile: tuple[float, ...]) -> tuple[float, float]:
    """Return from where to where the ink stands, with some room around."""
    first, last = _quantile(profile, 0.05), _quantile(profile, 0.95)
    room = (last - first) * 0.15 + 2
    return first - room, last + room


def _quantile(profile: tuple[float, ...], part: float) -> int:
    wanted, found = sum(profile) * part, 0.0
    for place, ink in enumerate(profile):
        found += ink
        if found >= wanted:
            return place
    return len(profile)


def _marks(ink: Image.Image, columns: int, rows: int) -> bytes:
    """Return for each cell of a page, row by row, whether it holds more ink than the next one."""
    cells = ink.resize((columns + 1, rows), Image.Resampling.BOX).tobytes()
    wide = columns + 1
    bits = 0
    for row in range(rows):
        line = cells[row * wide : (row + 1) * wide]
        for one, following in pairwise(line):
            bits = bits << 1 | (one > following + 3)
    return bits.to_bytes(columns * rows // 8)


def _mean(parts: Sequence[float]) -> float:
    """Return the mean of some parts of one in ‰."""
    return 1000 * sum(parts) / len(parts)


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of a page, where the other page fits it best, and how much ink differs there.

    ``inks`` is how much ink stands in each of its tiles that have any, of both pages.
    """

    page: Image.Image
    there: tuple[int, int]
    differs: float
    inks: Mapping[int, int]


def _blocks(page: Image.Image, over: Image.Image) -> list[_Block]:
    slips = _slips(page.reduce(_REDUCED), over.reduce(_REDUCED))
    wide, high = _BLOCK
    found = []
    for place, (differs, (right, down)) in enumerate(slips):
        left, top = place % (WIDE // wide) * wide, place // (WIDE // wide) * high
        part = page.crop((left, top, left + wide, top + high))
        there = (left - right, top - down)
        mine, others = part.reduce(_TILE).tobytes(), _laid(over, *there).reduce(_TILE).tobytes()
        both = enumerate(map(add, mine, others))
        inks = {tile: ink for tile, ink in both if ink > _LEAST_INK_OF_TILE}
        found.append(_Block(part, there, differs, inks))
    return found


def _likeness(block: _Block) -> float:
    return -block.differs


def _tiles(block: _Block, over: Image.Image) -> Iterator[float]:
    """Yield of each tile with ink what part of it the other page does not have."""
    if not block.inks:
        return
    least: Image.Image | None = None
    for down, right in _around(_NEAR):
        laid = _laid(over, block.there[0] - right, block.there[1] - down)
        differs = ImageChops.difference(block.page, laid).reduce(_TILE)
        least = differs if least is None else ImageChops.darker(least, differs)
    assert least is not None
    differing = least.tobytes()
    for tile, ink in block.inks.items():
        yield differing[tile] / ink


def _laid(over: Image.Image, left: int, top: int) -> Image.Image:
    return over.crop((left, top, left + _BLOCK[0], top + _BLOCK[1]))


def _slips(page: Image.Image, over: Image.Image) -> list[tuple[float, tuple[int, int]]]:
    """Return for each block how far the other page is best moved to fit it, in dots.

    Before it stands how much ink differs then.
    """
    size = (_BLOCK[0] // _REDUCED, _BLOCK[1] // _REDUCED)
    best: list[tuple[float, tuple[int, int]]] = []
    for down, right in _around(_FAR):
        moved = ImageChops.offset(over, right, down)
        sums = ImageChops.difference(page, moved).convert("F").reduce(size).tobytes()
        slip = (right * _REDUCED, down * _REDUCED)
        told = [(ink, slip) for ink in memoryview(sums).cast("f")]
        best = [min(pair) for pair in zip(best, told, strict=True)] if best else told
    return best


def _around(far: int) -> Iterable[tuple[int, int]]:
    """Return every way of moving by up to so many dots, the shortest first."""
    ways = ((down, right) for down in range(-far, far + 1) for right in range(-far, far + 1))
    return sorted(ways, key=lambda way: (abs(way[0]) + abs(way[1]), way))
