"""Objects of reportlab's file, made the way PDF/A wants them."""

from __future__ import annotations

import zlib
from codecs import BOM_UTF16_BE
from typing import Any

from reportlab.pdfbase import pdfdoc

from app.documents.pdf.tight import HALF_A_LINE, tight

END = b"endstream\n"


class Stream(pdfdoc.PDFStream):  # type: ignore[misc]  # reportlab has no types
    """A stream whose end stands on a line of its own, as PDF/A wants it."""

    def format(self, document: Any) -> bytes:
        """Return the stream as the file holds it."""
        written: bytes = super().format(document)
        return written.removesuffix(END) + b"\n" + END


def reference(file: Any, entries: dict[str, Any]) -> Any:
    """Add a dictionary to the file and return how others name it."""
    return file.Reference(pdfdoc.PDFDictionary(entries))


def plain(content: bytes, **entries: Any) -> Stream:
    """Return a stream that is readable without unpacking it."""
    return Stream(pdfdoc.PDFDictionary(entries), content)


def packed(content: bytes, **entries: Any) -> Stream:
    """Return a stream of words and operators that is packed here; spaces may follow them."""
    return flate(tight(content, b" ")[0], **entries)


def exact(content: bytes, **entries: Any) -> Stream:
    """Return a stream of exactly these bytes, packed where that ends well."""
    compressed = zlib.compress(content)
    if compressed.endswith(HALF_A_LINE):
        return plain(content, **entries)
    return flate(compressed, **entries)


def flate(compressed: bytes, **entries: Any) -> Stream:
    """Return a stream of what is packed already."""
    return plain(compressed, Filter="/FlateDecode", **entries)


def text_string(text: str) -> str:
    """Return a text as a PDF string that any reader understands."""
    return f"<{(BOM_UTF16_BE + whole(text).encode('utf-16-be')).hex().upper()}>"


def whole(text: str) -> str:
    """Return a text in which half a pair of surrogates is a replacement character."""
    return text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
