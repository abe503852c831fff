"""An owner lets users in and out; each does what the roles allow, and one owner always stays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.admin.company import Company
from app.domain.admin.users import UserForm
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import EmployeeId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import anchors, contracts, drafts, employees, users
from app.services.drafts import StillAUser
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission
from app.services.user_keys import NoUsersYet
from app.services.users import LastOwner, NotAUser
from app.storage.keybook import recovered
from app.storage.keys import WrongLogIn, read_key_file
from app.storage.offices import open_office
from app.storage.wall import BehindWall
from tests.employing import SALARY, a_form, hire
from tests.trade import opened_books
from tests.users import CLOCK, CODE, OWNER, PASSWORD, entered_by, founded, let_in, password_of


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    """Open an office with users, as its owner."""
    opened = entered_by(founded(folder))
    yield opened
    opened.close()


def test_the_owner_may_everything_and_a_clerk_what_the_roles_say(
    office: Office, folder: Path
) -> None:
    let_in(office, "Boon", "sales", "warehouse")
    office.close()

    boon = entered_by(folder, "boon", password_of("Boon"))

    assert boon.who.name == "Boon"
    assert boon.who.role.name == "sales, warehouse"
    assert Permission.STOCK_MOVE in boon.who.role.permissions
    assert Permission.ACCOUNTING_POST not in boon.who.role.permissions
    with pytest.raises(NotAllowed):
        boon.run(users.make, UserForm("Evil", roles=("owner",)), "long enough")
    boon.close()


def test_a_user_with_a_password_that_is_too_short_is_not_made(office: Office) -> None:
    with pytest.raises(Invalid):
        office.run(users.make, UserForm("Boon", roles=("sales",)), "short")
    with pytest.raises(Invalid):
        office.run(users.make, UserForm(OWNER.upper(), roles=("sales",)), "long enough")
    with pytest.raises(NotFound):
        office.run(users.make, UserForm("B", employee_id=EmployeeId(7)), "long enough")

    assert [one.user.name for one in office.ask(users.rows)] == [OWNER]


def test_roles_change_and_the_keys_of_the_people_come_and_go_with_them(
    office: Office, folder: Path
) -> None:
    opened_books(office)
    person = hire(office)
    (contract,) = office.ask(contracts.of, person.id)
    let_in(office, "Boon", "sales")
    (boon,) = (one.user for one in office.ask(users.rows) if one.user.name == "Boon")
    form = UserForm("Boon", "Boon Sri", ("personnel",))
    promoted = office.run(users.change, boon.id, boon.version, form)
    office.close()

    inside = entered_by(folder, "Boon", password_of("Boon"))
    seen = inside.do(contracts.show_pay, contract.id).result
    inside.close()
    office = entered_by(folder)
    office.run(users.change, promoted.id, promoted.version, replace(form, roles=("sales",)))
    office.close()
    outside = entered_by(folder, "Boon", password_of("Boon"))
    outside.who = Actor("Boon", employee_id=person.id)

    assert seen == SALARY
    with outside.database.read() as unit:
        outside.desk(unit, lambda _done, _of: None)
        with pytest.raises(BehindWall):
            unit.wall.require()
    outside.close()


def test_a_person_who_logs_in_reads_what_is_own(office: Office, folder: Path) -> None:
    opened_books(office)
    maija, other = hire(office), office.do(employees.add, a_form("Pekka")).result
    form = UserForm("Maija", roles=("warehouse",), employee_id=maija.id)
    office.run(users.make, form, "long enough")
    office.close()

    inside = entered_by(folder, "Maija", "long enough")
    with inside.database.read() as unit:
        desk = inside.desk(unit, lambda _done, _of: None)
        assert desk.store.wall.may_read(maija.id)
        assert not desk.store.wall.may_read(other.id)
        assert unit.employees.records(maija.id)[-1].private is not None
    inside.close()


def test_who_is_shut_out_does_not_come_in_and_may_be_let_in_again(
    office: Office, folder: Path
) -> None:
    let_in(office, "Boon", "sales")
    boon = next(one.user for one in office.ask(users.rows) if one.user.name == "Boon")
    gone = office.run(users.shut_out, boon.id, boon.version)
    with pytest.raises(Conflict):
        office.run(users.shut_out, boon.id, boon.version)
    office.close()
    with pytest.raises(WrongLogIn):
        entered_by(folder, "Boon", password_of("Boon"))

    office = entered_by(folder)
    office.run(users.let_in, gone.id, gone.version, "another one")
    office.close()

    entered_by(folder, "Boon", "another one").close()


def test_the_last_owner_stays(office: Office) -> None:
    (anna,) = (one.user for one in office.ask(users.rows))

    with pytest.raises(LastOwner):
        office.run(users.shut_out, anna.id, anna.version)
    with pytest.raises(LastOwner):
        office.run(users.change, anna.id, anna.version, UserForm(OWNER, roles=("sales",)))
    let_in(office, "Boon", "owner")
    office.run(users.change, anna.id, anna.version, UserForm(OWNER, roles=("sales",)))

    assert office.ask(users.get, anna.id).roles == ("sales",)


def test_a_name_is_for_good(office: Office) -> None:
    (anna,) = (one.user for one in office.ask(users.rows))

    with pytest.raises(Invalid):
        office.run(users.change, anna.id, anna.version, UserForm("Ann", roles=("owner",)))


def test_everybody_changes_the_own_password(office: Office, folder: Path) -> None:
    with pytest.raises(WrongLogIn):
        office.run(users.change_password, "wrong one", "battery staple")
    office.run(users.change_password, PASSWORD, "battery staple")
    office.close()

    with pytest.raises(WrongLogIn):
        entered_by(folder)
    again = entered_by(folder, OWNER, "battery staple")
    assert again.ask(users.me).name == OWNER
    again.close()


def test_the_audit_knows_who_was_let_in_and_no_password(office: Office) -> None:
    let_in(office, "Boon", "sales")
    office.run(users.change_password, PASSWORD, "battery staple")

    with office.database.read() as unit:
        rows = unit.connection.exec_driver_sql("SELECT who, command, arguments, changes FROM audit")
        told = [tuple(map(str, row)) for row in rows]
    assert [row[1] for row in told] == ["founding.begin", "users.make", "users.change_password"]
    assert {row[0] for row in told} == {OWNER}
    for secret in (PASSWORD, "battery staple", password_of("Boon")):
        assert secret not in str(told)
    assert office.ask(anchors.walk).broken == ()


def test_who_is_no_user_is_told_so(folder: Path) -> None:
    office = Office(open_office(folder), CLOCK, Actor("Ville"))
    with pytest.raises(NotAUser):
        office.ask(users.me)
    with pytest.raises(NoUsersYet):
        office.run(users.make, UserForm("Boon"), "long enough")
    assert office.ask(users.rows) == ()
    office.close()


def test_a_form_is_checked_before_it_is_sent(office: Office) -> None:
    found = office.ask(users.check, UserForm("Boon"))

    assert [one.code for one in found] == ["users.no-role"]


def test_a_new_code_takes_the_place_of_the_printed_one(office: Office, folder: Path) -> None:
    with office.database.write() as unit:
        unit.company.add(Company("Lumo", "FI", "EUR", "fi"))
    code = office.run(users.renew_code)
    page = office.ask(users.code_page, code, "fi")
    office.close()

    assert page.startswith(b"%PDF")
    assert recovered(read_key_file(folder / "keys.json"), code).files
    with pytest.raises(WrongLogIn):
        recovered(read_key_file(folder / "keys.json"), CODE)


def test_what_somebody_typed_who_was_shut_out_is_forgotten_unread(office: Office) -> None:
    let_in(office, "Boon", "sales")
    boon = next(row.user for row in office.ask(users.rows) if row.user.name == "Boon")
    with office.database.write() as unit:
        unit.drafts.keep(FormDraft("contact", 7, 1, {"name": "x"}, "Boon", office.clock.now()))
    with pytest.raises(StillAUser):
        office.do(drafts.drop_of, boon.id)
    office.run(users.shut_out, boon.id, boon.version)

    assert office.do(drafts.drop_of, boon.id).result == 1

    with office.database.read() as unit:
        assert unit.drafts.all() == ()


def test_all_that_is_wrong_with_a_new_user_is_told_at_once(office: Office) -> None:
    with pytest.raises(Invalid) as refused:
        office.run(users.make, UserForm(OWNER.lower()), "short")

    assert {one.field for one in refused.value.problems} == {"name", "password"}
