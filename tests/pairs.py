"""Offices with second pairs of eyes for tests: Anna and Ben are owners, Boon sells."""

from __future__ import annotations

from pathlib import Path

from app.domain.admin.approvals import PairRule
from app.domain.admin.users import Limit, SecondPair, User
from app.domain.shared.ids import UserId, new_id
from app.domain.shared.money import Money
from app.outside.clock import FixedClock
from app.services import approvals, backups, second_pairs, welcome
from app.services.approvals import ApprovalRow, Approved
from app.services.backing_up import Shelf
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.services.roles import Roles
from app.services.welcome import NewOffice
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import opened_books
from tests.users import entered_by, founded, let_in

FIRST, SECOND, SELLER = "Anna", "Ben", "Boon"
ROLES = {FIRST: "owner", SECOND: "owner", SELLER: "sales"}


def paired(database: Database, *whats: SecondPair, least: Money | None = None) -> Office:
    """Return an office as Anna sees it, who asks a second pair for this."""
    office = Office(database, FixedClock(TODAY), Actor(FIRST))
    opened_books(office)
    join(database)
    ask_for(office, *whats, least=least)
    return seen_by(office, FIRST)


def join(database: Database) -> None:
    """Let everybody in, by rows alone: nobody has a password."""
    with database.write() as unit:
        for name, role in ROLES.items():
            unit.users.add(User(UserId(new_id()), name, name, (role,), version=1))


def ask_for(office: Office, *whats: SecondPair, least: Money | None = None) -> None:
    """Ask a second pair for this, of amounts from the least on."""
    rules = tuple(PairRule(what, least if what is SecondPair.AMOUNT else None) for what in whats)
    office.do(second_pairs.write, office.ask(second_pairs.rules), rules)


def seen_by(office: Office, name: str = SECOND, *limits: Limit) -> Office:
    """Return the office as another of its users sees it."""
    with office.database.read() as unit:
        user = unit.users.named(name)
        assert user is not None
        who = Roles(office.desk(unit, no_progress)).actor(user)
    return Office(office.database, office.clock, Actor(name, who.role, None, limits))


def waiting(office: Office) -> ApprovalRow:
    """Return the one request that waits."""
    (row,) = office.ask(approvals.waiting)
    return row


def approve(office: Office, password: str = "") -> Approved:
    """Approve the one request that waits."""
    one = waiting(office).approval
    return office.run(approvals.approve, one.id, one.version, password)


def paired_backup(tmp_path: Path) -> Path:
    """Return a backup of a company of two owners, Anna and Benno, who restore together only."""
    folder, new = tmp_path / "Paired.backdesk", NewOffice("Kahvila Oy", "FI", "fi")
    welcome.create(folder, new, FixedClock(TODAY), Actor("nobody")).close()
    made = entered_by(founded(folder))
    let_in(made, "Benno", "owner")
    ask_for(made, SecondPair.RESTORE)
    made.run(backups.back_up)
    shelf = Shelf(made)
    path = shelf.path_of(shelf.backups()[0])
    made.close()
    return path
