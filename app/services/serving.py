"""Serving an office to several desks: a server is looked at, set up, and the office moved there."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.admin.serving import problems
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Invalid
from app.services import moving
from app.services.moving import Mover
from app.services.office import no_progress
from app.storage import server_setup
from app.storage.moving import Moved
from app.storage.server_address import address_of
from app.storage.whole_copies import Progress

ROLE = "backdesk"


@dataclass(frozen=True, slots=True)
class Served:
    """A server that an office can lie on: its address, and what the other desks need to know."""

    address: str
    password: str
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Which account and database are wanted, and the account's password, else a new one."""

    database: str
    role: str = ROLE
    password: str = ""


def look_at(url: str) -> tuple[Problem, ...]:
    """Return what is wrong with a server, warnings too; Unreachable, NotLetIn, Unprotected."""
    address_of(url)
    return tuple(problems(server_setup.facts_of(url)))


def script(plan: Plan) -> tuple[str, ...]:
    """Return the SQL that a server's keeper runs, who gives nobody the right to do so."""
    password = plan.password or secrets.token_urlsafe(18)
    return server_setup.statements(plan.role, plan.database, password)


def set_up(admin: str, plan: Plan) -> Served:
    """Make account and database at a server whose keeper's address this is; raises Invalid."""
    found = look_at(admin)
    _require_fit(found)
    password = plan.password or secrets.token_urlsafe(18)
    server_setup.make(admin, plan.role, plan.database, password)
    return Served(server_setup.address(admin, plan.role, plan.database), password, found)


def move_to(where: Path, url: str, mover: Mover, progress: Progress = no_progress) -> Moved:
    """Move an office to an empty database of a server that is fit for it; raises Invalid."""
    _require_fit(look_at(url))
    return moving.move(where, url, mover, progress)


def _require_fit(found: Iterable[Problem]) -> None:
    if wrong := tuple(one for one in found if not one.is_warning):
        raise Invalid(wrong)
