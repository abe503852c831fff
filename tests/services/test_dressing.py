"""A paper wears what its layout needs of the office: logo, sheets, terms, product codes."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfWriter

from app.domain.admin.stationery import Part
from app.domain.invoices.layout import (
    ColumnChoice,
    LayoutForm,
    LineColumn,
    PaperKind,
)
from app.outside.clock import FixedClock
from app.services import delivering, invoices, layouts, stationery
from app.services.dressing import Wardrobe
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.documents.reading import page_texts
from tests.trade import LAMP, a_content, a_written_line, drafted, issued, opened_books

COLUMNS = (
    ColumnChoice(LineColumn.CODE),
    ColumnChoice(LineColumn.DESCRIPTION),
    ColumnChoice(LineColumn.AMOUNT),
)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def a_pdf() -> bytes:
    out, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(out)
    return out.getvalue()


def test_codes_of_products_are_printed_where_their_column_is_shown(office: Office) -> None:
    line = replace(a_written_line(), product_id=LAMP.id)
    office.do(layouts.add, LayoutForm("Codes", columns=COLUMNS, usual_for=(PaperKind.INVOICE,)))

    (page,) = page_texts(office.ask(invoices.page, drafted(office, a_content(line)).id))

    assert "L-1" in page


def test_the_firm_s_terms_follow_the_last_page_of_an_invoice(office: Office) -> None:
    office.run(stationery.put, Part.TERMS, a_pdf())
    before = page_texts(office.ask(invoices.page, drafted(office).id))
    office.do(layouts.add, LayoutForm("Terms", with_terms=True, usual_for=(PaperKind.INVOICE,)))

    invoice = issued(office)

    assert len(page_texts(office.ask(invoices.pdf, invoice.id))) == len(before) + 1
    assert len(page_texts(office.ask(delivering.note, invoice.id))) == 1


def test_what_a_layout_does_not_show_is_not_read(office: Office) -> None:
    with office.database.read() as unit:
        outfit = Wardrobe(office.desk(unit, no_progress)).wearing(LayoutForm("Plain"), (LAMP.id,))

    assert outfit.dress.contents == {}
    assert outfit.dress.codes == {}
