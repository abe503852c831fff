"""What hypothesis may put into an invoice: every figure a clerk could type."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from app.domain.invoices.invoice import Discount, Invoice, Line
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.vat import Category
from tests.builders import a_draft

KINDS = (
    (Category.STANDARD, "25.5", "standard"),
    (Category.STANDARD, "13.5", "reduced"),
    (Category.STANDARD, "10", "low"),
    (Category.STANDARD, "7", "seven"),
    (Category.ZERO, "0", "zero"),
    (Category.EXEMPT, "0", "exempt"),
    (Category.REVERSE_CHARGE, "0", "construction"),
    (Category.REVERSE_CHARGE, "0", "eu-services"),
)


def decimals(low: int, high: int, places: int) -> st.SearchStrategy[Decimal]:
    """Return exact decimals with up to so many places."""
    scale = 10**places
    whole = st.integers(low * scale, high * scale)
    return whole.map(lambda value: Decimal(value).scaleb(-places))


PERCENTS = decimals(0, 100, 2).map(lambda value: Discount(percent=Rate(value)))
AMOUNTS = decimals(0, 50, 2).map(lambda value: Discount(amount=value))
DISCOUNTS = st.one_of(st.just(Discount()), PERCENTS, AMOUNTS)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Draw a line: any kind of supply, also negative quantities and free items."""
    category, rate, vat = draw(st.sampled_from(KINDS))
    return Line(
        description="Gadget",
        quantity=Quantity(draw(decimals(-1000, 1000, 3))),
        price=UnitPrice(draw(decimals(0, 10_000, 4))),
        vat=vat,
        rate=Rate(Decimal(rate)),
        category=category,
        discount=draw(st.one_of(st.just(Discount()), PERCENTS)),
    )


@st.composite
def drafts(draw: st.DrawFn) -> Invoice:
    """Draw a draft of none to eight lines, net or gross priced, with any document discount."""
    drawn = tuple(draw(st.lists(lines(), max_size=8)))
    draft = a_draft(discount=draw(DISCOUNTS))
    return replace(draft, lines=drawn, is_gross=draw(st.booleans()))
