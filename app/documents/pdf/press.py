"""The press: reportlab writes the file, and this is the one place where we meet it.

Pages, streams, objects, their table and the trailer are reportlab's. Three things it would do that
a paper of ours may not: name Helvetica in every file (a canvas wants a font to begin with), say
that it was made on a day that it was not, and end streams without a line end, which PDF/A refuses.

Text goes a way of its own. Reportlab cuts a font into pieces of 256 glyphs, and of eight hard Thai
lines that its ``shapeStr`` draws one or two can be copied from the page. So glyphs shaped by
HarfBuzz are shown by operators that our canvas adds to the page, from a Type0 font that maps each
glyph to its text; here that font becomes objects of reportlab's document.
"""

from __future__ import annotations

import hashlib
import zlib
from codecs import BOM_UTF16_BE
from types import SimpleNamespace
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas as Sheets

from app.documents.model import Document
from app.documents.pdf.fonts import BOX, CAP_HEIGHT, FontUse, Style
from app.documents.pdf.page import geometry
from app.documents.pdf.pictures import Bitmap, Kind
from app.documents.pdf.underlays import Leaf, Node, Parts

PRODUCER = "Backdesk"
VERSION = (1, 7)
COMPRESSION = 6
FONT_NAMES = {Style.REGULAR: "F1", Style.BOLD: "F2", Style.ITALIC: "F3", Style.BOLD_ITALIC: "F4"}
END = b"endstream\n"
SPACES = {Kind.COLOUR: "/DeviceRGB", Kind.GREY: "/DeviceGray"}

pdfmetrics.registerFont(
    SimpleNamespace(
        fontName="none", face=SimpleNamespace(name="none"), _dynamicFont=1, _multiByte=0
    )
)


class Press:
    """Prints the pages of one document; ``sheets`` is the canvas to draw on."""

    def __init__(self, document: Document, out: BinaryIO) -> None:
        sheet = geometry(document)
        self.sheets: Any = Sheets(
            out,
            (sheet.width, sheet.height),
            pageCompression=1,
            invariant=1,
            pdfVersion=VERSION,
            initialFontName="none",
        )
        self._file = self.sheets._doc  # noqa: SLF001  reportlab gives its document no other name
        self._file.signature = hashlib.sha256()
        self._file.info = _Facts()
        self._file.Catalog.Lang = text_string(document.language)
        self.sheets.setTitle(whole(document.name))
        self.sheets.setAuthor(whole(document.letterhead.name))
        self.sheets.setProducer(PRODUCER)
        self.sheets.setViewerPreference("DisplayDocTitle", "true")
        self._fonts: dict[Style, FontUse] = {}
        self._pictures: set[str] = set()
        self._foreign: dict[str, list[Any]] = {}

    def font(self, style: Style) -> FontUse:
        """Return what the document has used of a face, to note what it uses next."""
        if style not in self._fonts:
            self._fonts[style] = FontUse(style)
            self._file.delayedFonts.append(_Embedded(self._fonts[style]))
        return self._fonts[style]

    def picture(self, picture: Bitmap | Leaf) -> str:
        """Take a picture, or a page of another file, in once; return the name pages draw it by."""
        if picture.key not in self._pictures:
            self._pictures.add(picture.key)
            form = self._form(picture) if isinstance(picture, Leaf) else _image(picture, self._file)
            self._file.addForm(picture.key, form)
        return picture.key

    def _form(self, leaf: Leaf) -> _Stream:
        return _flate(
            zlib.compress(leaf.content, COMPRESSION),
            Type="/XObject",
            Subtype="/Form",
            BBox=pdfdoc.PDFArray(leaf.box),
            Resources=_Parts(leaf.resources, self._taken(leaf)),
        )

    def _taken(self, leaf: Leaf) -> list[Any]:
        """Take the objects of another file into this one, once, and return their names."""
        if leaf.file not in self._foreign:
            names = self._foreign[leaf.file] = list[Any]()
            names += [self._file.Reference(_Foreign(node, names)) for node in leaf.nodes]
        return self._foreign[leaf.file]

    def end_page(self) -> None:
        """Take the page that was drawn into the file, packed at once, and begin the next."""
        self.sheets.showPage()
        page = self._file.Pages.pages[-1]
        content = page.stream.encode("ascii")
        page.Contents, page.stream, page.Trans = _packed(content), None, None
        self._file.updateSignature(content)

    def finish(self) -> None:
        """Write the file."""
        self.sheets.save()


class _Facts(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """What the file says of itself; no time, so that equal documents are equal files."""

    def format(self, document: Any) -> Any:
        """Return the facts as the file holds them."""
        facts = {"Title": self.title, "Author": self.author, "Producer": self.producer}
        return pdfdoc.PDFDictionary(
            {name: text_string(text) for name, text in facts.items()}
        ).format(document)


class _Stream(pdfdoc.PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A stream whose end stands on a line of its own, as PDF/A wants it."""

    def format(self, document: Any) -> bytes:
        """Return the stream as the file holds it."""
        written: bytes = super().format(document)
        return written.removesuffix(END) + b"\n" + END


class _Parts(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """Bytes of another file between which numbers stand for objects that come along."""

    def __init__(self, parts: Parts, names: list[Any]) -> None:
        self._parts = parts
        self._names = names

    def format(self, document: Any) -> bytes:
        """Return the bytes, with the numbers that the objects have in this file."""
        return b"".join(
            part if isinstance(part, bytes) else self._names[part].format(document)
            for part in self._parts
        )


class _Foreign(_Parts):
    """An object of another file; one with content is a stream."""

    def __init__(self, node: Node, names: list[Any]) -> None:
        super().__init__(node.parts, names)
        self._content = node.content

    def format(self, document: Any) -> bytes:
        """Return the object as the file holds it."""
        written = super().format(document)
        if self._content is None:
            return written
        length = b"/Length %d>>" % len(self._content)
        return written.removesuffix(b">>") + length + b"\nstream\n" + self._content + b"\n" + END


class _Embedded:
    """A font that is added to the file when every page is drawn and all its glyphs are known."""

    def __init__(self, use: FontUse) -> None:
        self._use = use

    def addObjects(self, file: Any) -> None:  # noqa: N802  reportlab calls it so
        """Add the font with everything a reader needs to show and to read it."""
        use = self._use
        program = use.program()
        name = f"/{program.tag}+{use.face.name}"
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": name,
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": self._descriptor(file, name),
            "CIDToGIDMap": "/Identity",
            "DW": 0,
            "W": use.widths(),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([_reference(file, descendant)]),
            "ToUnicode": file.Reference(_packed(use.unicode_map())),
        }
        fonts = file.idToObject[pdfdoc.BasicFonts]
        fonts[FONT_NAMES[use.face.style]] = _reference(file, font)

    def _descriptor(self, file: Any, name: str) -> Any:
        face, program = self._use.face, self._use.program()
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray(BOX),
            "ItalicAngle": face.angle,
            "Ascent": face.ascent,
            "Descent": face.descent,
            "CapHeight": CAP_HEIGHT,
            "StemV": face.stem,
            "FontFile2": file.Reference(_flate(program.packed, Length1=program.length)),
        }
        return _reference(file, descriptor)


def _image(bitmap: Bitmap, file: Any) -> _Stream:
    """Return a picture as a stream, what shows of it as a second one."""
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": bitmap.width,
        "Height": bitmap.height,
        "BitsPerComponent": bitmap.kind.bits,
    }
    if bitmap.kind is Kind.MASK:
        entries["ImageMask"] = "true"
    else:
        entries["ColorSpace"] = SPACES[bitmap.kind]
    if bitmap.alpha:
        entries["SMask"] = file.Reference(_image(bitmap.alpha, file))
    return _flate(bitmap.packed, **entries)


def _reference(file: Any, entries: dict[str, Any]) -> Any:
    """Add a dictionary to the file and return how others name it."""
    return file.Reference(pdfdoc.PDFDictionary(entries))


def _packed(content: bytes) -> _Stream:
    return _flate(zlib.compress(content, COMPRESSION))


def _flate(packed: bytes, **entries: Any) -> _Stream:
    """Return a stream of what is compressed already."""
    return _Stream(pdfdoc.PDFDictionary({"Filter": "/FlateDecode", **entries}), packed)


def text_string(text: str) -> str:
    """Return a text as a PDF string that any reader understands."""
    return f"<{(BOM_UTF16_BE + whole(text).encode('utf-16-be')).hex().upper()}>"


def whole(text: str) -> str:
    """Return a text in which half a pair of surrogates is a replacement character."""
    return text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
