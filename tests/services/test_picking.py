"""Picking with a scanner: each scan fits or is refused in words, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.orders.delivery import Delivery, MoreThanPlanned, NotAnAmount, NotPicking
from app.domain.orders.order import Order
from app.domain.orders.picking import MayNotGoOut, NotWanted, Other, OtherLot, PickedAlready
from app.domain.shared.ids import LocationId, ProductId
from app.domain.shared.refusals import Invalid
from app.domain.stock.item import Tracking
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.lot import Lot
from app.outside.clock import FixedClock
from app.services import deliveries, locations
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.services.picking import NothingHere, WhichLot
from app.storage.database import Database
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.dispatching import pieces
from tests.order_desk import asked, confirmed
from tests.shipping_desk import arrives, on_shelf, ordered, planned, started
from tests.storage.plans import statements_of
from tests.trade import AT, opened_books

SOON, LATE = TODAY + timedelta(days=10), TODAY + timedelta(days=90)


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def milk(office: Office) -> ProductId:
    """Milk of two lots: three of one that expires soon, and five of another."""
    product = on_shelf(office, "MILK", tracking=Tracking.LOT)
    lots(office, product, ("M-1", "3", SOON), ("M-2", "5", LATE))
    return product


def lots(office: Office, product: ProductId, *some: tuple[str, str, date]) -> None:
    for code, count, expires in some:
        arrives(office, product, count, lot=code, expires_on=expires)


def scanned(office: Office, one: Delivery, *codes: str) -> Delivery:
    for code in codes:
        office.do(deliveries.scan, one.id, code)
    return office.ask(deliveries.get, one.id)


def test_scans_pick_one_after_the_other_until_all_is_there(office: Office) -> None:
    pump = on_shelf(office, "P-17", "10")
    one = started(office, ordered(office, pump, 2))

    answer = office.do(deliveries.scan, one.id, "P-17\r").result
    done = scanned(office, one, "p-17")

    assert (answer.code, answer.left, answer.line.picked) == ("P-17", pieces(1), pieces(1))
    assert [line.picked for line in done.lines] == [2]
    with pytest.raises(PickedAlready):
        scanned(office, one, "P-17")


def test_the_lot_that_expires_first_is_picked_first(office: Office, milk: ProductId) -> None:
    one = started(office, ordered(office, milk, 4))

    walked = office.ask(deliveries.picking, one.id)

    assert [(answer.lot, int(answer.line.quantity)) for answer in walked] == [
        ("M-1", 3),
        ("M-2", 1),
    ]
    done = scanned(office, one, "M-1", "M-2", "M-1")
    assert [int(line.picked) for line in done.lines] == [2, 1]


def test_a_code_that_does_not_say_which_lot_is_asked_for_it(
    office: Office, milk: ProductId
) -> None:
    one = started(office, ordered(office, milk, 4))

    with pytest.raises(WhichLot):
        scanned(office, one, "MILK")

    assert all(not line.picked for line in office.ask(deliveries.get, one.id).lines)


def test_another_lot_than_the_next_is_refused(office: Office, milk: ProductId) -> None:
    one = started(office, ordered(office, milk, 2))

    with pytest.raises(OtherLot):
        scanned(office, one, "M-2")


def test_a_lot_that_expired_since_is_refused(office: Office, milk: ProductId) -> None:
    one = started(office, ordered(office, milk, 2))
    late = Office(office.database, FixedClock(SOON + timedelta(days=1)), Actor("Maija"))

    with pytest.raises(MayNotGoOut) as refused:
        late.do(deliveries.scan, one.id, "M-1")

    assert refused.value.facts["why"] == "expired"


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("4006381333932", "identifiers.wrong-checksum"),
        ("NOTHING-OF-OURS", "scan.unknown"),
        ("", "scan.empty"),
        ("P-17P-18", "scan.two-codes"),
        ("P-17\nP-18", "scan.two-codes"),
        ("ภ-17", "scan.wrong-layout"),
    ],
)
def test_what_means_nothing_is_refused_in_words(office: Office, code: str, problem: str) -> None:
    pump = on_shelf(office, "P-17", "10")
    on_shelf(office, "P-18", "1")
    one = started(office, ordered(office, pump, 2))

    with pytest.raises(Invalid) as refused:
        scanned(office, one, code)

    codes = [found.code for found in refused.value.problems]
    assert codes == [problem] or problem.startswith("identifiers")
    assert all(not line.picked for line in office.ask(deliveries.get, one.id).lines)


def test_goods_of_another_order_are_refused(office: Office) -> None:
    pump = on_shelf(office, "P-17", "10")
    on_shelf(office, "P-18", "1")
    one = started(office, ordered(office, pump, 2))

    with pytest.raises(NotWanted):
        scanned(office, one, "P-18")


def test_a_place_says_what_lies_there_and_picks_nothing(office: Office) -> None:
    pump = on_shelf(office, "P-17", "10")
    one = started(office, ordered(office, pump, 2))
    home = office.do(locations.home).result
    bin_id = LocationId(home.id + 1)
    office.do(locations.save, Location(bin_id, 1, LocationKind.BIN, "B-9", "", home.id))

    answer = office.do(deliveries.scan, one.id, home.code).result

    assert (answer.is_place, answer.code, answer.line.picked) == (True, "P-17", pieces(0))
    with pytest.raises(NothingHere):
        scanned(office, one, "B-9")


def test_any_serial_number_at_hand_takes_the_place_of_one_that_is_not(office: Office) -> None:
    saw = on_shelf(office, "SAW", tracking=Tracking.SERIAL)
    for serial in ("S-1", "S-2", "S-3"):
        arrives(office, saw, "1", lot=serial)
    one = started(office, ordered(office, saw, 2))

    done = scanned(office, one, "S-3", "S-1")

    with office.database.read() as unit:
        codes = [unit.lots.get(line.lot_id).code for line in done.lines if line.lot_id]
    assert sorted(codes) == ["S-1", "S-3"]
    assert all(line.picked == 1 for line in done.lines)
    with pytest.raises(PickedAlready):
        scanned(office, one, "S-1")


def test_a_line_is_picked_from_another_spot_that_the_picker_names(
    office: Office, milk: ProductId
) -> None:
    one = started(office, ordered(office, milk, 2))
    other = lot_of(office, milk, "M-2")

    moved = office.do(
        deliveries.pick_elsewhere,
        one.id,
        one.lines[0].id,
        Other(one.lines[0].location_id or one.warehouse_id, other.id),
    ).result

    assert [line.lot_id for line in moved.lines] == [other.id]
    assert int(scanned(office, one, "M-2").lines[0].picked) == 1


def test_a_part_of_a_line_is_picked_elsewhere_and_what_is_picked_stays(office: Office) -> None:
    pump = on_shelf(office, "P-17", "6")
    house = office.do(locations.home).result
    new = Location(LocationId(7), 1, LocationKind.BIN, "B-9", "", house.id)
    shelf = office.do(locations.save, new).result
    one = started(office, ordered(office, pump, 6))
    office.do(deliveries.pick, one.id, one.lines[0].id, pieces(4))
    arrives(office, pump, "5", location_id=shelf.id)

    moved = office.do(deliveries.pick_elsewhere, one.id, one.lines[0].id, Other(shelf.id)).result

    stays, goes = moved.lines
    assert (int(stays.quantity), int(stays.picked)) == (4, 4)
    assert (stays.location_id, goes.location_id) == (house.id, shelf.id)
    assert (int(goes.quantity), int(goes.picked)) == (2, 0)
    with office.database.read() as unit:
        picked = {one.spot.location_id: one.picked for one in unit.stock_levels.of_product(pump)}
    assert picked == {house.id: 4, shelf.id: 2}
    for wrong in (pieces(0), pieces(-1), pieces(3)):
        other = Other(house.id, None, wrong)
        with pytest.raises((NotAnAmount, MoreThanPlanned)):
            office.do(deliveries.pick_elsewhere, one.id, goes.id, other)


def lot_of(office: Office, product: ProductId, code: str) -> Lot:
    with office.database.read() as unit:
        found = unit.lots.coded(product, code)
    assert found is not None
    return found


def test_picking_by_keys_takes_no_more_than_the_line_has(office: Office) -> None:
    pump = on_shelf(office, "P-17", "10")
    order = ordered(office, pump, 4)
    plan = planned(office, order)
    with pytest.raises(NotPicking):
        scanned(office, plan, "P-17")
    one = office.do(deliveries.start, plan.id).result

    with pytest.raises(MoreThanPlanned):
        office.do(deliveries.pick, one.id, one.lines[0].id, pieces(5))

    kept = office.do(deliveries.put_in_parcel, one.id, one.lines[0].id, 2, pieces(1)).result
    assert [(int(line.quantity), line.parcel) for line in kept.lines] == [(3, 1), (1, 2)]


def test_a_carton_is_picked_by_what_its_label_says(office: Office) -> None:
    pump = on_shelf(office, "P-17", "30")
    with office.database.write() as unit:
        product = unit.products.get(pump)
        unit.products.save(product, replace(product, gtin="04006381333931"), AT)
    one = started(office, ordered(office, pump, 24))

    answer = office.do(deliveries.scan, one.id, "(01)04006381333931(37)12").result

    assert (answer.line.picked, answer.left) == (pieces(12), pieces(12))


@on_sqlite
def test_walk_and_pick_list_ask_no_more_for_many_lines_than_for_few(office: Office) -> None:
    few, many = (started(office, of_many(office, count)) for count in (2, 9))

    walks = [asked_for(office, deliveries.picking, one.id) for one in (few, many)]
    lists = [asked_for(office, deliveries.pick_list, (one.id,)) for one in (few, many)]
    together = asked_for(office, deliveries.pick_list, (few.id, many.id))

    assert walks[0] == walks[1] <= 7
    assert lists[0] == lists[1] == together <= 10


def of_many(office: Office, count: int) -> Order:
    """Return an order of so many goods that lie there."""
    goods = [on_shelf(office, f"{count}-{at}", "5") for at in range(count)]
    return confirmed(office, *(asked(one, 2) for one in goods))


def asked_for(office: Office, query: Callable[..., object], *args: object) -> int:
    """Return how many statements a query takes."""
    with office.database.read() as unit, statements_of(unit.connection) as sent:
        query(office.desk(unit, no_progress), *args)
    return len(sent)
