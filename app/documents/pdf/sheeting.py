"""Sheeting: what lies under the pages of a document and what follows its last one."""

from __future__ import annotations

from dataclasses import replace

from app.documents.model import Sheeting
from app.documents.pdf.canvas import Canvas
from app.documents.pdf.page import Geometry
from app.documents.pdf.press import Press
from app.documents.pdf.tags import instead
from app.documents.pdf.underlays import Leaf, Sheet, sheets_of
from app.domain.admin.stationery import On, page_under

PAGE = "…"
"""What stands for a page without words."""


class Under:
    """Lays sheets under pages as they are begun."""

    def __init__(self, sheeting: Sheeting) -> None:
        self._sheets = [(one.on, one.text, sheets_of(one.content)) for one in sheeting.under]
        self._appended = sheets_of(sheeting.appended)
        self.asks_for_last = any(on is On.LAST and sheets for on, _, sheets in self._sheets)

    def lay(self, canvas: Canvas, page: int, pages: int) -> None:
        """Draw what lies under a page, the first sheet lowest."""
        for on, text, sheets in self._sheets:
            at = page_under(on, page, pages, len(sheets))
            if at is not None:
                is_said = text and not page
                canvas.tag = canvas.root.add("Figure", instead(text)) if is_said else None
                _draw(canvas, sheets[at])
        canvas.tag = None

    def append(self, press: Press, geometry: Geometry) -> None:
        """Draw the pages that follow, each of its own size."""
        for sheet in self._appended:
            if isinstance(sheet, Leaf):
                width, height = sheet.size
                canvas = Canvas(press, replace(geometry, width=width, height=height))
                canvas.tag = canvas.root.add("Figure", instead(sheet.text or PAGE))
                canvas.image(sheet, 0, 0, sheet.size)
                canvas.end_page()


def _draw(canvas: Canvas, sheet: Sheet) -> None:
    """Draw a sheet as large as the page allows, in its middle."""
    own = sheet.size if isinstance(sheet, Leaf) else (sheet.width, sheet.height)
    scale = min(canvas.width / own[0], canvas.height / own[1])
    width, height = own[0] * scale, own[1] * scale
    corner = ((canvas.width - width) / 2, (canvas.height - height) / 2)
    canvas.image(sheet, *corner, (width, height))
