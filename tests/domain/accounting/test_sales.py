"""The accounts a sale is posted to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.accounting.chart import Account, AccountKind, AccountUse
from app.domain.accounting.sales import AccountMissing, sales_accounts
from app.domain.shared.ids import AccountId


def an_account(number: int, use: AccountUse, vat: str = "") -> Account:
    return Account(
        AccountId(number), str(number), {"en": "Account"}, AccountKind.ASSET, use=use, vat=vat
    )


CHART = (
    an_account(1700, AccountUse.RECEIVABLES),
    an_account(3000, AccountUse.SALES, "standard"),
    an_account(3040, AccountUse.SALES),
    an_account(2930, AccountUse.OUTPUT_VAT, "standard"),
)


def test_the_chart_says_where_sales_go() -> None:
    accounts = sales_accounts(CHART)

    assert accounts.receivables == 1700
    assert (accounts.sales_of("standard"), accounts.output_vat_of("standard")) == (3000, 2930)


def test_a_code_without_an_account_of_its_own_goes_to_the_common_one() -> None:
    assert sales_accounts(CHART).sales_of("export") == 3040


def test_a_code_without_any_account_is_refused() -> None:
    with pytest.raises(AccountMissing) as refused:
        sales_accounts(CHART).output_vat_of("low")

    assert refused.value.facts == {"use": "output_vat", "vat": "low"}


def test_a_chart_without_receivables_is_refused() -> None:
    with pytest.raises(AccountMissing):
        sales_accounts(CHART[1:])


def test_of_two_accounts_for_one_use_the_lower_number_counts() -> None:
    doubled = (*CHART, an_account(3001, AccountUse.SALES, "standard"))

    assert sales_accounts(doubled).sales_of("standard") == 3000


def test_a_closed_account_is_passed_over() -> None:
    closed = (CHART[0], replace(CHART[1], is_closed=True), *CHART[2:])

    assert sales_accounts(closed).sales_of("standard") == 3040
