from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.accounting.tax_codes import TaxRate, check, check_change, tidied
from app.domain.shared.quantities import Rate
from app.domain.shared.vat import Level, NoRateYet
from tests.taxes import a_rate, houston

DAY = date(2026, 3, 15)


def test_the_authorities_add_up_from_the_first_day_of_any() -> None:
    later = a_rate("0.5", "tx.mud", "Utility district", Level.DISTRICT, DAY)

    code = replace(houston(), rates=(*houston().rates, later)).as_vat()

    assert [(one.since, one.rate) for one in code.rates] == [
        (date(2020, 1, 1), Decimal("8.25")),
        (DAY, Decimal("8.75")),
    ]
    with pytest.raises(NoRateYet):
        code.rate_on(date(2019, 12, 31))


def test_a_code_without_authorities_has_plain_rates() -> None:
    code = replace(houston(), rates=(TaxRate(DAY, Rate(Decimal(5))),)).as_vat()

    assert code.parts == ()
    assert code.rate_on(DAY) == 5


def test_a_code_is_tidied() -> None:
    code = tidied(houston(code=" TX_Houston ", region=" tx", postcodes=(" 770 ", "")))

    assert (code.code, code.region, code.postcodes) == ("tx_houston", "TX", ("770",))
    assert check(code, (), "US") == ()


def test_other_countries_have_other_regions() -> None:
    assert check(tidied(houston(region="Bayern")), (), "DE") == ()


def test_only_days_that_were_invoiced_are_closed() -> None:
    before = tidied(houston())
    after = replace(before, rates=(*before.rates, a_rate("2", "tx", "Texas", Level.STATE, DAY)))

    assert check_change(before, after, date(2026, 3, 14)) == ()
    assert check_change(before, after, None) == ()
    assert [one.code for one in check_change(before, after, DAY)] == ["tax-codes.past-changed"]
