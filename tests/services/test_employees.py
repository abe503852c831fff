"""People are added, changed from a day and ended; what is private is shown on demand and noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.employees.contract import ContractState
from app.domain.employees.employee import Leaving, Standing
from app.domain.employees.form import Since
from app.domain.shared.ids import EmployeeId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import contracts, employees
from app.services import search as finding
from app.services.office import Office
from app.services.permissions import NotAllowed
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import CLERK, IDENTITY, PRIVATE, STARTS, a_form, as_role, hire

MOVED = TODAY - timedelta(30)


def test_a_new_person_gets_the_next_number_and_is_found(office: Office) -> None:
    first = office.do(employees.add, a_form()).result
    second = office.do(employees.add, a_form("Boon", "Jaidee")).result

    assert (first.number, second.number) == ("EMP-2026-001", "EMP-2026-002")
    assert [hit.title for hit in office.ask(finding.find, "jaidee")] == ["Boon Jaidee"]
    assert office.ask(employees.numbered, " EMP-2026-001 ") == first
    assert office.ask(employees.get, first.id) == first


def test_a_list_is_as_of_a_day(office: Office) -> None:
    person = office.do(employees.add, a_form()).result

    (row,) = office.ask(employees.first, View(words="salonen"), 10)
    assert (row.id, row.standing) == (person.id, Standing.EMPLOYED)
    assert list(office.ask(employees.spine, View())) == [person.id]
    assert list(office.ask(employees.spine, View(), STARTS - timedelta(1))) == []
    assert office.ask(employees.rows, (person.id,))[0] == row
    assert office.ask(employees.counts)["employed"] == 1


def test_a_change_holds_from_its_day_and_before_it_what_was(office: Office) -> None:
    person = office.do(employees.add, a_form()).result
    form = a_form(position="Head of accounts")

    changed = office.do(employees.change, person.id, 1, form, Since(MOVED, " promoted ")).result

    before = office.ask(employees.seen, person.id, MOVED - timedelta(1))
    after = office.ask(employees.seen, person.id)
    assert changed.version == 2
    assert before.record.profile.position == "Accountant"
    assert after.record.profile.position == "Head of accounts"
    assert (after.record.reason, after.record.who) == ("promoted", "Maija")


def test_the_same_again_writes_nothing(office: Office) -> None:
    person = office.do(employees.add, a_form()).result

    assert office.do(employees.change, person.id, 1, a_form()).result == person


def test_what_was_read_before_somebody_changed_it_is_a_conflict(office: Office) -> None:
    person = office.do(employees.add, a_form()).result
    office.do(employees.change, person.id, 1, a_form("Maiju"))

    with pytest.raises(Conflict):
        office.do(employees.change, person.id, 1, a_form("Maisa"))
    with pytest.raises(Conflict):
        office.do(employees.add, a_form(), person.id)
    back = office.do(employees.put_back, person.id, 2, a_form(), TODAY).result
    assert back.version == 3


@on_sqlite
def test_a_number_and_a_user_name_belong_to_one_person(office: Office) -> None:
    office.do(employees.add, replace(a_form(), number="7", user="maija"))

    found = office.ask(employees.check, replace(a_form(), number="7", user="Maija"))

    assert [one.field for one in found] == ["number", "user"]
    with pytest.raises(Invalid):
        office.do(employees.add, replace(a_form(), number="7"))


@on_sqlite
def test_nobody_leads_in_a_circle(office: Office) -> None:
    head = office.do(employees.add, a_form()).result
    cook = office.do(employees.add, a_form("Boon", manager_id=head.id)).result

    own = office.ask(employees.check, a_form(manager_id=head.id), head.id)
    circle = office.ask(employees.check, a_form(manager_id=cook.id), head.id)

    assert [one.code for one in own] == ["employees.own-manager"]
    assert [one.code for one in circle] == ["employees.manager-cycle"]
    assert circle[0].facts["name"] == "Boon Salonen"
    assert office.ask(employees.seen, cook.id).manager == "Maija Salonen"


@on_sqlite
def test_a_change_dated_before_a_later_one_warns(office: Office) -> None:
    person = office.do(employees.add, a_form()).result
    office.do(employees.change, person.id, 1, a_form("Maiju"), Since(TODAY + timedelta(20)))

    (warned,) = office.ask(employees.check, a_form("Maisa"), person.id)
    early = office.ask(employees.check, a_form(), person.id, STARTS - timedelta(1))

    assert warned.code == "employees.later-record" and warned.is_warning
    assert "employees.before-start" in [one.code for one in early]


@on_sqlite
def test_a_first_day_moved_back_has_its_record(office: Office) -> None:
    person = office.do(employees.add, a_form()).result
    earlier = replace(a_form(), starts_on=date(2024, 2, 29))

    office.do(employees.change, person.id, 1, earlier)

    seen = office.ask(employees.seen, person.id, date(2024, 2, 29))
    assert (seen.standing, seen.record.valid_from) == (Standing.EMPLOYED, date(2024, 2, 29))


def test_what_is_private_is_shown_on_demand_and_the_showing_is_noted(office: Office) -> None:
    person = hire(office)

    assert office.ask(employees.seen, person.id).record.private is None
    assert office.do(employees.show_private, person.id).result == PRIVATE
    (looked,) = office.ask(employees.access_log, person.id)
    assert (looked.who, looked.command) == ("Maija", "employees.show_private")
    with office.database.read() as unit:
        (deed,) = unit.audit.asked(("employees.keep_private",))
        rows = str(unit.connection.exec_driver_sql("SELECT * FROM audit").all())
    assert deed.arguments == [[], {}]
    assert IDENTITY not in rows and "4711" not in rows


def test_a_clerk_before_the_wall_changes_the_profile_and_keeps_what_is_private(
    office: Office,
) -> None:
    person = hire(office)
    clerk = as_role(office, CLERK)

    clerk.do(employees.change, person.id, person.version, a_form("Maiju"))

    assert office.do(employees.show_private, person.id).result == PRIVATE
    assert not clerk.ask(employees.seen, person.id).may_show
    with pytest.raises(NotAllowed):
        clerk.do(employees.show_private, person.id)


@on_sqlite
def test_wrong_private_facts_are_refused_without_being_told(office: Office) -> None:
    person = office.do(employees.add, a_form()).result
    wrong = replace(PRIVATE, identity_number="131052-308U", born_on=None)

    with pytest.raises(Invalid) as refused:
        office.do(employees.keep_private, person.id, 1, wrong)

    assert "308U" not in str(refused.value.facts)
    assert office.do(employees.show_private, person.id).result.identity_number == ""


def test_whoever_leaves_has_contracts_that_end_that_day(office: Office) -> None:
    person = hire(office)
    last = TODAY + timedelta(20)

    left = office.do(employees.leave, person.id, person.version, last, Leaving.RESIGNED).result

    (contract,) = office.ask(contracts.of, person.id)
    assert (contract.state, contract.ends_on) == (ContractState.ENDED, last)
    assert office.ask(employees.seen, person.id, last + timedelta(1)).standing is Standing.LEFT
    stayed = office.do(employees.stay, person.id, left.version).result
    assert stayed.ends_on is None


@on_sqlite
def test_a_form_begins_with_who_can_lead_and_where(office: Office) -> None:
    head = office.do(employees.add, a_form()).result
    cook = office.do(employees.add, a_form("Boon")).result

    opened = office.ask(employees.opened, cook.id)

    assert opened.employee == cook and opened.country == "FI"
    assert opened.people == {head.id: "Maija Salonen"}
    assert office.ask(employees.opened).record is None
    with pytest.raises(NotFound):
        office.ask(employees.opened, EmployeeId(1))
