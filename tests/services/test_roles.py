"""Each role may what it names and nothing else, in every function that there is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.admin.users import OwnRole
from app.domain.shared.ids import RoleId
from app.domain.shared.refusals import Conflict, Invalid
from app.services import door, roles, users
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.services.roles import BUILT_IN
from app.storage.offices import open_office
from app.storage.presence import Wants
from tests.users import CLOCK, entered_by, founded, let_in, password_of

P = Permission
NEVER = {
    "accounting": {P.EMPLOYEES_PRIVATE, P.USERS_CHANGE, P.PAYROLL_CALCULATE, P.STOCK_MOVE},
    "sales": {P.EMPLOYEES_READ, P.EMPLOYEES_PRIVATE, P.ACCOUNTING_POST, P.PAYMENTS_RECORD},
    "personnel": {P.INVOICES_READ, P.ACCOUNTING_READ, P.USERS_CHANGE, P.OFFICE_EXPORT},
    "correspondence": {P.INVOICES_READ, P.EMPLOYEES_READ, P.ACCOUNTING_READ},
    "warehouse": {P.INVOICES_READ, P.EMPLOYEES_READ, P.ACCOUNTING_READ, P.MAIL_READ},
    "auditor": {P.EMPLOYEES_PRIVATE, P.ARCHIVE_PERSONAL, P.ARCHIVE_MANAGEMENT},
    "backup": set(P) - {P.COMPANY_READ, P.BACKUPS_MAKE},
}


@pytest.fixture
def read_only(folder: Path) -> Iterator[Office]:
    """Open an office in which refusals are not noted: there are thousands here."""
    database = open_office(folder, wants=Wants.READER.value)
    yield Office(database, CLOCK, Actor("Ville"))
    database.close()


def refused(office: Office, way: door.Doorway) -> bool:
    """Say whether a function is refused to who asks, before it looks at any argument."""
    run = office.run if way.mark.is_errand else office.do if way.mark.is_command else office.ask
    try:
        run(way.function)
    except NotAllowed:
        return True
    return False


@pytest.mark.parametrize("role", BUILT_IN, ids=[one.name for one in BUILT_IN])
def test_every_function_is_refused_to_a_role_that_does_not_hold_its_permission(
    read_only: Office, role: Role
) -> None:
    read_only.who = Actor("Ville", role)
    denied = [way for way in door.doorways() if way.mark.permission not in role.permissions]

    assert [way.name for way in denied if not refused(read_only, way)] == []
    assert bool(denied) is (role.name != "owner")


def test_no_role_holds_what_is_not_its_business() -> None:
    known = {one.name: one for one in BUILT_IN}

    assert {name: known[name].permissions & never for name, never in NEVER.items()} == {
        name: frozenset() for name in NEVER
    }
    assert known.keys() - NEVER.keys() == {"owner"}


def test_an_auditor_writes_nothing_but_exports() -> None:
    auditor = next(one for one in BUILT_IN if one.name == "auditor")

    assert {one.value.partition(".")[2] for one in auditor.permissions} == {"read", "export"}


@pytest.fixture
def office(folder: Path) -> Iterator[Office]:
    """Open an office with users, as its owner."""
    opened = entered_by(founded(folder))
    yield opened
    opened.close()


def test_a_role_of_the_offices_own_gives_what_it_names(office: Office, folder: Path) -> None:
    shop = office.run(roles.add, " Shop ", ("invoices.read", "company.read", "invoices.read"))
    let_in(office, "Boon", "Shop", "warehouse")
    shown = next(one for one in office.ask(roles.rows) if one.name == "Shop")
    office.close()

    boon = entered_by(folder, "Boon", password_of("Boon"))

    assert Permission.INVOICES_READ in boon.who.role.permissions
    assert Permission.INVOICES_DRAFT not in boon.who.role.permissions
    assert (shown.users, shown.is_built_in, shop.permissions) == (
        1,
        False,
        ("invoices.read", "company.read"),
    )
    boon.close()


def test_a_changed_role_gives_its_users_the_keys_it_needs_now(office: Office, folder: Path) -> None:
    shop = office.run(roles.add, "Shop", ("company.read",))
    let_in(office, "Boon", "Shop")
    more = OwnRole(shop.id, "Shop", ("company.read", "employees.private"), shop.version)
    office.run(roles.change, more)
    with pytest.raises(Conflict):
        office.run(roles.change, more)
    office.close()

    boon = entered_by(folder, "Boon", password_of("Boon"))
    with boon.database.read() as unit:
        boon.desk(unit, lambda _done, _of: None)
        unit.wall.require()
    boon.close()


def test_a_role_needs_a_free_name_and_known_permissions(office: Office) -> None:
    for name, permissions in (("", ()), ("Sales", ()), ("Shop", ("fly",))):
        with pytest.raises(Invalid):
            office.run(roles.add, name, permissions)

    found = office.ask(roles.check, OwnRole(RoleId(1), "OWNER", ()))
    assert [one.code for one in found] == ["users.name-taken"]


def test_a_role_that_is_gone_gives_nothing(office: Office) -> None:
    with office.database.read() as unit:
        union = roles.Roles(office.desk(unit, lambda _done, _of: None)).union(("gone", "backup"))

    assert union.name == "backup"
    assert union.permissions == {Permission.COMPANY_READ, Permission.BACKUPS_MAKE}


def test_the_first_of_all_rows_are_those_of_the_program(office: Office) -> None:
    rows = office.ask(roles.rows)

    assert [one.name for one in rows] == [one.name for one in BUILT_IN]
    assert rows[0].users == len(office.ask(users.rows)) == 1
