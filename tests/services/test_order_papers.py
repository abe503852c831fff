"""The papers of an order print as it stands: as a draft, confirmed, amended, and pro forma."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.orders.refused import NotConfirmed
from app.domain.shared.ids import ProductId
from app.domain.shared.refusals import Invalid
from app.services import filing, order_papers, orders
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.order_desk import (
    a_written_order,
    an_ordering_office,
    asked,
    confirmed,
    qty,
    taken,
    ten_of,
)
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


@on_sqlite
def test_what_goes_out_is_filed_once_for_each_state_of_the_order(
    office: Office, pump: ProductId
) -> None:
    order = confirmed(office, asked(pump, 4))
    source = f"order:{order.id}"

    first = office.do(order_papers.hand_out, order.id).result
    again = office.do(order_papers.hand_out, order.id).result
    figures = office.do(order_papers.hand_out_pro_forma, order.id).result
    office.do(orders.promise, (order.id,), date(2026, 3, 20))
    later = office.do(order_papers.hand_out, order.id).result

    assert first == again
    assert first != later
    assert order.number in text_of(figures)
    filed = office.ask(filing.belonging, source)
    assert sorted(one.title for one in filed) == [
        f"Proformalasku {order.number} (2)",
        f"Tilausvahvistus {order.number}",
        f"Tilausvahvistus {order.number} (3)",
    ]
    assert all(one.is_sealed for one in filed)


@on_sqlite
def test_a_draft_does_not_go_out(office: Office, pump: ProductId) -> None:
    draft = taken(office, asked(pump, 4))

    with pytest.raises(NotConfirmed):
        office.do(order_papers.hand_out, draft.id)

    assert office.ask(filing.belonging, f"order:{draft.id}") == ()
