"""Small PDFs for tests of the page view."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def a_pdf(*pages: Sequence[str], size: tuple[float, float] = A4, turned: int = 0) -> bytes:
    """Return a PDF with these lines on its pages, from 72 points below the upper edge."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    for lines in pages or (("Hello",),):
        canvas.setPageRotation(turned)
        canvas.setFont("Helvetica", 12)
        for place, line in enumerate(lines):
            canvas.drawString(72, size[1] - 72 - 20 * place, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
