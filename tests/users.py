"""Offices with users for tests: an owner Anna and whom she lets in."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from app.domain.admin.recovery import code_of
from app.domain.admin.users import UserForm
from app.outside.clock import FixedClock
from app.services import founding, users
from app.services.founding import Founder
from app.services.logging_in import Pass, log_in
from app.services.office import Office
from app.services.permissions import Actor
from tests.builders import TODAY

OWNER, PASSWORD = "Anna", "correct horse"
CODE = code_of(bytes(range(16)))
CLOCK, NOBODY = FixedClock(TODAY), Actor("nobody")


Where = TypeVar("Where", bound=Path | str)


def founded(where: Where) -> Where:
    """Return the place of an office whose first user is Anna, closed."""
    founding.found(where, CLOCK, "", Founder(OWNER, PASSWORD, "Anna Aalto", CODE))
    return where


def entered_by(where: Path | str, user: str = OWNER, password: str = PASSWORD) -> Office:
    """Return an office as one of its users sees it."""
    return log_in(where, CLOCK, NOBODY, Pass(password, user))


def let_in(office: Office, name: str, *roles: str) -> None:
    """Make a user who logs in with the name twice and an exclamation mark."""
    office.run(users.make, UserForm(name, roles=roles), password_of(name))


def password_of(name: str) -> str:
    return f"{name}{name}!"
