"""The chart of accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.accounting.chart import (
    Account,
    AccountKind,
    AccountUse,
    Chart,
    ReportLine,
    Statement,
    check_account,
)
from app.domain.shared.ids import AccountId

SALES = Account(
    AccountId(1),
    "3000",
    {"fi": "Myynti", "en": "Sales"},
    AccountKind.INCOME,
    AccountUse.SALES,
    "standard",
)
OTHER = Account(AccountId(2), "3010", {"en": "Other sales"}, AccountKind.INCOME)
REVENUE = ReportLine("R1", Statement.INCOME_STATEMENT, {"en": "Revenue", "fi": "Liikevaihto"})
CASH = ReportLine("A1", Statement.BALANCE_SHEET, {})
CHART = Chart((SALES, OTHER), frozenset({"standard"}), {"R1": REVENUE, "A1": CASH})


@pytest.mark.parametrize(("language", "name"), [("fi", "Myynti"), ("th", "Sales")])
def test_an_account_is_named_in_a_language_or_in_english(language: str, name: str) -> None:
    assert SALES.name_in(language) == name


def test_the_only_name_stands_in_for_every_language() -> None:
    assert replace(SALES, names={"fi": "Myynti"}).name_in("th") == "Myynti"


def test_a_proper_account_has_no_problem() -> None:
    assert check_account(replace(SALES, report="R1"), CHART, AccountKind.INCOME) == ()


@pytest.mark.parametrize(
    ("account", "field", "code"),
    [
        (replace(OTHER, number="30A0"), "number", "accounting.number-not-digits"),
        (replace(OTHER, number=""), "number", "accounting.account-without-number"),
        (replace(OTHER, number="1" * 11), "number", "accounting.number-not-digits"),
        (replace(OTHER, number="3000"), "number", "accounting.account-number-taken"),
        (replace(OTHER, names={"en": " "}), "names", "accounting.account-without-name"),
        (
            replace(OTHER, use=AccountUse.SALES, vat="standard"),
            "vat",
            "accounting.use-taken",
        ),
        (replace(OTHER, kind=AccountKind.EXPENSE), "kind", "accounting.kind-fixed"),
        (replace(OTHER, vat="luxury"), "vat", "accounting.vat-unknown"),
        (replace(OTHER, report="A1"), "report", "accounting.report-elsewhere"),
        (replace(OTHER, report="A9"), "report", "accounting.report-elsewhere"),
    ],
)
def test_what_is_wrong_is_named_at_its_field(account: Account, field: str, code: str) -> None:
    (problem,) = check_account(account, CHART, AccountKind.INCOME)

    assert (problem.field, problem.code) == (field, code)


def test_a_closed_account_gives_its_use_away() -> None:
    heir = replace(OTHER, use=AccountUse.SALES, vat="standard")

    chart = replace(CHART, accounts=(replace(SALES, is_closed=True), OTHER))

    assert check_account(heir, chart, None) == ()


def test_a_report_line_is_named_in_a_language_or_by_its_code() -> None:
    assert [REVENUE.name_in("fi"), REVENUE.name_in("th"), CASH.name_in("th")] == [
        "Liikevaihto",
        "Revenue",
        "A1",
    ]
