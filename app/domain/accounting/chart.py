"""The chart of accounts: what can be posted to, and where it stands in the reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import chain

from app.domain.shared.ids import AccountId
from app.domain.shared.problems import Problem, Rule

Problems = tuple[Problem, ...]


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
    INPUT_VAT = "input_vat"
    BANK = "bank"
    PAYABLES = "payables"
    ROUNDING = "rounding"
    BAD_DEBT = "bad_debt"
    CASH_DISCOUNT = "cash_discount"
    INTEREST_INCOME = "interest_income"
    REMINDER_FEES = "reminder_fees"
    CUSTOMER_CREDIT = "customer_credit"
    WITHHELD = "withheld"
    UNDUE_VAT = "undue_vat"
    EXCHANGE_GAIN = "exchange_gain"
    EXCHANGE_LOSS = "exchange_loss"
    ADVANCES = "advances"
    STOCK = "stock"
    COST_OF_SALES = "cost_of_sales"
    GOODS_RECEIVED = "goods_received"
    STOCK_DIFFERENCES = "stock_differences"
    PRICE_VARIANCE = "price_variance"
    OWN_USE = "own_use"
    WAGES = "wages"
    SOCIAL_COSTS = "social_costs"
    WAGES_PAYABLE = "wages_payable"
    TAX_WITHHELD_PAYABLE = "tax_withheld_payable"
    SOCIAL_PAYABLE = "social_payable"
    EMPLOYEE_PAYABLE = "employee_payable"
    EMPLOYEE_ADVANCES = "employee_advances"
    GARNISHED_PAYABLE = "garnished_payable"


class Statement(Enum):
    """The two reports that accounts are added up in."""

    BALANCE_SHEET = "balance_sheet"
    INCOME_STATEMENT = "income_statement"


STATEMENT_OF = {
    AccountKind.ASSET: Statement.BALANCE_SHEET,
    AccountKind.LIABILITY: Statement.BALANCE_SHEET,
    AccountKind.EQUITY: Statement.BALANCE_SHEET,
    AccountKind.INCOME: Statement.INCOME_STATEMENT,
    AccountKind.EXPENSE: Statement.INCOME_STATEMENT,
}


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of the balance sheet or the income statement, as the country's law divides it."""

    code: str
    statement: Statement
    names: Mapping[str, str]

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else the code."""
        return self.names.get(language) or self.names.get("en") or self.code


@dataclass(frozen=True, slots=True)
class Account:
    """An account; ``number`` is unique, ``names`` maps a language to a name.

    ``vat`` is the VAT code whose sales or tax are posted here, empty for the rest; ``report`` is
    the line of the balance sheet or income statement that the account is added to.
    """

    id: AccountId
    number: str
    names: Mapping[str, str]
    kind: AccountKind
    use: AccountUse | None = None
    vat: str = ""
    report: str = ""
    is_closed: bool = False
    version: int = 1

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return self.names.get(language) or self.names.get("en") or next(iter(self.names.values()))


NUMBER_MISSING = Rule("accounting.account-without-number")
NUMBER_NOT_DIGITS = Rule("accounting.number-not-digits", "number")
NUMBER_TAKEN = Rule("accounting.account-number-taken", "number", "name")
WITHOUT_NAME = Rule("accounting.account-without-name")
KIND_FIXED = Rule("accounting.kind-fixed", "number")
USE_TAKEN = Rule("accounting.use-taken", "use", "number")
VAT_UNKNOWN = Rule("accounting.vat-unknown", "vat")
REPORT_ELSEWHERE = Rule("accounting.report-elsewhere", "line")

LONGEST_NUMBER = 10


@dataclass(frozen=True, slots=True)
class Chart:
    """What an account must fit into: the other accounts, the VAT codes and the report lines."""

    accounts: tuple[Account, ...]
    vat: frozenset[str] = frozenset()
    reports: Mapping[str, ReportLine] = field(default_factory=dict)


def check_account(account: Account, chart: Chart, posted: AccountKind | None) -> Problems:
    """Return every problem of an account; ``posted`` is its kind if something is posted to it."""
    others = [other for other in chart.accounts if other.id != account.id]
    return tuple(
        chain(
            _number(account, others),
            _itself(account, posted),
            _use(account, others),
            _places(account, chart),
        )
    )


def _itself(account: Account, posted: AccountKind | None) -> Iterator[Problem]:
    if not any(map(str.strip, account.names.values())):
        yield WITHOUT_NAME.at("names")
    if posted not in {None, account.kind}:
        yield KIND_FIXED.at("kind", number=account.number)


def _number(account: Account, others: list[Account]) -> Iterator[Problem]:
    number = account.number
    if not number:
        yield NUMBER_MISSING.at("number")
    elif not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        yield NUMBER_NOT_DIGITS.at("number", number=number)
    for other in others:
        if other.number == number:
            yield NUMBER_TAKEN.at("number", number=number, name=other.name_in("en"))


def _use(account: Account, others: list[Account]) -> Iterator[Problem]:
    if account.use is None or account.is_closed:
        return
    for other in others:
        if (other.use, other.vat) == (account.use, account.vat) and not other.is_closed:
            yield USE_TAKEN.at("vat", use=account.use.value, number=other.number)


def _places(account: Account, chart: Chart) -> Iterator[Problem]:
    if account.vat and account.vat not in chart.vat:
        yield VAT_UNKNOWN.at("vat", vat=account.vat)
    line = chart.reports.get(account.report)
    if account.report and (line is None or line.statement is not STATEMENT_OF[account.kind]):
        yield REPORT_ELSEWHERE.at("report", line=account.report)
