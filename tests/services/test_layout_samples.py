"""A layout that is tried out is shown on a sample, or on the office's own last invoice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.invoices.designs import Design
from app.domain.invoices.layout import LayoutForm, PaperKind
from app.domain.shared.refusals import Invalid
from app.formats.packs import pack
from app.outside.clock import FixedClock
from app.services import admin, layouts
from app.services.layout_samples import sample
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.documents.reading import page_texts
from tests.trade import LUMO, a_content, a_written_line, issued, opened_books

TRIED = LayoutForm("Tried", Design.MODERN, "#0f766e")


@pytest.fixture(params=["FI", "DE", "US", "TH"])
def office(database: Database, request: pytest.FixtureRequest) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    currency = {"US": "USD", "TH": "THB"}.get(request.param, "EUR")
    opened_books(opened, replace(LUMO, country=request.param, currency=currency))
    return opened


@pytest.mark.parametrize("kind", [PaperKind.INVOICE, PaperKind.CREDIT_NOTE])
@pytest.mark.parametrize("language", ["", "en", "th"])
def test_a_sample_shows_lines_and_sums(office: Office, kind: PaperKind, language: str) -> None:
    (page,) = page_texts(office.ask(sample, TRIED, kind, language))

    assert "129" in page


def test_a_delivery_note_shows_no_price(office: Office) -> None:
    (page,) = page_texts(office.ask(sample, TRIED, PaperKind.DELIVERY_NOTE, "en"))

    assert "Delivery note" in page
    assert "129.90" not in page


def test_the_last_invoice_is_shown_where_it_is_wanted_and_there(office: Office) -> None:
    (before,) = page_texts(office.ask(sample, TRIED, is_own=True))
    code = pack(office.ask(admin.company).country).vat[0].code
    invoice = issued(office, a_content(a_written_line(vat=code)))

    (page,) = page_texts(office.ask(sample, TRIED, is_own=True))

    assert invoice.number not in before
    assert invoice.number in page


def test_what_is_tried_out_is_not_kept_and_needs_no_name(office: Office) -> None:
    quiet = office.ask(sample, replace(TRIED, name="", design=Design.CLASSIC))

    assert office.ask(sample, replace(TRIED, name="")) != quiet
    assert office.ask(layouts.layouts) == ()


def test_a_layout_that_cannot_be_is_not_shown(office: Office) -> None:
    with pytest.raises(Invalid):
        office.ask(sample, replace(TRIED, columns=()))
