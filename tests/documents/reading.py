"""Reading a PDF back, as a viewer does: its text, where each letter stands, its pixels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image

MM = 72 / 25.4


@dataclass(frozen=True)
class Letter:
    """A letter and its box on the page in millimetres from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@contextmanager
def opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF for a while."""
    document = pypdfium2.PdfDocument(BytesIO(content))
    try:
        yield document
    finally:
        document.close()


def page_texts(content: bytes) -> list[str]:
    """Return the text of every page as it would be copied."""
    with opened(content) as document:
        return [str(page.get_textpage().get_text_range()) for page in document]


def lines_of(content: bytes) -> list[str]:
    """Return the lines of text of all pages."""
    return [line for text in page_texts(content) for line in text.splitlines()]


def letters(content: bytes, page: int = 0) -> list[Letter]:
    """Return every letter that leaves ink on a page."""
    with opened(content) as document:
        height = document[page].get_height()
        text = document[page].get_textpage()
        found = []
        for at in range(text.count_chars()):
            letter = text.get_text_range(at, 1)
            left, bottom, right, top = text.get_charbox(at)
            if letter.strip() and right > left:
                edges = (left, height - top, right, height - bottom)
                found.append(Letter(letter, *(edge / MM for edge in edges)))
        return found


def picture_of(content: bytes, page: int = 0, resolution: float = 54) -> Image.Image:
    """Return a page in greys."""
    with opened(content) as document:
        drawn = document[page].render(scale=resolution / 72).to_pil().convert("L")
        assert isinstance(drawn, Image.Image)
        return drawn
