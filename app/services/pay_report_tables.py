"""Reports as tables of this program's own: where an authority's layout is not known or cannot be.

The columns are told in the manual; they hold the codes of the forms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from app.domain.payroll.payroll import PayLine, Payslip
from app.domain.payroll.reporting import Report
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import Money, zero
from app.services.reported_pay import ReportedPay

Row = tuple[str, ...]
PERSON = ("employee", "identity_number", "given_name", "family_name")
TITLES: dict[Report, Row] = {
    Report.INCOMES_REGISTER: (
        *("payer", *PERSON, "first_day", "last_day", "pay_day", "income_type"),
        *("amount", "quantity", "component"),
    ),
    Report.PND1: (*("payer", *PERSON, "pay_day", "income", "paid", "tax"),),
    Report.PND1_YEAR: (*("payer", *PERSON, "year", "income", "paid", "tax"),),
    Report.SSO: (*("payer", *PERSON, "wage", "employee_part", "employer_part"),),
    Report.ADVISER: (
        *("employee", "given_name", "family_name", "first_day", "last_day", "kind_of_pay"),
        *("quantity", "price", "amount", "component"),
    ),
    Report.W2: (*("payer", *PERSON, "year", "box", "amount"),),
}


class PayTables:
    """The rows of the reports of a run."""

    def __init__(self, pay: ReportedPay) -> None:
        self._pay = pay
        self._run = pay.run
        self._payer = next((one.value for one in pay.company.identifiers), "")

    def rows(self, report: Report) -> Iterator[Row]:
        """Yield the rows of a report, person by person."""
        if report is Report.PND1_YEAR:
            yield from self._pnd1_year()
            return
        of = {
            Report.INCOMES_REGISTER: self._incomes,
            Report.PND1: self._pnd1,
            Report.SSO: self._sso,
            Report.ADVISER: self._adviser,
            Report.W2: self._w2,
        }[report]
        for slip in self._pay.slips:
            yield from of(slip)

    def _incomes(self, slip: Payslip) -> Iterator[Row]:
        run = self._run
        days = (run.first_on.isoformat(), run.last_on.isoformat(), run.pay_on.isoformat())
        for line, code in self._pay.coded(slip, "incomes_register"):
            figures = (_amount(line), _quantity(line), line.component)
            yield (self._payer, *self._person(slip.employee_id), *days, code, *figures)

    def _pnd1(self, slip: Payslip) -> Iterator[Row]:
        income, paid, tax = taxed(self._pay, slip)
        figures = (income, f"{paid.amount:.2f}", f"{tax.amount:.2f}")
        person = self._person(slip.employee_id)
        yield (self._payer, *person, self._run.pay_on.isoformat(), *figures)

    def _pnd1_year(self) -> Iterator[Row]:
        """Yield what each person of the run got in the year, and what tax was kept back."""
        shown = {slip.employee_id for slip in self._pay.slips}
        sums: defaultdict[EmployeeId, list[tuple[str, Money, Money]]] = defaultdict(list)
        for slip in self._pay.year:
            sums[slip.employee_id].append(taxed(self._pay, slip))
        nothing = zero(self._run.currency)
        for person in sorted(shown & sums.keys()):
            paid = sum((one[1] for one in sums[person]), nothing)
            tax = sum((one[2] for one in sums[person]), nothing)
            income = next((one[0] for one in sums[person] if one[0]), "")
            figures = (income, f"{paid.amount:.2f}", f"{tax.amount:.2f}")
            yield (self._payer, *self._person(person), str(self._run.pay_on.year), *figures)

    def _sso(self, slip: Payslip) -> Iterator[Row]:
        figures = tuple(f"{one.amount:.2f}" for one in insured(self._pay, slip))
        yield (self._payer, *self._person(slip.employee_id), *figures)

    def _adviser(self, slip: Payslip) -> Iterator[Row]:
        number, _, given, family = self._person(slip.employee_id)
        days = (self._run.first_on.isoformat(), self._run.last_on.isoformat())
        for line in slip.lines:
            codes = self._pay.codes(line)
            kind = codes.get("datev") or codes.get("w2") or ""
            price = f"{line.price:f}" if line.price is not None else ""
            figures = (_quantity(line), price, _amount(line), line.component)
            yield (number, given, family, *days, kind, *figures)

    def _w2(self, slip: Payslip) -> Iterator[Row]:
        boxes = {code for _, code in self._pay.coded(slip, "w2")}
        gross = slip.year.get("gross", slip.gross)
        for box in sorted(boxes):
            year = str(self._run.pay_on.year)
            yield (self._payer, *self._person(slip.employee_id), year, box, f"{gross.amount:.2f}")

    def _person(self, person: EmployeeId) -> tuple[str, str, str, str]:
        name = self._pay.name(person)
        identity = self._pay.private(person).identity_number
        return (self._pay.number(person), identity, name.given, name.family)


def taxed(pay: ReportedPay, slip: Payslip) -> tuple[str, Money, Money]:
    """Return which kind of income a person got, how much, and the tax that was kept back."""
    coded = list(pay.coded(slip, "pnd1"))
    nothing = zero(pay.run.currency)
    tax = sum((line.amount for line, code in coded if code == "tax"), nothing)
    paid = sum((line.amount for line, code in coded if code != "tax"), nothing)
    return next((code for _, code in coded if code != "tax"), ""), paid, tax


def insured(pay: ReportedPay, slip: Payslip) -> tuple[Money, Money, Money]:
    """Return a person's wage as the social security counts it, and both contributions."""
    nothing = zero(pay.run.currency)
    parts = {code: line.amount for line, code in pay.coded(slip, "sso")}
    wage = slip.basis.get("social", nothing)
    return wage, parts.get("employee", nothing), parts.get("employer", nothing)


def _amount(line: PayLine) -> str:
    return f"{line.amount.amount:.2f}"


def _quantity(line: PayLine) -> str:
    return f"{line.quantity:f}" if line.quantity is not None else ""
