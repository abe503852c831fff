"""Counts while goods move: the books are put right by what was miscounted, once, and explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from app.domain.accounting.chart import AccountUse
from app.domain.orders.row import IN_TURN
from app.domain.shared.ids import CountId, LocationId, ProductId
from app.domain.shared.paging import View
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.domain.stock.count import Count, CountKind, CountState, Rest, Scope
from app.domain.stock.count_refusals import (
    CountedAlready,
    CountedElsewhere,
    DifferenceNotApproved,
    Elsewhere,
    LinesLeft,
    NotAWarehouse,
    NothingToCount,
    NotInState,
    OwnApproval,
    PostedAlready,
)
from app.domain.stock.item import Tracking
from app.domain.stock.location import Location, LocationKind
from app.domain.stock.move import Move, MoveKind, Spot
from app.domain.stock.moving import NotEnough
from app.services import counts, locations, orders, search, stock_levels, stock_rules
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from tests.counting import (
    BLIND,
    ELEVEN,
    HALF_PAST_NINE,
    NINE,
    TEN,
    Moment,
    at,
    begun,
    explained,
    home,
    line_of,
    ready,
    reviewed,
)
from tests.order_desk import asked, confirmed
from tests.shipping_desk import sent
from tests.stocking import booked, came, qty, require_agreement, stocked, went, worth
from tests.trade import count as rows_in
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(NINE - timedelta(hours=1)), Actor("Aino"))
    opened_books(office)
    return office


@pytest.fixture
def lamp(office: Office) -> ProductId:
    product = stocked(office, "L-9")
    came(office, product, "120", "7.50")
    return product


def test_journey_17_counts_without_stopping(office: Office, lamp: ProductId) -> None:
    count = begun(office)
    line = line_of(office, count)
    at(office, HALF_PAST_NINE).do(counts.enter, count.id, line, qty("117"))
    went(at(office, TEN), lamp, "5")
    clerk, second = at(office, ELEVEN), at(office, ELEVEN, "Maija")
    with pytest.raises(Invalid):
        clerk.do(counts.post, count.id, reviewed(clerk, count).version)
    told = explained(clerk, clerk.ask(counts.get, count.id).count)
    with pytest.raises(DifferenceNotApproved):
        clerk.do(counts.post, count.id, told.version)
    with pytest.raises(OwnApproval):
        clerk.do(counts.approve, count.id, told.version)
    approved = second.do(counts.approve, count.id, told.version).result

    posted = clerk.do(counts.post, count.id, approved.version).result

    (row,) = clerk.ask(counts.get, count.id).lines
    assert row.line.book == 120
    assert row.line.counted == 117
    assert row.line.difference == -3
    assert worth(clerk, lamp) == (qty("112"), 112 * 750)
    assert posted.number == "CNT-2026-00001"
    assert booked(clerk, AccountUse.STOCK_DIFFERENCES) == 3 * 750
    require_agreement(clerk)
    (move,) = moves_of(clerk, count)
    assert (move.kind, move.quantity, move.reason) == (MoveKind.COUNT, qty("3"), "Broken")


def moves_of(office: Office, count: Count) -> list[Move]:
    """Return the moves by which a count put the books right."""
    with office.database.read() as unit:
        return list(unit.stock_moves.of_source(f"stock-count:{count.id}"))


def test_a_count_is_posted_once(office: Office, lamp: ProductId) -> None:
    count, now = ready(office, "117"), at(office, ELEVEN)
    posted = now.do(counts.post, count.id, count.version).result

    for version in (count.version, posted.version):
        with pytest.raises(PostedAlready):
            now.do(counts.post, count.id, version)

    assert worth(now, lamp)[0] == 117
    assert len(moves_of(now, count)) == 1


def test_what_was_found_comes_at_what_the_others_are_worth(office: Office, lamp: ProductId) -> None:
    count = ready(office, "125")

    at(office, ELEVEN).do(counts.post, count.id, count.version)

    assert worth(office, lamp) == (qty("125"), 125 * 750)
    require_agreement(office)


def test_a_line_may_be_counted_at_an_earlier_moment(office: Office, lamp: ProductId) -> None:
    count = begun(office)
    went(at(office, TEN), lamp, "5")

    line = at(office, ELEVEN).do(
        counts.enter, count.id, line_of(office, count), qty("117"), HALF_PAST_NINE
    )

    assert (line.result.book, line.result.difference) == (qty("120"), qty("-3"))


@pytest.mark.parametrize(
    ("counted", "moment", "code"),
    [
        ("-1", None, "counts.negative"),
        ("1.0000001", None, "number.too-many-places"),
        ("1", NINE - timedelta(minutes=1), "counts.before-start"),
        ("1", ELEVEN, "counts.in-future"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_lost(
    office: Office, lamp: ProductId, counted: str, moment: datetime | None, code: str
) -> None:
    count = begun(office)
    line = line_of(office, count)

    with pytest.raises(Invalid) as refused:
        at(office, TEN).do(counts.enter, count.id, line, qty(counted), moment)

    assert [one.code for one in refused.value.problems] == [code]
    assert office.ask(counts.get, count.id).lines[0].line.counted is None


def test_a_clock_that_was_set_back_changes_no_difference(office: Office, lamp: ProductId) -> None:
    count = begun(office)
    went(at(office, TEN), lamp, "5")
    yesterday = at(office, NINE - timedelta(days=1))

    line = yesterday.do(counts.enter, count.id, line_of(office, count), qty("114")).result

    assert (line.book, line.difference) == (qty("115"), qty("-1"))


def test_two_clerks_count_a_line_once_and_again_only_knowingly(
    office: Office, lamp: ProductId
) -> None:
    count = begun(office)
    line = line_of(office, count)
    at(office, HALF_PAST_NINE).do(counts.enter, count.id, line, qty("117"))
    maija = at(office, TEN, "Maija")

    with pytest.raises(CountedAlready) as refused:
        maija.do(counts.enter, count.id, line, qty("118"))
    again = maija.do(counts.recount, count.id, line, qty("118")).result

    assert refused.value.facts["who"] == "Aino"
    assert (again.counted, again.earlier) == (qty("118"), (qty("117"),))
    assert again.counted_by == "Maija"


def test_a_recount_while_differences_are_looked_at_takes_back_the_approval(
    office: Office, lamp: ProductId
) -> None:
    count = ready(office, "117")
    now = at(office, TEN)

    now.do(counts.recount, count.id, line_of(now, count), qty("110"))

    with pytest.raises(Conflict):
        now.do(counts.post, count.id, count.version)
    seen = now.ask(counts.get, count.id).count
    assert seen.approved_by == ""
    with pytest.raises(DifferenceNotApproved):
        now.do(counts.post, count.id, seen.version)


def test_a_blind_count_says_no_books_until_it_is_looked_at(office: Office, lamp: ProductId) -> None:
    count = begun(office, BLIND)
    now = at(office, TEN)
    now.do(counts.enter, count.id, line_of(now, count), qty("117"))

    card = now.ask(counts.get, count.id)
    seen = now.ask(counts.get, reviewed(now, count).id)

    assert (card.lines[0].line.book, card.row.differing) == (None, 0)
    assert (seen.lines[0].line.book, seen.row.differing) == (qty("120"), 1)


def test_more_gone_than_is_to_be_taken_off_books_nothing(office: Office, lamp: ProductId) -> None:
    count = ready(office, "20")
    went(at(office, TEN), lamp, "60")
    now = at(office, ELEVEN)

    with pytest.raises(NotEnough):
        now.do(counts.post, count.id, count.version)

    assert now.ask(counts.get, count.id).count.state is CountState.REVIEW
    assert worth(now, lamp)[0] == 60


def test_what_is_found_where_nothing_should_lie_is_counted_too(
    office: Office, lamp: ProductId
) -> None:
    other = stocked(office, "L-10", tracking=Tracking.NONE)
    came(office, other, "1", "5")
    went(office, other, "1")
    count = begun(office)
    now, spot = at(office, TEN), Spot(other, home(office))

    line = now.do(counts.found, count.id, spot, qty("2")).result

    assert (line.book, line.difference) == (qty("0"), qty("2"))
    assert len(now.ask(counts.get, count.id).lines) == 2
    with pytest.raises(CountedAlready):
        now.do(counts.found, count.id, spot, qty("3"))


def test_what_is_found_has_to_lie_in_the_warehouse_and_have_its_lot(
    office: Office, lamp: ProductId
) -> None:
    by_lot = stocked(office, "L-11", tracking=Tracking.LOT)
    count, there = begun(office), home(office)
    now = at(office, TEN)
    far = Location(LocationId(77), 1, LocationKind.WAREHOUSE, "FAR")
    now.do(locations.save, far)

    with pytest.raises(Elsewhere):
        now.do(counts.found, count.id, Spot(lamp, far.id), qty("1"))
    with pytest.raises(Invalid):
        now.do(counts.found, count.id, Spot(by_lot, there), qty("1"))
    with pytest.raises(NothingToCount):
        now.do(counts.plan, far.id)


def test_a_spot_is_in_one_open_count(office: Office, lamp: ProductId) -> None:
    count = begun(office)
    now = at(office, TEN)

    with pytest.raises(CountedElsewhere) as refused:
        now.do(counts.plan, home(office))
    now.do(counts.cancel, count.id, "Fire drill")
    again = now.do(counts.plan, home(office)).result

    assert refused.value.facts == {"number": count.number, "count": 1}
    assert again.number == "CNT-2026-00002"


def test_a_count_is_cancelled_with_a_reason(office: Office, lamp: ProductId) -> None:
    count = begun(office)

    with pytest.raises(Invalid):
        office.do(counts.cancel, count.id, "  ")
    cancelled = office.do(counts.cancel, count.id, "Fire  drill").result

    assert (cancelled.state, cancelled.reason) == (CountState.CANCELLED, "Fire drill")
    with pytest.raises(NotInState):
        office.do(counts.enter, count.id, line_of(office, count), qty("1"))


def test_lines_nobody_counted_are_left_only_knowingly(office: Office, lamp: ProductId) -> None:
    other = stocked(office, "L-10")
    came(office, other, "4", "5")
    count = begun(office)
    now = at(office, TEN)
    now.do(counts.enter, count.id, line_of(now, count), qty("4"))

    with pytest.raises(LinesLeft):
        reviewed(now, count)
    left = now.do(counts.review, count.id, Rest.LEAVE).result
    now.do(counts.post, count.id, left.version)

    assert worth(now, lamp)[0] == 120


def test_a_count_is_of_what_was_chosen(office: Office, lamp: ProductId) -> None:
    other = stocked(office, "L-10")
    came(office, other, "4", "5")

    count = begun(office, Scope(CountKind.CHOSEN, products=(other,)))

    assert [one.spot.product_id for one in count.lines] == []
    (line,) = office.ask(counts.get, count.id).lines
    assert (line.line.spot.product_id, line.code) == (other, "L-10")
    with pytest.raises(NothingToCount):
        office.do(counts.plan, home(office), Scope(CountKind.CHOSEN))


def test_a_warehouse_is_counted_in_the_order_of_the_way(office: Office) -> None:
    product = stocked(office, "L-10")
    house = came(office, product, "1", "5").warehouse_id
    for n, (code, route) in enumerate((("B-1", 2), ("A-1", 3), ("C-1", 1)), 50):
        bin_ = Location(LocationId(n), 1, LocationKind.BIN, code, warehouse_id=house, route=route)
        office.do(locations.save, bin_)
        came(office, product, "2", "5", location_id=bin_.id)

    count = begun(office)

    lines = office.ask(counts.get, count.id).lines
    assert [one.place for one in lines] == ["MAIN", "C-1", "B-1", "A-1"]
    with pytest.raises(NotAWarehouse):
        office.do(counts.plan, LocationId(50))


def test_a_cyclic_count_asks_for_what_goes_out_most(office: Office, lamp: ProductId) -> None:
    rare = stocked(office, "L-10")
    came(office, rare, "4", "5")
    went(office, lamp, "20")

    count = begun(office, Scope(CountKind.CYCLIC, most=1))

    (line,) = office.ask(counts.get, count.id).lines
    assert line.code == "L-9"
    second = office.do(counts.plan, home(office), Scope(CountKind.CYCLIC)).result
    assert [one.spot.product_id for one in second.lines] == [rare]


def test_counts_are_listed_counted_and_found(office: Office, lamp: ProductId) -> None:
    count = begun(office)

    (row,) = office.ask(counts.first, View(words="CNT-2026-00001"), 10)

    assert (row.id, row.state, row.lines, row.counted) == (count.id, CountState.COUNTING, 1, 0)
    assert list(office.ask(counts.spine, View())) == [count.id]
    assert office.ask(counts.rows, (count.id,)) == (row,)
    assert office.ask(counts.counts)["counting"] == 1
    assert [hit.kind for hit in office.ask(search.find, "CNT-2026-00001")] == ["stock-count"]
    with pytest.raises(NotFound):
        office.ask(counts.get, CountId(count.id + 1))


def test_the_limit_is_that_of_the_rules_when_it_was_planned(
    office: Office, lamp: ProductId
) -> None:
    rules = office.ask(stock_rules.get)
    office.do(stock_rules.save, replace(rules, approve_above=None))
    count = begun(office)
    now = at(office, TEN)
    now.do(counts.enter, count.id, line_of(now, count), Quantity(Decimal(1)))
    told = explained(now, reviewed(now, count))

    posted = now.do(counts.post, count.id, told.version).result

    assert posted.posted_on == date(2026, 3, 10)
    assert rows_in(office, "stock_count") == 1
    assert office.ask(stock_levels.availability, lamp, home(office)).on_hand == 1


def test_the_queue_of_orders_goes_on_while_a_count_runs_and_is_told_what_it_lacks(
    office: Office, lamp: ProductId
) -> None:
    early = confirmed(office, asked(lamp, 100))
    count = begun(office)
    at(office, HALF_PAST_NINE).do(counts.enter, count.id, line_of(office, count), qty("105"))
    clerk = at(office, TEN)

    out = sent(clerk, confirmed(clerk, asked(lamp, 10)))
    late = confirmed(clerk, asked(lamp, 10))
    queue = [row.head.id for row in clerk.ask(orders.first, IN_TURN, 10)]
    told = explained(at(office, ELEVEN), reviewed(at(office, ELEVEN), count))
    version = at(office, ELEVEN, "Maija").do(counts.approve, count.id, told.version).result.version
    posted = at(office, ELEVEN).do(counts.post, count.id, version)

    assert out.number
    assert {early.id, late.id} <= set(queue)
    assert [(one.order_id, one.quantity) for one in posted.losses] == [
        (late.id, qty("10")),
        (early.id, qty("5")),
    ]
    rows = {row.head.id: row for row in clerk.ask(orders.first, IN_TURN, 10)}
    assert [one.code for one in rows[late.id].stuck][:1] == ["orders.stuck-missing"]
    require_agreement(clerk)
