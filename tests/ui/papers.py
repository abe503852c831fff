"""Small PDF documents, for tests of the viewer."""

from __future__ import annotations

from io import BytesIO

from reportlab.pdfgen.canvas import Canvas


def a_pdf(*pages: str) -> bytes:
    """Return a small PDF, one text to the page at 100 points from left and top."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=(400, 600), invariant=True)
    for text in pages:
        canvas.setFont("Helvetica", 20)
        canvas.drawString(100, 500, text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
