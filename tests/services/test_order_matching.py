"""Orders of web shops become drafts that come to what the customer paid."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.contacts.contact import Kind
from app.domain.invoices.totals import totals_of
from app.domain.orders.order import Channel, Order
from app.domain.orders.proposal import Proposal
from app.domain.shared.imports import Source
from app.domain.shared.money import Money
from app.services import contacts, order_intake, orders
from app.services.office import Office
from app.storage.database import Database
from tests.order_desk import an_ordering_office, ten_of

SHOPS = Path(__file__).parent.parent / "formats" / "shops"


@pytest.fixture
def office(database: Database) -> Office:
    office = an_ordering_office(database)
    ten_of(office, "P-17")
    return office


def previewed(office: Office, key: str) -> tuple[Proposal, ...]:
    looks = office.ask(order_intake.look, (Source(SHOPS / f"{key}.csv"),))
    return office.ask(order_intake.preview, tuple(one.plan for one in looks))


def taken_in(office: Office, key: str) -> list[Order]:
    looks = office.ask(order_intake.look, (Source(SHOPS / f"{key}.csv"),))
    made = office.do(order_intake.accept, tuple(one.plan for one in looks)).result
    return [office.ask(orders.get, one) for one in made.orders]


def codes(proposal: Proposal) -> list[str]:
    return [one.code for one in proposal.every_problem]


def test_orders_of_shopify_include_vat_and_freight_and_tell_what_stands_out(office: Office) -> None:
    first, second, third = previewed(office, "shopify")

    assert codes(first) == ["orders.intake-new-customer", "orders.intake-unknown-product"]
    assert codes(second) == ["orders.intake-new-customer"]
    assert "orders.intake-cancelled" in codes(third)
    assert (first.gross, second.gross) == (Money(27770, "EUR"), Money(12990, "EUR"))
    assert (first.is_fit, second.is_fit, third.is_fit) == (True, True, False)


def test_a_paid_order_of_a_shop_says_so_and_its_customer_becomes_a_person(office: Office) -> None:
    paid, open_one = taken_in(office, "shopify")

    assert paid.wanted.note == "Ring twice\nMaksettu verkkokaupassa: 9.3.2026 · Visa"
    assert (paid.wanted.terms_days, open_one.wanted.note) == (0, "")
    assert (paid.channel, paid.wanted.is_gross) == (Channel.SHOP, True)
    assert [line.description for line in paid.wanted.lines] == ["Gadget", "Gift wrap", "Posti"]
    assert paid.wanted.customer_id is not None
    person = office.ask(contacts.get, paid.wanted.customer_id)
    assert (person.name, person.kind) == ("Ada Malli", Kind.PERSON)
    assert open_one.wanted.deliver_to is not None
    assert open_one.wanted.deliver_to.town == "Turku"


def test_orders_of_woocommerce_are_without_vat_and_find_the_customer_by_name(
    office: Office,
) -> None:
    first, second = taken_in(office, "woocommerce")

    assert [totals_of(one.wanted).gross for one in (first, second)] == [
        Money(33232, "EUR"),
        Money(16302, "EUR"),
    ]
    assert second.wanted.buyer is not None
    assert second.wanted.buyer.name == "Kahvila Aamu Oy"
    assert second.wanted.note == "Thank you"
