"""What an e-invoice lacks is told before it is issued, at the field that mends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.contacts.address import Address
from app.domain.invoices.billing import Sending
from app.domain.invoices.checks import IssueRules, check
from app.domain.invoices.einvoice import Reach
from app.domain.invoices.einvoice_rules import check_sending
from app.domain.invoices.invoice import Invoice, Line
from app.domain.shared.eformats import EFormat
from app.domain.shared.quantities import Quantity, Rate
from app.domain.shared.vat import Category
from tests.builders import TODAY, a_draft, a_line
from tests.einvoices import BUYER, LEITWEG, SELLER, SENDING, issued, of_category
from tests.formats.einvoices.test_write_finvoice import CARRIED, TO_FINLAND

EUROPE = (EFormat.FACTURX, EFormat.XRECHNUNG_CII, EFormat.XRECHNUNG_UBL)


def found(invoice: Invoice, sending: Sending = SENDING) -> list[tuple[str, str]]:
    """Return what is wrong as pairs of code and field, without the prefix of the codes."""
    problems = check_sending(invoice, sending, TODAY)
    return [(one.code.rpartition(".")[2], one.field) for one in problems]


def xrechnung(**parts: Any) -> Invoice:
    return issued(a_draft(), EFormat.XRECHNUNG_UBL, **parts)


def peppol(**parts: Any) -> Invoice:
    parts = {"buyer": replace(CARRIED), **parts}
    return issued(a_draft(), EFormat.PEPPOL, **parts)


def ours(**parts: Any) -> Sending:
    return replace(SENDING, seller=replace(SELLER, **parts))


@pytest.mark.parametrize("eformat", EUROPE)
def test_what_is_complete_can_be_sent(eformat: EFormat) -> None:
    assert found(issued(a_draft(), eformat)) == []


@pytest.mark.parametrize(("category", "rate"), [(Category.STANDARD, "0"), (Category.ZERO, "7")])
def test_a_rate_that_is_not_of_its_category_is_told(category: Category, rate: str) -> None:
    line = replace(a_line(), category=category, rate=Rate(Decimal(rate)))

    assert found(issued(a_draft(line))) == [("odd-rate", "lines.0.vat")]


def test_goods_to_another_country_of_the_union_need_a_vat_id_of_it() -> None:
    thai = replace(BUYER, vat_id="0105559000001")
    line = of_category(a_line(), Category.INTRA_COMMUNITY)

    assert found(issued(a_draft(line), buyer=thai)) == [("buyer-without-vat-id", "buyer.vat_id")]


def test_paper_alone_asks_for_nothing() -> None:
    assert found(issued(a_draft(), EFormat.NONE, buyer=None, your_reference="")) == []


def test_a_public_buyer_needs_its_reference() -> None:
    assert found(xrechnung(your_reference="")) == [("buyer-reference-missing", "your_reference")]


def test_a_wrong_leitweg_id_is_told_to_the_digit() -> None:
    (problem,) = check_sending(xrechnung(your_reference="991-03730-18"), SENDING, TODAY)

    assert (problem.field, problem.code) == ("your_reference", "identifier.wrong-check-digit")
    assert problem.facts["expected"] == LEITWEG[-2:]


def test_another_reference_is_no_leitweg_id() -> None:
    assert found(xrechnung(your_reference="Frau Weiß, Abt. 7")) == []


@pytest.mark.parametrize(
    ("sending", "problem"),
    [
        (ours(reach=Reach("", "", "a@b.example")), ("our-phone-missing", "company.phone")),
        (ours(reach=Reach("", "030 1234", "")), ("our-email-missing", "company.email")),
        (
            ours(address=Address("Hauptstraße 5", country="DE")),
            ("our-place-missing", "company.address"),
        ),
        (replace(SENDING, account=None), ("our-account-missing", "company.accounts")),
        (ours(vat_id="", tax_number=""), ("our-number-missing", "company.identifiers")),
    ],
)
def test_xrechnung_wants_to_know_us(sending: Sending, problem: tuple[str, str]) -> None:
    assert found(xrechnung(), sending) == [problem]


def test_xrechnung_wants_the_place_of_the_buyer() -> None:
    buyer = replace(BUYER, address=Address("Hauptstraße 5", country="DE"))

    assert found(xrechnung(buyer=buyer)) == [("buyer-place-missing", "buyer.address")]


def test_xrechnung_wants_the_place_of_delivery_whole() -> None:
    there = Address("Hafen 1", country="DE")

    assert found(xrechnung(deliver_to=there)) == [("delivery-place-missing", "buyer.address")]


def test_xrechnung_needs_an_address_of_the_buyer() -> None:
    buyer = replace(BUYER, email="")

    assert found(xrechnung(buyer=buyer, your_reference="Frau Weiß")) == [
        ("buyer-endpoint-missing", "buyer.endpoint")
    ]


def test_the_day_of_delivery_is_asked_for() -> None:
    problems = check_sending(xrechnung(delivered_on=None), SENDING, TODAY)

    assert [(one.code, one.is_warning) for one in problems] == [
        ("einvoice.delivery-day-asked", True)
    ]


def test_peppol_needs_one_reference() -> None:
    assert found(peppol(your_reference="")) == [("reference-missing", "your_reference")]
    assert found(peppol(your_reference="", order_reference="PO-7")) == []


def test_peppol_needs_addresses_of_its_network() -> None:
    plain = replace(BUYER, address=replace(BUYER.address, country="FI"))

    assert found(peppol(buyer=plain)) == [("buyer-peppol-id-missing", "buyer.endpoint")]
    assert found(peppol(), ours(vat_id="FR123", endpoint="", endpoint_scheme="")) == [
        ("our-peppol-id-missing", "company.identifiers")
    ]


def test_peppol_between_two_germans_is_as_strict_as_xrechnung() -> None:
    german = replace(BUYER, endpoint=LEITWEG, endpoint_scheme="0204")

    assert ("our-phone-missing", "company.phone") in found(
        peppol(buyer=german), ours(reach=Reach())
    )


def test_finvoice_needs_whole_addresses_and_an_account() -> None:
    invoice = issued(a_draft(), EFormat.FINVOICE, buyer=CARRIED)
    placeless = replace(CARRIED, address=Address(country="FI"))
    unpaid = replace(TO_FINLAND, account=None)

    assert found(invoice, TO_FINLAND) == []
    assert found(replace(invoice, buyer=placeless), TO_FINLAND) == [
        ("buyer-address-missing", "buyer.address")
    ]
    assert found(invoice, unpaid) == [("our-account-missing", "company.accounts")]


def test_finvoice_asks_for_operators() -> None:
    invoice = issued(a_draft(), EFormat.FINVOICE, buyer=replace(CARRIED, operator=""))
    alone = replace(TO_FINLAND, seller=replace(TO_FINLAND.seller, operator=""))

    problems = check_sending(invoice, alone, TODAY)

    assert [one.code.removeprefix("einvoice.") for one in problems] == [
        "buyer-operator-missing",
        "our-operator-missing",
    ]
    assert all(one.is_warning for one in problems)


def test_finvoice_has_no_room_for_long_quantities() -> None:
    invoice = issued(
        a_draft(a_line(), a_line("123456789.123456", "0.01")), EFormat.FINVOICE, buyer=CARRIED
    )

    assert found(invoice, TO_FINLAND) == [("too-long", "lines.1.quantity")]


def test_a_unit_without_a_code_only_warns() -> None:
    (problem,) = check_sending(issued(a_draft(replace(a_line(), unit="barrel"))), SENDING, TODAY)

    assert (problem.field, problem.is_warning) == ("lines.0.unit", True)


def test_lines_outside_the_scope_of_vat_stand_alone() -> None:
    lines = (a_line(), of_category(a_line(), Category.OUTSIDE_SCOPE))

    assert found(issued(a_draft(*lines))) == [("outside-with-others", "lines")]
    assert found(issued(a_draft(lines[1]))) == []


@pytest.mark.parametrize("category", [Category.EXPORT, Category.INTRA_COMMUNITY])
def test_some_supplies_need_our_vat_id(category: Category) -> None:
    invoice = issued(a_draft(of_category(a_line(), category)))

    assert found(invoice, ours(vat_id="")) == [("our-vat-id-missing", "company.identifiers")]


def test_goods_to_another_country_of_the_union_need_the_day() -> None:
    line = of_category(a_line(), Category.INTRA_COMMUNITY)

    assert found(issued(a_draft(line), delivered_on=None)) == [
        ("delivery-day-missing", "delivered_on")
    ]


def test_a_period_that_ends_before_it_begins_is_told() -> None:
    invoice = issued(a_draft(), period_from=TODAY, period_to=date(2026, 3, 1))

    assert found(invoice) == [("period-backwards", "period_to")]


def test_nothing_but_headings_is_left_to_the_rule_that_wants_lines() -> None:
    heading = Line("Parts", quantity=Quantity(Decimal(0)))

    assert found(issued(a_draft(heading))) == []


def test_the_rules_join_those_of_issuing() -> None:
    rules = IssueRules({}, sending=SENDING)

    codes = {one.code for one in check(xrechnung(your_reference=""), rules, TODAY)}

    assert "einvoice.buyer-reference-missing" in codes
