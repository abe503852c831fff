"""Orders through the office: taken, confirmed, amended, held, given up, and never half done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain.orders.credit import OverLimit
from app.domain.orders.order import OrderState, Priority, Progress
from app.domain.orders.refused import (
    CannotCancel,
    MoreThanRest,
    NoReason,
    NotADraft,
    NotConfirmed,
)
from app.domain.orders.row import IN_TURN, OrdersShown
from app.domain.shared.ids import ProductId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.outside.clock import FixedClock
from app.services import contacts, orders, products, search, stuck
from app.services.office import Office, no_progress
from app.services.orders import Short
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.order_desk import (
    a_written_order,
    an_ordering_office,
    asked,
    billed,
    came,
    confirmed,
    expected,
    qty,
    read,
    shipped,
    taken,
    ten_of,
)
from tests.storage.plans import statements_of
from tests.trade import AAMU, AT

CLERK = Role("clerk", frozenset({Permission.ORDERS_CHANGE}))


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock."""
    return ten_of(office, "P-17")


def test_an_order_is_taken_confirmed_and_goods_are_held_for_it(
    office: Office, pump: ProductId
) -> None:
    draft = taken(office, asked(pump, 4))

    order = office.do(orders.confirm, draft.id).result

    assert (draft.number, order.number) == ("", "SO-2026-00001")
    assert (order.state, order.ordered_on) == (OrderState.CONFIRMED, TODAY)
    assert order.lines[0].reserved == 4
    assert order == read(office, order) == office.ask(orders.numbered, "SO-2026-00001")
    (hit,) = [one for one in office.ask(search.find, order.number) if one.kind == "order"]
    assert hit.entity_id == order.id
    with pytest.raises(NotADraft):
        office.do(orders.confirm, order.id)


def test_what_is_wrong_is_refused_and_takes_no_number(office: Office, pump: ProductId) -> None:
    for quantity, code in (("0", "orders.no-quantity"), ("-1", "orders.no-quantity")):
        draft = taken(office, asked(pump, quantity), asked(pump, 5))
        with pytest.raises(Invalid) as refused:
            office.do(orders.confirm, draft.id)
        assert code in {one.code for one in refused.value.problems}
    with pytest.raises(Invalid) as refused:
        taken(office, asked(pump, "1.0000001"))
    assert [one.code for one in refused.value.problems] == ["number.too-many-places"]

    assert confirmed(office, asked(pump, 1)).number == "SO-2026-00001"


def test_a_product_withdrawn_meanwhile_is_told_at_its_line(office: Office, pump: ProductId) -> None:
    draft = taken(office, asked(pump, 1))
    office.do(products.put_away, (pump,))

    with pytest.raises(Invalid) as refused:
        office.do(orders.confirm, draft.id)

    assert [(one.field, one.code) for one in refused.value.problems if not one.is_warning] == [
        ("lines.0.description", "orders.product-withdrawn")
    ]


def test_a_customers_number_that_comes_twice_is_a_warning(office: Office, pump: ProductId) -> None:
    content = a_written_order(asked(pump, 1))
    content = replace(content, content=replace(content.content, order_reference="PO-7"))
    first = office.do(orders.confirm, office.do(orders.draft, content).result.id).result
    again = replace(content, content=replace(content.content, order_reference="po 7"))

    (warning,) = office.ask(orders.check, again)

    assert (warning.code, warning.is_warning) == ("orders.reference-used", True)
    assert warning.facts["number"] == first.number
    assert office.do(orders.confirm, office.do(orders.draft, again).result.id).result.number


def test_two_clerks_do_not_overwrite_each_other(office: Office, pump: ProductId) -> None:
    draft = taken(office, asked(pump, 1))
    saved = office.do(orders.save, draft.id, 1, a_written_order(asked(pump, 2))).result

    assert saved.version == 2
    with pytest.raises(Conflict):
        office.do(orders.save, draft.id, 1, a_written_order(asked(pump, 3)))
    with pytest.raises(Conflict):
        office.do(orders.draft, a_written_order(asked(pump, 3)), draft.id)
    order = office.do(orders.confirm, draft.id).result
    with pytest.raises(Conflict):
        office.do(orders.amend, order.id, order.version - 1, a_written_order(), "Late")


def test_an_amendment_keeps_how_it_was_who_changed_it_and_why(
    office: Office, pump: ProductId
) -> None:
    order = confirmed(office, asked(pump, 4))
    content = office.ask(orders.content, order.id)
    line = replace(content.content.lines[0], quantity=qty("12"))
    more = replace(content, content=replace(content.content, lines=(line,)))

    after = office.do(orders.amend, order.id, order.version, more, "You said 12").result

    (kept,) = office.ask(orders.amendments, order.id)
    assert (after.lines[0].ordered, after.lines[0].reserved) == (qty("12"), qty("10"))
    assert (kept.who, kept.reason, kept.number) == ("Maija", "You said 12", 1)
    assert (kept.before.lines[0].ordered, kept.after.lines[0].ordered) == (qty("4"), qty("12"))
    with pytest.raises(NoReason):
        office.do(orders.amend, order.id, after.version, content, " ")


def test_what_went_out_cannot_be_amended_away(office: Office, pump: ProductId) -> None:
    order = shipped(office, confirmed(office, asked(pump, 4)), 3)
    content = office.ask(orders.content, order.id)
    line = replace(content.content.lines[0], quantity=qty("2"))
    fewer = replace(content, content=replace(content.content, lines=(line,)))

    with pytest.raises(Invalid) as refused:
        office.do(orders.amend, order.id, order.version, fewer, "Less")

    (problem,) = [one for one in refused.value.problems if not one.is_warning]
    assert (problem.field, problem.code) == ("lines.0.quantity", "orders.below-done")
    assert read(office, order) == order
    assert office.ask(orders.amendments, order.id) == ()


def test_an_order_is_cancelled_and_its_goods_go_to_who_waits(
    office: Office, pump: ProductId
) -> None:
    first = confirmed(office, asked(pump, 8))
    second = confirmed(office, asked(pump, 8))
    assert second.lines[0].reserved == 2

    cancelled = office.do(orders.cancel, first.id, "Wrong shop").result

    assert (cancelled.state, cancelled.lines[0].reserved) == (OrderState.CANCELLED, qty("0"))
    assert read(office, second).lines[0].reserved == 8
    out = shipped(office, second, 1)
    with pytest.raises(CannotCancel):
        office.do(orders.cancel, out.id, "Too late")


def test_the_rest_is_closed_short_for_a_reason(office: Office, pump: ProductId) -> None:
    order = shipped(office, confirmed(office, asked(pump, 15)), 10)

    with pytest.raises(NoReason):
        office.do(orders.close_short, order.id, "")
    with pytest.raises(MoreThanRest):
        office.do(orders.close_short, order.id, "Less", (Short(order.lines[0].id, qty("6")),))
    part = office.do(
        orders.close_short, order.id, "Two broke", (Short(order.lines[0].id, qty("2")),)
    ).result
    assert part.lines[0].open == 3
    rest = office.do(orders.close_short, order.id, "Out of print").result
    assert (rest.lines[0].open, rest.state) == (qty("0"), OrderState.CONFIRMED)
    billed(office, rest)
    closed = read(office, rest)
    assert (closed.state, closed.reason) == (OrderState.CLOSED, "Out of print")
    again = office.do(orders.reopen, order.id, "More came").result
    assert (again.state, again.lines[0].open) == (OrderState.CONFIRMED, qty("5"))


def test_a_held_order_gets_no_goods_until_it_goes_on(office: Office, pump: ProductId) -> None:
    order = confirmed(office, asked(pump, 15))
    office.do(orders.hold, order.id, "Waits for the drawing")
    came(office, pump, "5", "5")
    waiting = confirmed(office, asked(pump, 3))
    assert (read(office, order).lines[0].reserved, waiting.lines[0].reserved) == (
        qty("10"),
        qty("3"),
    )

    (held, *_) = office.ask(stuck.why, order.id)
    after = office.do(orders.go_on, order.id).result

    assert (held.code, held.facts["reason"]) == ("orders.stuck-held", "Waits for the drawing")
    assert after.lines[0].reserved == 12


def test_priority_and_promise_change_for_many_at_once(office: Office, pump: ProductId) -> None:
    one, two = confirmed(office, asked(pump, 1)), confirmed(office, asked(pump, 1))
    day = TODAY + timedelta(3)

    office.do(orders.set_priority, (one.id, two.id), Priority.URGENT)
    office.do(orders.promise, (one.id, two.id), day)

    heads = [row.head for row in office.ask(orders.rows, (one.id, two.id))]
    assert [(head.priority, head.promised_on) for head in heads] == [(Priority.URGENT, day)] * 2


def test_a_row_of_the_queue_has_axes_age_and_why_it_is_stuck(
    office: Office, pump: ProductId
) -> None:
    order = confirmed(office, asked(pump, 15), promised_on=TODAY)
    expected(office, pump, "20", date(2026, 3, 12), "PO-4711")
    order = shipped(office, order, 10)
    billed(office, order)

    (row,) = office.ask(orders.first, View(), 10)

    axes = row.axes
    assert (axes.fulfilment, axes.billing, axes.payment) == (
        Progress.PART,
        Progress.PART,
        Progress.NOTHING,
    )
    (why,) = row.stuck
    assert (why.code, row.age_days) == ("orders.stuck-expected", 0)
    assert why.facts["product"].startswith("P-17")
    assert (why.facts["missing"], why.facts["expected_on"]) == ("5", "2026-03-12")
    assert why.facts["reference"] == "PO-4711"
    counts = office.ask(orders.counts)
    assert (counts[OrdersShown.OPEN.value], counts[OrdersShown.WAITING.value]) == (1, 1)


def test_a_customer_over_the_limit_is_stopped_unless_somebody_lets_it_pass(
    office: Office, pump: ProductId
) -> None:
    aamu = office.ask(contacts.get, AAMU.id)
    limit = replace(aamu.terms, credit_limit=Money(500_00, "EUR"))
    with office.database.write() as unit:
        unit.contacts.save(aamu, replace(aamu, terms=limit), AT)
    first = confirmed(office, asked(pump, 3))
    draft = taken(office, asked(pump, 1))

    with pytest.raises(OverLimit) as refused:
        office.do(orders.confirm, draft.id)
    clerk = Office(office.database, FixedClock(TODAY), Actor("Ville", CLERK))
    with pytest.raises(NotAllowed):
        clerk.do(orders.confirm_over_limit, draft.id, "Paid by phone")
    with pytest.raises(NoReason):
        office.do(orders.confirm_over_limit, draft.id, " ")
    passed = office.do(orders.confirm_over_limit, draft.id, "Paid by phone").result

    assert refused.value.facts["amount"] == Decimal("502.00")
    assert (passed.overridden_by, passed.override_reason) == ("Maija", "Paid by phone")
    assert (first.number, passed.number) == ("SO-2026-00001", "SO-2026-00002")


def test_an_order_is_taken_again_without_its_days(office: Office, pump: ProductId) -> None:
    order = confirmed(office, asked(pump, 3), promised_on=TODAY)

    again = office.do(orders.copy, order.id).result

    assert (again.state, again.promised_on, again.lines[0].ordered) == (
        OrderState.DRAFT,
        None,
        qty("3"),
    )
    assert again.lines[0].id != order.lines[0].id


def test_a_service_is_ordered_without_any_stock(office: Office) -> None:
    order = confirmed(office, asked(ProductId(3), 2))

    assert (order.lines[0].is_stocked, order.lines[0].open) == (False, qty("2"))
    billed(office, shipped(office, order, 2))
    assert read(office, order).state is OrderState.CLOSED


def test_a_form_sees_sums_and_problems_of_what_is_written(office: Office, pump: ProductId) -> None:
    content = a_written_order(asked(pump, 3))

    seen = office.ask(orders.review, content)

    assert seen.totals is not None
    assert (seen.totals.gross.minor, seen.problems) == (376_50, ())
    assert office.ask(orders.explanation, content)
    assert office.ask(orders.review, a_written_order(asked(pump, "NaN"))).totals is None


def test_what_is_not_there_is_not_found_and_what_is_over_is_not_held(
    office: Office, pump: ProductId
) -> None:
    order = confirmed(office, asked(pump, 1))
    office.do(orders.cancel, order.id, "No")

    with pytest.raises(NotConfirmed):
        office.do(orders.hold, order.id, "Why")
    with pytest.raises(NotFound):
        office.ask(orders.numbered, "SO-9")
    assert office.ask(orders.first, IN_TURN, 10) == ()
    assert len(office.ask(orders.spine, View(only=("cancelled",)))) == 1
    assert len(office.ask(orders.spine, View())) == 1


def test_the_whole_list_has_all_orders_but_drafts_thrown_away(
    office: Office, pump: ProductId
) -> None:
    draft, thrown = taken(office, asked(pump, 1)), taken(office, asked(pump, 1))
    order = confirmed(office, asked(pump, 1))
    office.do(orders.cancel, thrown.id)

    assert set(office.ask(orders.spine, View())) == {draft.id, order.id}
    assert list(office.ask(orders.spine, IN_TURN)) == [order.id]


def test_a_page_of_the_queue_asks_as_often_however_many_rows_it_has(
    office: Office, pump: ProductId
) -> None:
    for _ in range(2):
        confirmed(office, asked(pump, 6))
    few = _asked_for(office)
    for _ in range(6):
        confirmed(office, asked(pump, 3))

    assert _asked_for(office) == few < 16


def _asked_for(office: Office) -> int:
    """Return how many statements the first page of the queue takes."""
    with office.database.read() as unit, statements_of(unit.connection) as sent:
        assert orders.first(office.desk(unit, no_progress), IN_TURN, 100)
    return len(sent)
