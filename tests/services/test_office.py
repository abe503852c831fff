"""The office runs commands all or nothing, notes them, and asks without writing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.admin.company import Company
from app.domain.shared.ids import EmployeeId
from app.domain.shared.money import Money, UnknownCurrency
from app.domain.shared.refusals import NotFound, Refusal
from app.outside.clock import FixedClock
from app.services.arguments import MOST_TOLD
from app.services.office import Cancelled, Desk, Errand, Office, ReadOnly
from app.services.permissions import (
    Actor,
    NotAllowed,
    Permission,
    Role,
    command,
    errand,
    name_of,
    query,
)
from app.storage.audit import audit
from app.storage.database import Database
from app.storage.offices import create_office, open_office

ANNA, BOON = EmployeeId(1), EmployeeId(2)
LUMO = Company("Lumo & Suoni Oy", "FI", "EUR", "fi")


class TooNoisy(Refusal):
    """The name is too noisy."""

    code = "test.too-noisy"


@command(Permission.COMPANY_CHANGE)
def found(desk: Desk, company: Company) -> Company:
    desk.store.company.add(company)
    return company


@command(Permission.COMPANY_CHANGE)
def rename_and_refuse(desk: Desk, name: str) -> None:
    before = desk.store.company.get()
    desk.store.company.save(before, replace(before, name=name, version=before.version + 1))
    raise TooNoisy(name=name)


@command(Permission.COMPANY_CHANGE)
def take_long(desk: Desk, steps: int) -> int:
    for step in range(steps):
        desk.progress(step, steps)
    return steps


@command(Permission.COMPANY_CHANGE, audited=False)
def scribble(desk: Desk) -> date:
    return desk.today


@command(Permission.EMPLOYEES_PRIVATE, private=True)
def agree(desk: Desk, salary: str, *, is_refused: bool = False) -> None:
    if is_refused:
        raise TooNoisy
    desk.store.wall.note(desk.store.changes, "contract:7", ANNA, (None, salary))


@query(Permission.EMPLOYEES_READ)
def may_read(desk: Desk, person: EmployeeId) -> bool:
    return desk.store.wall.may_read(person)


@command(Permission.ARCHIVE_FILE)
def swallow(desk: Desk, content: bytes) -> int:
    return len(content)


@query(Permission.COMPANY_READ)
def name(desk: Desk) -> str:
    return desk.store.company.get().name


@command(Permission.COMPANY_CHANGE)
def spend(desk: Desk, amount: Money) -> str:
    """Say what an amount is, which needs a known currency."""
    return str(amount.amount)


@command(Permission.COMPANY_CHANGE)
def count_all(desk: Desk, items: tuple[int, ...]) -> int:
    """Count what is given."""
    return len(items)


def nobody_may(desk: Desk) -> None:
    """A function without a mark."""


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database, FixedClock(date(2026, 3, 10)), Actor("Anna"))


def deeds(office: Office) -> list[tuple[str, str, str]]:
    with office.database.read() as unit:
        rows = unit.connection.exec_driver_sql(
            "SELECT command, refused, arguments FROM audit ORDER BY seq"
        )
        return [(row[0].rpartition(".")[2], row[1], row[2]) for row in rows]


def test_a_command_returns_its_result_and_the_tables_it_wrote(office: Office) -> None:
    done = office.do(found, LUMO)

    assert done.result == LUMO
    assert "company" in done.changed


def test_a_query_sees_what_a_command_wrote(office: Office) -> None:
    office.do(found, LUMO)

    assert office.ask(name) == "Lumo & Suoni Oy"


def test_a_refused_command_changes_nothing_and_is_noted(office: Office) -> None:
    office.do(found, LUMO)

    with pytest.raises(TooNoisy):
        office.do(rename_and_refuse, "Melu Oy")

    assert office.ask(name) == "Lumo & Suoni Oy"
    assert deeds(office)[-1][:2] == ("rename_and_refuse", "test.too-noisy")


def test_a_refusal_comes_through_whatever_was_asked_for(office: Office) -> None:
    with pytest.raises(UnknownCurrency):
        office.do(spend, Money(12_345, "XYZ"))

    assert deeds(office)[-1] == (
        "spend",
        "money.unknown-currency",
        '[[{"currency":"XYZ","minor":"12345"}],{}]',
    )


def test_a_long_list_is_audited_by_its_count_its_ends_and_its_hash(office: Office) -> None:
    wanted = tuple(range(MOST_TOLD + 1))

    office.do(count_all, wanted[:-1])
    office.do(count_all, wanted)

    whole, cut = (json.loads(deed[2])[0][0] for deed in deeds(office))
    assert whole == list(wanted[:-1])
    assert cut == {
        "count": MOST_TOLD + 1,
        "first": 0,
        "last": MOST_TOLD,
        "sha256": hashlib.sha256(json.dumps(wanted, separators=(",", ":")).encode()).hexdigest(),
    }


def test_who_lacks_the_permission_is_refused_and_it_is_noted(office: Office) -> None:
    office.who = Actor("Eve", Role("reader", frozenset({Permission.COMPANY_READ})))

    with pytest.raises(NotAllowed):
        office.do(found, LUMO)

    assert deeds(office) == [("found", "permissions.not-allowed", deeds(office)[0][2])]


def test_what_has_no_mark_nobody_may(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(nobody_may)


def test_a_query_is_not_a_command_and_a_command_is_not_a_query(office: Office) -> None:
    with pytest.raises(NotAllowed):
        office.do(name)
    with pytest.raises(NotAllowed):
        office.ask(scribble)


def test_cancelled_work_leaves_no_trace(office: Office) -> None:
    def stop(done: int, of: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        office.do_watched(stop, take_long, 5)

    assert deeds(office) == []


def test_typing_is_not_audited(office: Office) -> None:
    office.do(scribble)

    assert deeds(office) == []


def test_the_audit_keeps_the_hash_of_bytes_not_the_bytes(office: Office) -> None:
    office.do(swallow, b"secret")

    assert "c2VjcmV0" not in deeds(office)[0][2]
    assert '"size":6' in deeds(office)[0][2]


def test_the_chain_holds_over_commands_and_refusals(office: Office) -> None:
    office.do(found, LUMO)
    with pytest.raises(TooNoisy):
        office.do(rename_and_refuse, "Melu Oy")

    with office.database.read() as unit:
        assert list(unit.audit.broken()) == []


def test_nothing_is_found_before_the_office_is_set_up(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(name)


def test_a_second_window_may_look_but_not_write(tmp_path: Path) -> None:
    path = tmp_path / "Lumo.backdesk"
    first = Office(create_office(path), FixedClock(date(2026, 3, 10)), Actor("Anna"))
    first.do(found, LUMO)

    second = Office(open_office(path, wants="window"), first.clock, Actor("Bertta"))
    with pytest.raises(ReadOnly):
        second.do(found, LUMO)

    assert second.ask(name) == "Lumo & Suoni Oy"
    second.close()
    first.close()


def test_scripts_call_a_function_by_its_feature() -> None:
    assert name_of(name).endswith("test_office.name")


@errand(Permission.COMPANY_CHANGE)
def found_and_rename(work: Errand, new: str) -> str:
    work.do(found, LUMO)
    work.progress(1, 2)
    work.do(_rename, new)
    return f"{work.ask(name)} {sorted(work.changed)}"


def unmarked_errand(work: Errand) -> None:
    """Do nothing: nobody may call it."""


@errand(Permission.COMPANY_CHANGE)
def told_to_be_an_errand(desk: Desk) -> None:
    """Do nothing: an errand is no command."""


def _rename(desk: Desk, new: str) -> None:
    before = desk.store.company.get()
    desk.store.company.save(before, replace(before, name=new, version=before.version + 1))


def test_an_errand_works_in_steps_and_knows_what_it_wrote(office: Office) -> None:
    assert office.run(found_and_rename, "Melu Oy") == "Melu Oy ['company']"


def test_an_errand_keeps_each_step_whatever_becomes_of_the_next(office: Office) -> None:
    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.run_watched(stop, found_and_rename, "x")

    assert office.ask(name) == LUMO.name


def test_an_errand_needs_its_permission_and_an_office_that_may_be_written(office: Office) -> None:
    reader = Office(office.database, office.clock, Actor("Ville", Role("reader", frozenset())))

    with pytest.raises(NotAllowed):
        reader.run(found_and_rename, "x")
    with pytest.raises(NotAllowed):
        office.run(unmarked_errand)
    with pytest.raises(NotAllowed):
        office.do(told_to_be_an_errand)


def test_the_audit_keeps_nothing_that_can_be_read_of_a_private_command(office: Office) -> None:
    office.do(agree, "4711.23")
    with pytest.raises(TooNoisy):
        office.do(agree, "4711.23", is_refused=True)

    with office.database.read() as unit:
        rows = unit.connection.execute(audit.select()).all()
    assert [(row.command.split(".")[-1], row.refused) for row in rows] == [
        ("agree", ""),
        ("agree", "test.too-noisy"),
    ]
    assert "4711" not in str(rows)
    assert "sealed" in rows[0].changes


@pytest.mark.parametrize(
    ("actor", "seen"),
    [
        (Actor("owner"), {ANNA, BOON}),
        (Actor("clerk", Role("clerk", frozenset({Permission.EMPLOYEES_READ}))), set()),
        (Actor("anna", Role("self", frozenset({Permission.EMPLOYEES_READ})), ANNA), {ANNA}),
    ],
)
def test_the_wall_lets_in_whom_the_role_allows_and_each_person_to_the_own_part(
    office: Office, actor: Actor, seen: set[EmployeeId]
) -> None:
    office.who = actor

    assert {one for one in (ANNA, BOON) if office.ask(may_read, one)} == seen
