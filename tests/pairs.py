"""Offices with second pairs of eyes for tests: Anna and Ben are owners, Boon sells."""

from __future__ import annotations

from app.domain.admin.approvals import PairRule
from app.domain.admin.users import Limit, SecondPair, User
from app.domain.shared.ids import UserId, new_id
from app.domain.shared.money import Money
from app.outside.clock import FixedClock
from app.services import approvals, second_pairs
from app.services.approvals import ApprovalRow, Approved
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.services.roles import Roles
from app.storage.database import Database
from tests.builders import TODAY
from tests.trade import opened_books

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
