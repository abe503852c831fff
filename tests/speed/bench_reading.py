"""Reading: pages of a text layer a second, kept and findable, beside PDFium asked directly."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pypdfium2

from app.services import archive, reading
from app.services.office import Office
from tests.foreign import a_pdf
from tests.speed.bench import Figure, Site, bench

LINES = "\n".join(f"Rivi {n}: sähkölaitos, lasku 4711, eräpäivä 1.4.2026" for n in range(40))
BOOK = a_pdf(*(f"{page}\n{LINES}" for page in range(600)))
LETTERS = [a_pdf(*(f"{letter} {page}\n{LINES}" for page in range(3))) for letter in range(100)]


@bench("reading", row=6)
def text_layers(site: Site) -> Iterator[Figure]:
    for what, files in (("a book of 600 pages", [BOOK]), ("100 letters of 3 pages", LETTERS)):
        with site.copied() as office:
            office.run(reading.read_some, 600)
            ours = _read(office, files)
        yield Figure(f"{what}, a second", ours, _bare(files), "bare PDFium", "pages")


def _read(office: Office, files: list[bytes]) -> float:
    for number, raw in enumerate(files):
        office.do(archive.file, f"{number}.pdf", "application/pdf", raw)
    began = time.perf_counter()
    return office.run(reading.read_some, 600).pages / (time.perf_counter() - began)


def _bare(files: list[bytes]) -> float:
    pages, began = 0, time.perf_counter()
    for raw in files:
        with pypdfium2.PdfDocument(raw) as file:
            for page in file:
                text = page.get_textpage()
                pages += bool(text.get_text_range())
                text.close()
                page.close()
    return pages / (time.perf_counter() - began)
