"""The key book: what an open office does with its key slots, each step whole or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.domain.shared.refusals import Refusal
from app.storage.keys import (
    BrokenKeys,
    KeyFile,
    Keys,
    KeysLacking,
    LogInNeeded,
    NoKeys,
    WrongLogIn,
    read_key_file,
    read_keys,
    secret_keys,
    write_key_file,
)
from app.storage.place import KEYS
from app.storage.presence import Wants, enter
from app.storage.rekeying import move, settle
from app.storage.slots import (
    RECOVERY,
    USER,
    Grant,
    granted,
    new_slot,
    opened,
    rewrapped,
    slot_of,
    with_slot,
    without_slot,
)

EVERYTHING = Grant(may_people=True)


class HasUsers(Refusal):
    """The office has users already; an owner makes further ones."""

    code = "users.has-users"


class KeyBook:
    """Changes the slots of an office with the keys that its user opened it with."""

    def __init__(self, path: Path, keys: Keys) -> None:
        self._path = path
        self._keys = keys

    @property
    def folder(self) -> Path:
        """Where the office lies."""
        return self._path

    @property
    def has_users(self) -> bool:
        """Say whether the office opens by name and password."""
        return read_key_file(self._path / KEYS).has_users

    @property
    def is_secret(self) -> bool:
        """Say whether the office opens with a password only."""
        return any(slot["kind"] != "published" for slot in read_key_file(self._path / KEYS).slots)

    def names(self) -> tuple[str, ...]:
        """Return the names of those who can log in."""
        return names_of(self._path)

    def put(self, name: str, password: str, grant: Grant) -> None:
        """Let a user in with a password, in place of the former one; raises KeysLacking."""
        self._require_all()
        slot = new_slot(self._keys, grant, (USER, name), password)
        self._write(with_slot(self._kept, slot))

    def grant(self, name: str, grant: Grant) -> None:
        """Give a user the keys that his or her roles need now; raises KeysLacking, BrokenKeys."""
        self._require_all()
        slot = slot_of(self._kept, USER, name)
        if slot is not None:
            self._write(with_slot(self._kept, granted(slot, self._keys, grant)))

    def remove(self, name: str) -> None:
        """Let a user in no more."""
        self._write(without_slot(self._kept, name))

    def change(self, name: str, former: str, password: str) -> None:
        """Let a user in with another password; raises WrongLogIn for a wrong former one."""
        slot = slot_of(self._kept, USER, name)
        if slot is None:
            raise WrongLogIn(office=self._keys.office)
        self._write(with_slot(self._kept, rewrapped(self._keys.office, slot, (former, password))))

    def prove(self, name: str, password: str) -> None:
        """Raise WrongLogIn unless the password is the user's."""
        slot = slot_of(self._kept, USER, name)
        if slot is None:
            raise WrongLogIn(office=self._keys.office)
        opened(self._keys.office, slot, password)

    def recover_by(self, code: str) -> None:
        """Let the office be opened by a recovery code, in place of the former one; KeysLacking."""
        self._require_all()
        slot = new_slot(self._keys, EVERYTHING, (RECOVERY, ""), code)
        self._write(with_slot(self._kept, slot))

    @property
    def _kept(self) -> KeyFile:
        return read_key_file(self._path / KEYS)

    def _write(self, kept: KeyFile) -> None:
        write_key_file(self._path / KEYS, kept)

    def _require_all(self) -> None:
        if not self._keys.people:
            raise KeysLacking
        if not self.has_users:
            raise LogInNeeded(office=self._keys.office)


def names_of(path: Path) -> tuple[str, ...]:
    """Return the names of those who can log in to the office of a folder; none where there are."""
    try:
        slots = read_key_file(path / KEYS).slots
        return tuple(str(one["name"]) for one in slots if one["kind"] == USER)
    except (BrokenKeys, NoKeys, KeyError):
        return ()


def found(path: Path, password: str, first: tuple[str, str], code: str) -> None:
    """Give a closed office its first user, an owner, and a recovery code.

    The files of one that had no password get secret keys. Raises HasUsers, InUse.
    """
    before = read_keys(path / KEYS, password)
    with_owner = enter(path, Wants.SCRIPT)
    try:
        settle(path)
        kept = read_key_file(path / KEYS)
        if kept.has_users:
            raise HasUsers(place=str(path))
        is_published = kept.slots[0]["kind"] == "published"
        after = replace(secret_keys(kept.office), audit=before.audit) if is_published else before
        name, own_password = first
        for whose, opens in (((USER, name), own_password), ((RECOVERY, ""), code)):
            kept = with_slot(kept, new_slot(after, EVERYTHING, whose, opens))
        if is_published:
            move(path, before, after, kept)
        else:
            write_key_file(path / KEYS, kept)
    finally:
        with_owner.leave()


def renew(path: Path, before: Keys, grants: Mapping[str, Grant]) -> None:
    """Give a closed office new keys of files and people, and them to its users and its code.

    Who is not among the grants is let in no more, whatever keys he or she kept. Passwords and
    the code stay. Raises KeysLacking, BrokenKeys, InUse.
    """
    if not before.people:
        raise KeysLacking
    with_keys = enter(path, Wants.SCRIPT)
    try:
        settle(path)
        kept = read_key_file(path / KEYS)
        after = replace(secret_keys(kept.office), audit=before.audit)
        slots = tuple(
            granted(one, after, grants.get(str(one["name"]), EVERYTHING), before)
            for one in kept.slots
            if one["kind"] == RECOVERY or one["name"] in grants
        )
        move(path, before, after, replace(kept, slots=slots))
    finally:
        with_keys.leave()


def recovered(path: Path, code: str) -> Keys:
    """Return the keys that the recovery code opens; raises WrongLogIn."""
    kept = read_key_file(path / KEYS)
    slot = slot_of(kept, RECOVERY, "")
    if slot is None:
        raise WrongLogIn(office=kept.office)
    return opened(kept.office, slot, code)
