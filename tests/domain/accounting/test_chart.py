"""The chart of accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.accounting.chart import Account, AccountKind, AccountUse, check_account
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


@pytest.mark.parametrize(("language", "name"), [("fi", "Myynti"), ("th", "Sales")])
def test_an_account_is_named_in_a_language_or_in_english(language: str, name: str) -> None:
    assert SALES.name_in(language) == name


def test_the_only_name_stands_in_for_every_language() -> None:
    assert replace(SALES, names={"fi": "Myynti"}).name_in("th") == "Myynti"


def test_a_proper_account_has_no_problem() -> None:
    assert check_account(SALES, (SALES, OTHER)) == ()


@pytest.mark.parametrize(
    ("account", "field", "code"),
    [
        (replace(OTHER, number="30A0"), "number", "accounting.number-not-digits"),
        (replace(OTHER, number=""), "number", "accounting.number-not-digits"),
        (replace(OTHER, number="1" * 11), "number", "accounting.number-not-digits"),
        (replace(OTHER, number="3000"), "number", "accounting.number-taken"),
        (replace(OTHER, names={"en": " "}), "names", "accounting.account-without-name"),
        (
            replace(OTHER, use=AccountUse.SALES, vat="standard"),
            "use",
            "accounting.use-taken",
        ),
    ],
)
def test_what_is_wrong_is_named_at_its_field(account: Account, field: str, code: str) -> None:
    (problem,) = check_account(account, (SALES, OTHER))

    assert (problem.field, problem.code) == (field, code)


def test_a_closed_account_gives_its_use_away() -> None:
    heir = replace(OTHER, use=AccountUse.SALES, vat="standard")

    assert check_account(heir, (replace(SALES, is_closed=True), OTHER)) == ()
