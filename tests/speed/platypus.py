"""The limit of letters: reportlab's own platypus, told the same words as plainly as it goes.

It sets Latin only: it breaks Thai anywhere and shapes none of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from app import RESOURCES
from app.documents.model import (
    Document,
    Level,
    Listing,
    Notes,
    Runs,
    Signed,
    Subject,
    Table,
    Written,
)

FACES = {
    "Sarabun": "Regular",
    "Sarabun-B": "Bold",
    "Sarabun-I": "Italic",
    "Sarabun-BI": "BoldItalic",
}


def plainly_set(document: Document) -> bytes:
    """Return the PDF of a letter as platypus sets it: head, body and end, one after the other."""
    kit = _kit()
    out = BytesIO()
    template = kit.template(out, pagesize=(595.28, 841.89), invariant=1)
    foot = " · ".join(line for column in document.footer for line in column)

    def furniture(canvas: Any, page: Any) -> None:
        canvas.setFont("Sarabun", 7.5)
        canvas.drawString(57, 30, foot)
        canvas.drawRightString(538, 820, str(page.page))

    template.build(list(_story(document, kit)), onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def _story(document: Document, kit: Any) -> Iterator[Any]:
    address = document.address.lines if document.address else ()
    facts = tuple(f"{fact.label} {fact.value}" for fact in document.facts)
    for line in (document.letterhead.name, *document.letterhead.lines, *facts, *address):
        yield kit.paragraph(escape(line), kit.body)
    for block in document.blocks:
        yield from _block(block, kit)


def _block(block: object, kit: Any) -> Iterator[Any]:
    match block:
        case Written(runs, level):
            yield kit.paragraph(_marked(runs), kit.body if level is Level.TEXT else kit.head)
        case Subject(text):
            yield kit.paragraph(escape(text), kit.head)
        case Listing(points):
            items = [kit.paragraph(_marked(point.runs), kit.body) for point in points]
            yield kit.listing(items, bulletType="bullet")
        case Table(rows):
            cells = [[kit.paragraph(_marked(cell.runs), kit.body) for cell in row] for row in rows]
            yield kit.table(cells, repeatRows=1)
        case Notes() | Signed():
            yield from (kit.paragraph(line, kit.body) for line in _ending(block))


def _ending(block: Notes | Signed) -> Iterator[str]:
    if isinstance(block, Notes):
        yield from (escape(f"{row.label} {row.value}") for row in block.rows)
    else:
        yield from (_marked(block.wishes), escape(block.firm), *map(escape, block.lines))


def _marked(runs: Runs) -> str:
    """Return runs as platypus marks them."""
    parts = []
    for run in runs:
        text = escape(run.text)
        text = f"<b>{text}</b>" if run.is_bold else text
        text = f"<i>{text}</i>" if run.is_italic else text
        parts.append(f"<u>{text}</u>" if run.is_underlined else text)
    return "".join(parts)


@cache
def _kit() -> Any:
    """Return what platypus needs, with the house font registered."""
    from types import SimpleNamespace  # noqa: PLC0415  with the rest, measured in no round

    from reportlab import rl_config  # noqa: PLC0415  measured in no round
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415  likewise
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415  likewise
    from reportlab.platypus import (  # noqa: PLC0415  likewise
        ListFlowable,
        Paragraph,
        SimpleDocTemplate,
    )
    from reportlab.platypus import Table as Grid  # noqa: PLC0415  likewise

    rl_config.useA85 = 0
    for name, file in FACES.items():
        path = str(RESOURCES / "fonts" / f"Sarabun-{file}.ttf")
        pdfmetrics.registerFont(ttfonts.TTFont(name, path, shapable=False))
    pdfmetrics.registerFontFamily("Sarabun", *FACES)
    body = ParagraphStyle("body", fontName="Sarabun", fontSize=10.5, leading=14.3, spaceBefore=9)
    head = ParagraphStyle("head", parent=body, fontName="Sarabun-B", spaceBefore=14)
    return SimpleNamespace(
        template=SimpleDocTemplate,
        paragraph=Paragraph,
        listing=ListFlowable,
        table=Grid,
        body=body,
        head=head,
    )
