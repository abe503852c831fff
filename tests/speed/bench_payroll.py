"""The pay day of a thousand people: reckoned, approved, posted, told, paid and put on paper."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from time import perf_counter

from app.domain.employees.contract import Contract, ContractKind, ContractState, Pay
from app.domain.employees.dating import Spot
from app.domain.employees.employee import (
    Employee,
    EmployeeRecord,
    PayAccount,
    PersonName,
    Private,
    Profile,
)
from app.domain.payroll.payroll import PayrollRun, TaxCard
from app.domain.payroll.reporting import Report
from app.domain.shared.ids import ContractId, EmployeeId, TaxCardId, new_id
from app.domain.shared.money import Money
from app.outside.clock import FixedClock
from app.services import pay_files, pay_reports, payroll, payslips
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.offices import create_office
from app.storage.unit import Unit
from tests.builders import TODAY
from tests.payrolling import MARCH_RUN
from tests.speed.bench import Figure, Site, bench
from tests.trade import opened_books

PEOPLE = 1000
SHOWN = 20
BORN, BEGAN, CARD_FROM = date(1985, 5, 17), date(2024, 1, 1), date(2026, 1, 1)
AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
IBAN = "FI2112345600000785"


@bench("payroll", row=10, sized=False)
def pay_day(site: Site) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="payroll-") as place:
        database = create_office(Path(place) / "Pay.backdesk")
        try:
            yield from _paid(database)
        finally:
            database.close()


def _paid(database: Database) -> Iterator[Figure]:
    maija, pekka = (
        Office(database, FixedClock(date(2026, 3, 31)), Actor(name)) for name in ("Maija", "Pekka")
    )
    staffed(maija)
    run = maija.do(payroll.begin, MARCH_RUN).result
    yield _once(f"{PEOPLE} reckoned", partial(maija.do, payroll.calculate, run.id), 1200)
    yield _once("the run opened", partial(maija.ask, payroll.get, run.id), 800)
    yield _once("approved", partial(pekka.do, payroll.approve, run.id), 800)
    yield _once("posted", partial(maija.do, payroll.post, run.id), 800)
    yield _once("bank file", partial(maija.ask, pay_files.bank_file, run.id), 800)
    told = partial(maija.ask, pay_reports.report_file, run.id, Report.INCOMES_REGISTER)
    yield _once("incomes register", told, 800)
    yield from _papers(maija, run)


def _papers(office: Office, run: PayrollRun) -> Iterator[Figure]:
    slips = [row.payslip.id for row in office.ask(payroll.get, run.id).rows]
    each = [partial(office.ask, payslips.pdf, one) for one in slips[:SHOWN]]
    yield _once("a payslip shown", lambda: [one() for one in each], 60, parts=SHOWN)
    yield _once(f"{PEOPLE} payslips filed", partial(office.run, payslips.file, run.id), 20_000)


def _once(what: str, run: Callable[[], object], at_most: float, *, parts: int = 1) -> Figure:
    began = perf_counter()
    run()
    return Figure(what, (perf_counter() - began) * 1000 / parts, None, at_most=at_most)


def staffed(office: Office) -> None:
    """Give an office a thousand people under contract, each with account, birth day and card."""
    opened_books(office, today=TODAY)
    with office.database.write() as unit:
        for number in range(PEOPLE):
            _employed(unit, number)
        unit.changes.taken()


def _employed(unit: Unit, number: int) -> None:
    person = EmployeeId(new_id())
    unit.employees.add(Employee(person, 1, f"E{number:04}", BEGAN))
    profile = Profile(PersonName("Anna", f"Person {number}"), "Assembler")
    private = Private(born_on=BORN, account=PayAccount(iban=IBAN))
    record = EmployeeRecord(person, 1, BEGAN, None, AT, "Bench", "", profile, private)
    unit.employees.add_record(record, Spot(None, None))
    unit.contracts.add(_contract(person, Money(250_000 + number * 137, "EUR")))
    card = TaxCard(TaxCardId(new_id()), 1, person, CARD_FROM, None, Decimal("18.5"))
    unit.tax_cards.add(card)


def _contract(person: EmployeeId, pay: Money) -> Contract:
    return Contract(
        ContractId(new_id()),
        1,
        person,
        ContractKind.PERMANENT,
        ContractState.SIGNED,
        BEGAN,
        None,
        "Assembler",
        Decimal("37.5"),
        Pay(pay),
    )
