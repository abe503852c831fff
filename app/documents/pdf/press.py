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
from collections.abc import Callable, Iterable
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfgen.canvas import Canvas as Sheets

from app.documents.model import Document
from app.documents.pdf.about import tell
from app.documents.pdf.binding import bind
from app.documents.pdf.enclosed import enclose
from app.documents.pdf.font_objects import EmbeddedFont
from app.documents.pdf.fonts import FontUse, Style
from app.documents.pdf.forms import Forms
from app.documents.pdf.metadata import Claim
from app.documents.pdf.objects import packed
from app.documents.pdf.page import geometry
from app.documents.pdf.pictures import Bitmap
from app.documents.pdf.suits import suit_of
from app.documents.pdf.tags import Row, Tag
from app.documents.pdf.tree import Tree
from app.documents.pdf.underlays import Leaf

VERSION = (1, 7)

pdfmetrics.registerFont(
    SimpleNamespace(
        fontName="none", face=SimpleNamespace(name="none"), _dynamicFont=1, _multiByte=0
    )
)

NAMES = 1024
"""So many names of entries are kept as they are written."""


def _encoding(usual: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    """Return what encodes as reportlab does, but by Python's own means where both say the same."""

    def encoded(text: Any) -> bytes:
        if isinstance(text, str) and text.isascii() and text.isprintable():
            return text.encode("ascii")
        return usual(text)

    return encoded


# Every entry of every object has a name and most are plain words: an eighth of a paper's time.
pdfdoc.PDFName = lru_cache(NAMES)(pdfdoc.PDFName)
pdfdoc.pdfdocEnc = _encoding(pdfdoc.pdfdocEnc)


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
        self._fonts: dict[Style, FontUse] = {}
        self._forms = Forms(self._file)
        self.tree = Tree(self._file)
        self._out = out
        self._document = document
        self._keeps_rules = True
        self.suit = suit_of(document.look)
        self.is_thai = document.language.startswith("th")

    @property
    def code(self) -> list[str]:
        """The operators of the page so far."""
        code: list[str] = self.sheets._code  # noqa: SLF001  reportlab gives it no other name
        return code

    def font(self, style: Style) -> FontUse:
        """Return what the document has used of a face, to note what it uses next."""
        if style not in self._fonts:
            self._fonts[style] = FontUse(style)
            self._file.delayedFonts.append(EmbeddedFont(self._fonts[style]))
        return self._fonts[style]

    def picture(self, picture: Bitmap | Leaf) -> str:
        """Return the name by which pages draw a picture, or a page of another file."""
        if isinstance(picture, Leaf):
            self._keeps_rules = self._keeps_rules and picture.keeps_rules
        return self._forms.name(picture)

    def end_page(self, marked: Iterable[Tag], rows: Iterable[Row]) -> None:
        """Take the page that was drawn into the file, packed at once, and begin the next.

        ``marked`` are the parts of which it draws something by their numbers on the page, ``rows``
        those that are drawn as a whole now.
        """
        place = self.tree.page
        self.sheets.showPage()
        page = self._file.Pages.pages[-1]
        content = page.stream.encode("ascii")
        page.Contents, page.stream, page.Trans = packed(content), None, None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = place, "/S"
        self._file.updateSignature(content)
        number = self._file.idToObjectNumberAndVersion[page.__InternalName__][0]
        self.tree.end_page(number, marked, rows)

    def finish(self) -> None:
        """Write the file."""
        tell(self._file, self._document, Claim.TAGGED if self._keeps_rules else None)
        enclose(self._file, self._document.attachments)
        structure = self.tree.finish()
        self._file.Catalog.StructTreeRoot = f"{structure} 0 R"
        self._file.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        bind(self._file, self.tree.pack.packets, self._out)
