"""The chart of accounts: what can be posted to, and where it stands in the reports."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.shared.ids import AccountId
from app.domain.shared.problems import Problem, Rule


class AccountKind(Enum):
    """The class of an account; it decides on which side it grows."""

    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    EXPENSE = "expense"


class AccountUse(Enum):
    """What the house itself posts to; one account of a chart has each use."""

    RECEIVABLES = "receivables"
    SALES = "sales"
    OUTPUT_VAT = "output_vat"
    BANK = "bank"
    PAYABLES = "payables"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Account:
    """An account; ``number`` is unique, ``names`` maps a language to a name.

    ``vat`` is the VAT code whose sales or tax are posted here, empty for the rest.
    """

    id: AccountId
    number: str
    names: Mapping[str, str]
    kind: AccountKind
    use: AccountUse | None = None
    vat: str = ""
    is_closed: bool = False
    version: int = 1

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))


NUMBER_NOT_DIGITS = Rule("accounting.number-not-digits", "number")
NUMBER_TAKEN = Rule("accounting.number-taken", "number", "name")
WITHOUT_NAME = Rule("accounting.account-without-name")
USE_TAKEN = Rule("accounting.use-taken", "use", "number")

LONGEST_NUMBER = 10


def check_account(account: Account, chart: Iterable[Account]) -> tuple[Problem, ...]:
    """Return every problem of an account among the others of its chart."""
    others = [other for other in chart if other.id != account.id]
    return (
        *_number(account, others),
        *(() if any(map(str.strip, account.names.values())) else (WITHOUT_NAME.at("names"),)),
        *_use(account, others),
    )


def _number(account: Account, others: list[Account]) -> Iterator[Problem]:
    number = account.number
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        yield NUMBER_NOT_DIGITS.at("number", number=number)
    for other in others:
        if other.number == number:
            yield NUMBER_TAKEN.at("number", number=number, name=other.name_in("en"))


def _use(account: Account, others: list[Account]) -> Iterator[Problem]:
    if account.use is None or account.is_closed:
        return
    for other in others:
        if (other.use, other.vat) == (account.use, account.vat) and not other.is_closed:
            yield USE_TAKEN.at("use", use=account.use.value, number=other.number)
