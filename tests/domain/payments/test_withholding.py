from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Kind
from app.domain.payments.withholding import (
    Certificate,
    CertificateState,
    Income,
    NewCertificate,
    Party,
    Return,
    Side,
    Withheld,
    check,
    listed,
    party_of,
    return_of,
    tax_of,
    tidied,
)
from app.domain.shared.ids import CertificateId, ContactId
from app.domain.shared.money import Money
from app.domain.shared.quantities import Rate
from tests.builders import a_contact
from tests.taxes import MARCH_15, baht, tin

PAYEE = Party("Payee", tin(), "00000", Address("1 Road"))
ROW = Withheld(Income.SERVICES, MARCH_15, baht("10000"), baht("300"), "rent")
NEW = NewCertificate(ContactId(7), (ROW,))


def codes(new: NewCertificate, payee: Party = PAYEE) -> list[str]:
    return [one.code for one in check(tidied(new), payee, "THB", MARCH_15)]


@pytest.mark.parametrize(("percent", "tax"), [("3", "300.00"), ("1", "100.00"), ("2.5", "250.00")])
def test_the_tax_is_of_the_amount_without_vat(percent: str, tax: str) -> None:
    assert tax_of(baht("10000"), Rate(Decimal(percent))) == baht(tax)


def test_half_a_satang_is_rounded_up_and_the_rate_is_read_back() -> None:
    assert tax_of(baht("0.50"), Rate(Decimal(3))) == baht("0.02")
    assert ROW.rate == 3
    assert replace(ROW, amount=baht("0")).rate == 0


def test_a_right_certificate_has_no_problem() -> None:
    assert codes(NEW) == []


def test_tax_in_other_money_is_refused() -> None:
    row = replace(ROW, amount=Money(100, "USD"), tax=Money(3, "USD"))

    assert codes(replace(NEW, rows=(row,))) == ["withholding.other-currency"]


def test_a_payee_without_address_or_tax_number_is_refused() -> None:
    bare = Party("Payee")

    assert codes(NEW, bare) == ["withholding.without-address", "withholding.without-tax-id"]


def test_persons_and_companies_are_listed_apart() -> None:
    person = replace(PAYEE, is_person=True)

    assert (return_of(person), return_of(PAYEE)) == (Return.PND3, Return.PND53)
    assert codes(NEW, person) == ["withholding.wrong-return"]
    assert party_of(replace(a_contact(), kind=Kind.PERSON)).is_person


def a_certificate(number: str, *days: date) -> Certificate:
    rows = tuple(replace(ROW, paid_on=day) for day in days)
    return Certificate(
        CertificateId(1),
        1,
        CertificateState.VALID,
        Side.ISSUED,
        number,
        max(days),
        Return.PND53,
        ContactId(7),
        PAYEE,
        PAYEE,
        rows,
    )


def test_a_month_lists_its_own_payments_in_order() -> None:
    one = a_certificate("WT-2", MARCH_15, date(2026, 2, 1))
    other = a_certificate("WT-1", date(2026, 3, 2))
    voided = a_certificate("WT-3", MARCH_15).voided(MARCH_15, "wrong")

    found = listed(Return.PND53, MARCH_15, (one, other, voided), "THB")

    assert [(row.place, row.number) for row in found.rows] == [(1, "WT-1"), (2, "WT-2")]
    assert (found.month, found.last) == (date(2026, 3, 1), date(2026, 3, 31))
    assert found.tax == baht("600")


def test_received_certificates_are_no_returns_of_ours() -> None:
    theirs = replace(a_certificate("1", MARCH_15), side=Side.RECEIVED)

    assert listed(Return.PND53, MARCH_15, (theirs,), "THB").rows == ()
