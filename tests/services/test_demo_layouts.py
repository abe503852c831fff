"""The sample company has two layouts, and its papers wear one of them."""

from __future__ import annotations

import pytest

from app.domain.invoices.designs import Design
from app.domain.invoices.layout import LineColumn, PaperKind
from app.outside.clock import FixedClock
from app.services import invoices, layouts
from app.services.demo_layouts import tell_layouts
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.documents.reading import page_texts
from tests.trade import issued, opened_books

pytestmark = on_sqlite


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    tell_layouts(opened)
    return opened


def test_one_is_usual_and_one_is_for_long_lists(office: Office) -> None:
    ours, long = sorted(office.ask(layouts.layouts), key=lambda one: not one.form.usual_for)

    assert (ours.form.design, ours.form.usual_for) == (Design.MODERN, tuple(PaperKind))
    assert long.form.design is Design.COMPACT
    assert long.form.columns[0].column is LineColumn.POSITION


def test_an_invoice_thanks_in_its_own_language(office: Office) -> None:
    invoice = issued(office)

    (page,) = page_texts(office.ask(invoices.pdf, invoice.id))

    assert "Kiitos luottamuksestasi." in page
    assert invoice.layout_id is not None
