"""What a draft leaves open comes from the customer, the product and the office, in that order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given

from app.domain.contacts.contact import Terms
from app.domain.invoices.draft import (
    Draft,
    DraftLine,
    Usual,
    as_draft,
    content_of,
    fresh_copy,
    places_written,
)
from app.domain.invoices.invoice import Invoice, State
from app.domain.invoices.issue import tidied
from app.domain.shared.ids import InvoiceId, ProductId
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.vat import Category, RatePeriod, VatCode
from tests.builders import TODAY, a_contact, a_draft, a_line, a_product, journey_6
from tests.domain.strategies import drafts

NET = replace(a_product("N", "Net"), id=ProductId(1), price=UnitPrice(Decimal(100)))
GROSS = replace(NET, id=ProductId(2), price=UnitPrice(Decimal("125.50")), is_gross=True)
CODES = {
    "standard": VatCode(
        "standard", Category.STANDARD, (RatePeriod(date(2024, 9, 1), Rate(Decimal("25.5"))),)
    )
}
CUSTOMER = a_contact(terms=Terms(days=30, language="th"))
USUAL = Usual(
    currency="EUR",
    language="fi",
    terms_days=14,
    vat="standard",
    codes=CODES,
    customer=CUSTOMER,
    products={NET.id: NET, GROSS.id: GROSS},
)


def made(content: Draft, usual: Usual = USUAL) -> Invoice:
    return as_draft(content, InvoiceId(5), 3, usual, TODAY)


def a_sale(*products: ProductId, is_gross: bool | None = None) -> Draft:
    lines = tuple(DraftLine(product_id=one) for one in products)
    return Draft(customer_id=CUSTOMER.id, lines=lines, is_gross=is_gross)


def test_the_customer_decides_language_and_terms() -> None:
    invoice = made(a_sale(NET.id))

    assert (invoice.language, invoice.terms_days, invoice.currency) == ("th", 30, "EUR")
    assert invoice.buyer is not None
    assert (invoice.id, invoice.version, invoice.state) == (5, 3, State.DRAFT)


def test_what_is_written_comes_before_what_is_usual() -> None:
    invoice = made(replace(a_sale(), language="en", terms_days=0, currency="SEK"))

    assert (invoice.language, invoice.terms_days, invoice.currency) == ("en", 0, "SEK")


def test_without_a_customer_the_office_decides() -> None:
    invoice = made(Draft(), replace(USUAL, customer=None))

    assert (invoice.language, invoice.terms_days, invoice.buyer) == ("fi", 14, None)


def test_prices_are_net_or_gross_as_the_invoice_is() -> None:
    net = made(a_sale(NET.id, GROSS.id, is_gross=False))
    gross = made(a_sale(NET.id, GROSS.id, is_gross=True))

    assert [line.price for line in net.lines] == [100, 100]
    assert [line.price for line in gross.lines] == [Decimal("125.5"), Decimal("125.5")]


def test_prices_that_all_include_vat_make_an_invoice_that_does() -> None:
    assert made(a_sale(GROSS.id)).is_gross
    assert not made(a_sale(GROSS.id, NET.id)).is_gross
    assert not made(a_sale()).is_gross


def test_a_price_that_was_written_is_kept_also_when_it_is_nothing() -> None:
    line = DraftLine(product_id=NET.id, price=UnitPrice(Decimal(0)))

    assert made(Draft(lines=(line,))).lines[0].price == 0


def test_a_price_in_another_currency_is_left_to_the_clerk() -> None:
    assert made(replace(a_sale(NET.id), currency="SEK")).lines[0].price == 0


def test_a_free_line_has_the_usual_vat_and_a_heading_has_none() -> None:
    free = DraftLine("Work", price=UnitPrice(Decimal(50)))
    heading = DraftLine("In March", quantity=Quantity(Decimal(0)))

    lines = made(Draft(lines=(free, heading))).lines

    assert [(line.vat, line.rate) for line in lines] == [("standard", Decimal("25.5")), ("", 0)]
    assert lines[1].is_heading


def test_blank_rows_have_no_place() -> None:
    content = Draft(lines=(DraftLine(), DraftLine("a"), DraftLine(" "), a_sale(NET.id).lines[0]))

    assert places_written(content) == (1, 3)
    assert len(made(content).lines) == 2


@given(drafts())
def test_what_was_written_comes_back_as_it_was(draft: Invoice) -> None:
    tidy = replace(tidied(draft), id=InvoiceId(5), version=3)
    usual = replace(USUAL, codes={}, customer=None, vat="")

    again = made(content_of(tidy), usual)

    assert content_of(again) == content_of(tidy)


def test_a_fresh_copy_has_no_dates() -> None:
    delivered = replace(a_line(), delivered_on=date(2026, 3, 1))
    original = replace(journey_6(), lines=(delivered,), delivered_on=date(2026, 3, 2))

    copy = fresh_copy(original)

    assert (copy.issued_on, copy.due_on, copy.delivered_on) == (None, None, None)
    assert copy.lines[0].delivered_on is None
    assert copy.lines[0].price == delivered.price


def test_a_line_is_blank_until_something_is_written() -> None:
    assert DraftLine().is_blank
    assert DraftLine(quantity=Quantity(Decimal(7))).is_blank
    assert not DraftLine("x").is_blank
    assert not DraftLine(price=UnitPrice(Decimal(1))).is_blank
    assert not DraftLine(product_id=NET.id).is_blank
    assert a_draft().lines
