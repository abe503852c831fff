"""Papers of deliveries: in the customer's language, as walked, and frozen once they went out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.shared.ids import ProductId
from app.domain.stock.item import Customs, Tracking
from app.services import deliveries, stock_items
from app.services.office import Office
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.dispatching import pieces
from tests.documents.reading import page_texts
from tests.order_desk import asked, confirmed
from tests.shipping_desk import arrives, on_shelf, ordered, sent, started
from tests.shipping_office import a_shipping_office

pytestmark = on_sqlite


@pytest.fixture
def office(database: Database) -> Office:
    return a_shipping_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    return on_shelf(office, "P-17", "10")


def text(pdf: bytes) -> str:
    return "\n".join(page_texts(pdf))


def test_a_note_speaks_the_customers_language_and_says_what_is_to_come(
    office: Office, pump: ProductId
) -> None:
    one = started(office, ordered(office, pump, 15))

    words = text(office.ask(deliveries.note, one.id))

    for wanted in ("Lähete", "P-17", "SO-2026-00001", "Vielä tulossa", "10", "5"):
        assert wanted in words


def test_what_went_out_prints_as_it_was_filed_for_ever(office: Office, pump: ProductId) -> None:
    out = sent(office, ordered(office, pump, 4))
    before = office.ask(deliveries.note, out.id)
    with office.database.write() as unit:
        company = unit.company.get()
        unit.company.save(company, replace(company, name="Another name Oy"))

    assert office.ask(deliveries.note, out.id) == before
    assert "Another name Oy" in text(office.ask(deliveries.slips, out.id))


def test_one_list_for_many_goes_the_way_and_names_each_order(
    office: Office, pump: ProductId
) -> None:
    first = started(office, ordered(office, pump, 4))
    second = started(office, ordered(office, pump, 3))

    words = text(office.ask(deliveries.pick_list, (first.id, second.id)))

    for wanted in ("Keräyslista", "SO-2026-00001", "SO-2026-00002", "P-17"):
        assert wanted in words


def test_lots_and_their_expiry_are_on_the_list_and_the_note(office: Office) -> None:
    milk = on_shelf(office, "MILK", tracking=Tracking.LOT)
    arrives(office, milk, "5", lot="M-1", expires_on=TODAY.replace(day=30))
    one = started(office, ordered(office, milk, 2))

    for paper in (
        office.ask(deliveries.note, one.id),
        office.ask(deliveries.pick_list, (one.id,)),
    ):
        assert "M-1" in text(paper)
        assert "30.3.2026" in text(paper)


def test_customs_have_codes_weights_and_the_part_of_the_price(
    office: Office, pump: ProductId
) -> None:
    item = office.ask(stock_items.get, pump)
    assert item is not None
    customs = Customs("8413 70 00", "FI", pieces(1500))
    office.do(stock_items.save, replace(item, customs=customs))
    one = started(office, confirmed(office, asked(pump, 8, "12.50")), 4)

    words = text(office.ask(deliveries.customs, one.id)).replace("\u00a0", " ")

    for wanted in ("8413 70 00", "6 kg", "50,00 €"):
        assert wanted in words
