"""Whatever clerks do with orders and goods, in any order, every piece is accounted for.

Invariants 6 and 8: delivered + open + cancelled = ordered, invoiced ≤ delivered, what is held is
there, and what is written down is what the papers say.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.invoices.crediting import Take
from app.domain.orders.billing import recounted
from app.domain.orders.order import NOTHING, Order, OrderState, Priority
from app.domain.shared.ids import InvoiceId, OrderId, ProductId
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Refusal
from app.outside.clock import FixedClock
from app.services import crediting, invoices, order_billing, orders, reserving
from app.services.office import Office
from app.services.orders import Short
from app.services.permissions import Actor
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.chances import few
from tests.order_desk import asked, came, confirmed, shipped, stocked
from tests.services.test_fulfilling import came_back
from tests.trade import opened_books

PICK = st.integers(0, 99)
MANY = st.sampled_from(("1", "2.5", "4", "7"))


class Trading(RuleBasedStateMachine):
    """Clerks order, receive, ship, take back, amend, cancel, close short, invoice and credit."""

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backdesk-orders-"))
        shutil.copytree(self.empty, self.folder / "Office.backdesk")
        self.database = open_office(self.folder / "Office.backdesk")
        self.office = Office(self.database, FixedClock(TODAY), Actor("Maija"))
        with self.database.read() as unit:
            self.products = tuple(item.product_id for item in unit.stock_items.all())
        self.orders: list[OrderId] = []
        self.invoices: list[InvoiceId] = []
        self.done: Counter[str] = Counter()

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def order(self, pick: int) -> Order:
        return self.office.ask(orders.get, self.orders[pick % len(self.orders)])

    def attempt(self, name: str, deed: Callable[[], object]) -> None:
        """Do it, or be refused: then nothing changed."""
        before = self.told()
        try:
            deed()
        except Refusal:
            assert self.told() == before
        else:
            self.done[name] += 1

    def told(self) -> dict[OrderId, Order]:
        with self.database.read() as unit:
            return unit.orders.get_all(self.orders)

    @rule(one=MANY, two=MANY, rank=st.sampled_from(Priority))
    def an_order_comes(self, one: str, two: str, rank: Priority) -> None:
        lines = (asked(self.products[0], one), asked(self.products[1], two))
        self.orders.append(confirmed(self.office, *lines, priority=rank).id)

    @rule(which=st.integers(0, 1), many=MANY)
    def goods_come(self, which: int, many: str) -> None:
        came(self.office, self.products[which], many, "5")

    @precondition(lambda self: self.orders)
    @rule(pick=PICK, one=st.sampled_from(("0", "1", "2.5")), two=st.sampled_from(("0", "1", "4")))
    def goods_go_out(self, pick: int, one: str, two: str) -> None:
        order = self.order(pick)
        held = [line.reserved for line in order.lines]
        many = [min(Decimal(text), part) for text, part in zip((one, two), held, strict=True)]
        self.attempt("ship", lambda: shipped(self.office, order, *map(str, many)))

    @precondition(lambda self: self.orders)
    @rule(pick=PICK, many=MANY)
    def goods_come_back(self, pick: int, many: str) -> None:
        order = self.order(pick)
        back = {str(order.lines[0].id): Quantity(Decimal(many))}
        self.attempt("return", lambda: self.office.do(came_back, order.id, back))

    @precondition(lambda self: self.orders)
    @rule(pick=PICK, many=st.sampled_from(("1", "3", "9")))
    def an_order_is_amended(self, pick: int, many: str) -> None:
        order = self.order(pick)
        content = self.office.ask(orders.content, order.id)
        first, *others = content.content.lines
        lines = (replace(first, quantity=Quantity(Decimal(many))), *others)
        after = replace(content, content=replace(content.content, lines=lines))
        self.attempt(
            "amend", lambda: self.office.do(orders.amend, order.id, order.version, after, "Changed")
        )

    @precondition(lambda self: self.orders)
    @rule(pick=PICK)
    def an_order_is_cancelled(self, pick: int) -> None:
        order = self.order(pick)
        self.attempt("cancel", lambda: self.office.do(orders.cancel, order.id, "Not wanted"))

    @precondition(lambda self: self.orders)
    @rule(pick=PICK, many=MANY)
    def a_line_is_closed_short(self, pick: int, many: str) -> None:
        order = self.order(pick)
        short = (Short(order.lines[1].id, Quantity(Decimal(many))),)
        self.attempt(
            "short", lambda: self.office.do(orders.close_short, order.id, "Sold out", short)
        )

    @precondition(lambda self: self.orders)
    @rule(pick=PICK)
    def an_order_is_opened_again(self, pick: int) -> None:
        order = self.order(pick)
        self.attempt("reopen", lambda: self.office.do(orders.reopen, order.id, "More came"))

    @precondition(lambda self: self.orders)
    @rule(pick=PICK)
    def goods_are_let_go(self, pick: int) -> None:
        order = self.order(pick)
        self.attempt("release", lambda: self.office.do(reserving.release, order.id))

    @precondition(lambda self: self.orders)
    @rule(pick=PICK)
    def goods_are_taken_from_later_ones(self, pick: int) -> None:
        order = self.order(pick)
        self.attempt("prefer", lambda: self.office.do(reserving.prefer, order.id))

    @precondition(lambda self: self.orders)
    @rule(pick=PICK)
    def an_order_is_invoiced(self, pick: int) -> None:
        order = self.order(pick)

        def bill() -> None:
            self.invoices.append(self.office.do(order_billing.bill, order.id).result.id)

        self.attempt("bill", bill)

    @precondition(lambda self: self.invoices)
    @rule(pick=PICK, is_thrown=st.booleans())
    def a_draft_is_issued_or_thrown_away(self, pick: int, *, is_thrown: bool) -> None:
        invoice_id = self.invoices[pick % len(self.invoices)]
        deed = invoices.discard if is_thrown else invoices.issue
        self.attempt("issue", lambda: self.office.do(deed, invoice_id))

    @precondition(lambda self: self.invoices)
    @rule(pick=PICK)
    def an_invoice_is_credited(self, pick: int) -> None:
        invoice_id = self.invoices[pick % len(self.invoices)]

        def credit() -> None:
            takes = (Take(0, Quantity(Decimal(1))),)
            note = self.office.do(crediting.credit, invoice_id, takes, "Broken").result
            self.office.do(invoices.issue, note.id)

        self.attempt("credit", credit)

    @invariant()
    def every_piece_is_accounted_for(self) -> None:
        for order in self.told().values():
            for line in order.lines:
                assert line.delivered + line.open + line.cancelled == line.ordered
                assert line.returned <= line.delivered
                assert 0 <= line.invoiced <= line.delivered
                assert 0 <= line.reserved <= line.open
            assert order.state is not OrderState.CLOSED or order.is_done

    @invariant()
    def what_is_held_is_there_and_in_both_books(self) -> None:
        found = self.told().values()
        with self.database.read() as unit:
            lying = unit.order_supply.standings(self.products)
            for (product, _house), standing in lying.items():
                held = sum((_held(one, product) for one in found), NOTHING)
                assert standing.on_hand - standing.free == held
                assert standing.free >= 0

    @invariant()
    def an_order_says_what_its_invoices_say(self) -> None:
        with self.database.read() as unit:
            for order in self.told().values():
                parts = unit.order_lines.billed([line.id for line in order.lines])
                assert recounted(order, parts).lines == order.lines


def _held(order: Order, product: ProductId) -> Decimal:
    return sum((one.reserved for one in order.lines if one.product_id == product), NOTHING)


def test_orders_goods_and_invoices_agree_in_whatever_order_things_are_done(tmp_path: Path) -> None:
    path = tmp_path / "Empty.backdesk"
    database = create_office(path)
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(office)
    for code in ("A-1", "B-1"):
        came(office, stocked(office, code), "4", "5")
    database.close()
    Trading.empty = path

    run_state_machine_as_test(
        Trading,
        settings=settings(
            max_examples=few(5),
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
