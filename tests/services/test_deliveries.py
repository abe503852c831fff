"""Deliveries through the office: what is reserved goes out, to the piece, or nothing does."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.archive.document import Link
from app.domain.contacts.timeline import Happening
from app.domain.orders.delivery import (
    Carriage,
    DeliveryState,
    NotPacked,
    NotPicking,
    NotPlanned,
    OutAlready,
    Proof,
)
from app.domain.orders.delivery_findable import DELIVERY
from app.domain.orders.dispatch import MoreThanOrdered, NothingReady, NotReserved, ShipsWhole
from app.domain.orders.order import OrderState
from app.domain.shared.ids import OrderLineId, ProductId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, NotFound
from app.domain.stock.moving import NotEnough
from app.outside.clock import FixedClock
from app.services import contacts, deliveries, invoices, order_billing, orders, search, stock_levels
from app.services.deliveries import Amount
from app.services.going_out import OnHold
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.dispatching import pieces
from tests.order_desk import asked, confirmed
from tests.shipping_desk import (
    announced,
    arrives,
    carried,
    on_shelf,
    ordered,
    packed,
    planned,
    sent,
    stands,
    started,
)
from tests.trade import AAMU, opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def pump(office: Office) -> ProductId:
    return on_shelf(office, "P-17", "10")


def on_hand(office: Office, product: ProductId) -> tuple[int, int, int]:
    found = office.ask(stock_levels.availability, product)
    return int(found.on_hand), int(found.reserved), int(found.free)


@pytest.mark.parametrize(("lying", "wanted", "later"), [(10, 15, 20), (7, 31, 24), (3, 4, 1)])
def test_what_lies_there_goes_out_and_the_rest_follows(
    office: Office, lying: int, wanted: int, later: int
) -> None:
    product = on_shelf(office, "J-16", str(lying))
    order = ordered(office, product, wanted)

    first = sent(office, order)
    owed = stands(office, order).lines[0].open
    draft = office.do(order_billing.bill, order.id).result
    office.do(invoices.issue, draft.id)
    arrives(office, product, str(later))
    held = stands(office, order).lines[0].reserved
    second = sent(office, order)
    rest = office.do(order_billing.bill, order.id).result
    office.do(invoices.issue, rest.id)
    done = stands(office, order)

    assert [line.picked for line in first.lines] == [lying]
    assert (owed, held) == (pieces(wanted - lying), pieces(wanted - lying))
    assert draft.lines[0].quantity == lying
    assert sum(line.picked for line in second.lines) == wanted - lying
    assert rest.lines[0].quantity == wanted - lying
    assert (done.state, int(done.lines[0].open)) == (OrderState.CLOSED, 0)
    assert on_hand(office, product) == (lying + later - wanted, 0, lying + later - wanted)


def test_all_of_one_line_goes_while_the_other_stays_open(office: Office) -> None:
    wire, plug = on_shelf(office, "WIRE", "250000"), on_shelf(office, "PLUG")
    order = confirmed(office, asked(wire, 250_000), asked(plug, 2))

    sent(office, order)
    half = stands(office, order)
    arrives(office, plug, "2")
    second = sent(office, order)

    assert [line.open for line in half.lines] == [0, 2]
    assert half.state is OrderState.CONFIRMED
    assert [(line.product_id, line.picked) for line in second.lines] == [(plug, pieces(2))]


def test_shipping_numbers_moves_books_frees_and_files_at_once(
    office: Office, pump: ProductId
) -> None:
    order = ordered(office, pump, 4)

    out = sent(office, order)

    assert (out.number, out.state, out.shipped_on) == (
        "DN-2026-00001",
        DeliveryState.SHIPPED,
        TODAY,
    )
    assert all(line.move_id for line in out.lines)
    assert on_hand(office, pump) == (6, 0, 6)
    assert stands(office, order).lines[0].delivered == 4
    with office.database.read() as unit:
        (record,) = unit.archive.of(f"delivery:{out.id}")
        moves = unit.stock_moves.of_source(f"delivery:{out.id}")
        worth = unit.stock_lists.worth()
    assert (record.name, record.is_sealed) == ("DN-2026-00001.pdf", True)
    assert [move.quantity for move in moves] == [4]
    assert worth == 3000
    assert office.ask(deliveries.note, out.id).startswith(b"%PDF")
    (hit, *_) = [one for one in office.ask(search.find, out.number) if one.kind == DELIVERY]
    assert hit.entity_id == out.id


def test_two_clerks_do_not_send_the_same_goods(office: Office, pump: ProductId) -> None:
    one = packed(office, ordered(office, pump, 4))
    office.do(deliveries.ship, one.id)

    with pytest.raises(NotPacked):
        office.do(deliveries.ship, one.id)

    assert on_hand(office, pump)[0] == 6
    with office.database.read() as unit:
        assert len(unit.stock_moves.of_source(f"delivery:{one.id}")) == 1


def test_two_deliveries_do_not_count_on_the_same_pieces(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 10)
    started(office, order, 6)

    second = planned(office, order)

    assert [line.quantity for line in second.lines] == [4]
    with pytest.raises(NothingReady):
        planned(office, order)


def test_no_more_is_planned_than_ordered_or_reserved(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 15)

    with pytest.raises(MoreThanOrdered):
        planned(office, order, 16)
    with pytest.raises(NotReserved):
        planned(office, order, 11)
    with pytest.raises(NotFound):
        office.do(deliveries.plan, order.id, (Amount(OrderLineId(7), pieces(1)),))


def test_who_takes_all_at_once_gets_no_part(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 15, ships_whole=True)

    with pytest.raises(ShipsWhole):
        planned(office, order)


def test_an_order_that_waits_sends_nothing(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 4)
    one = packed(office, order)
    office.do(orders.hold, order.id, "Unpaid")

    with pytest.raises(OnHold):
        office.do(deliveries.ship, one.id)

    assert office.ask(deliveries.get, one.id).state is DeliveryState.PACKED
    assert on_hand(office, pump)[0] == 10


def test_what_is_picked_short_is_owed_and_lies_free_again(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 10)
    one = started(office, order)
    office.do(deliveries.pick, one.id, one.lines[0].id, pieces(7))

    packed_ = office.do(deliveries.pack, one.id, Carriage(parcels=2)).result
    out = office.do(deliveries.ship, one.id).result

    assert [line.quantity for line in packed_.lines] == [7]
    assert out.carriage.parcels == 2
    assert stands(office, order).lines[0].open == 3
    assert sent(office, order).lines[0].quantity == 3


def test_what_is_called_off_lies_free_and_can_be_planned_again(
    office: Office, pump: ProductId
) -> None:
    order = ordered(office, pump, 10)
    one = packed(office, order)

    office.do(deliveries.cancel, one.id, "Wrong address")

    assert sent(office, order).lines[0].quantity == 10
    with pytest.raises(OutAlready):
        office.do(deliveries.cancel, one.id, "Again")


def test_a_step_is_done_once_and_in_its_turn(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 4)
    plan = planned(office, order)
    with pytest.raises(NotPacked):
        office.do(deliveries.ship, plan.id)
    with pytest.raises(NotPicking):
        office.do(deliveries.pick, plan.id, plan.lines[0].id, pieces(1))
    office.do(deliveries.start, plan.id)
    with pytest.raises(NotPlanned):
        office.do(deliveries.start, plan.id)


def test_what_lies_nowhere_is_not_given_to_a_picker(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 10)
    first = planned(office, order, 10)
    with office.database.write() as unit:
        (level,) = unit.stock_levels.of_product(pump)
        unit.stock_levels.pick(level.spot, Decimal(10))

    with pytest.raises(NotEnough) as refused:
        office.do(deliveries.start, first.id)

    assert (refused.value.facts["product"], refused.value.facts["count"]) == ("P-17", 10)
    assert office.ask(deliveries.get, first.id).state is DeliveryState.DRAFT


def test_what_was_written_meanwhile_by_another_is_kept(office: Office, pump: ProductId) -> None:
    one = started(office, ordered(office, pump, 4))
    with office.database.write() as unit, pytest.raises(Conflict):
        unit.deliveries.save(replace(one, version=1), replace(one, version=9))


def test_a_delivery_arrives_with_its_proof(office: Office, pump: ProductId) -> None:
    out = sent(office, ordered(office, pump, 4))
    tracked = carried(office, out, carrier="Posti", tracking="JJFI1")
    with office.database.read() as unit:
        (record,) = unit.archive.of(f"delivery:{out.id}")
        signed = unit.documents.of_file(record.id)
    assert signed is not None

    arrived = office.do(deliveries.deliver, out.id, Proof("Maija", TODAY, signed.id)).result

    assert tracked.carriage.tracking == "JJFI1"
    assert (arrived.state, arrived.received_by, arrived.proof_id) == (
        DeliveryState.DELIVERED,
        "Maija",
        signed.id,
    )
    with office.database.read() as unit:
        assert Link(DELIVERY, out.id) in unit.document_links.of(signed.id)


def test_deliveries_are_listed_found_and_counted(office: Office, pump: ProductId) -> None:
    order = ordered(office, pump, 10)
    out = sent(office, order, 4)
    plan = planned(office, order)

    assert list(office.ask(deliveries.spine, View())) == sorted((out.id, plan.id))
    assert [row.id for row in office.ask(deliveries.first, View(words="DN-2026-00001"), 9)] == [
        out.id
    ]
    assert list(office.ask(deliveries.spine, View(words=order.number, only=("draft",)))) == [
        plan.id
    ]
    assert office.ask(deliveries.counts)["shipped"] == 1
    assert office.ask(deliveries.rows, (out.id,))[0].order_number == order.number
    assert office.ask(deliveries.numbered, "DN-2026-00001") == out
    assert [one.id for one in office.ask(deliveries.of_order, order.id)] == [out.id, plan.id]
    (owed,) = office.ask(deliveries.owed, order.id)
    assert (owed.due.owed, owed.unit) == (pieces(0), "pcs")


def test_every_paper_of_a_delivery_prints(office: Office, pump: ProductId) -> None:
    one = started(office, ordered(office, pump, 4))
    for paper in (deliveries.note, deliveries.slips, deliveries.labels, deliveries.customs):
        assert office.ask(paper, one.id).startswith(b"%PDF")

    assert office.ask(deliveries.pick_list, (one.id,)).startswith(b"%PDF")


def test_who_may_not_move_stock_sends_nothing(office: Office, pump: ProductId) -> None:
    one = packed(office, ordered(office, pump, 4))
    role = Role("sales", frozenset({Permission.ORDERS_READ, Permission.ORDERS_CHANGE}))
    seller = Office(office.database, FixedClock(TODAY), Actor("Seppo", role))

    with pytest.raises(NotAllowed):
        seller.do(deliveries.ship, one.id)


def test_what_went_out_and_came_back_stands_in_the_customers_history(
    office: Office, pump: ProductId
) -> None:
    order = ordered(office, pump, 4)
    out = sent(office, order)
    back = announced(office, order, 1)

    events = office.ask(contacts.timeline, AAMU.id)

    told = [(one.what, one.record, one.title) for one in events]
    assert (Happening.DELIVERED, out.id, out.number) in told
    assert (Happening.RETURNED, back.id, back.number) in told
