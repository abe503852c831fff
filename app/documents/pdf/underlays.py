"""Sheets that lie under a page: pictures, and pages of PDFs that were made fit for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache

from app.documents.pdf.pictures import Bitmap, picture

MAGIC = b"%PDF"
SHEET_SIDE = 2600
"""The longest side of a picture that fills a page: 220 dots an inch."""

Parts = tuple[bytes | int, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """One object of a file: its bytes, numbers standing for other nodes; a stream has content."""

    parts: Parts
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a PDF: its box in points, what draws it, the objects of its file, its words.

    One that ``keeps_rules`` was made fit for a file that claims to be PDF/A.
    """

    file: str
    page: int
    box: tuple[float, float, float, float]
    content: bytes
    resources: Parts
    nodes: tuple[Node, ...]
    text: str = ""
    keeps_rules: bool = False

    @property
    def key(self) -> str:
        """The same for the same page, so that a file holds it once."""
        return f"{self.file}-{self.page}"

    @property
    def size(self) -> tuple[float, float]:
        left, bottom, right, top = self.box
        return right - left, top - bottom


Sheet = Leaf | Bitmap


@lru_cache(maxsize=8)
def sheets_of(content: bytes) -> tuple[Sheet, ...]:
    """Return the pages of a stored sheet; none if it cannot be read."""
    if not content.startswith(MAGIC):
        bitmap = picture(content, SHEET_SIDE) if content else None
        return (bitmap,) if bitmap else ()
    # Only firms that have a PDF as their stationery pay for what reads PDFs: it loads slowly.
    from app.documents.pdf.foreign import leaves_of  # noqa: PLC0415  loads what reads PDFs

    return leaves_of(content, hashlib.sha256(content).hexdigest()[:12])
