"""The viewer: from the document that was chosen to the picture of its first page, beside PDFium.

The limit is PDFium asked for the same page of the same bytes in memory, as large.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QSizeF

from app.domain.shared.ids import DocumentId
from app.outside.clock import FixedClock
from app.services import archive, documents
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.offices import create_office
from app.ui.kit.page_layout import USUAL, Spacing
from app.ui.kit.pdf_pictures import Sight, opened
from tests.builders import TODAY
from tests.foreign import a_pdf
from tests.speed.bench import Figure, Site, bench
from tests.trade import opened_books

WIDTH = 900
LINES = "\n".join(f"Rivi {n}: sähkölaitos, lasku 4711, eräpäivä 1.4.2026" for n in range(40))
SIZES = {"a letter": 1, "a book of 600 pages": 600}


@bench("viewer", row=12, sized=False)
def first_page(site: Site) -> Iterator[Figure]:
    """Yield how long the first page takes."""
    with tempfile.TemporaryDirectory() as place:
        office = Office(create_office(Path(place) / "A.backdesk"), FixedClock(TODAY), Actor("B"))
        opened_books(office)
        with closing(office):
            for what, pages in SIZES.items():
                pdf = a_pdf(*(f"{page}\n{LINES}" for page in range(pages)))
                filed = office.do(archive.file, f"{what}.pdf", "application/pdf", pdf).result
                ours, limit = site.interleaved(
                    partial(_shown, office, DocumentId(filed.id)), partial(_bare, pdf)
                )
                yield Figure(f"first page of {what}", ours, limit, "PDFium alone", at_most=100)


def _shown(office: Office, document_id: DocumentId) -> int:
    content = office.ask(documents.content, document_id)
    sight = Sight(QSizeF(WIDTH, WIDTH), 1.0, 1.0, Spacing(0, 0))
    return len(opened(content, sight).pictures)


def _bare(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as file:
        page = file[0]
        page.render(scale=USUAL).close()
        page.close()
    return 1
