"""A working day of an office with users, in which five people with ten secrets each are met.

All that is done with secrets is done: hired, paid, ill, written about, half typed, looked for,
shown, drawn, printed, exported, backed up, and a bug with them in hand.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.admin.backup import Keep
from app.domain.admin.preferences import Preferences
from app.domain.admin.views import SavedView
from app.domain.employees.contract import Pay
from app.domain.employees.employee import Employee, PayAccount, Private
from app.domain.shared.ids import EmployeeId, TemplateId
from app.domain.shared.money import money
from app.domain.shared.paging import View
from app.services import (
    archive,
    backups,
    chores,
    contract_papers,
    contracts,
    drafts,
    employee_papers,
    employees,
    founding,
    leave_requests,
    pay_files,
    payroll,
    payslips,
    preferences,
    saved_views,
    search,
)
from app.services.founding import Founder
from app.services.lightbox import Lightbox
from app.services.logging_in import Pass, log_in
from app.services.office import Office
from app.services.passing import Passing
from app.services.people_exports import ListOn, people
from app.services.permissions import Actor
from app.storage.offices import create_office
from app.ui.kit import crash
from tests.builders import TODAY
from tests.employing import PRIVATE, a_form, terms
from tests.payrolling import MARCH_RUN, PayDesk, give_card
from tests.services.leaving import a_request, the_types
from tests.timing import SetClock
from tests.trade import opened_books
from tests.users import CODE

OWNER, PASSWORD = "Anna", "Viisi viisasta viulua"
OFFICE, EXPORTS, CONFIG, PASSING = "Lumo.backdesk", "exports", "config", "tmp"
IBANS = (
    "FI2112345600000785",
    "BE68539007547034",
    "DE89370400440532013000",
    "NL91ABNA0417164300",
    "SE4550000000058398257466",
)


class Person:
    """Somebody with ten secrets."""

    def __init__(self, number: int) -> None:
        self.name = f"Henkilö{number}"
        self.salary = Decimal("4711.23") + 111 * number
        self.private: Private = replace(
            PRIVATE,
            identity_number=f"131052-30{number}{checked(131052300 + number)}",
            address=replace(
                PRIVATE.address, street=f"Salakuja {number}77", postcode=f"0{number}13"
            ),
            phone=f"+358 40 765432{number}",
            account=PayAccount(iban=IBANS[number]),
            emergency=(replace(PRIVATE.emergency[0], name=f"Omainen{number} Salonen"),),
            health=f"Pähkinäallergia{number}",
        )
        self.diagnosis = f"Murtunut ranne M25.{number}"
        self.paper = f"Palkkavaatimus{number}"

    @property
    def secrets(self) -> tuple[str, ...]:
        one = self.private
        account, (emergency,) = one.account, one.emergency
        return (
            str(self.salary),
            str(self.salary).replace(".", ","),
            one.identity_number,
            one.address.street,
            one.phone,
            account.iban,
            emergency.name,
            one.health,
            self.diagnosis,
            self.paper,
        )


def checked(number: int) -> str:
    """Return the letter that proves a Finnish identity number."""
    return "0123456789ABCDEFHJKLMNPRSTUVWXY"[number % 31]


PEOPLE = tuple(map(Person, range(5)))
SECRETS = tuple(secret for one in PEOPLE for secret in one.secrets)


def work_a_day(folder: Path) -> Path:
    """Leave in a folder what an office leaves on a machine after a working day, closed."""
    clock = SetClock(datetime.combine(date(2026, 4, 30), time(9), UTC))
    where = folder / OFFICE
    with _machine(folder):
        create_office(where, PASSWORD).close()
        founding.found(where, clock, PASSWORD, Founder(OWNER, PASSWORD, "Anna Aalto", CODE))
        office = log_in(where, clock, Actor(OWNER), Pass(PASSWORD, OWNER))
        opened_books(office, today=TODAY)
        template = office.do(contract_papers.take_up).result.id
        for one in PEOPLE:
            _work_on(office, one, template, folder)
        _pay(office, folder / EXPORTS)
        while not office.run(chores.some).is_over:
            pass
        (folder / "stick").mkdir()
        office.run(backups.arrange, (str(folder / "stick"),), 4, Keep())
        office.run(backups.back_up)
        office.close()
    return folder


@contextmanager
def _machine(folder: Path) -> Iterator[None]:
    """Let settings, reports and what passes lie in the folder, as on a machine of its own."""
    (folder / EXPORTS).mkdir()
    (folder / PASSING).mkdir()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("BACKDESK_CONFIG", str(folder / CONFIG))
        patched.setenv("TMPDIR", str(folder / PASSING))
        patched.setattr(tempfile, "tempdir", str(folder / PASSING))
        preferences.save(Preferences(session={str(folder): ("employees", "employee:17")}))
        with (folder / "errors.log").open("w", encoding="utf-8") as log:
            patched.setattr(sys, "stderr", log)
            yield


def _work_on(office: Office, one: Person, template: TemplateId, folder: Path) -> None:
    """Hire somebody, write the contract, type, show, look for, file what came in, and break."""
    person = office.do(employees.add, a_form(one.name, "Salonen")).result
    known = office.do(employees.keep_private, person.id, person.version, one.private).result
    pay = Pay(money(one.salary, "EUR"))
    draft = office.do(contracts.draft, person.id, terms(known.starts_on), pay).result
    written = office.do(contract_papers.write, draft.id, draft.version, template).result
    office.do(contracts.sign_draft, written.id, written.version)
    office.do(contracts.show_pay, draft.id)
    _look_at(office.do(employee_papers.show_whole, person.id).result, folder)
    office.do(drafts.keep, "employee-private", person.id, known.version, one.private)
    source = f"employee:{person.id}"
    content = f"{one.diagnosis}. {one.paper}. {one.salary} EUR".encode()
    office.do(archive.file, "todistus.txt", "text/plain", content, source)
    office.ask(search.find, one.paper)
    office.do(saved_views.keep, "employees", SavedView(one.diagnosis, one.private.identity_number))
    now = office.ask(employees.get, person.id)
    office.do(employees.change, now.id, now.version, a_form(one.name, "Salonen", position="Head"))
    _be_ill(office, one, now)
    _break_over(one, folder)


def _look_at(pdf: bytes, folder: Path) -> None:
    """Draw a paper, put it down for the printer, and save it where somebody said."""
    box = Lightbox()
    try:
        box.open(1, pdf)
        box.read((1, pdf), 0)
    finally:
        box.let_go()
    passing = Passing()
    (passing.path / "letters.pdf").write_bytes(pdf)
    passing.remove()
    (folder / EXPORTS / "whole.pdf").write_bytes(pdf)


def _be_ill(office: Office, one: Person, person: Employee) -> None:
    kind = the_types(office)["sick"]
    first, last = date(2026, 4, 13), date(2026, 4, 15)
    ill = replace(a_request(person.id, kind.id, first, last), reason=one.diagnosis)
    kept = office.do(leave_requests.write, ill).result
    office.do(leave_requests.submit, kept.id, kept.version)


def _pay(office: Office, exports: Path) -> None:
    """Pay everybody by four eyes, file the payslips and the order to the bank, and export."""
    other = Office(office.database, office.clock, Actor("Pekka"))
    desk = PayDesk(office, other)
    for person in office.ask(employees.spine, View()):
        give_card(desk, EmployeeId(person))
    run = desk.posted(MARCH_RUN)
    for row in office.ask(payroll.get, run.id).rows:
        office.ask(payslips.pdf, row.payslip.id)
    office.run(payslips.file, run.id)
    order = office.do(pay_files.file, run.id).result
    (exports / order.name).write_bytes(order.content)
    office.ask(people, exports / "people.xlsx", ListOn(View()))


def _break_over(one: Person, folder: Path) -> None:
    """Break, as a bug does, with what is private in hand and in the words of the error."""
    crashes = crash.Crashes(folder / CONFIG / "reports")
    try:
        _raise(one)
    except ValueError as broken:
        crashes.caught(type(broken), broken, broken.__traceback__)


def _raise(one: Person) -> None:
    raise ValueError(one.private, one.salary, one.diagnosis)
