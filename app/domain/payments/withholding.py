"""Tax withheld in Thailand: certificates that we issue (50 ทวิ) and those that customers give us.

A certificate says what was paid to whom, of which kind of income, and what tax was kept back of
it (Revenue Code section 50 bis). Those of a month are listed on P.N.D. 1, 3 or 53.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact, Kind
from app.domain.shared.identifiers import checked
from app.domain.shared.ids import CertificateId, ContactId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money, money, total
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.quantities import Rate
from app.domain.shared.refusals import IllegalTransition

HUNDRED = Decimal(100)

WITHOUT_ADDRESS = Rule("withholding.without-address")
WITHOUT_TAX_ID = Rule("withholding.without-tax-id")
WITHOUT_NUMBER = Rule("withholding.without-number")
NUMBER_TAKEN = Rule("withholding.number-taken", "number", "name")
WITHOUT_INCOME = Rule("withholding.without-income")
WITHOUT_AMOUNT = Rule("withholding.without-amount")
ABOVE_AMOUNT = Rule("withholding.above-amount", "total", "amount", "currency")
NEGATIVE_TAX = Rule("withholding.negative-tax")
OTHER_MONEY = Rule("withholding.other-currency", "wanted", "found")
DAY_TO_COME = Rule("withholding.day-to-come", "day")
UNUSUAL_RATE = Rule("withholding.unusual-rate", "rate", "usual", is_warning=True)
WRONG_RETURN = Rule("withholding.wrong-return", "form", is_warning=True)
WITHOUT_WORDS = Rule("withholding.without-words")
WITHOUT_REASON = Rule("withholding.without-reason")


class CertificateVoided(IllegalTransition):
    """The certificate was voided: its number stays, nothing more can be done with it."""

    code = "withholding.voided"


class Income(Enum):
    """The kinds of income of the official form, as its rows stand in it."""

    SALARY = "1"
    FEES = "2"
    ROYALTIES = "3"
    INTEREST = "4a"
    DIVIDENDS = "4b"
    SERVICES = "5"
    OTHER = "6"


class Return(Enum):
    """The return that a certificate is listed in."""

    PND1 = "pnd1"
    PND3 = "pnd3"
    PND53 = "pnd53"


class Borne(Enum):
    """Who bears the tax, as the form asks: kept back, paid for the payee always, or once."""

    WITHHELD = "withheld"
    PAID_ALWAYS = "paid-always"
    PAID_ONCE = "paid-once"


class Side(Enum):
    """Whether we kept tax back, or a customer did."""

    ISSUED = "issued"
    RECEIVED = "received"


class CertificateState(Enum):
    """Where a certificate stands; a voided one keeps its number."""

    VALID = "valid"
    VOIDED = "voided"


USUAL: dict[Income, tuple[Decimal, ...]] = {
    Income.FEES: (Decimal(3), Decimal(5)),
    Income.ROYALTIES: (Decimal(3),),
    Income.INTEREST: (Decimal(1), Decimal(15)),
    Income.DIVIDENDS: (Decimal(10),),
    Income.SERVICES: (Decimal(1), Decimal(2), Decimal(3), Decimal(5)),
}
"""The usual rates: transport 1, advertising 2, services 3, rent and prizes 5, dividends 10 %."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A row of a certificate: what was paid on a day, and the tax kept back of it.

    ``words`` say what it was paid for; rows 5 and 6 of the form want them.
    """

    income: Income
    paid_on: date
    amount: Money
    tax: Money
    words: str = ""

    @property
    def rate(self) -> Rate:
        """Return the rate that the tax is of the amount, to two decimals."""
        if not self.amount:
            return Rate(Decimal(0))
        return Rate(round(self.tax.amount * HUNDRED / self.amount.amount, 2))


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the certificate shows it, frozen when it is issued."""

    name: str
    tax_id: str = ""
    branch: str = ""
    address: Address = Address()
    is_person: bool = False


@dataclass(frozen=True, slots=True)
class NewCertificate:
    """A certificate as a clerk writes it; a received one has the number that the customer gave."""

    contact_id: ContactId
    rows: tuple[Withheld, ...]
    form: Return = Return.PND53
    side: Side = Side.ISSUED
    day: date | None = None
    number: str = ""
    borne: Borne = Borne.WITHHELD
    book: str = ""


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of tax withheld; its number is never used again."""

    id: CertificateId
    version: int
    state: CertificateState
    side: Side
    number: str
    day: date
    form: Return
    contact_id: ContactId
    payer: Party
    payee: Party
    rows: tuple[Withheld, ...]
    borne: Borne = Borne.WITHHELD
    book: str = ""
    voided_on: date | None = None
    reason: str = ""

    @property
    def amount(self) -> Money:
        """Return what was paid."""
        return total(tuple(row.amount for row in self.rows), self.rows[0].amount.currency)

    @property
    def tax(self) -> Money:
        """Return what was kept back."""
        return total(tuple(row.tax for row in self.rows), self.rows[0].tax.currency)

    def voided(self, on: date, reason: str) -> Certificate:
        """Return the voided certificate; raises CertificateVoided."""
        if self.state is CertificateState.VOIDED:
            raise CertificateVoided(number=self.number, day=self.voided_on)
        return replace(
            self,
            version=self.version + 1,
            state=CertificateState.VOIDED,
            voided_on=on,
            reason=reason,
        )


def tidied(new: NewCertificate) -> NewCertificate:
    """Return a certificate as it is kept: texts on one line."""
    rows = tuple(replace(row, words=one_line(row.words)) for row in new.rows)
    return replace(new, rows=rows, number=one_line(new.number), book=one_line(new.book))


def party_of(contact: Contact) -> Party:
    """Return a contact as a certificate shows it."""
    return Party(
        contact.name,
        contact.identifier("th.tin"),
        contact.identifier("th.branch"),
        next(iter(contact.addresses), Address()),
        contact.kind is Kind.PERSON,
    )


def return_of(payee: Party) -> Return:
    """Return the return in which payments to a payee are listed: persons are on P.N.D. 3."""
    return Return.PND3 if payee.is_person else Return.PND53


def tax_of(amount: Money, percent: Rate) -> Money:
    """Return the tax to keep back of an amount without VAT, rounded once."""
    return money(amount.amount * percent / HUNDRED, amount.currency)


def check(new: NewCertificate, other: Party, currency: str, today: date) -> tuple[Problem, ...]:
    """Return every problem of a tidy certificate; ``other`` is the party that is not us."""
    return (
        *_party(new, other),
        *_rows(new, currency, today),
        *_form(new, other),
    )


def _party(new: NewCertificate, other: Party) -> Iterator[Problem]:
    if new.day is not None and new.rows and any(row.paid_on > new.day for row in new.rows):
        yield DAY_TO_COME.at("day", day=new.day)
    if new.side is Side.RECEIVED:
        if not new.number:
            yield WITHOUT_NUMBER.at("number")
        return
    if not other.address.street:
        yield WITHOUT_ADDRESS.at("contact_id")
    if not other.tax_id:
        yield WITHOUT_TAX_ID.at("contact_id")
    for scheme, value in (("th.tin", other.tax_id), ("th.branch", other.branch)):
        if value and (problem := checked(scheme, value, "contact_id")):
            yield problem


def _rows(new: NewCertificate, currency: str, today: date) -> Iterator[Problem]:
    if not new.rows:
        yield WITHOUT_INCOME.at("rows")
    for place, row in enumerate(new.rows):
        at = f"rows.{place}"
        if wrong := {row.amount.currency, row.tax.currency} - {currency}:
            yield OTHER_MONEY.at(f"{at}.amount", wanted=currency, found=min(wrong))
            continue
        yield from _figures(at, row)
        if row.paid_on > today:
            yield DAY_TO_COME.at(f"{at}.paid_on", day=row.paid_on)
        if row.income in {Income.SERVICES, Income.OTHER} and not row.words:
            yield WITHOUT_WORDS.at(f"{at}.words")


def _figures(at: str, row: Withheld) -> Iterator[Problem]:
    if row.amount.minor <= 0:
        yield WITHOUT_AMOUNT.at(f"{at}.amount")
    elif row.tax.minor < 0:
        yield NEGATIVE_TAX.at(f"{at}.tax")
    elif row.tax.minor > row.amount.minor:
        facts = {"total": row.tax.amount, "amount": row.amount.amount}
        yield ABOVE_AMOUNT.at(f"{at}.tax", currency=row.tax.currency, **facts)
    elif (usual := USUAL.get(row.income)) and not any(_is_at(row, one) for one in usual):
        words = ", ".join(f"{one:f}" for one in usual)
        yield UNUSUAL_RATE.at(f"{at}.tax", rate=row.rate, usual=words)


def _is_at(row: Withheld, percent: Decimal) -> bool:
    return abs((tax_of(row.amount, Rate(percent)) - row.tax).minor) <= 1


def _form(new: NewCertificate, other: Party) -> Iterator[Problem]:
    if new.side is Side.RECEIVED:
        return
    is_person_form = new.form in {Return.PND1, Return.PND3}
    if is_person_form is not other.is_person:
        yield WRONG_RETURN.at("form", form=new.form.value)


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A line of a return: a payee, one payment, and the tax kept back of it."""

    place: int
    payee: Party
    number: str
    row: Withheld
    borne: Borne


@dataclass(frozen=True, slots=True)
class TaxList:
    """What is declared for a month: every payment of its certificates, and their sums."""

    form: Return
    month: date
    rows: tuple[ListedRow, ...]
    amount: Money
    tax: Money

    @property
    def last(self) -> date:
        """Return the last day of the month."""
        return self.month.replace(day=monthrange(self.month.year, self.month.month)[1])


def listed(
    form: Return, month: date, certificates: Iterable[Certificate], currency: str
) -> TaxList:
    """Return the list of a month: payments of valid certificates that we issued, by day."""
    found = sorted(
        (
            (row.paid_on, one.number, at, one, row)
            for one in certificates
            if one.state is CertificateState.VALID and one.side is Side.ISSUED and one.form is form
            for at, row in enumerate(one.rows)
            if (row.paid_on.year, row.paid_on.month) == (month.year, month.month)
        ),
        key=lambda each: each[:3],
    )
    rows = tuple(
        ListedRow(place, one.payee, one.number, row, one.borne)
        for place, (_day, _number, _at, one, row) in enumerate(found, start=1)
    )
    return TaxList(
        form,
        month.replace(day=1),
        rows,
        total(tuple(each.row.amount for each in rows), currency),
        total(tuple(each.row.tax for each in rows), currency),
    )
