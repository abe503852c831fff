"""Desks at a server: who has an office open there, by what the server itself knows of their lines.

Each line of a program bears one name: that of the program, its process, its user and its machine.
So a desk is known by it, however many lines it has, and nothing is left behind when it dies.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection
from sqlalchemy import text as sql

from app.storage.line_names import PROGRAM, line_name
from app.storage.presence import InUse

LOOKS = 20
"""So often it is looked whether another desk went, for five seconds."""
MOST_NAMED = 5

_THERE = sql(
    "SELECT application_name, min(backend_start) FROM pg_stat_activity"
    " WHERE datname = current_database() AND starts_with(application_name, :program)"
    " AND pid <> pg_backend_pid() AND application_name <> :ours"
    " GROUP BY application_name ORDER BY 2, 1"
)
_LOOK_ANEW = sql("SELECT pg_sleep(0.25), pg_stat_clear_snapshot()")


class Desk(NamedTuple):
    """A program that has an office open: whose it is, where it runs, and since when."""

    name: str
    machine: str
    since: datetime | None


def desks_at(connection: Connection, *, others_only: bool = False) -> tuple[Desk, ...]:
    """Return who else has the office of a server open, the longest first.

    Our own program counts like any other, unless others only are asked for.
    """
    asked = {"program": PROGRAM, "ours": line_name() if others_only else ""}
    rows = connection.execute(_THERE, asked).all()
    return tuple(_desk(name, since) for name, since in rows)


def require_alone(connection: Connection, place: str, *, others_only: bool = False) -> None:
    """Raise InUse, which says who and how many, while another desk has the office open."""
    if found := desks_at(connection, others_only=others_only):
        raise _in_use(place, found)


def require_soon_alone(connection: Connection, place: str) -> None:
    """Raise InUse while another desk has the office open, and not only looks in to open it."""
    for _ in range(LOOKS):
        if not desks_at(connection):
            return
        connection.execute(_LOOK_ANEW)
    require_alone(connection, place)


def _in_use(place: str, found: tuple[Desk, ...]) -> InUse:
    first, told = found[0], ", ".join(f"{one.name}@{one.machine}" for one in found[:MOST_NAMED])
    names = f"{told}, …" if len(found) > MOST_NAMED else told
    facts = {"name": first.name, "machine": first.machine, "since": first.since}
    return InUse(place=place, by="window", why="desks", count=len(found), names=names, **facts)


def _desk(line: str, since: datetime | None) -> Desk:
    who = line.removeprefix(PROGRAM).strip().partition(" ")[2]
    name, _, machine = who.partition("@")
    return Desk(name or "?", machine or "?", since)
