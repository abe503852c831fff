"""An office that pays: two people of the personnel office, and employees with contracts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain.admin.company import Company
from app.domain.employees.contract import Pay
from app.domain.employees.employee import Employee, PayAccount, Private
from app.domain.payroll.component import PayItem
from app.domain.payroll.payroll import PayrollRun, Payslip, TaxCard
from app.domain.shared.ids import EmployeeId, PayItemId, TaxCardId
from app.domain.shared.money import Money, money
from app.outside.clock import FixedClock
from app.services import contracts, employees, pay_components, pay_items, payroll
from app.services.office import Office
from app.services.payroll import RunForm
from app.services.permissions import Actor
from app.storage.database import Database
from tests.builders import TODAY
from tests.employing import STARTS, a_form, terms
from tests.payrolls import a_rate, bands
from tests.trade import LUMO, opened_books

BORN = date(1990, 6, 15)
MARCH_RUN = RunForm(date(2026, 3, 1), date(2026, 3, 31), date(2026, 3, 31))
APRIL_RUN = RunForm(date(2026, 4, 1), date(2026, 4, 30), date(2026, 4, 30))
SIAM = Company("Siam", "TH", "THB", "th")
ACCOUNTS = ("FI2112345600000785", "FI4950009420028730")


@dataclass(frozen=True)
class PayDesk:
    """Maija calculates, Pekka approves."""

    office: Office
    other: Office

    def run(self, form: RunForm = MARCH_RUN) -> PayrollRun:
        """Return a run that was begun and calculated."""
        begun = self.office.do(payroll.begin, form).result
        self.office.do(payroll.calculate, begun.id)
        return self.office.ask(payroll.get, begun.id).run

    def posted(self, form: RunForm = MARCH_RUN) -> PayrollRun:
        """Return a run that stands in the books."""
        run = self.run(form)
        self.other.do(payroll.approve, run.id)
        return self.office.do(payroll.post, run.id).result

    def slips(self, run: PayrollRun) -> tuple[Payslip, ...]:
        return tuple(row.payslip for row in self.office.ask(payroll.get, run.id).rows)


def pay_desk(database: Database, company: Company = LUMO) -> PayDesk:
    """Return an office with books, with a clock that stands on the last day of April."""
    desk = of_two(database)
    opened_books(desk.office, company, TODAY)
    return desk


def of_two(database: Database) -> PayDesk:
    """Return an office as the two people of its personnel office have it."""
    clock = FixedClock(date(2026, 4, 30))
    return PayDesk(*(Office(database, clock, Actor(name)) for name in ("Maija", "Pekka")))


def employ(
    desk: PayDesk,
    pay: Money,
    given: str = "Aino",
    starts_on: date = STARTS,
    ends_on: date | None = None,
    *,
    agreed: Pay | None = None,
) -> Employee:
    """Return a person with a signed contract, an account and a birth day."""
    office = desk.office
    person = office.do(employees.add, replace(a_form(given), starts_on=starts_on)).result
    number = int(person.number[-3:])
    account = PayAccount(iban=ACCOUNTS[number % 2])
    private = Private(born_on=BORN, account=account)
    known = office.do(employees.keep_private, person.id, person.version, private).result
    agreed = agreed or Pay(pay)
    draft = office.do(contracts.draft, person.id, terms(starts_on, ends_on), agreed).result
    office.do(contracts.sign_draft, draft.id, draft.version)
    return known


def give_card(desk: PayDesk, person: EmployeeId, percent: str = "18.5") -> TaxCard:
    """Give a person a Finnish tax card of this year."""
    card = TaxCard(TaxCardId(0), 0, person, date(2026, 1, 1), None, Decimal(percent))
    return desk.office.do(pay_items.set_card, card).result


def give(desk: PayDesk, person: EmployeeId, component: str, **parts: object) -> PayItem:
    """Give a person an item from the first of March on."""
    made = PayItem(PayItemId(0), 0, person, component, date(2026, 3, 1), None)
    item = replace(made, **parts)  # type: ignore[arg-type]  # the tests name fields with their types
    return desk.office.do(pay_items.add, item).result


def rates_of_journey_23(desk: PayDesk) -> None:
    """Write the Finnish parameters of the journey as the office's own."""
    since = date(2026, 1, 1)
    scales = {
        "fi.pension-employee": bands(("17", "7.15"), ("53", "8.65"), ("63", "7.15")),
        "fi.unemployment-employee": bands(("18", "0.59")),
        "fi.health-employer": bands(("16", "1.87")),
    }
    for code, scale in scales.items():
        desk.office.do(pay_components.set_rate, a_rate(code, "", since, bands=scale))


def thb(text: str) -> Money:
    return money(Decimal(text), "THB")
