"""What is sent of an invoice says what the invoice says, in the terms of EN 16931."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from app.domain.accounting.exchange import Exchange
from app.domain.contacts.address import Address
from app.domain.invoices.billing import name_and_rest, unit_code
from app.domain.invoices.einvoice import EBill, Span
from app.domain.invoices.invoice import Invoice, Kind, Line
from app.domain.invoices.posting import NotIssued
from app.domain.invoices.totals import totals_of
from app.domain.shared.early import EarlyPayment
from app.domain.shared.eformats import EFormat
from app.domain.shared.money import Money, money
from app.domain.shared.quantities import Quantity, Rate, UnitPrice
from app.domain.shared.vat import Category
from tests.builders import BUYER, TODAY, a_draft, a_line, journey_6, off, percent
from tests.einvoices import LEITWEG, SENDING, billed, credited, issued, of_category, sent


def signed(bill: EBill, category: Category, rate: Decimal) -> int:
    """Return what the adjustments of the document add to a category and rate."""
    return sum(
        one.amount.minor * (1 if one.is_charge else -1)
        for one in bill.adjustments
        if (one.category, one.rate) == (category, rate)
    )


@given(sent(*EFormat))
def test_every_base_is_its_lines_and_adjustments(invoice: Invoice) -> None:
    bill = billed(invoice)

    for part in bill.vat:
        of_part = (part.category, part.rate)
        lines = sum(one.net.minor for one in bill.lines if (one.category, one.rate) == of_part)
        assert lines + signed(bill, *of_part) == part.base.minor


@given(sent(*EFormat))
def test_every_sum_follows_from_its_parts(invoice: Invoice) -> None:
    bill, totals = billed(invoice), totals_of(invoice)
    sums = bill.sums

    assert sum(one.net.minor for one in bill.lines) == sums.lines.minor
    assert sums.lines - sums.allowances + sums.charges == sums.net == totals.net
    assert sums.net + sums.tax == sums.gross == sums.due == totals.gross
    assert all(one.amount.minor > 0 for one in bill.adjustments)


@given(sent(*EFormat))
def test_every_line_follows_from_its_figures(invoice: Invoice) -> None:
    for line in billed(invoice).lines:
        taken = sum(one.amount.minor * (1 if one.is_charge else -1) for one in line.adjustments)
        amount = money(line.quantity * line.price, line.net.currency)
        assert amount.minor + taken == line.net.minor


@given(sent(*EFormat))
def test_a_percentage_is_told_only_where_the_amount_follows_from_it(invoice: Invoice) -> None:
    bill = billed(invoice)

    for one in (*bill.adjustments, *(one for line in bill.lines for one in line.adjustments)):
        assert (one.base is None) == (one.percent is None)
        if one.base is not None and one.percent is not None:
            exact = one.base.amount * one.percent / 100
            assert money(exact, one.base.currency) == one.amount


def test_a_draft_without_a_day_is_no_e_invoice() -> None:
    with pytest.raises(NotIssued):
        billed(replace(issued(a_draft()), issued_on=None))


def test_journey_6_has_its_allowances_by_rate() -> None:
    bill = billed(issued(journey_6()))

    assert [one.amount.minor for one in bill.adjustments] == [1816, 594, 600]
    assert [one.base and one.base.minor for one in bill.adjustments] == [36323, 11880, 12000]
    assert bill.sums.due == Money(68656, "EUR")


@pytest.mark.parametrize(
    ("category", "code"),
    [
        (Category.REVERSE_CHARGE, "VATEX-EU-AE"),
        (Category.INTRA_COMMUNITY, "VATEX-EU-IC"),
        (Category.EXPORT, "VATEX-EU-G"),
        (Category.OUTSIDE_SCOPE, "VATEX-EU-O"),
        (Category.EXEMPT, ""),
        (Category.ZERO, ""),
    ],
)
def test_the_reason_for_no_vat_has_its_code(category: Category, code: str) -> None:
    bill = billed(issued(a_draft(of_category(a_line(), category))))

    assert bill.vat[0].reason_code == code
    assert bool(bill.vat[0].reason) == (category is Category.EXEMPT)


def test_outside_the_scope_of_vat_nobody_has_a_vat_id() -> None:
    bill = billed(issued(a_draft(of_category(a_line(), Category.OUTSIDE_SCOPE))))

    assert (bill.seller.vat_id, bill.buyer.vat_id) == ("", "")
    assert bill.seller.number == bill.seller.tax_number == "21/815/08150"


def test_headings_are_notes_of_the_line_below_and_the_last_text_of_the_line_above() -> None:
    text = Line("Parts", quantity=Quantity(Decimal(0)), price=UnitPrice(Decimal(0)))
    last = replace(text, description="That is all.")

    bill = billed(issued(a_draft(text, a_line(), last)))

    assert [(line.number, line.note) for line in bill.lines] == [("2", "Parts\nThat is all.")]


def test_the_first_line_of_a_description_is_its_name() -> None:
    assert name_and_rest("Lamp\nblack\n2 m") == ("Lamp", "black\n2 m")


@pytest.mark.parametrize(
    ("unit", "code"), [("", "C62"), ("h", "HUR"), ("Pcs.", "H87"), ("barrels", "")]
)
def test_units_have_codes(unit: str, code: str) -> None:
    assert unit_code(unit, SENDING.units) == code


@pytest.mark.parametrize(
    ("kind", "eformat", "code"),
    [
        (Kind.INVOICE, EFormat.FACTURX, "380"),
        (Kind.CREDIT_NOTE, EFormat.FACTURX, "381"),
        (Kind.DOWN_PAYMENT, EFormat.FACTURX, "386"),
        (Kind.DOWN_PAYMENT, EFormat.XRECHNUNG_UBL, "380"),
        (Kind.PARTIAL, EFormat.XRECHNUNG_UBL, "326"),
        (Kind.PARTIAL, EFormat.PEPPOL, "380"),
        (Kind.FINAL, EFormat.PEPPOL, "380"),
    ],
)
def test_kinds_have_the_codes_that_the_rules_know(kind: Kind, eformat: EFormat, code: str) -> None:
    assert billed(issued(a_draft(), eformat, kind=kind)).code == code


def test_a_leitweg_id_is_where_an_office_gets_its_e_invoices() -> None:
    buyer = billed(issued(a_draft(), EFormat.XRECHNUNG_UBL)).buyer

    assert (buyer.endpoint, buyer.endpoint_scheme) == (LEITWEG, "0204")


def test_else_the_e_mail_is() -> None:
    buyer = billed(issued(a_draft(), your_reference="Frau Weiß")).buyer

    assert (buyer.endpoint, buyer.endpoint_scheme) == ("rechnung@mitte.example", "EM")


def test_a_finnish_business_id_names_who_gave_it() -> None:
    buyer = billed(issued(a_draft(), EFormat.FINVOICE, buyer=BUYER)).buyer

    assert (buyer.legal_id, buyer.legal_scheme) == ("2077474-0", "0212")


def test_a_number_without_a_country_is_no_vat_id_in_europe() -> None:
    thai = replace(BUYER, vat_id="0105559000001", business_id="", address=Address(country="TH"))

    buyer = billed(issued(a_draft(), buyer=thai)).buyer

    assert (buyer.vat_id, buyer.legal_id) == ("", "0105559000001")


def test_it_is_paid_by_sepa_in_euros_and_by_transfer_else() -> None:
    invoice = issued(a_draft())

    assert billed(invoice).paying.code == "58"
    assert billed(replace(invoice, currency="USD")).paying.code == "30"
    assert billed(credited(invoice)).paying.code == "97"
    assert billed(invoice, replace(SENDING, account=None)).paying.code == "1"


def test_the_vat_of_another_currency_is_told_in_our_own() -> None:
    exchange = Exchange(Decimal("0.9"), TODAY, "ECB")

    bill = billed(issued(a_draft(), currency="USD", exchange=exchange))

    assert bill.home_currency == "EUR"
    assert bill.sums.home_tax == Money(2295, "EUR")


def test_no_vat_in_another_currency_is_told_in_our_own_too() -> None:
    draft = a_draft(of_category(a_line(), Category.EXPORT))
    exchange = Exchange(Decimal("0.9"), TODAY, "ECB")

    bill = billed(issued(draft, currency="USD", exchange=exchange))

    assert (bill.home_currency, bill.sums.home_tax) == ("EUR", Money(0, "EUR"))


def test_a_country_without_a_code_of_iso_has_the_one_of_the_standard() -> None:
    kosovo = replace(BUYER, address=replace(BUYER.address, country="XK"))

    assert billed(issued(a_draft(), buyer=kosovo)).buyer.address.country == "1A"


def test_our_own_number_without_a_country_is_no_vat_id_in_europe() -> None:
    thai = replace(SENDING.seller, vat_id="0105560001235")

    seller = billed(issued(a_draft()), replace(SENDING, seller=thai)).seller

    assert (seller.vat_id, seller.legal_id) == ("", "0105560001235")


def test_goods_to_another_country_of_the_union_say_where_they_went() -> None:
    bill = billed(issued(a_draft(of_category(a_line(), Category.INTRA_COMMUNITY))))

    assert bill.place is not None
    assert bill.place.address.country == "DE"


def test_a_line_has_its_day_only_within_those_of_the_invoice() -> None:
    line = replace(a_line(), delivered_on=date(2026, 3, 5))
    inside = issued(a_draft(line))
    outside = replace(inside, period_from=date(2026, 3, 6))

    assert billed(inside).lines[0].span == Span(date(2026, 3, 5), date(2026, 3, 5))
    assert billed(outside).lines[0].span == Span()


def test_early_payment_is_told_in_words_where_no_form_is_fixed() -> None:
    words = replace(SENDING.words, early="2 % within 10 days")
    invoice = issued(a_draft(), early=EarlyPayment(10, Rate(Decimal(2))))

    assert billed(invoice, replace(SENDING, words=words)).terms == (
        "30 days net\n2 % within 10 days"
    )


def test_the_discount_of_a_line_that_is_taken_back_is_a_charge() -> None:
    taken, kept = a_line("-1", "100", discount=percent("10")), a_line("2", "100")

    (charge,) = billed(issued(a_draft(taken, kept))).lines[0].adjustments

    assert (charge.is_charge, charge.amount.minor, charge.percent) == (True, 1000, Decimal(10))


def test_a_discount_as_an_amount_has_no_percentage() -> None:
    (line,) = billed(issued(a_draft(a_line("1", "100", discount=off("7.50"))))).lines

    assert (line.adjustments[0].amount.minor, line.adjustments[0].percent) == (750, None)
