"""Scanned stacks for tests: pages with words, labels and codes, drawn without our own renderer."""

from __future__ import annotations

import io

import pypdf
from PIL import Image, ImageDraw
from reportlab.graphics.barcode import code128
from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas


def a_pdf(*pages: str, password: str = "") -> bytes:
    """Return a PDF of pages with a text each: a code where it begins with ``|``, else words."""
    out = io.BytesIO()
    locked = pdfencrypt.StandardEncryption(password) if password else None
    canvas = Canvas(out, invariant=1, encrypt=locked)
    for text in pages:
        if text.startswith("|"):
            code128.Code128(text[1:], barHeight=40, barWidth=1.2).drawOn(canvas, 60, 600)
        elif text:
            canvas.drawString(72, 700, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def a_scan(*, specks: int = 0, back: int = 255, words: str = "") -> Image.Image:
    """Return a grey page at 100 dots an inch: paper a little yellow, dust, shadow at the edge."""
    picture = Image.new("L", (827, 1169), 236)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 12, 1169), fill=40)
    for speck in range(specks):
        draw.point((100 + 37 * speck % 600, 90 + 53 * speck % 900), fill=0)
    if back < 255:
        draw.text((200, 400), "shows through from the back " * 3, fill=back)
    draw.text((400, 1100), words, fill=30)
    return picture


def signed(content: bytes) -> bytes:
    """Return a PDF that says of itself that somebody signed it."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    name, number, text = pypdf.generic.NameObject, pypdf.generic.NumberObject, pypdf.generic
    signature = text.DictionaryObject(
        {
            name("/Type"): name("/Sig"),
            name("/Filter"): name("/Adobe.PPKLite"),
            name("/ByteRange"): text.ArrayObject([number(0)] * 4),
            name("/Contents"): text.ByteStringObject(b"\0" * 8),
        }
    )
    field = text.DictionaryObject(
        {
            name("/FT"): name("/Sig"),
            name("/T"): text.TextStringObject("s"),
            name("/V"): writer._add_object(signature),
        }
    )
    fields = text.ArrayObject([writer._add_object(field)])
    form = text.DictionaryObject({name("/Fields"): fields, name("/SigFlags"): number(3)})
    writer._root_object[name("/AcroForm")] = form
    out = io.BytesIO()
    writer.write(out)

    return out.getvalue()
