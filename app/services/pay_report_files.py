"""Reports in the layout of the authority itself, with what stands in the way of one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from app.domain.payroll.payroll import Payslip
from app.domain.payroll.reporting import (
    BELOW_NOUGHT,
    BUSINESS_ID_MISSING,
    CORRECTION_AS_TABLE,
    DETAIL_MISSING,
    IDENTITY_MISSING,
    PHONE_MISSING,
    SOCIAL_ACCOUNT_MISSING,
    TABLE_ALONE,
    TAX_NUMBER_MISSING,
    TITLE_MISSING,
    Report,
)
from app.domain.shared.money import Money
from app.domain.shared.problems import Problem
from app.formats import incomes_register, thai_pay
from app.formats.incomes_register import Delivery, Earned, EarnerReport
from app.formats.thai_pay import Employer, Insured, Taxed
from app.services.pay_report_tables import insured, taxed
from app.services.reported_pay import ReportedPay

ASKED_FOR_MORE = frozenset({"304", "331"})
"""Types of income of which the register asks what a payslip does not say: the car, the kind of
allowance."""

INCOME_KINDS = {"40(1)": "1"}
SALARY = "1"


@dataclass(frozen=True, slots=True)
class Exact:
    """A file in the authority's own layout."""

    content: bytes
    suffix: str
    rows: int


class PayFiles:
    """Writes the reports of a run as the authorities take them."""

    def __init__(self, pay: ReportedPay) -> None:
        self._pay = pay
        self._run = pay.run
        company = pay.company
        self._business_id = company.identifier("fi.business_id")
        self._employer = Employer(
            company.name,
            company.identifier("th.tin"),
            company.branch,
            company.identifier("th.sso"),
        )

    def in_the_way(self, report: Report) -> tuple[Problem, ...]:
        """Return why a report can only be a table; nothing, where its own layout can be written."""
        if report in {Report.ADVISER, Report.W2, Report.PND1_YEAR}:
            return (TABLE_ALONE.at(""),)
        if self._run.corrects_id is not None:
            return (CORRECTION_AS_TABLE.at(""),)
        return (*self._of_company(report), *self._below_nought(report))

    def _of_company(self, report: Report) -> tuple[Problem, ...]:
        needed = {
            Report.INCOMES_REGISTER: (
                (BUSINESS_ID_MISSING, self._business_id),
                (PHONE_MISSING, self._pay.company.phone),
            ),
            Report.PND1: ((TAX_NUMBER_MISSING, self._employer.tax_id),),
            Report.SSO: ((SOCIAL_ACCOUNT_MISSING, self._employer.account),),
        }
        return tuple(rule.at("") for rule, there in needed[report] if not there)

    def _below_nought(self, report: Report) -> tuple[Problem, ...]:
        found = []
        for slip in self._pay.slips:
            if any(one.minor < 0 for one in self._figures(slip, report)):
                number = self._pay.number(slip.employee_id)
                found.append(BELOW_NOUGHT.at(number, employee=number))
        return tuple(found)

    def _figures(self, slip: Payslip, report: Report) -> tuple[Money, ...]:
        if report is Report.PND1:
            return taxed(self._pay, slip)[1:]
        if report is Report.SSO:
            return insured(self._pay, slip)
        return tuple(one.amount for one in self._earned(slip))

    def warnings(self, report: Report) -> tuple[Problem, ...]:
        """Return what the authority will ask for that is not known of a person."""
        found: list[Problem] = []
        for slip in self._pay.slips:
            number = self._pay.number(slip.employee_id)
            if not self._identity(slip, report):
                found.append(IDENTITY_MISSING.at(number, employee=number))
            title = self._pay.name(slip.employee_id).title
            if report is Report.SSO and title not in thai_pay.TITLES:
                found.append(TITLE_MISSING.at(number, employee=number))
            if report is Report.INCOMES_REGISTER:
                types = {one.code for one in self._earned(slip)} & ASKED_FOR_MORE
                found += (
                    DETAIL_MISSING.at(number, employee=number, type=one) for one in sorted(types)
                )
        return tuple(found)

    def written(self, report: Report) -> Exact:
        """Return a report in its own layout; the same run gives the same bytes."""
        of = {
            Report.INCOMES_REGISTER: self._incomes,
            Report.PND1: self._pnd1,
            Report.SSO: self._sso,
        }
        return of[report]()

    def _incomes(self) -> Exact:
        run = self._run
        made_at = run.approved_at or run.calculated_at
        assert made_at is not None
        name = run.number or run.name
        reports = tuple(self._earner(one, name) for one in self._pay.slips)
        delivery = Delivery(
            name,
            made_at,
            self._business_id,
            run.approved_by or run.calculated_by,
            self._pay.company.phone,
            (run.first_on, run.last_on),
            run.pay_on,
            tuple(one for one in reports if one.earned),
        )
        return Exact(incomes_register.write(delivery), "xml", len(delivery.reports))

    def _earner(self, slip: Payslip, name: str) -> EarnerReport:
        person = self._pay.name(slip.employee_id)
        return EarnerReport(
            f"{name}-{self._pay.number(slip.employee_id)}",
            self._identity(slip, Report.INCOMES_REGISTER),
            person.given,
            person.family,
            self._pay.private(slip.employee_id).born_on,
            self._earned(slip),
        )

    def _earned(self, slip: Payslip) -> tuple[Earned, ...]:
        coded = self._pay.coded(slip, "incomes_register")
        lines = (Earned(code, line.amount, line.quantity) for line, code in coded)
        return incomes_register.summed(lines)

    def _pnd1(self) -> Exact:
        rows = [row for row in map(self._taxed, self._pay.slips) if row.paid or row.tax]
        return Exact(thai_pay.pnd1(self._employer, self._run.pay_on, rows), "txt", len(rows))

    def _taxed(self, slip: Payslip) -> Taxed:
        person = slip.employee_id
        income, paid, tax = taxed(self._pay, slip)
        private, name = self._pay.private(person), self._pay.name(person)
        kind = INCOME_KINDS.get(income, income or SALARY)
        return Taxed(private.identity_number, name, private.address, kind, paid, tax)

    def _sso(self) -> Exact:
        rows = [row for row in map(self._insured, self._pay.slips) if row.own or row.employers]
        percent = self._pay.calculating.rules.rates.on("th.sso-employee", self._pay.pay_on).value
        written = thai_pay.social_security(
            self._employer, self._run.pay_on, percent or Decimal(0), rows
        )
        return Exact(written, "txt", len(rows))

    def _insured(self, slip: Payslip) -> Insured:
        person = slip.employee_id
        identity = self._pay.private(person).identity_number
        return Insured(identity, self._pay.name(person), *insured(self._pay, slip))

    def _identity(self, slip: Payslip, report: Report) -> str:
        """Return the number by which an authority knows a person: that of its own country alone."""
        private = self._pay.private(slip.employee_id)
        home = "FI" if report is Report.INCOMES_REGISTER else "TH"
        return private.identity_number if private.identity_country in {home, ""} else ""
