"""Logging in: an office opens for one of its users, with the rights of that user's roles."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from app.outside.clock import Clock
from app.services.desk_files import place_of
from app.services.office import Office, no_progress
from app.services.permissions import Actor
from app.services.renewal import Renewal, ShutOut
from app.storage import offices
from app.storage.database import Database
from app.storage.keybook import names_of
from app.storage.keys import WrongLogIn
from app.storage.place import BeingUpgraded

PAUSE = 1.0
"""So many seconds pass before it is looked again whether another desk is done."""
Wants = Literal["window", "script", "reader"]


@dataclass(frozen=True, slots=True)
class Pass:
    """By what somebody wants in: a password, and a name where the office has users."""

    password: str = ""
    user: str = ""


def log_in(
    where: Path | str, clock: Clock, who: Actor, given: Pass, wants: Wants = "window"
) -> Office:
    """Open an office, wherever it lies, with the rights of its user, where it has users.

    Raises TooManyTries, and what an office refuses that cannot be opened. A script waits instead.
    Who is remembered on this machine comes into a window without a password.
    """
    where = place_of(where)
    names = names_of(offices.key_place(where))
    if names and wants == "window" and given == Pass():
        from app.services.remembering import known_on_this_machine  # noqa: PLC0415  only there

        if (known := known_on_this_machine(where)) is not None:
            user, keys = known
            return _entered(offices.open_with(where, keys, wants=wants), clock, who, user)
    tries = offices.tries_of(where, names)
    is_try = bool(given.password and (given.user or not names))
    if is_try:
        if wants != "window":
            time.sleep(tries.wait(given.user))
        tries.begin(given.user)
    try:
        database = _opened(where, given, wants)
    except BeingUpgraded:
        if is_try:
            tries.take_back(given.user)
        raise
    if is_try:
        tries.succeed(given.user)
    return _entered(database, clock, who, given.user)


def _opened(where: Path | str, given: Pass, wants: Wants) -> Database:
    """Open an office; a script waits while another desk brings it up to date."""
    while True:
        try:
            return offices.open_office(where, given.password, user=given.user, wants=wants)
        except BeingUpgraded:
            if wants == "window":
                raise
            time.sleep(PAUSE)


def _entered(database: Database, clock: Clock, who: Actor, name: str) -> Office:
    if not database.book.has_users:
        return Office(database, clock, who)
    office = Office(database, clock, Actor(name))
    try:
        office.who = _actor(office, name)
        office.renewal = Renewal(partial(_known, office, name))
    except BaseException:
        office.close()
        raise
    return office


def _known(office: Office, name: str) -> Actor:
    """Return a user who is logged in as who asks now; raises ShutOut."""
    try:
        return _actor(office, name)
    except WrongLogIn:
        raise ShutOut(name=name) from None


def _actor(office: Office, name: str) -> Actor:
    """Return a user as who asks; raises WrongLogIn for one who was shut out."""
    from app.services.roles import Roles  # noqa: PLC0415  only where there are users

    with office.database.read() as unit:
        user = unit.users.named(name)
        if user is None or not user.is_active:
            raise WrongLogIn(office="")
        return Roles(office.desk(unit, no_progress)).actor(user)
