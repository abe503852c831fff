"""Whatever clerks do with orders and goods, also two of them at once, every piece is accounted for.

Invariants 6, 7 and 8 over the real services: what is delivered is what deliveries say, what came
back is what returns say, what is held is there, and the stock is worth what the ledger says. Two
clerks work on connections of their own: one may be refused or told that the other was first, but
nothing that one of them did is lost.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from app.domain.orders.billing import recounted
from app.domain.orders.delivery import DeliveryState
from app.domain.orders.order import NOTHING, OrderState
from app.domain.shared.ids import OrderId, OrderLineId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Refusal
from app.domain.stock.move import Spot
from app.outside.clock import FixedClock
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.faults import Busy
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.chances import few
from tests.databases import on_postgresql
from tests.dispatch_deeds import DEEDS, Clerk, Deed
from tests.order_desk import came, stocked
from tests.stocking import require_agreement
from tests.trade import opened_books

PICK = st.integers(0, 29)
DEED = st.sampled_from(DEEDS)
IN_HAND = {DeliveryState.PICKING, DeliveryState.PACKED}
OUT = {DeliveryState.SHIPPED, DeliveryState.DELIVERED}
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Nothing is shrunk: who is first of two clerks differs from run to run."""
DONE = {
    "goes_on_with_a_delivery",
    "goes_on_with_a_return",
    "invoices_an_order",
    "loses_goods",
    "receives_goods",
}
"""What the rules let at least one of two clerks do who try the same.

That each deed is done somewhere keeps a test from proving nothing.
"""
LEGAL = (Refusal, Conflict, Busy)
"""How a deed may end without having been done."""
ROUNDS, MOST_ROUNDS = 3, 12
"""Who wins says what can be done next: where something was never possible, they go on."""

Lend = Callable[[ExitStack], tuple[Database, Database]]


class Fulfilment(RuleBasedStateMachine):
    """Clerks order, receive, plan, pick, pack, ship, take back, count, amend, cancel and invoice.

    No rule waits for a state: who was first of two is not known beforehand.
    """

    lent: Lend

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        ours, theirs = type(self).lent(self.stack)
        with ours.read() as unit:
            self.made = [OrderId(one) for one in unit.order_lists.spine(View())]
        self.clerks = Clerk(ours, "Maija", self.made), Clerk(theirs, "Ville", self.made)
        self.done: Counter[str] = Counter()

    def teardown(self) -> None:
        self.stack.close()

    def attempt(self, who: int, deed: Deed, pick: int) -> None:
        """Do it, or be refused."""
        try:
            deed(self.clerks[who], pick)
        except LEGAL as refused:
            self.done[f"{deed.__name__}: {type(refused).__name__}"] += 1
        else:
            self.done[deed.__name__] += 1

    @rule(deed=DEED, pick=PICK, who=st.integers(0, 1))
    def a_clerk_works(self, deed: Deed, pick: int, who: int) -> None:
        self.attempt(who, deed, pick)

    @rule(one=DEED, two=DEED, pick=PICK, other=PICK)
    def two_clerks_work_at_once(self, one: Deed, two: Deed, pick: int, other: int) -> None:
        together = Barrier(2)

        def begin(who: int, deed: Deed, chosen: int) -> None:
            together.wait()
            self.attempt(who, deed, chosen)

        with ThreadPoolExecutor(2) as both:
            list(both.map(begin, (0, 1), (one, two), (pick, other)))

    @rule(deed=DEED, pick=PICK)
    def two_clerks_do_the_same(self, deed: Deed, pick: int) -> None:
        self.two_clerks_work_at_once(deed, deed, pick, pick)

    @invariant()
    def every_piece_is_accounted_for(self) -> None:
        clerk = self.clerks[0]
        went: defaultdict[OrderLineId, Decimal] = defaultdict(Decimal)
        back: defaultdict[OrderLineId, Decimal] = defaultdict(Decimal)
        for delivery in clerk.deliveries():
            for gone in delivery.lines if delivery.state in OUT else ():
                went[gone.order_line_id] += gone.picked
        for one in clerk.returns():
            for brought in one.lines:
                back[brought.order_line_id] += brought.stays
        for order in clerk.orders():
            assert order.state is not OrderState.CLOSED or order.is_done
            for line in order.lines:
                assert line.delivered + line.open + line.cancelled == line.ordered
                assert line.delivered == went[line.id]
                assert line.returned == back[line.id] <= line.delivered
                assert 0 <= line.invoiced <= line.delivered
                assert 0 <= line.reserved <= line.open

    @invariant()
    def what_is_held_is_there_and_in_both_books(self) -> None:
        clerk = self.clerks[0]
        lines = [line for order in clerk.orders() for line in order.lines]
        with clerk.office.database.read() as unit:
            for (product, _house), standing in unit.order_supply.standings(clerk.products).items():
                held = sum((x.reserved for x in lines if x.product_id == product), NOTHING)
                assert standing.on_hand - standing.free == held
                assert standing.free >= 0

    @invariant()
    def what_is_picked_is_what_pickers_have_in_hand(self) -> None:
        clerk = self.clerks[0]
        wanted: defaultdict[Spot, Decimal] = defaultdict(Decimal)
        for delivery in clerk.deliveries():
            for line in delivery.lines if delivery.state in IN_HAND else ():
                if line.product_id and line.location_id:
                    wanted[Spot(line.product_id, line.location_id)] += line.quantity
        with clerk.office.database.read() as unit:
            levels = [one for each in clerk.products for one in unit.stock_levels.of_product(each)]
        assert {one.spot: one.picked for one in levels if one.picked} == wanted

    @invariant()
    def stock_levels_and_ledger_say_what_the_moves_say(self) -> None:
        require_agreement(self.clerks[0].office)

    @invariant()
    def an_order_says_what_its_invoices_say(self) -> None:
        with self.clerks[0].office.database.read() as unit:
            for order in self.clerks[0].orders():
                parts = unit.order_lines.billed([line.id for line in order.lines])
                assert recounted(order, parts).lines == order.lines


def filled(database: Database) -> None:
    """Open the books of an office: two products, an order that was sent, one to come."""
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    for code in ("A-1", "B-1"):
        came(office, stocked(office, code), "9", "5")
    clerk = Clerk(database, "Maija", [])
    clerk.sends_an_order(2)
    clerk.takes_an_order(1)


def tried(lent: Lend, examples: int) -> None:
    """Let clerks try so many stories, each in an office that nobody else has."""
    machine = type("Here", (Fulfilment,), {"lent": staticmethod(lent)})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=few(examples),
            stateful_step_count=22,
            phases=PHASES,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_piece_is_accounted_for_whatever_two_clerks_do(tmp_path: Path) -> None:
    empty = tmp_path / "Empty.backdesk"
    database = create_office(empty)
    filled(database)
    database.close()

    def lent(stack: ExitStack) -> tuple[Database, Database]:
        folder = Path(tempfile.mkdtemp(prefix="backdesk-fulfilment-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        shutil.copytree(empty, folder / "Office.backdesk")
        opened = open_office(folder / "Office.backdesk")
        stack.callback(opened.close)
        return opened, opened

    tried(lent, 6)


@pytest.fixture
def two_of(database: Database, server: str, sweep: Callable[[], None]) -> Lend:
    """Lend an office on PostgreSQL over two connections, filled anew each time."""

    def lent(stack: ExitStack) -> tuple[Database, Database]:
        sweep()
        database._transactions()._wrote = None
        filled(database)
        other = open_office(server)
        stack.callback(other.close)
        return database, other

    return lent


@on_postgresql
def test_two_clerks_at_one_server_lose_nothing(two_of: Lend) -> None:
    tried(two_of, 2)


@on_postgresql
def test_two_clerks_who_do_the_same_at_the_same_moment_do_it_once(two_of: Lend) -> None:
    machine = type("Here", (Fulfilment,), {"lent": staticmethod(two_of)})()

    for pick in range(MOST_ROUNDS):
        if pick >= ROUNDS and machine.done.keys() >= DONE:
            break
        for deed in dict.fromkeys(DEEDS):
            machine.two_clerks_do_the_same(deed, pick)
            machine.every_piece_is_accounted_for()
            machine.what_is_picked_is_what_pickers_have_in_hand()
    machine.what_is_held_is_there_and_in_both_books()
    machine.stock_levels_and_ledger_say_what_the_moves_say()
    machine.an_order_says_what_its_invoices_say()
    with machine.clerks[0].office.database.read() as unit:
        kinds = [one.kind for one in unit.locations.all()]
    machine.teardown()

    assert machine.done.keys() >= DONE
    assert len(kinds) == len(set(kinds))
