"""Invoices that are sent as e-invoices, and who sends them, for tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from app.domain.accounting.exchange import Exchange
from app.domain.contacts.address import Address
from app.domain.contacts.contact import BankAccount
from app.domain.invoices.billing import Sending, Words, bill_of
from app.domain.invoices.einvoice import EBill, Party, Reach
from app.domain.invoices.invoice import Buyer, Invoice, Kind, Line, Origin, State
from app.domain.invoices.issue import tidied
from app.domain.invoices.totals import totals_of
from app.domain.shared.early import EarlyPayment
from app.domain.shared.eformats import EFormat
from app.domain.shared.ids import InvoiceId
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.vat import Category
from tests.builders import TODAY
from tests.domain.strategies import decimals, drafts

SELLER = Party(
    name="Lampen & Licht GmbH",
    address=Address("Hauptstraße 5", "", "10115", "Berlin", "", "DE"),
    vat_id="DE136695976",
    tax_number="21/815/08150",
    endpoint="office@lampen.example",
    endpoint_scheme="EM",
    reach=Reach("", "+49 30 1234567", "office@lampen.example"),
)
BUYER = Buyer(
    name="Bezirksamt Mitte",
    address=Address("Karl-Marx-Allee 31", "", "10178", "Berlin", "", "DE"),
    number="1001",
    vat_id="DE129273398",
    email="rechnung@mitte.example",
)
LEITWEG = "991-03730-19"
SENDING = Sending(
    seller=SELLER,
    home_currency="EUR",
    account=BankAccount("DE89370400440532013000", "COBADEFFXXX"),
    units={"pcs": "H87", "h": "HUR"},
    words=Words(
        terms="30 days net",
        reasons={"exempt": "Exempt from VAT"},
    ),
)
ORIGIN = Origin(InvoiceId(5), "2026-00005", date(2026, 2, 1))
SPECIAL = (
    Category.REVERSE_CHARGE,
    Category.INTRA_COMMUNITY,
    Category.EXPORT,
    Category.EXEMPT,
    Category.ZERO,
    Category.OUTSIDE_SCOPE,
)


def issued(draft: Invoice, eformat: EFormat = EFormat.FACTURX, **parts: Any) -> Invoice:
    """Return a draft as it is issued to a German office."""
    made = replace(
        draft,
        state=State.ISSUED,
        number="2026-00042",
        reference="RF342026000423",
        issued_on=TODAY,
        due_on=date(2026, 4, 9),
        delivered_on=TODAY,
        your_reference=LEITWEG,
        buyer=BUYER,
        eformat=eformat,
    )
    return replace(made, **parts)


def credited(invoice: Invoice) -> Invoice:
    """Return an invoice as the credit note of another one."""
    return replace(invoice, kind=Kind.CREDIT_NOTE, origin=ORIGIN, reason="Returned")


def billed(invoice: Invoice, sending: Sending = SENDING) -> EBill:
    """Return what is sent of an invoice."""
    return bill_of(invoice, totals_of(invoice), sending)


def of_category(line: Line, category: Category) -> Line:
    """Return a line in a category that has no rate."""
    return replace(line, category=category, rate=Rate(Decimal(0)), vat=category.name.lower())


@st.composite
def sent(draw: st.DrawFn, *eformats: EFormat) -> Invoice:
    """Draw an issued invoice or credit note of any category and currency, net or gross priced."""
    drawn = draw(drafts())
    category = draw(st.one_of(st.none(), st.sampled_from(SPECIAL)))
    if category is not None:
        drawn = replace(drawn, lines=tuple(of_category(line, category) for line in drawn.lines))
    if draw(st.booleans()):
        drawn = replace(drawn, lines=tuple(turned(line) for line in drawn.lines))
    told = tuple(replace(line, description=draw(TEXTS)) for line in drawn.lines)
    made = issued(replace(drawn, lines=told), draw(st.sampled_from(eformats)), **draw(_said()))
    assume(is_payable(made))
    assume(category is not Category.INTRA_COMMUNITY or made.delivered_on)
    return tidied(credited(made) if draw(st.booleans()) else made)


TEXTS = st.sampled_from(
    (
        "Gadget",
        "ชิ้นส่วน ที่ภูเก็ต\nบรรทัดสอง",
        "a\x00b\x07c\td",
        "<![CDATA[ & ]]>",
        "#SKONTO#\n\n€ ½ \U0001f34e",
        "x" * 300,
    )
)
"""What stands on lines: letters of other scripts, signs that XML cannot hold, long texts."""


@st.composite
def _said(draw: st.DrawFn) -> dict[str, Any]:
    """Draw what may be said of an invoice besides its lines."""
    currency = draw(st.sampled_from(("EUR", "EUR", "SEK", "JPY")))
    rate = draw(decimals(0, 20, 8)) + Decimal("0.00000001")
    early = draw(st.sampled_from(("0", "2", "2.125")))
    return {
        "currency": currency,
        "exchange": None if currency == "EUR" else Exchange(rate, TODAY, "ECB"),
        "early": EarlyPayment(10, Rate(Decimal(early))),
        "note": draw(st.one_of(st.just(""), TEXTS)),
        "delivered_on": draw(st.sampled_from((None, TODAY))),
        "period_from": draw(st.sampled_from((None, TODAY))),
        "deliver_to": draw(st.sampled_from((None, SELLER.address))),
    }


def is_payable(draft: Invoice) -> bool:
    """Say whether a draft has lines and comes to something to pay, as one that is issued does."""
    is_some = any(not line.is_heading for line in draft.lines)
    return is_some and totals_of(draft).gross.minor >= 0


def turned(line: Line) -> Line:
    """Return a line with its sign at the price."""
    return replace(line, quantity=Quantity(-line.quantity), price=UnitPrice(-line.price))
