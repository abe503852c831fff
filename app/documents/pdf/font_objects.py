"""Fonts as objects of the file: all that a reader needs to show their glyphs and to read them."""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from app.documents.pdf.fonts import BOX, CAP_HEIGHT, FontUse, Style
from app.documents.pdf.objects import flate, packed, reference

FONT_NAMES = {Style.REGULAR: "F1", Style.BOLD: "F2", Style.ITALIC: "F3", Style.BOLD_ITALIC: "F4"}


class EmbeddedFont:
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
            "DescendantFonts": pdfdoc.PDFArray([reference(file, descendant)]),
            "ToUnicode": file.Reference(packed(use.unicode_map())),
        }
        fonts = file.idToObject[pdfdoc.BasicFonts]
        fonts[FONT_NAMES[use.face.style]] = reference(file, font)

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
            "FontFile2": file.Reference(flate(program.packed, Length1=program.length)),
        }
        return reference(file, descriptor)
