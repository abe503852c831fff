"""Papers of orders, deliveries and returns to test with, in five languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from app.documents import deliveries, goods_returns, orders, parcel_labels, pick_lists
from app.documents.accounting import Imprint
from app.documents.deliveries import Declared, DeliveryPaper
from app.documents.goods import Goods
from app.documents.goods_returns import ReturnPaper
from app.documents.model import Document
from app.documents.orders import OrderPaper
from app.documents.pick_lists import PickPaper
from app.documents.sheets import Sheets
from app.domain.admin.company import Company
from app.domain.contacts.address import Address
from app.domain.invoices.invoice import Line, State
from app.domain.orders.changes import changes_of
from app.domain.orders.delivery import Carriage
from app.domain.orders.order import Order, OrderLine, OrderState
from app.domain.shared.ids import OrderId, OrderLineId
from app.domain.shared.money import Money
from app.domain.shared.quantities import Quantity
from app.lang.formats import formats_in
from app.lang.texts import say_in
from tests.dispatching import DAY, a_return, pieces, shipped
from tests.documents.papers import AMERICAN, FINNISH, GERMAN, THAI, a_paper, an_invoice

HOMES = {"en": AMERICAN, "fi": FINNISH, "th": THAI, "de": GERMAN, "sv": FINNISH}
NAMES = {
    "en": ("Bench of pine, 120 cm", "Coffee, dark roast, 500 g", "pcs"),
    "fi": ("Penkki, mänty, 120 cm", "Kahvi, tumma paahto 500 g", "kpl"),
    "th": ("ม้านั่งไม้สน 120 ซม.", "กาแฟคั่วเข้ม 500 กรัม", "ชิ้น"),
    "de": ("Bank aus Kiefer, 120 cm", "Kaffee, dunkel geröstet, 500 g", "Stück"),
    "sv": ("Bänk av furu, 120 cm", "Kaffe, mörkrost 500 g", "st"),
}
HARBOUR = Address("Satamakatu 3", "Portti 2", "20100", "Turku", "", "FI")
CARRIAGE = Carriage("Posti", "JJFI60000000001", 2, 24_500, "DAP Turku", "Ring at gate 2.")


def some_goods(language: str) -> tuple[Goods, ...]:
    """Return a bench without a lot, and coffee of two lots in two parcels."""
    bench, coffee, unit = NAMES[language]
    code = "01040123456789010"
    soon, late = date(2026, 4, 30), date(2026, 9, 30)
    return (
        Goods(bench, pieces(2), unit, "P-120", place="A-01-02", scan="P-120", order="SO-1"),
        Goods(coffee, pieces(12), unit, "K-500", "L-77", soon, "B-02-01", 1, f"{code}L77", "SO-1"),
        Goods(coffee, pieces("2.5"), unit, "K-500", "L-78", late, "B-02-02", 2, "L-78", "SO-2"),
    )


def a_delivery_paper(language: str = "fi", **parts: Any) -> DeliveryPaper:
    """Return the paper of a delivery to the harbour, of which five benches are still to come."""
    company = HOMES[language]
    bench, _coffee, unit = NAMES[language]
    made = DeliveryPaper(
        delivery=replace(shipped(), number="DN-2026-00001", deliver_to=HARBOUR, carriage=CARRIAGE),
        goods=some_goods(language),
        company=company,
        say=say_in(language),
        formats=formats_in(language, company.country),
        order_number="SO-2026-00007",
        your_order="PO 4711",
        customer_number="1001",
        owed=(Goods(bench, pieces(5), unit, "P-120"),),
    )
    return replace(made, **parts)


def declared(language: str) -> tuple[Declared, ...]:
    bench, coffee, *_ = some_goods(language)
    return (
        Declared(bench, "9401 69 00", "FI", Decimal(16_000), Money(25980, "EUR")),
        Declared(coffee, "0901 21 00", "BR", Decimal(6_000), Money(5940, "EUR")),
    )


def an_imprint(language: str) -> Imprint:
    company = HOMES[language]
    return Imprint(company, say_in(language), formats_in(language, company.country), DAY)


def a_pick_list(language: str = "fi", *order_numbers: str) -> Document:
    numbers = order_numbers or ("SO-1", "SO-2")
    paper = PickPaper("Main", numbers, some_goods(language))
    return pick_lists.describe(paper, an_imprint(language))


def a_slip(language: str = "fi") -> Document:
    company = HOMES[language]
    one = a_return(number="RMA-2026-00001", announced_on=DAY)
    goods = some_goods(language)[:2]
    speaking = (company, say_in(language), formats_in(language, company.country))
    return goods_returns.describe(ReturnPaper(one, goods, *speaking, HARBOUR, "SO-2026-00007"))


def an_order(*lines: Line, **parts: Any) -> Order:
    """Return a confirmed order for these lines, each promised with the order."""
    wanted = replace(an_invoice(lines=lines), state=State.DRAFT, number="", issued_on=None)
    wanted = replace(wanted, order_reference="PO 4711", due_on=None)
    made = Order(
        id=OrderId(3),
        version=1,
        state=OrderState.CONFIRMED,
        wanted=wanted,
        lines=tuple(
            OrderLine(OrderLineId(100 + place), place, None, line.quantity)
            for place, line in enumerate(lines)
        ),
        number="SO-2026-00007",
        ordered_on=DAY,
        promised_on=date(2026, 3, 20),
    )
    return replace(made, **parts)


def lines_in(language: str) -> tuple[Line, ...]:
    bench, coffee, *_ = an_invoice(4).lines
    first, second, unit = NAMES[language]
    return (
        replace(bench, description=first, unit=unit),
        replace(coffee, description=second, unit=unit),
    )


def an_order_paper(language: str = "fi", order: Order | None = None, **parts: Any) -> OrderPaper:
    one = order or an_order(*lines_in(language))
    company: Company = HOMES[language]
    wanted = replace(one.wanted, language=language)
    shown = a_paper(wanted, company, payment=None)
    return replace(OrderPaper(replace(one, wanted=wanted), shown), **parts)


def amended(language: str = "fi") -> Document:
    """Return the confirmation after one line was raised and the other dropped for a new one."""
    bench, coffee = lines_in(language)
    before = an_order(bench, coffee)
    more = replace(bench, quantity=Quantity(Decimal(5)))
    new = replace(coffee, description=f"{coffee.description} ×2")
    after = an_order(more, new, amended=1, promised_on=date(2026, 3, 27))
    line = replace(after.lines[1], id=OrderLineId(109))
    after = replace(after, lines=(after.lines[0], line))
    changes = changes_of(before, after)
    return orders.describe(
        an_order_paper(language, after, changes=changes, amended_on=DAY, reason="By phone")
    )


def _papers(language: str) -> dict[str, Callable[[], Document]]:
    paper = a_delivery_paper(language)
    made: dict[str, Callable[[], Document]] = {
        "delivery": lambda: deliveries.describe(paper),
        "packing-slip": lambda: deliveries.describe_slips(paper),
        "customs": lambda: deliveries.describe_customs(paper, declared(language)),
        "pick-list": lambda: a_pick_list(language),
        "return-slip": lambda: a_slip(language),
        "order": lambda: orders.describe(an_order_paper(language)),
        "pro-forma": lambda: orders.describe_pro_forma(an_order_paper(language)),
        "order-amended": lambda: amended(language),
    }
    return {f"{name}-{language}": document for name, document in made.items()}


DOCUMENTS = {name: paper for language in NAMES for name, paper in _papers(language).items()}
GOLDEN = {name: paper for name, paper in DOCUMENTS.items() if name.endswith(("-fi", "-th", "-de"))}
SHEETS: dict[str, Callable[[], Sheets]] = {
    f"parcel-labels-{language}": partial(parcel_labels.describe, a_delivery_paper(language))
    for language in NAMES
}
