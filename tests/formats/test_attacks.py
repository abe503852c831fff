"""Ten hostile XML documents through every way in: refused at once, no file and no address opened.

Which test proves which line of the threat table of files:

* XML (XXE, laughs, depth, DTD): here, test_trees.py, reading/test_reading.py
* bombs, traversal, device names, names that turn: services/test_readers.py, test_lightbox.py,
  formats/reading, ui/archive/test_bad_input.py
* PDF with a script: reading/test_drawn_pdf.py, ui/archive/test_bad_input.py
* formulas: test_csv.py, test_sheets.py
* markup in papers: documents/test_hostile_texts.py, documents/pdf/test_book.py,
  services/test_hostile_invoices.py, documents/test_hostile_letters.py
* searches: services/test_hostile_searches.py
* placeholders in letters: domain/correspondence/test_filling.py
* a stolen laptop: services/test_canary_bytes.py, services/test_passing.py
* rich text in the window: ui/kit/test_labels.py, house/test_borders.py
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.domain.shared.refusals import OfficeError
from app.formats import order_files, tables
from app.formats.einvoices import reading
from app.formats.reading.files import open_file
from tests import foreign

FILE = "backdesk-canary.txt"
CANARY = "NIGHTJAR-4711"
ADDRESS = "http://127.0.0.1:9/canary.dtd"
LAUGHS = "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">'
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
watched: list[str] = []
seen: list[str] = []


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if watched:
        said = f"{event} {arguments!r}"
        if event.startswith("socket.") or FILE in said:
            seen.append(said)


sys.addaudithook(_hear)


def corpus(path: Path) -> dict[str, str]:
    """Return hostile documents by what they try."""
    told, end = "<Invoice>&x;</Invoice>", "<Invoice/>"
    file, deep = path.as_uri(), 100_000
    return {
        "a file": f'<!DOCTYPE Invoice [<!ENTITY x SYSTEM "{file}">]>{told}',
        "an address": f'<!DOCTYPE Invoice [<!ENTITY x SYSTEM "{ADDRESS}">]>{told}',
        "a public name": f'<!DOCTYPE Invoice [<!ENTITY x PUBLIC "x" "{file}">]>{told}',
        "a parameter": f'<!DOCTYPE Invoice [<!ENTITY % x SYSTEM "{file}"> %x;]>{end}',
        "a type elsewhere": f'<!DOCTYPE Invoice SYSTEM "{ADDRESS}">{end}',
        "a type of a file": f'<!DOCTYPE Invoice SYSTEM "{file}">{end}',
        "laughs": f'<!DOCTYPE Invoice [<!ENTITY a "ha">{LAUGHS}]><Invoice>&i;</Invoice>',
        "quadratic": foreign.quadratic_xml(),
        "depth": "<a>" * deep + "</a>" * deep,
        "an include": f'<Invoice xmlns:i="http://www.w3.org/2001/XInclude">'
        f'<i:include href="{file}" parse="text"/></Invoice>',
    }


def _einvoice(text: str) -> object:
    return reading.read_file(text.encode(), "application/xml", "bill.xml")


def _order(text: str) -> object:
    return order_files.read_orders([("order.xml", text.encode())])


def _opened(name: str, text: str) -> object:
    found = open_file(name, text.encode())
    return [found.page(number).text for number in range(found.count)]


def _packed(part: str, others: dict[str, str], text: str) -> object:
    found = open_file("a.bin", foreign.packed({**others, part: text}))
    return [found.page(number).text for number in range(found.count)]


def _table(text: str) -> object:
    parts: dict[str, str | bytes] = {"xl/workbook.xml": text, "xl/worksheets/sheet1.xml": text}
    return tables.read_content(foreign.packed(parts), {})


WAYS: dict[str, Callable[[str], object]] = {
    "an e-invoice": _einvoice,
    "an order": _order,
    "a file of XML": partial(_opened, "a.xml"),
    "a page of the web": partial(_opened, "a.html"),
    "a letter": partial(_packed, "word/document.xml", {}),
    "a workbook": partial(_packed, "xl/workbook.xml", {"xl/worksheets/sheet1.xml": "<a/>"}),
    "slides": partial(_packed, "ppt/presentation.xml", {}),
    "an open document": partial(_packed, "content.xml", {"mimetype": "text"}),
    "a table": _table,
}


@pytest.mark.parametrize("way", WAYS)
def test_hostile_xml_opens_nothing_tells_nothing_and_breaks_nothing(
    tmp_path: Path, way: str
) -> None:
    path = tmp_path / FILE
    path.write_text(CANARY)
    documents = corpus(path)
    told = ""
    watched.append(way)
    try:
        for document in documents.values():
            try:
                told += repr(WAYS[way](document))
            except OfficeError as refusal:
                told += repr(refusal.facts)
    finally:
        watched.clear()

    assert len(documents) == 10
    assert seen == []
    assert CANARY not in told
    assert len(told) < 10_000_000


def test_the_watch_hears_a_file_that_is_opened(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text(CANARY)
    watched.append("this")

    path.read_text()

    watched.clear()
    assert len(seen) == 1
    seen.clear()
