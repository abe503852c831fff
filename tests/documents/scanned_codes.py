"""What a scanner reads of the codes on pages: bars, QR codes and matrices."""

from __future__ import annotations

import pypdfium2
import zxingcpp

DOTS = 600


def codes_on(pdf: bytes) -> list[str]:
    """Return what each code says, page by page and from the top to the bottom of each."""
    said: list[str] = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            picture = page.render(scale=DOTS / 72, grayscale=True).to_pil()
            width, height = picture.size
            dots = memoryview(picture.tobytes()).cast("B", (height, width))
            found = zxingcpp.read_barcodes(dots)
            said += [one.text for one in sorted(found, key=lambda one: one.position.top_left.y)]
    return said
