"""Remembering: on a machine of one's own the key store of the system opens the office at the start.

Whoever can log in to that machine as its user then opens the office; the screen's lock and the
password after locking stay. Nothing is remembered where the system has no key store.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from app.domain.shared.refusals import Unavailable
from app.outside.passwords import OFFICES, keeper
from app.services.office import Desk, Errand, Office
from app.services.permissions import Permission, errand
from app.services.user_keys import UserKeys
from app.storage import offices
from app.storage.keys import BrokenKeys, Keys, NoKeys, WrongLogIn
from app.storage.store_slots import opened_by_store


class NoKeyStore(Unavailable):
    """The system has no key store in which a key would last."""

    code = "users.no-key-store"


@dataclass(frozen=True, slots=True)
class Remembered:
    """Who is remembered on this machine, under which name of it, and the key, in hexadecimal."""

    user: str
    machine: str
    key: str


@errand(Permission.COMPANY_READ)
def remember(work: Errand, password: str) -> None:
    """Let the office open for who asks without a password on this machine.

    Raises WrongLogIn, NoKeyStore, NoUsersYet.
    """
    book, store = UserKeys(work.office).book, keeper(OFFICES)
    if not store.is_lasting:
        raise NoKeyStore
    book.prove(work.office.who.name, password)
    forget(work)
    work.do(_noted, "remembering.remember")
    user, machine = work.office.who.name, secrets.token_hex(8)
    key = book.remember(user, password, machine)
    store.put(_name(work), json.dumps(asdict(Remembered(user, machine, key.hex()))))


@errand(Permission.COMPANY_READ)
def forget(work: Errand) -> None:
    """Ask for the password again on this machine, whoever was remembered."""
    book = UserKeys(work.office).book
    found = _found(_name(work))
    if found is not None:
        work.do(_noted, "remembering.forget")
        keeper(OFFICES).forget(_name(work))
        book.forget(found.user, found.machine)


def is_remembered(office: Office) -> bool | None:
    """Say whether who asks is remembered on this machine; none where that cannot be."""
    office.who.role.require(Permission.COMPANY_READ, "remembering.is_remembered")
    if not office.database.book.has_users or not keeper(OFFICES).is_lasting:
        return None
    found = _found(office.database.keys.office)
    return found is not None and found.user == office.who.name


def known_on_this_machine(where: Path | str) -> tuple[str, Keys] | None:
    """Return the user who is remembered for an office, with the keys; or none.

    A key that opens nothing any more is forgotten.
    """
    try:
        kept = offices.key_place(where).read()
    except (NoKeys, BrokenKeys):
        return None
    found = _found(kept.office) if kept.has_users else None
    if found is None:
        return None
    try:
        keys = opened_by_store(kept, found.user, found.machine, bytes.fromhex(found.key))
    except (WrongLogIn, BrokenKeys, ValueError):
        keeper(OFFICES).forget(kept.office)
        return None
    return found.user, keys


def _name(work: Errand) -> str:
    return work.office.database.keys.office


def _found(office: str) -> Remembered | None:
    told = keeper(OFFICES).get(office)
    try:
        return None if told is None else Remembered(**json.loads(told))
    except (ValueError, TypeError):
        return None


def _noted(desk: Desk, command: str) -> None:
    desk.note(command, desk.who.name, desk.store.changes)
