"""What belongs to somebody else is refused or nothing, by whatever function its id is named.

The functions are enumerated by their arguments: one that names a record of a person in a way that
is not known here fails the test. Walls of documents are walked around in ``test_walls``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.domain.admin.views import SavedView
from app.domain.employees.employee import Employee
from app.domain.employees.own_changes import Details
from app.domain.shared.codec import plain
from app.domain.shared.refusals import OfficeError
from app.services import (
    contracts,
    door,
    drafts,
    employees,
    hours,
    leave_requests,
    own_changes,
    saved_views,
    time_weeks,
)
from app.services.door import Doorway
from app.services.office import Office
from app.services.permissions import Actor, Permission
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role
from tests.payrolling import PayDesk, employ, give_card, pay_desk
from tests.payrolls import eur
from tests.services import test_door_hostile as hostile
from tests.services.leaving import a_request, the_types
from tests.services.own import came_in
from tests.services.test_canary import Knowing
from tests.timing import from_to

DAY, LATER = date(2026, 4, 14), date(2026, 4, 22)
VERSIONS = tuple(range(1, 7))
OF_EVERYBODY = {"type_id"}
"""Types of leave are the office's: whoever comes in may name them."""
OWN_ANSWERS = {"own_leave.outlook"}
"""What tells of the asker alone, whatever id stands in the request."""


@dataclass(frozen=True)
class Met:
    """An office in which everything was written of Aino, and Boon who works there too."""

    office: Office
    aino: Employee
    boon: Employee
    known: dict[str, list[Any]]


@pytest.fixture
def met(database: Database) -> Met:
    desk = pay_desk(database)
    aino, boon = employ(desk, eur("4711.23")), employ(desk, eur("2800"), "Boon")
    return Met(desk.office, aino, boon, written_of(desk, aino))


def written_of(desk: PayDesk, aino: Employee) -> dict[str, list[Any]]:
    """Write all that is written of somebody; return the ids by the names of arguments."""
    office, kind = desk.office, the_types(desk.office)["annual"]
    give_card(desk, aino.id)
    slips = {one.employee_id: one.id for one in desk.slips(desk.posted())}
    asked = a_request(aino.id, kind.id, LATER, LATER)
    draft = office.do(leave_requests.write, a_request(aino.id, kind.id, DAY, DAY)).result
    sent = office.do(leave_requests.write, asked).result
    sent = office.do(leave_requests.submit, sent.id, sent.version).result
    weeks = [office.do(hours.write_day, aino.id, day, WORKED).result for day in (DAY, LATER)]
    office.do(time_weeks.submit, weeks[1].id, weeks[1].version)
    private = office.do(employees.show_private, aino.id).result
    wished = Details(private.address, "+358 1", "", private.account)
    changed = came_in(office, aino.id).do(own_changes.ask, wished).result
    return {
        "change_id": [changed.id],
        "contract_id": [one.id for one in office.ask(contracts.of, aino.id)],
        "employee_id": [aino.id],
        "new": [plain(draft), plain(sent)],
        "payslip_id": [slips[aino.id]],
        "request": [plain(draft)],
        "request_id": [draft.id, sent.id],
        "week_id": [one.id for one in weeks],
    }


WORKED = (from_to("08:00", "15:00"),)


@on_sqlite
def test_who_came_in_is_refused_every_record_of_a_colleague(met: Met) -> None:
    came, before = came_in(met.office, met.boon.id), rows_of(met)
    reached = set()
    for way in door.doorways():
        if way.mark.permission is Permission.SELF_USE and way.name not in OWN_ANSWERS:
            for data in named_in(way, met):
                assert not is_done(came, way, data), (way.name, data)
                reached.add(way.name)

    assert len(reached) >= 7
    assert rows_of(met) == before


@on_sqlite
def test_the_colleague_is_not_refused_or_nothing_would_be_shown_above(met: Met) -> None:
    came = came_in(met.office, met.aino.id)

    done = {
        way.name
        for way in door.doorways()
        if way.mark.permission is Permission.SELF_USE
        for data in named_in(way, met)
        if is_done(came, way, data)
    }

    assert done >= {"own_changes.withdraw", "own_hours.submit", "own_hours.take_back"}
    assert done >= {"own_leave.submit", "own_leave.withdraw", "own_pay.pdf"}


@on_sqlite
def test_a_request_is_not_taken_over_by_its_id(met: Met) -> None:
    came, before = came_in(met.office, met.boon.id), rows_of(met)
    way = door.doorway("own_leave.write", is_command=True)

    for request in met.known["new"]:
        assert not is_done(came, way, {"new": request | {"employee_id": int(met.boon.id)}})

    assert rows_of(met) == before


@on_sqlite
def test_who_stands_before_the_wall_changes_nothing_behind_it(met: Met) -> None:
    clerk, before = as_role(met.office, CLERK), behind_the_wall(met)
    chance = Knowing((met.aino.id, *met.known["contract_id"]))
    asked = 0
    for way in door.doorways():
        schema = way.describe()["arguments"]
        near = met.known.keys() & schema["properties"].keys()
        if way.mark.is_command and near and hostile.PATH not in json.dumps(schema):
            for at, version in enumerate(VERSIONS[:2]):
                made = hostile.made(chance, schema)
                data = made if isinstance(made, dict) else {}
                data |= {name: met.known[name][at % len(met.known[name])] for name in near}
                data |= {"version": version} if "version" in schema["properties"] else {}
                is_done(clerk, way, data)
                asked += 1

    assert asked > 40
    assert behind_the_wall(met) == before


@on_sqlite
def test_nobody_reads_keeps_or_drops_what_another_typed(met: Met) -> None:
    mine, view = {"name": "Kanaria"}, SavedView("Kanaria", "kanaria")
    met.office.do(drafts.keep, "contact", 7, 1, mine)
    met.office.do(saved_views.keep, "contacts", view)
    other = Office(met.office.database, met.office.clock, Actor("Eve"))
    typed: dict[str, Any] = {"form": "contact", "entity": 7, "listing": "contacts"}
    typed |= {"name": "Kanaria", "base_version": 1, "body": None, "held": [], "kept": {}}
    typed |= {"view": plain(SavedView("Own"))}
    reached = set()
    for way in door.doorways():
        if way.name.startswith(("drafts.", "saved_views.")) and way.name != "drafts.drop_of":
            names = way.describe()["arguments"]["properties"]
            told = answered(other, way, {name: typed[name] for name in names})
            assert "anaria" not in told, way.name
            reached.add(way.name)

    assert len(reached) >= 9
    kept = met.office.ask(drafts.kept, "contact", 7)
    assert kept is not None
    assert kept.body == mine
    assert met.office.ask(saved_views.of, "contacts") == (view,)


def named_in(way: Doorway, met: Met) -> Iterator[dict[str, Any]]:
    """Yield what names each record of Aino that a function takes, at every version."""
    names = way.describe()["arguments"]["properties"]
    record = [name for name, schema in names.items() if names_record(name, schema)]
    for name in record:
        assert name in met.known, f"{way.name} names a record by {name}: say here one of Aino's"
        for value in met.known[name]:
            for version in VERSIONS if "version" in names else VERSIONS[:1]:
                yield {name: value} | ({"version": version} if "version" in names else {})


def names_record(name: str, schema: dict[str, Any]) -> bool:
    """Say whether an argument names a record of a person: by its id, or as a whole."""
    is_id = name.endswith("_id") or "id" in schema.get("properties", {})
    return is_id and name not in OF_EVERYBODY


def is_done(office: Office, way: Doorway, data: dict[str, Any]) -> bool:
    """Say whether a function did what it was asked, and did not refuse it."""
    return answered(office, way, data) != ""


def answered(office: Office, way: Doorway, data: dict[str, Any]) -> str:
    """Return what a function answers, as text, or nothing where it refuses."""
    sent = json.loads(json.dumps(data), parse_float=Decimal)
    act = door.do if way.mark.is_command else door.ask
    try:
        return json.dumps(act(office, way.name, sent), ensure_ascii=False)
    except OfficeError:
        return ""


def rows_of(met: Met) -> dict[str, Any]:
    """Return every row of Aino."""
    with met.office.database.read() as unit:
        return unit.person_rows.of_employee(met.aino.id)


def behind_the_wall(met: Met) -> tuple[Any, ...]:
    """Return what is private of Aino, as who may read it reads it; new contracts aside."""
    person, signed = met.aino.id, met.known["contract_id"]
    with met.office.database.read() as unit:
        met.office.desk(unit, lambda _done, _of: None)
        record = unit.employees.record_on(person, LATER)
        pay = [one.pay for one in unit.contracts.of(person) if one.id in signed]
        slips, cards = unit.payslips.of_person(person), unit.tax_cards.of(person)
        return record.private, pay, tuple(slips), tuple(cards), tuple(unit.pay_items.of(person))
