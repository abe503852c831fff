"""Orders from files: looked at, previewed with every problem, taken in as drafts, taken back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from app.domain.contacts.contact import Terms
from app.domain.contacts.form import form_of
from app.domain.invoices.totals import totals_of
from app.domain.orders.order import Channel, Order, OrderState
from app.domain.orders.proposal import Choices, Prices, Proposal, Unknown
from app.domain.orders.row import OrdersShown
from app.domain.shared.ids import OrderId, ProductId
from app.domain.shared.imports import (
    AlreadyTakenBack,
    ImportKind,
    NotTheSameFile,
    Plan,
    Source,
    UsedSince,
)
from app.domain.shared.money import Money
from app.domain.stock.item import PackUnit
from app.services import contacts, imports, order_intake, orders, products
from app.services.imports import TakenElsewhere
from app.services.office import Cancelled, Office
from app.services.order_intake import NothingChosen, TakenIn
from app.storage.database import Database
from tests.order_desk import an_ordering_office, stocked, taken, ten_of
from tests.trade import AAMU

ORDER = Path(__file__).parent.parent / "formats" / "einvoices" / "order.xml"
TABLE = """Order number;Customer number;Wanted by;Product code;Product;Quantity;Unit;Unit price
A-1;1001;20.3.2026;P-17;;2;;129,90
A-1;1001;;BOX;;1;box;
A-2;1001;;P-17;;1;pcs;120,00
;9999;;NONE;Something odd;3;pcs;5,00
"""


@pytest.fixture
def office(database: Database) -> Office:
    return an_ordering_office(database)


@pytest.fixture
def pump(office: Office) -> ProductId:
    """A product of which ten lie in stock, at 129.90."""
    return ten_of(office, "P-17")


@pytest.fixture
def box(office: Office) -> ProductId:
    """A product that is ordered in boxes of twelve, too."""
    return stocked(office, "BOX", units=(PackUnit("box", Fraction(12)),))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return written(tmp_path, TABLE)


def written(folder: Path, text: str, name: str = "orders.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def plan_for(office: Office, path: Path) -> Plan:
    return office.ask(order_intake.look, (Source(path),))[0].plan


def previewed(office: Office, *paths: Path, choices: Choices | None = None) -> tuple[Proposal, ...]:
    plans = tuple(plan_for(office, path) for path in paths)
    return office.ask(order_intake.preview, plans, choices=choices or Choices())


def accepted(office: Office, *paths: Path, choices: Choices | None = None) -> TakenIn:
    plans = tuple(plan_for(office, path) for path in paths)
    return office.do(order_intake.accept, plans, choices=choices or Choices()).result


def read(office: Office, order_id: OrderId) -> Order:
    return office.ask(orders.get, order_id)


def codes(proposal: Proposal) -> list[str]:
    return [one.code for one in proposal.every_problem]


def count(office: Office) -> int:
    """Return how many drafts there are."""
    return office.ask(orders.counts)[OrdersShown.DRAFT.value]


def test_rows_with_the_same_number_are_one_order_and_every_problem_is_told(
    office: Office, pump: ProductId, box: ProductId, table: Path
) -> None:
    found = previewed(office, table)

    assert [(one.row, one.reference, len(one.lines)) for one in found] == [
        (2, "A-1", 2),
        (4, "A-2", 1),
        (5, "", 1),
    ]
    assert [codes(one) for one in found] == [
        [],
        ["orders.intake-other-price"],
        ["orders.intake-unknown-customer", "orders.intake-unknown-product"],
    ]
    assert all(one.is_fit for one in found)
    assert count(office) == 0


def test_what_is_accepted_becomes_drafts_with_the_customers_number_and_day(
    office: Office, pump: ProductId, box: ProductId, table: Path
) -> None:
    made = accepted(office, table)

    first = read(office, made.orders[0])
    assert (first.state, first.channel) == (OrderState.DRAFT, Channel.FILE)
    assert (first.wanted.order_reference, str(first.wanted_on)) == ("A-1", "2026-03-20")
    assert [(line.unit, line.price) for line in first.wanted.lines] == [
        ("pcs", Decimal("129.9")),
        ("box", Decimal("1558.8")),
    ]
    assert [line.ordered for line in first.lines] == [2, 12]
    assert (made.run.created, made.run.refused, made.run.kind) == (3, 0, ImportKind.ORDERS)


def test_our_own_prices_are_taken_where_the_clerk_wants_them(
    office: Office, pump: ProductId, box: ProductId, table: Path
) -> None:
    made = accepted(office, table, choices=Choices(prices=Prices.OURS))

    second, third = (read(office, one) for one in made.orders[1:])
    assert second.wanted.lines[0].price == Decimal("129.9")
    assert third.wanted.lines[0].price == Decimal(5)


def test_the_same_orders_are_not_taken_in_twice(
    office: Office, pump: ProductId, box: ProductId, table: Path, tmp_path: Path
) -> None:
    accepted(office, table)
    turned = TABLE.replace("A-2;1001;;P-17;;1;pcs;120,00\n", "A-3;1001;;P-17;;1;pcs;129,90\n")
    again = previewed(office, written(tmp_path, turned, "again.csv"))

    assert [one.is_fit for one in again] == [False, True, False]
    assert "orders.intake-known" in codes(again[0])
    with pytest.raises(NothingChosen):
        accepted(office, table)


def test_a_customers_number_that_is_used_already_is_told_as_a_warning(
    office: Office, pump: ProductId, tmp_path: Path
) -> None:
    order = taken(office)
    content = replace(office.ask(orders.content, order.id).content, order_reference="a 1")
    written_of = replace(office.ask(orders.content, order.id), content=content)
    office.do(orders.save, order.id, 1, written_of)
    path = written(
        tmp_path, "Order number;Customer number;Product code;Quantity\nA-1;1001;P-17;1\n"
    )

    (found,) = previewed(office, path)

    assert codes(found) == ["orders.reference-used"]
    assert found.is_fit


def test_a_peppol_order_becomes_a_draft_as_its_sender_counts_it(
    office: Office, pump: ProductId
) -> None:
    (found,) = previewed(office, ORDER)

    made = accepted(office, ORDER)

    order = read(office, made.orders[0])
    assert found.customer_id == AAMU.id
    assert codes(found) == ["orders.intake-other-total", "orders.intake-unknown-product"]
    assert order.wanted.contract_reference == "C-2026-1"
    assert order.wanted.your_reference == "Maija Meikäläinen"
    assert order.wanted.deliver_to is not None
    assert order.wanted.deliver_to.extra == "Varasto, Ovi B"
    assert [line.description for line in order.wanted.lines] == [
        "Gadget",
        "6430000000020 Hose, special",
        "Freight",
    ]
    assert totals_of(order.wanted).net == Money(134750, "EUR")
    assert str(order.wanted_on) == "2026-03-20"


def test_many_files_are_taken_in_together_and_a_broken_one_says_why(
    office: Office, pump: ProductId, box: ProductId, table: Path, tmp_path: Path
) -> None:
    broken = written(tmp_path, "<Order><OrderLine>", "broken.xml")
    hostile = written(
        tmp_path, '<!DOCTYPE Order [<!ENTITY a "b">]><Order>&a;</Order>', "hostile.xml"
    )
    invoice = ORDER.with_name("ubl.xml")

    found = previewed(office, ORDER, broken, hostile, invoice, table, ORDER)

    assert [(one.file, one.is_fit) for one in found] == [
        ("order.xml", True),
        ("broken.xml", False),
        ("hostile.xml", False),
        ("ubl.xml", False),
        ("orders.csv", True),
        ("orders.csv", True),
        ("orders.csv", True),
        ("order.xml", False),
    ]
    assert [codes(one) for one in found[1:4]] == [
        ["einvoices.broken"],
        ["einvoices.declares-entities"],
        ["orders.intake-no-order"],
    ]
    assert "orders.intake-repeated" in codes(found[-1])


def test_only_the_chosen_orders_are_taken_in(
    office: Office, pump: ProductId, box: ProductId, table: Path
) -> None:
    plan = plan_for(office, table)
    second = office.ask(order_intake.preview, (plan,))[1]

    made = office.do(order_intake.accept, (plan,), (second.key,)).result

    assert [read(office, one).wanted.order_reference for one in made.orders] == ["A-2"]
    assert (made.run.created, made.run.refused) == (1, 2)


def test_taking_back_removes_drafts_and_new_customers_in_one_step(
    office: Office, pump: ProductId, tmp_path: Path
) -> None:
    path = written(
        tmp_path, "Customer;Email;Product code;Quantity\nUusi Oy;u@uusi.example;P-17;1\n"
    )
    made = accepted(office, path)
    customer = office.ask(contacts.get, made.customers[0])

    office.do(order_intake.take_back, made.run.id)

    assert (customer.name, count(office)) == ("Uusi Oy", 0)
    assert office.ask(contacts.find, "Uusi") == ()
    assert office.ask(imports.runs)[0].taken_back_at is not None
    with pytest.raises(AlreadyTakenBack):
        office.do(order_intake.take_back, made.run.id)
    assert accepted(office, path).run.created == 1


def test_a_draft_that_somebody_confirmed_is_not_taken_back(
    office: Office, pump: ProductId, box: ProductId, table: Path
) -> None:
    made = accepted(office, table)
    office.do(orders.confirm, made.orders[0])

    with pytest.raises(UsedSince):
        office.do(order_intake.take_back, made.run.id)
    assert count(office) == 2


def test_customers_stay_open_where_nobody_is_to_be_made(
    office: Office, pump: ProductId, tmp_path: Path
) -> None:
    path = written(tmp_path, "Customer;Product code;Quantity\nUusi Oy;P-17;1\n")

    made = accepted(office, path, choices=Choices(customers=Unknown.LEAVE))

    assert made.customers == ()
    assert read(office, made.orders[0]).wanted.customer_id is None


def test_a_withdrawn_product_and_a_customer_over_the_limit_are_told(
    office: Office, pump: ProductId, tmp_path: Path
) -> None:
    limit = Terms(credit_limit=Money(1000, "EUR"))
    form = form_of(office.ask(contacts.get, AAMU.id))
    office.do(contacts.change, AAMU.id, 1, replace(form, terms=limit))
    office.do(products.put_away, (pump,))
    path = written(
        tmp_path, "Order number;Customer number;Product code;Quantity\nA-1;1001;P-17;1\n"
    )

    (found,) = previewed(office, path)

    assert codes(found) == ["orders.intake-over-limit", "orders.product-withdrawn"]
    assert found.is_fit


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("0", "orders.intake-not-positive"),
        ("-1", "orders.intake-not-positive"),
        ("1,1234567", "number.too-many-places"),
        ("=2+3", "imports.unreadable-cell"),
        ("9999999999999", "number.too-large"),
        ("zwei", "imports.unreadable-cell"),
        ("", "orders.intake-without-quantity"),
    ],
)
def test_a_quantity_that_cannot_be_meant_hinders_its_order(
    cell: str, code: str, office: Office, pump: ProductId, tmp_path: Path
) -> None:
    path = written(tmp_path, f"Customer number;Product code;Quantity;Note\n1001;P-17;{cell};x\n")

    (found,) = previewed(office, path)

    assert codes(found) == [code]
    assert not found.is_fit


def test_a_unit_that_does_not_convert_is_told(
    office: Office, box: ProductId, tmp_path: Path
) -> None:
    path = written(tmp_path, "Customer number;Product code;Quantity;Unit\n1001;BOX;1;pallet\n")

    (found,) = previewed(office, path)

    assert codes(found) == ["orders.unknown-unit"]


def test_columns_are_remembered_for_the_next_file(
    office: Office, pump: ProductId, tmp_path: Path
) -> None:
    path = written(tmp_path, "Kuka;Mitä;Montako\n1001;P-17;1\n")
    plan = replace(
        plan_for(office, path), columns=("customer_number", "code", "quantity"), has_header=True
    )
    office.do(order_intake.accept, (plan,))

    again = plan_for(office, written(tmp_path, "Kuka;Mitä;Montako\n1;2;3\n"))

    assert again.columns == ("customer_number", "code", "quantity")


def test_a_file_that_changed_since_its_preview_is_refused(
    office: Office, pump: ProductId, table: Path
) -> None:
    plan = plan_for(office, table)
    table.write_bytes(TABLE.replace("A-1", "A-9").encode())

    with pytest.raises(NotTheSameFile):
        office.do(order_intake.accept, (plan,))
    assert count(office) == 0


def test_who_cancels_leaves_nothing_half_written(
    office: Office, pump: ProductId, box: ProductId, table: Path
) -> None:
    plan = plan_for(office, table)

    def stop_late(done: int, of: int) -> None:
        if done * 2 >= of:
            raise Cancelled

    with pytest.raises(Cancelled):
        office.do_watched(stop_late, order_intake.accept, (plan,))

    assert (count(office), office.ask(imports.runs)) == (0, ())


def test_orders_are_no_records_that_the_other_imports_take(office: Office, table: Path) -> None:
    plan = plan_for(office, table)

    with pytest.raises(TakenElsewhere):
        office.ask(imports.look, ImportKind.ORDERS, Source(table))
    with pytest.raises(TakenElsewhere):
        office.ask(imports.preview, plan)
    with pytest.raises(TakenElsewhere):
        office.do(imports.run, plan)
