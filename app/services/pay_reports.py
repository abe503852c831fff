"""What the authorities and the adviser are told of a run, as tables with a line for each item.

The layouts are this program's own and documented in the manual: a neutral CSV with the codes of
the forms. Where an authority takes a file of another shape, its program takes these columns in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from app.domain.contacts.contact import Identifier
from app.domain.employees.employee import EmployeeRecord
from app.domain.payroll.component import PayComponent
from app.domain.payroll.payroll import PayLine, PayrollRun, Payslip
from app.domain.shared.ids import EmployeeId, PayrollRunId
from app.domain.shared.money import zero
from app.domain.shared.refusals import Refusal
from app.formats import csv
from app.services.calculating import Calculating
from app.services.office import Desk
from app.services.permissions import Permission, query

Row = tuple[str, ...]


class Report(Enum):
    """Which report; each belongs to a country."""

    INCOMES_REGISTER = "incomes-register"
    PND1 = "pnd1"
    SSO = "sso-1-10"
    ADVISER = "adviser"
    W2 = "w2"


OF_COUNTRY = {
    "FI": (Report.INCOMES_REGISTER,),
    "TH": (Report.PND1, Report.SSO),
    "DE": (Report.ADVISER,),
    "US": (Report.ADVISER, Report.W2),
}
PERSON = ("employee", "identity_number", "given_name", "family_name")
TITLES: dict[Report, Row] = {
    Report.INCOMES_REGISTER: (
        *("payer", *PERSON, "first_day", "last_day", "pay_day", "income_type"),
        *("amount", "quantity", "component"),
    ),
    Report.PND1: (*("payer", *PERSON, "pay_day", "income", "paid", "tax"),),
    Report.SSO: (*("payer", *PERSON, "wage", "employee_part", "employer_part"),),
    Report.ADVISER: (
        *("employee", "given_name", "family_name", "first_day", "last_day", "kind_of_pay"),
        *("quantity", "price", "amount", "component"),
    ),
    Report.W2: (*("payer", *PERSON, "year", "box", "amount"),),
}


class OtherReport(Refusal):
    """The country has no such report; ``known`` names those it has."""

    code = "payroll.other-report"


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A report as a file."""

    name: str
    content: bytes
    rows: int


@query(Permission.PAYROLL_READ)
def reports(desk: Desk) -> tuple[Report, ...]:
    """Return the reports of this office's country."""
    return OF_COUNTRY.get(desk.store.company.get().country, ())


@query(Permission.PAYROLL_READ)
def report_file(desk: Desk, run_id: PayrollRunId, report: Report) -> ReportFile:
    """Return a report of a run; raises OtherReport, NotFound, BehindWall."""
    known = reports(desk)
    if report not in known:
        raise OtherReport(report=report.value, known=", ".join(one.value for one in known))
    desk.store.wall.require()
    run = desk.store.payroll_runs.get(run_id)
    found = list(_Reporting(desk, run).rows(report))
    content = b"".join(csv.pieces([TITLES[report], *found]))
    return ReportFile(f"{run.number or run.name}-{report.value}.csv", content, len(found))


class _Reporting:
    """The rows of a run's reports."""

    def __init__(self, desk: Desk, run: PayrollRun) -> None:
        self._run = run
        self._slips = desk.store.payslips.of_run(run.id)
        people = [one.employee_id for one in self._slips]
        self._heads = {one.id: one for one in desk.store.employees.get_all(people)}
        day = max(run.last_on, desk.today)
        self._records = desk.store.employees.records_on(people, day)
        calculating = Calculating(desk)
        components = calculating.rules.on(calculating.span_of(run).pay_on)
        self._components = {one.code: one for one in components}
        self._payer = _payer(desk.store.company.get().identifiers)

    def rows(self, report: Report) -> Iterator[Row]:
        """Yield the rows of a report, person by person."""
        of = {
            Report.INCOMES_REGISTER: self._incomes,
            Report.PND1: self._pnd1,
            Report.SSO: self._sso,
            Report.ADVISER: self._adviser,
            Report.W2: self._w2,
        }[report]
        for slip in self._slips:
            yield from of(slip)

    def _incomes(self, slip: Payslip) -> Iterator[Row]:
        run = self._run
        days = (run.first_on.isoformat(), run.last_on.isoformat(), run.pay_on.isoformat())
        for line, code in self._coded(slip, "incomes_register"):
            figures = (_amount(line), _quantity(line), line.component)
            yield (self._payer, *self._person(slip.employee_id), *days, code, *figures)

    def _pnd1(self, slip: Payslip) -> Iterator[Row]:
        coded = list(self._coded(slip, "pnd1"))
        nothing = zero(self._run.currency)
        tax = sum((line.amount for line, code in coded if code == "tax"), nothing)
        paid = sum((line.amount for line, code in coded if code != "tax"), nothing)
        income = next((code for _, code in coded if code != "tax"), "")
        figures = (income, f"{paid.amount:.2f}", f"{tax.amount:.2f}")
        person = self._person(slip.employee_id)
        yield (self._payer, *person, self._run.pay_on.isoformat(), *figures)

    def _sso(self, slip: Payslip) -> Iterator[Row]:
        nothing = zero(self._run.currency)
        parts = {code: line.amount for line, code in self._coded(slip, "sso")}
        wage = slip.basis.get("social", nothing)
        amounts = (wage, parts.get("employee", nothing), parts.get("employer", nothing))
        figures = tuple(f"{one.amount:.2f}" for one in amounts)
        yield (self._payer, *self._person(slip.employee_id), *figures)

    def _adviser(self, slip: Payslip) -> Iterator[Row]:
        number, _, given, family = self._person(slip.employee_id)
        days = (self._run.first_on.isoformat(), self._run.last_on.isoformat())
        for line in slip.lines:
            codes = self._codes(line)
            kind = codes.get("datev") or codes.get("w2") or ""
            price = f"{line.price:f}" if line.price is not None else ""
            figures = (_quantity(line), price, _amount(line), line.component)
            yield (number, given, family, *days, kind, *figures)

    def _w2(self, slip: Payslip) -> Iterator[Row]:
        boxes = {code for _, code in self._coded(slip, "w2")}
        gross = slip.year.get("gross", slip.gross)
        for box in sorted(boxes):
            year = str(self._run.pay_on.year)
            yield (self._payer, *self._person(slip.employee_id), year, box, f"{gross.amount:.2f}")

    def _coded(self, slip: Payslip, form: str) -> Iterator[tuple[PayLine, str]]:
        for line in slip.lines:
            if code := self._codes(line).get(form):
                yield line, code

    def _codes(self, line: PayLine) -> dict[str, str]:
        component: PayComponent | None = self._components.get(line.component)
        return dict(component.codes or {}) if component else {}

    def _person(self, employee_id: EmployeeId) -> tuple[str, str, str, str]:
        head, record = self._heads.get(employee_id), self._records.get(employee_id)
        number = head.number if head else ""
        return (number, *_named(record))


def _named(record: EmployeeRecord | None) -> tuple[str, str, str]:
    if record is None:
        return ("", "", "")
    name = record.profile.name
    return (record.private.identity_number if record.private else "", name.given, name.family)


def _payer(identifiers: tuple[Identifier, ...]) -> str:
    return next((one.value for one in identifiers), "")


def _amount(line: PayLine) -> str:
    return f"{line.amount.amount:.2f}"


def _quantity(line: PayLine) -> str:
    return f"{line.quantity:f}" if line.quantity is not None else ""
