"""The delivery note: the goods of an invoice, and not one price."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from app.domain.shared.ids import InvoiceId
from app.domain.shared.refusals import NotFound
from app.outside.clock import FixedClock
from app.services import delivering
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import drafted, issued, journey_6_content, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_bounded() for page in document)
    return " ".join("\n".join(pages).split())


def test_goods_and_quantities_are_told_and_no_price(office: Office) -> None:
    content = replace(journey_6_content(), order_reference="PO-77")
    invoice = issued(office, content)

    text = text_of(office.ask(delivering.note, invoice.id))

    told = ("Lähete", invoice.number, "PO-77", "24", *(line.description for line in content.lines))
    assert [word for word in told if word not in text] == []
    assert [price for price in ("129,90", "4,95", "686,56", "25,5") if price in text] == []


def test_the_note_of_a_draft_says_that_it_is_one(office: Office) -> None:
    text = text_of(office.ask(delivering.note, drafted(office, journey_6_content()).id))

    assert "LUONNOS" in text


def test_what_is_not_there_has_no_note(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(delivering.note, InvoiceId(5))
