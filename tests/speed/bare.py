"""The limit of documents: a tuned reportlab canvas that only draws the texts and boxes it is told.

It knows beforehand where everything stands: nothing is laid out, wrapped or shaped, and no code or
picture is drawn. Reportlab is loaded with the first page, as it is in the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from app import RESOURCES

FACES = ("Sarabun-Regular", "Sarabun-Bold", "Sarabun-Italic", "Sarabun-BoldItalic")
Colour = tuple[float, float, float]
Box = tuple[Colour, float, float, float, float]
Text = tuple[str, float, Colour, float, float, str]


@dataclass(frozen=True, slots=True)
class Script:
    """What is drawn page by page: boxes, then texts with face, size, colour and place."""

    size: tuple[float, float]
    pages: tuple[tuple[tuple[Box, ...], tuple[Text, ...]], ...]


def drawn(script: Script) -> bytes:
    """Return the PDF of a script: fonts embedded, streams packed, a state set when it changes."""
    out = BytesIO()
    canvas = _sheets()(out, script.size, pageCompression=1, invariant=1, initialFontName=FACES[0])
    for boxes, texts in script.pages:
        _page(canvas, boxes, texts)
    canvas.save()
    return out.getvalue()


def _page(canvas: Any, boxes: Sequence[Box], texts: Sequence[Text]) -> None:
    last_rgb, last_font = None, None
    for rgb, x, y, width, height in boxes:
        if rgb != last_rgb:
            canvas.setFillColorRGB(*rgb)
            last_rgb = rgb
        canvas.rect(x, y, width, height, stroke=0, fill=1)
    for face, size, rgb, x, y, said in texts:
        if rgb != last_rgb:
            canvas.setFillColorRGB(*rgb)
            last_rgb = rgb
        if (face, size) != last_font:
            canvas.setFont(face, size)
            last_font = (face, size)
        canvas.drawString(x, y, said)
    canvas.showPage()


@cache
def _sheets() -> Any:
    """Return reportlab's canvas, with the house font registered and ASCII85 off."""
    from reportlab import rl_config  # noqa: PLC0415  measured with the first page
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415  measured likewise
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  measured likewise

    rl_config.useA85 = 0
    for name in FACES:
        file = str(RESOURCES / "fonts" / f"{name}.ttf")
        pdfmetrics.registerFont(ttfonts.TTFont(name, file, shapable=False))
    return Canvas
