from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.accounting.tax_codes import TaxCode
from app.domain.shared.refusals import Conflict, Invalid
from app.domain.shared.vat import Category, Level
from app.services import accounting, invoices, tax_codes
from app.services.office import Office
from app.storage.database import Database
from tests.taxes import MARCH_15, a_rate, american, houston
from tests.trade import a_content, a_written_line, count, issued


@pytest.fixture
def office(database: Database) -> Office:
    return american(database)


def test_an_own_code_is_chosen_beside_those_of_the_country(office: Office) -> None:
    office.do(tax_codes.write, houston())

    codes = {one.code: one for one in office.ask(accounting.vat_codes)}

    assert codes["tx_houston"].rate_on(MARCH_15) == Decimal("8.25")
    assert [part.authority for part in codes["tx_houston"].parts] == [
        "tx",
        "tx.houston",
        "tx.metro",
    ]


def test_a_later_rate_holds_from_its_day(office: Office) -> None:
    code = houston()
    more = (*code.rates, a_rate("1.5", "tx.metro", "Houston Metro", Level.DISTRICT, MARCH_15))
    office.do(tax_codes.write, replace(code, rates=more))

    (found,) = [one for one in office.ask(accounting.vat_codes) if one.code == "tx_houston"]

    assert found.rate_on(date(2026, 3, 14)) == Decimal("8.25")
    assert found.rate_on(MARCH_15) == Decimal("8.75")


def test_a_day_before_the_first_rate_is_refused_at_the_line(office: Office) -> None:
    office.do(tax_codes.write, houston())
    line = replace(a_written_line("1", "10", "tx_houston"), delivered_on=date(2019, 12, 31))

    problems = office.ask(invoices.check, a_content(line))

    assert [(one.field, one.code) for one in problems if not one.is_warning] == [
        ("lines.0.vat", "vat.no-rate-yet")
    ]


def test_an_unknown_jurisdiction_is_refused_at_the_line(office: Office) -> None:
    problems = office.ask(invoices.check, a_content(a_written_line("1", "10", "tx_atlantis")))

    assert ("lines.0.vat", "invoices.unknown-vat") in [(one.field, one.code) for one in problems]


def test_rates_of_what_was_invoiced_stay(office: Office) -> None:
    kept = office.do(tax_codes.write, houston()).result
    issued(office, a_content(a_written_line("1", "10", "tx_houston")))
    first = replace(kept.rates[0], rate=a_rate("7", "tx", "Texas", Level.STATE, MARCH_15).rate)

    with pytest.raises(Invalid) as told:
        office.do(tax_codes.change, replace(kept, rates=(first, *kept.rates[1:])))

    assert [one.code for one in told.value.problems] == ["tax-codes.past-changed"]
    later = a_rate("7", "tx", "Texas", Level.STATE, date(2026, 7, 1))
    changed = office.do(tax_codes.change, replace(kept, rates=(*kept.rates, later))).result
    assert changed.as_vat().rate_on(date(2026, 7, 1)) == 9


def test_a_stale_change_is_refused(office: Office) -> None:
    kept = office.do(tax_codes.write, houston()).result
    office.do(tax_codes.change, replace(kept, name="Houston"))

    with pytest.raises(Conflict):
        office.do(tax_codes.change, replace(kept, name="Austin"))


def bad(**parts: Any) -> TaxCode:
    return houston(**parts)


SINCE = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (bad(code=""), "tax-codes.without-code"),
        (bad(code="tx houston"), "tax-codes.odd-code"),
        (bad(code="none"), "tax-codes.code-taken"),
        (bad(name=" "), "tax-codes.without-name"),
        (bad(rates=()), "tax-codes.without-rate"),
        (bad(region="ZZ"), "tax-codes.unknown-region"),
        (bad(category=Category.EXEMPT), "tax-codes.rate-not-needed"),
        (bad(rates=(a_rate("100", "", "", Level.STATE, SINCE),)), "tax-codes.rate-out-of-range"),
        (bad(rates=(a_rate("60", "a", "A", Level.STATE, SINCE),) * 2), "tax-codes.rate-twice"),
        (
            bad(
                rates=(
                    a_rate("60", "a", "A", Level.STATE, SINCE),
                    a_rate("60", "b", "B", Level.CITY, SINCE),
                )
            ),
            "tax-codes.sum-out-of-range",
        ),
        (
            bad(
                rates=(
                    a_rate("6", "", "", Level.STATE, SINCE),
                    a_rate("1", "b", "B", Level.CITY, SINCE),
                )
            ),
            "tax-codes.mixed",
        ),
        (bad(rates=(a_rate("1", "a b", "A", Level.STATE, SINCE),)), "tax-codes.odd-authority"),
        (
            bad(
                rates=(
                    a_rate("1", "a", "A", Level.STATE, SINCE),
                    a_rate("2", "a", "B", Level.STATE, MARCH_15),
                )
            ),
            "tax-codes.authority-two-names",
        ),
    ],
)
def test_what_cannot_be_right_is_refused(office: Office, code: TaxCode, problem: str) -> None:
    with pytest.raises(Invalid) as told:
        office.do(tax_codes.write, code)

    assert problem in [one.code for one in told.value.problems]
    assert count(office, "tax_code") == 0
