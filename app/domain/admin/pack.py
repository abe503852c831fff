"""Country packs: everything that differs from country to country, as data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.domain.accounting.chart import Account, AccountKind, AccountUse, ReportLine
from app.domain.invoices.buyers import BuyerNeeds
from app.domain.invoices.checks import IssueRules
from app.domain.invoices.stages import StageRules
from app.domain.payments.contractors import Threshold
from app.domain.payments.losses import LossVat
from app.domain.reminders.law import ReminderLaw
from app.domain.shared.ids import AccountId
from app.domain.shared.references import rf, viitenumero
from app.domain.shared.vat import VatCode

WITHHELD_SERIES = "withholding-certificate"
"""The number series of the certificates of tax that we withheld."""


@dataclass(frozen=True, slots=True)
class PackAccount:
    """An account of a country's chart, before an office gives it an id."""

    number: str
    names: Mapping[str, str]
    kind: AccountKind
    use: AccountUse | None = None
    vat: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class CountryPack:
    """A country: its money, VAT codes, chart of accounts, number series and paper.

    ``names`` and the accounts' names map a language to a text; ``vat`` holds the standard choices
    first; ``series`` maps a document kind to a number pattern; ``identifiers`` are the schemes
    that a company has, the most important first, and of ``required`` a seller must have one on an
    invoice; ``layout`` and ``paper`` are those of app.documents; ``reference`` is the scheme of
    payment references ("fi", "rf" or empty); ``year_starts`` the usual first month of the year;
    ``contact_identifiers`` are the schemes asked of a customer; ``buyer`` is what an invoice must
    say of the buyer; ``reports`` are the lines of balance sheet and income statement, in order;
    ``period_law`` is the rule by which a period that ends on a day of rest goes on;
    ``bad_debt_vat`` says whether the VAT of a claim that is lost is taken off; ``advances`` how
    what is invoiced before delivery is taxed; ``reminders`` is the law of late payment;
    ``contractors`` is from which sum on payments to contractors are reported, where they are.
    """

    country: str
    names: Mapping[str, str]
    currency: str
    languages: tuple[str, ...]
    vat: tuple[VatCode, ...]
    accounts: tuple[PackAccount, ...]
    series: Mapping[str, str]
    layout: str
    paper: str = "a4"
    terms_days: int = 14
    late_interest: str = ""
    identifiers: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    reference: str = ""
    year_starts: int = 1
    contact_identifiers: tuple[str, ...] = ()
    buyer: BuyerNeeds = field(default_factory=BuyerNeeds)
    reports: tuple[ReportLine, ...] = ()
    period_law: str = ""
    bad_debt_vat: LossVat = LossVat.KEPT
    advances: StageRules = field(default_factory=StageRules)
    reminders: ReminderLaw = field(default_factory=ReminderLaw)
    contractors: tuple[Threshold, ...] = ()

    @property
    def withholds(self) -> bool:
        """Say whether who pays for a service here withholds tax and certifies it."""
        return WITHHELD_SERIES in self.series

    def vat_codes(self) -> dict[str, VatCode]:
        """Return the VAT codes by their code."""
        return {vat.code: vat for vat in self.vat}

    def report_lines(self) -> dict[str, ReportLine]:
        """Return the lines of balance sheet and income statement by their code."""
        return {line.code: line for line in self.reports}

    def issue_rules(self) -> IssueRules:
        """Return what this country asks of an invoice before it is issued."""
        return IssueRules(self.vat_codes(), self.buyer)

    def chart(self, fresh: Callable[[], int]) -> tuple[Account, ...]:
        """Return the accounts of a new office, each with a fresh id."""
        return tuple(
            Account(
                AccountId(fresh()),
                one.number,
                one.names,
                one.kind,
                one.use,
                one.vat,
                one.report,
            )
            for one in self.accounts
        )

    def reference_of(self, number: str) -> str:
        """Return the payment reference of a document number, or an empty text."""
        if self.reference == "fi":
            return viitenumero(number)
        return rf(viitenumero(number)) if self.reference == "rf" and number else ""
