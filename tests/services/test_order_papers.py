"""The papers of an order print as it stands: as a draft, confirmed, amended, and pro forma."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.shared.ids import ProductId
from app.domain.shared.refusals import Invalid
from app.services import order_papers, orders
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.order_desk import a_written_order, an_ordering_office, asked, confirmed, qty, ten_of
from tests.services.test_papers import text_of


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    return ten_of(office, "P-17")


@on_sqlite
def test_a_confirmation_has_its_number_and_an_amended_one_says_what_changed(
    office: Office, pump: ProductId
) -> None:
    order = confirmed(office, asked(pump, 4))
    assert order.number in text_of(office.ask(order_papers.page, order.id))
    content = office.ask(orders.content, order.id)
    line = replace(content.content.lines[0], quantity=qty("12"))
    more = replace(content, content=replace(content.content, lines=(line,)))
    office.do(orders.amend, order.id, order.version, more, "You said 12")

    told = text_of(office.ask(order_papers.page, order.id))

    assert "You said 12" in told


@on_sqlite
def test_a_draft_and_a_pro_forma_are_printed_as_well(office: Office, pump: ProductId) -> None:
    order = confirmed(office, asked(pump, 4))

    assert office.ask(order_papers.preview, a_written_order(asked(pump, 1)))[:5] == b"%PDF-"
    assert order.number in text_of(office.ask(order_papers.pro_forma, order.id))
    with pytest.raises(Invalid):
        office.ask(order_papers.preview, a_written_order(asked(pump, "1.0000001")))
