"""The parts of the file that hold its pages together: fonts, pictures, page tree, catalogue."""

from __future__ import annotations

from app.documents.model import Document
from app.documents.pdf.canvas import FONT_NAMES, Resources
from app.documents.pdf.page import geometry
from app.documents.pdf.writer import Writer, reference, text_string

PRODUCER = "Backdesk"


def put_file(writer: Writer, document: Document, resources: Resources, pages: list[int]) -> None:
    """Write everything that the drawn pages need and finish the file."""
    shared = _put_resources(writer, resources)
    tree = writer.reserve()
    sheet = geometry(document)
    box = f"[0 0 {sheet.width:.3f} {sheet.height:.3f}]"
    leaves = [
        writer.add(
            f"<< /Type /Page /Parent {reference(tree)} /MediaBox {box} "
            f"/Resources {reference(shared)} /Contents {reference(content)} >>".encode("ascii")
        )
        for content in pages
    ]
    kids = " ".join(map(reference, leaves))
    writer.put(tree, f"<< /Type /Pages /Count {len(leaves)} /Kids [{kids}] >>".encode("ascii"))
    catalogue = writer.add(
        f"<< /Type /Catalog /Pages {reference(tree)} /Lang {text_string(document.language)} "
        "/ViewerPreferences << /DisplayDocTitle true >> >>".encode("ascii")
    )
    writer.finish(catalogue, _put_facts(writer, document))


def _put_resources(writer: Writer, resources: Resources) -> int:
    """Write the fonts and pictures that all pages share."""
    used = sorted(resources.fonts.items(), key=lambda font: font[0].name)
    fonts = [f"/{FONT_NAMES[style]} {reference(use.put(writer))}" for style, use in used]
    images = resources.images.put(writer)
    named = [f"/{key} {reference(number)}" for key, number in images.items()]
    entries = f"/Font << {' '.join(fonts)} >> /XObject << {' '.join(named)} >>"
    return writer.add(f"<< {entries} >>".encode("ascii"))


def _put_facts(writer: Writer, document: Document) -> int:
    """Write what the file says of itself; no time, so that equal documents are equal files."""
    entries = (
        f"/Title {text_string(document.name)} "
        f"/Author {text_string(document.letterhead.name)} "
        f"/Producer {text_string(PRODUCER)}"
    )
    return writer.add(f"<< {entries} >>".encode("ascii"))
