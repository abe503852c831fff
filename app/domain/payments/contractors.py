"""Payments to contractors in the United States, and who is reported for a year on Form 1099-NEC.

Reported is whoever was paid the threshold of the year of payment or more, or had tax withheld
(Internal Revenue Code sections 6041, 6041A and 3406; the threshold of payments after 2025 is that
of Public Law 119-21, section 70433).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact
from app.domain.shared.ids import ContactId, ContractorPaymentId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money, money, total
from app.domain.shared.problems import Problem, Rule

EIN = "us.ein"
WITHOUT_PAYEE = Rule("contractors.without-payee")
WITHOUT_AMOUNT = Rule("contractors.without-amount")
WITHHELD_TOO_MUCH = Rule("contractors.withheld-too-much", "withheld", "amount")
DAY_TO_COME = Rule("contractors.day-to-come", "day", "today")
WITHOUT_TAX_ID = Rule("contractors.without-tax-id", is_warning=True)


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which yearly sum on a payee is reported, for payments from a day on."""

    since: date
    amount: Decimal


@dataclass(frozen=True, slots=True)
class ContractorPayment:
    """What a contractor was paid on a day for services, and the tax withheld of it."""

    id: ContractorPaymentId
    version: int
    contact_id: ContactId
    paid_on: date
    amount: Money
    withheld: Money
    text: str = ""
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class NecRow:
    """What one payee was paid in a year; ``is_reported`` says whether a form is due."""

    contact_id: ContactId
    name: str
    tax_id: str
    address: Address
    amount: Money
    withheld: Money
    is_reported: bool


@dataclass(frozen=True, slots=True)
class NecList:
    """Every contractor of a year, those who are reported first, then by name."""

    year: int
    threshold: Money
    rows: tuple[NecRow, ...]

    @property
    def reported(self) -> tuple[NecRow, ...]:
        """Those for whom a form is due."""
        return tuple(row for row in self.rows if row.is_reported)

    @property
    def amount(self) -> Money:
        """What all who are reported were paid."""
        return total(tuple(row.amount for row in self.reported), self.threshold.currency)


def tidied(one: ContractorPayment) -> ContractorPayment:
    """Return a payment as it is kept: its text on one line."""
    return replace(one, text=one_line(one.text))


def check(one: ContractorPayment, payee: Contact | None, today: date) -> tuple[Problem, ...]:
    """Return every problem of a payment; without the payee's number a form cannot be filed."""
    return tuple(_problems(one, payee, today))


def _problems(one: ContractorPayment, payee: Contact | None, today: date) -> Iterator[Problem]:
    if payee is None:
        yield WITHOUT_PAYEE.at("contact_id")
    elif not payee.identifier(EIN):
        yield WITHOUT_TAX_ID.at("contact_id")
    if one.paid_on > today:
        yield DAY_TO_COME.at("paid_on", day=one.paid_on, today=today)
    if one.amount.minor <= 0:
        yield WITHOUT_AMOUNT.at("amount")
    elif not 0 <= one.withheld.minor <= one.amount.minor:
        facts = {"withheld": one.withheld.amount, "amount": one.amount.amount}
        yield WITHHELD_TOO_MUCH.at("withheld", **facts)


def threshold_of(year: int, thresholds: Iterable[Threshold], currency: str) -> Money:
    """Return the threshold of payments in a year; none before the first of the table."""
    known = [one.amount for one in thresholds if one.since.year <= year]
    return money(known[-1] if known else Decimal(0), currency)


def nec_list(
    year: int,
    payments: Iterable[ContractorPayment],
    payees: Mapping[ContactId, Contact],
    threshold: Money,
) -> NecList:
    """Return what each contractor was paid in a year, and who is reported."""
    paid: dict[ContactId, list[ContractorPayment]] = {}
    for one in payments:
        if one.paid_on.year == year and not one.is_archived:
            paid.setdefault(one.contact_id, []).append(one)
    rows = (_row(payees[who], of, threshold) for who, of in paid.items())
    return NecList(year, threshold, tuple(sorted(rows, key=_place)))


def _row(payee: Contact, paid: list[ContractorPayment], threshold: Money) -> NecRow:
    amount = total(tuple(one.amount for one in paid), threshold.currency)
    withheld = total(tuple(one.withheld for one in paid), threshold.currency)
    is_reported = amount.minor >= threshold.minor or withheld.minor > 0
    address = payee.addresses[0] if payee.addresses else Address()
    tax_id = payee.identifier(EIN)
    return NecRow(payee.id, payee.name, tax_id, address, amount, withheld, is_reported)


def _place(row: NecRow) -> tuple[bool, str, int]:
    return (not row.is_reported, row.name.casefold(), row.contact_id)
