"""A layout opens as it was kept, or as it was typed and left."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfWriter

from app.domain.admin.stationery import Part
from app.domain.invoices.layout import LayoutForm
from app.domain.shared.ids import LayoutId
from app.domain.shared.refusals import NotFound
from app.outside.clock import FixedClock
from app.services import drafts, layout_forms, layouts, stationery
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.trade import issued, opened_books

pytestmark = on_sqlite


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def test_a_new_layout_begins_with_what_backdesk_has(office: Office) -> None:
    opened = office.ask(layout_forms.opened)

    assert (opened.layout, opened.form, opened.home) == (None, LayoutForm(""), "fi")
    assert not (opened.has_invoice or opened.has_sheets or opened.has_terms)


def test_a_kept_layout_opens_as_it_was(office: Office) -> None:
    kept = office.do(layouts.add, LayoutForm("Ours")).result.layout

    assert office.ask(layout_forms.opened, kept.id).layout == kept


def test_one_that_is_not_there_is_not_found(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(layout_forms.opened, LayoutId(99))


def test_what_was_typed_and_left_is_there_again(office: Office) -> None:
    office.do(drafts.keep, layouts.KIND, 77, 0, LayoutForm("Half"))

    first = office.ask(layout_forms.opened)
    held = office.ask(layout_forms.opened, None, frozenset({77}))
    same = office.ask(layout_forms.opened, LayoutId(77))

    assert first.draft is not None
    assert first.draft == same.draft
    assert (held.draft, same.layout) == (None, None)


def test_it_is_told_what_there_is_to_show(office: Office) -> None:
    out, writer = BytesIO(), PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(out)
    office.run(stationery.put, Part.TERMS, out.getvalue())
    issued(office)

    opened = office.ask(layout_forms.opened)

    assert (opened.has_invoice, opened.has_sheets, opened.has_terms) == (True, False, True)
