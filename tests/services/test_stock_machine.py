"""Stock never lies: whatever moves in whatever order, its value is the ledger's on every day."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.domain.shared.ids import ProductId, ReceiptId
from app.domain.shared.money import Money
from app.domain.shared.refusals import Refusal
from app.domain.stock.costs import Method
from app.domain.stock.item import Costing
from app.domain.stock.move import Move, MoveKind
from app.domain.stock.valuation import History, value_on
from app.outside.clock import FixedClock
from app.services import locations, receiving_goods, stock_items, stock_moves
from app.services.locations import Bins
from app.services.office import Office
from app.services.permissions import Actor
from app.services.stock_moves import Moving
from app.storage.offices import create_office, open_office
from tests.builders import TODAY
from tests.chances import few
from tests.stocking import (
    came,
    came_back_in,
    cost,
    counted,
    qty,
    require_agreement,
    stocked,
    went_out,
)
from tests.trade import opened_books

PICK = st.integers(0, 99)
COUNT = st.sampled_from(("1", "2", "3", "0.5", "7"))
PRICE = st.sampled_from(("0", "0.01", "3.333333", "5", "9.99"))
BACK = st.sampled_from((0, 0, 0, 1, 4))
"""How many days back something is written in: mostly today."""
DAYS = tuple(TODAY + timedelta(days=one) for one in range(-5, 8))


class Warehouse(RuleBasedStateMachine):
    """Two clerks receive, ship, take back, transfer, scrap, count, reverse and add costs."""

    empty: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="backdesk-stock-"))
        shutil.copytree(self.empty, self.folder / "Office.backdesk")
        self.database = open_office(self.folder / "Office.backdesk")
        self.day = TODAY
        house = self.office.do(locations.home).result
        (shelf,) = self.office.do(locations.add_bins, Bins(house.id, "A", 1)).result
        self.places = (house.id, shelf.id)
        self.products = {
            stocked(self.office, costing.value, costing=costing, standard_cost=cost("4")): costing
            for costing in Costing
        }
        self.receipts: list[ReceiptId] = []
        self.moves: list[Move] = []
        self.done: Counter[str] = Counter()

    def teardown(self) -> None:
        self.database.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def office(self) -> Office:
        """The office as one of two clerks has it open, in turns."""
        turn = sum(self.done.values()) % 2 if hasattr(self, "done") else 0
        return Office(self.database, FixedClock(self.day), Actor(("Maija", "Ville")[turn]))

    @rule()
    def a_day_goes_by(self) -> None:
        if self.day < DAYS[-1]:
            self.day += timedelta(days=1)

    @rule(pick=PICK, count=COUNT, price=PRICE, back=BACK, place=PICK)
    def goods_come(self, pick: int, count: str, price: str, back: int, place: int) -> None:
        to = self.places[place % 2]
        product, on = self._one(pick), self._on(back)
        made = self._try(came, "came", product, count, price, on=on, location_id=to)
        if made is not None:
            self.receipts.append(made.id)
            self._know(MoveKind.RECEIPT)

    @rule(pick=PICK, count=COUNT, back=BACK)
    def goods_go(self, pick: int, count: str, back: int) -> None:
        self._do("went", went_out, self._one(pick), qty(count), self._on(back))

    @precondition(lambda self: self._of(MoveKind.SHIPMENT))
    @rule(pick=PICK, count=COUNT)
    def goods_come_back(self, pick: int, count: str) -> None:
        shipped = self._of(MoveKind.SHIPMENT)
        self._do("back", came_back_in, shipped[pick % len(shipped)].id, qty(count))

    @rule(pick=PICK, count=COUNT, way=PICK)
    def goods_change_their_place(self, pick: int, count: str, way: int) -> None:
        a, b = self.places if way % 2 else self.places[::-1]
        self._do("transfer", stock_moves.transfer, Moving(self._one(pick), qty(count), a, b))

    @rule(pick=PICK, count=COUNT, place=PICK, back=BACK)
    def goods_are_lost(self, pick: int, count: str, place: int, back: int) -> None:
        at = self.places[place % 2]
        moving = Moving(self._one(pick), qty(count), at, reason="Wet")
        self._do("scrap", stock_moves.scrap, moving, self._on(back))

    @rule(pick=PICK, count=COUNT, found=st.booleans())
    def goods_are_counted(self, pick: int, count: str, found: bool) -> None:  # noqa: FBT001  drawn
        self._do("count", counted, self._one(pick), qty(count), self.places[0], found)

    @precondition(lambda self: self.moves)
    @rule(pick=PICK)
    def a_move_is_reversed(self, pick: int) -> None:
        self._do("reverse", stock_moves.reverse, self.moves[pick % len(self.moves)].id, "Wrong")

    @precondition(lambda self: self.receipts)
    @rule(pick=PICK, cents=st.integers(1, 999), back=BACK)
    def a_cost_lands(self, pick: int, cents: int, back: int) -> None:
        receipt = self.receipts[pick % len(self.receipts)]
        amount, on = Money(cents, "EUR"), self._on(back)
        land = receiving_goods.land_cost
        if self._try(Office.do, "land", land, receipt, amount, on=on) is not None:
            self.done["land"] += 1

    @rule(pick=PICK)
    def a_product_is_valued_otherwise(self, pick: int) -> None:
        product = self._one(pick)
        if self.products[product] is not Costing.STANDARD:
            self._do("revalue", stock_items.revalue, product, 700, "Old")

    @invariant()
    def stock_and_ledger_agree_on_every_day(self) -> None:
        require_agreement(self.office, *(one for one in DAYS if one <= self.day))

    @invariant()
    def a_replay_of_all_history_gives_the_same_value_on_every_day(self) -> None:
        for product, costing in self.products.items():
            for day in DAYS:
                if costing is not Costing.STANDARD and day <= self.day:
                    self._require_replayed(product, costing, day)

    def _require_replayed(self, product: ProductId, costing: Costing, day: date) -> None:
        with self.office.database.read() as unit:
            if unit.stock_values.revalued(product) is not None:
                return
            ours = {one.id for one in unit.locations.all() if one.id in self.places}
            events = unit.stock_history.events(product, ours, 0)
            _, charges = unit.stock_history.booked(product, 0)
            method = Method(costing, cost("0"), "EUR")
            known = unit.stock_lists.past.held(day, (product,)).get(product)
            assert value_on(History(method, events, charges), day) == (known.value if known else 0)

    def _one(self, pick: int) -> ProductId:
        return list(self.products)[pick % len(self.products)]

    def _on(self, back: int) -> date:
        return max(self.day - timedelta(days=back), DAYS[0])

    def _of(self, kind: MoveKind) -> list[Move]:
        return [one for one in self.moves if one.kind is kind]

    def _do(self, name: str, command: Callable[..., Any], *args: Any) -> None:
        """Do what may be refused; what was done is known."""
        done = self._try(Office.do, name, command, *args)
        if done is not None:
            made = done.result if isinstance(done.result, tuple) else (done.result,)
            self.moves += [one for one in made if isinstance(one, Move)]
            self.done[name] += 1

    def _try(self, deed: Callable[..., Any], name: str, *args: Any, **parts: Any) -> Any:
        try:
            found = deed(self.office, *args, **parts)
        except Refusal:
            return None
        if deed is came:
            self.done[name] += 1
        return found

    def _know(self, kind: MoveKind) -> None:
        seen = self.office.ask(receiving_goods.seen, self.receipts[-1])
        self.moves.append(self.office.ask(stock_moves.get, seen.moves[-1].id))


def opened_folder(folder: Path) -> Path:
    """Return an office with its books, to be copied."""
    database = create_office(folder)
    opened_books(Office(database, FixedClock(TODAY), Actor("Maija")))
    database.close()
    return folder


def test_stock_agrees_with_its_ledger_in_any_order(tmp_path: Path) -> None:
    class Here(Warehouse):
        empty = opened_folder(tmp_path / "Office.backdesk")

    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=few(5),
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_every_deed_of_the_warehouse_is_done_where_it_can_be(tmp_path: Path) -> None:
    class Here(Warehouse):
        empty = opened_folder(tmp_path / "Office.backdesk")

    clerks = Here()
    for pick in range(3):
        clerks.goods_come(pick, "7", "3.333333", 4, 0)
        clerks.goods_come(pick, "3", "9.99", 0, 1)
        clerks.goods_go(pick, "2", 1)
        clerks.goods_come(pick, "1", "0.01", 4, 0)
        clerks.goods_come_back(pick, "0.5")
        clerks.goods_change_their_place(pick, "1", 1)
        clerks.goods_are_lost(pick, "1", 0, 1)
        clerks.goods_are_counted(pick, "0.5", found=False)
        clerks.goods_are_counted(pick, "3", found=True)
        clerks.stock_and_ledger_agree_on_every_day()
        clerks.a_replay_of_all_history_gives_the_same_value_on_every_day()
    for pick in range(3):
        clerks.a_cost_lands(pick, 333, 1)
        clerks.a_replay_of_all_history_gives_the_same_value_on_every_day()
    clerks.a_move_is_reversed(clerks.moves.index(clerks._of(MoveKind.SCRAP)[0]))
    clerks.a_product_is_valued_otherwise(0)
    clerks.a_day_goes_by()
    clerks.goods_go(0, "1", 0)
    clerks.stock_and_ledger_agree_on_every_day()
    clerks.teardown()

    deeds = "came went back transfer scrap count reverse land revalue"
    assert clerks.done.keys() == set(deeds.split())
