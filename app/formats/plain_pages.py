"""Pages of other programs that an archived paper may hold as they are.

The rules are those of PDF/A-3a (ISO 19005-3, 6.2): fonts embedded, and their letters known; colours
that need no ink of a press; no layers, no transfer curves, nothing outside of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from pypdf import PageObject
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ContentStream,
    DictionaryObject,
    NameObject,
    StreamObject,
)

MOST_OBJECTS = 20_000
DEEPEST = 20
RESOURCES = frozenset(
    {"/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/ProcSet"}
)
FILTERS = frozenset({"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode", "/JBIG2Decode"})
NEVER = frozenset(
    {
        *("/OC", "/TR", "/TR2", "/HT", "/HTP", "/OPM", "/OPI", "/Alternates", "/F", "/PS", "/Ref"),
        *("/Metadata", "/AA", "/A", "/JavaScript"),
    }
)
PRESS_COLOURS = frozenset({"/DeviceCMYK", "/CMYK", "/DeviceN", "/Separation"})
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")
ENCODINGS = frozenset({"/WinAnsiEncoding", "/MacRomanEncoding"})
BLENDS = frozenset(
    {
        *("/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten"),
        *("/ColorDodge", "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion"),
        *("/Hue", "/Saturation", "/Color", "/Luminosity"),
    }
)
SHARP = BooleanObject(value=False)
SYMBOLIC, NONSYMBOLIC = 4, 32
_INKED = re.compile(
    rb"(?:[\d.+-]+\s+){4}[kK](?=[\s\]])|/CMYK\b|/DeviceCMYK\b|\bBDC\b.*?/OC\b|/LZW|\bPS\b"
)
_NOTHING = re.compile(rb"> ?<(?:0000|FEFF|FFFE)>", re.IGNORECASE)
MARKS = frozenset({b"BMC", b"BDC", b"EMC", b"MP", b"DP", b"BX", b"EX"})
LEFT_BEHIND = ("/StructParents", "/StructParent", "/PieceInfo", "/LastModified")


def is_plain(page: PageObject) -> bool:
    """Tell whether a page may go into an archived paper as it is."""
    resources = page.get("/Resources", DictionaryObject()).get_object()
    if page.rotation or "/UserUnit" in page or not set(resources) <= RESOURCES:
        return False
    contents = page.get_contents()
    return _is_drawn_plainly(contents) and all(map(_is_allowed, reached(resources)))


def unmarked(page: PageObject) -> ContentStream | None:
    """Take the marks of another file's tags out of what a page draws with.

    Return what draws the page itself without them, or nothing where it has none.
    """
    for one in reached(page.get("/Resources", DictionaryObject())):
        if isinstance(one, StreamObject) and one.get("/Subtype") == "/Form":
            drawing = _without_marks(ContentStream(one, page.pdf))
            if drawing is not None:
                one.set_data(drawing.get_data())
            for key in LEFT_BEHIND:
                one.pop(key, None)
    contents = page.get_contents()
    return None if contents is None else _without_marks(contents)


def _without_marks(drawing: ContentStream) -> ContentStream | None:
    plain = [one for one in drawing.operations if one[1] not in MARKS]
    if len(plain) == len(drawing.operations):
        return None
    drawing.operations = plain
    return drawing


def reached(first: Any) -> Iterator[Any]:
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
        return [value for key, value in one.items() if key not in {"/Parent", *LEFT_BEHIND}]
    return one if isinstance(one, ArrayObject) else ()


def _is_allowed(one: Any) -> bool:
    if isinstance(one, NameObject):
        return one not in PRESS_COLOURS
    if not isinstance(one, DictionaryObject):
        return True
    if NEVER & set(one) or ("/Properties" in one and "/Font" in one) or not _is_blended(one):
        return False
    if one.get("/Type") == "/Font":
        return _is_archival(one)
    return _is_allowed_stream(one) if isinstance(one, StreamObject) else True


def _is_blended(one: DictionaryObject) -> bool:
    """Tell whether colours are mixed in a way that PDF knows, and pictures shown as they are."""
    way = one.get("/BM", NameObject("/Normal")).get_object()
    ways = way if isinstance(way, ArrayObject) else [way]
    smoothed = one.get("/Interpolate", SHARP).get_object()
    return {str(name) for name in ways} <= BLENDS and smoothed == SHARP


def _is_archival(font: DictionaryObject) -> bool:
    """Tell whether a font brings its letters with it, and says which letters they are."""
    match font.get("/Subtype"):
        case "/Type0":
            return _has_letters(font) and _is_composed(font)
        case "/CIDFontType0" | "/CIDFontType2":
            return _is_embedded(font) and "/CIDSystemInfo" in font
        case "/TrueType":
            return _is_embedded(font) and "/Widths" in font and _is_known(font)
        case "/Type1" | "/MMType1":
            return _is_embedded(font) and "/Widths" in font and _has_letters(font)
        case _:
            return False


def _is_composed(font: Any) -> bool:
    (inner,) = (one.get_object() for one in font["/DescendantFonts"].get_object())
    by_number = font.get("/Encoding") in {"/Identity-H", "/Identity-V"}
    is_mapped = inner.get("/Subtype") != "/CIDFontType2" or "/CIDToGIDMap" in inner
    return by_number and is_mapped


def _is_known(font: Any) -> bool:
    """Tell whether a TrueType font is either of letters, by a common list, or of signs."""
    flags = int(font["/FontDescriptor"].get_object().get("/Flags", 0))
    if flags & SYMBOLIC and not flags & NONSYMBOLIC:
        return "/Encoding" not in font and _has_letters(font)
    return font.get("/Encoding") in ENCODINGS


def _has_letters(font: DictionaryObject) -> bool:
    """Tell whether a font says which letter each of its shapes is."""
    said = font.get("/ToUnicode")
    if said is None:
        return font.get("/Encoding") in ENCODINGS
    found = said.get_object()
    return isinstance(found, StreamObject) and not _NOTHING.search(found.get_data())


def _is_embedded(font: DictionaryObject) -> bool:
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
    return not is_drawn or _is_drawn_plainly(one)


def _is_drawn_plainly(drawing: StreamObject | None) -> bool:
    """Tell whether operators ask for no ink of a press, and do not lie too deep in each other."""
    if drawing is None:
        return True
    data, depth = drawing.get_data(), 0
    for found in re.findall(rb"(?<![^\s])[qQ](?![^\s])", data):
        depth += 1 if found == b"q" else -1
        if depth > DEEPEST:
            return False
    return not _INKED.search(data)
