"""Rendering: a document becomes a PDF; equal documents become equal bytes.

This is the door: what lies behind it (reportlab, HarfBuzz, the pictures' library) is loaded with
the first page that is printed, so that whoever may once print can name it at the start.
"""

from __future__ import annotations

from io import BytesIO
from typing import BinaryIO

from app.documents.model import Document
from app.documents.sheets import Sheets


def render(document: Document) -> bytes:
    """Return the document as a PDF."""
    out = BytesIO()
    render_to(document, out)
    return out.getvalue()


def render_to(document: Document, out: BinaryIO) -> None:
    """Write the document as a PDF."""
    from app.documents.pdf.book import Book  # noqa: PLC0415  loads all that prints: with a page

    Book(document, out).print()


def render_sheets(sheets: Sheets) -> bytes:
    """Return sheets on which everything has its place as a PDF."""
    from app.documents.pdf.sheets import print_sheets  # noqa: PLC0415  loads all that prints

    out = BytesIO()
    print_sheets(sheets, out)
    return out.getvalue()
