"""The key book: what an open office does with its key slots, each step whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from app.domain.shared.refusals import Refusal
from app.storage.keys import (
    BrokenKeys,
    KeyFile,
    Keys,
    KeysLacking,
    LogInNeeded,
    NoKeys,
    WrongLogIn,
    published_keys,
    read_key_file,
    read_keys,
    secret_keys,
    write_key_file,
)
from app.storage.place import KEYS, named_refusals
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
from app.storage.store_slots import forgotten, remembered

EVERYTHING = Grant(may_people=True)


class HasUsers(Refusal):
    """The office has users already; an owner makes further ones."""

    code = "users.has-users"


class KeyPlace(Protocol):
    """Where the key slots of an office lie: in its folder, or in a table of its server."""

    @property
    def where(self) -> Path | str:
        """Where the office lies."""

    def read(self) -> KeyFile:
        """Return the key slots; raises NoKeys, BrokenKeys."""

    def change(self, step: Callable[[KeyFile], KeyFile]) -> None:
        """Make other slots of those that are there, whole or not at all."""


class FolderKeys:
    """The key slots in the folder of an office, which has one writer."""

    def __init__(self, path: Path) -> None:
        self.where: Path | str = path
        self._file = path / KEYS

    def read(self) -> KeyFile:
        """Return the key slots; raises NoKeys, BrokenKeys."""
        return read_key_file(self._file)

    def change(self, step: Callable[[KeyFile], KeyFile]) -> None:
        """Make other slots of those that are there, whole or not at all."""
        with named_refusals(self._file):
            write_key_file(self._file, step(self.read()))


class KeyBook:
    """Changes the slots of an office with the keys that its user opened it with."""

    def __init__(self, place: KeyPlace, keys: Keys) -> None:
        self._place = place
        self._keys = keys

    @property
    def where(self) -> Path | str:
        """Where the office lies."""
        return self._place.where

    @property
    def has_users(self) -> bool:
        """Say whether the office opens by name and password."""
        return self._kept.has_users

    @property
    def is_secret(self) -> bool:
        """Say whether the office opens with a password only."""
        return self._keys.files != published_keys(self._keys.office).files

    def names(self) -> tuple[str, ...]:
        """Return the names of those who can log in."""
        return names_of(self._place)

    def put(self, name: str, password: str, grant: Grant) -> None:
        """Let a user in with a password, in place of the former one; raises KeysLacking."""
        self._require_all()
        slot = new_slot(self._keys, grant, (USER, name), password)
        self._place.change(lambda kept: with_slot(kept, slot))

    def grant(self, name: str, grant: Grant) -> None:
        """Give a user the keys that his or her roles need now; raises KeysLacking, BrokenKeys."""
        self._require_all()

        def regranted(kept: KeyFile) -> KeyFile:
            slot = slot_of(kept, USER, name)
            return with_slot(kept, granted(slot, self._keys, grant)) if slot else kept

        self._place.change(regranted)

    def remove(self, name: str) -> None:
        """Let a user in no more."""
        self._place.change(lambda kept: without_slot(kept, name))

    def change(self, name: str, former: str, password: str) -> None:
        """Let a user in with another password; raises WrongLogIn for a wrong former one."""

        def changed(kept: KeyFile) -> KeyFile:
            slot = slot_of(kept, USER, name)
            if slot is None:
                raise WrongLogIn(office=self._keys.office)
            return with_slot(kept, rewrapped(self._keys.office, slot, (former, password)))

        self._place.change(changed)

    def prove(self, name: str, password: str) -> None:
        """Raise WrongLogIn unless the password is the user's."""
        slot = slot_of(self._kept, USER, name)
        if slot is None:
            raise WrongLogIn(office=self._keys.office)
        opened(self._keys.office, slot, password)

    def remember(self, name: str, password: str, machine: str) -> bytes:
        """Let a key open a user's slot too, for the key store of a machine; raises WrongLogIn."""
        made: list[bytes] = []

        def with_store(kept: KeyFile) -> KeyFile:
            slot = slot_of(kept, USER, name)
            if slot is None:
                raise WrongLogIn(office=self._keys.office)
            after, key = remembered(self._keys.office, slot, password, machine)
            made.append(key)
            return with_slot(kept, after)

        self._place.change(with_store)
        return made[-1]

    def forget(self, name: str, machine: str) -> None:
        """Let the key of a machine open a user's slot no more."""

        def without_store(kept: KeyFile) -> KeyFile:
            slot = slot_of(kept, USER, name)
            return with_slot(kept, forgotten(slot, machine)) if slot else kept

        self._place.change(without_store)

    def recover_by(self, code: str) -> None:
        """Let the office be opened by a recovery code, in place of the former one; KeysLacking."""
        self._require_all()
        slot = new_slot(self._keys, EVERYTHING, (RECOVERY, ""), code)
        self._place.change(lambda kept: with_slot(kept, slot))

    @property
    def _kept(self) -> KeyFile:
        return self._place.read()

    def _require_all(self) -> None:
        if not self._keys.people:
            raise KeysLacking
        if not self.has_users:
            raise LogInNeeded(office=self._keys.office)


def names_of(place: KeyPlace) -> tuple[str, ...]:
    """Return the names of those who can log in to an office; none where it has no users."""
    try:
        return tuple(str(one["name"]) for one in place.read().slots if one["kind"] == USER)
    except (BrokenKeys, NoKeys, KeyError):
        return ()


def found(path: Path, password: str, first: tuple[str, str], code: str) -> None:
    """Give a closed office its first user, an owner, and a recovery code.

    The files of one that had no password get secret keys. Raises HasUsers, InUse.
    """
    before = read_keys(path / KEYS, password)
    with named_refusals(path):
        with_owner = enter(path, Wants.SCRIPT)
    try:
        settle(path)
        kept, after = founded(read_key_file(path / KEYS), before, first, code)
        if after.people != before.people:
            move(path, before, after, kept)
        else:
            with named_refusals(path):
                write_key_file(path / KEYS, kept)
    finally:
        with_owner.leave()


def founded(kept: KeyFile, before: Keys, first: tuple[str, str], code: str) -> tuple[KeyFile, Keys]:
    """Return slots with the first user and a recovery code, and the keys in them.

    Those of an office that had no password are new, but that of the audit. Raises HasUsers.
    """
    if kept.has_users:
        raise HasUsers(place=kept.office)
    is_published = kept.slots[0]["kind"] == "published"
    after = replace(secret_keys(kept.office), audit=before.audit) if is_published else before
    name, own_password = first
    for whose, opens in (((USER, name), own_password), ((RECOVERY, ""), code)):
        kept = with_slot(kept, new_slot(after, EVERYTHING, whose, opens))
    return kept, after


def renew(path: Path, before: Keys, grants: Mapping[str, Grant]) -> None:
    """Give a closed office new keys of files and people, and them to its users and its code.

    Who is not among the grants is let in no more, whatever keys he or she kept. Passwords and
    the code stay. Raises KeysLacking, BrokenKeys, InUse.
    """
    if not before.people:
        raise KeysLacking
    with named_refusals(path):
        with_keys = enter(path, Wants.SCRIPT)
    try:
        settle(path)
        kept, after = renewed(read_key_file(path / KEYS), before, grants)
        move(path, before, after, kept)
    finally:
        with_keys.leave()


def renewed(kept: KeyFile, before: Keys, grants: Mapping[str, Grant]) -> tuple[KeyFile, Keys]:
    """Return the slots of those who have a grant with new keys, and these; raises KeysLacking."""
    if not before.people:
        raise KeysLacking
    after = replace(secret_keys(kept.office), audit=before.audit)
    slots = tuple(
        granted(one, after, grants.get(str(one["name"]), EVERYTHING), before)
        for one in kept.slots
        if one["kind"] == RECOVERY or one["name"] in grants
    )
    return replace(kept, slots=slots), after


def recovered(kept: KeyFile, code: str) -> Keys:
    """Return the keys that the recovery code opens; raises WrongLogIn."""
    slot = slot_of(kept, RECOVERY, "")
    if slot is None:
        raise WrongLogIn(office=kept.office)
    return opened(kept.office, slot, code)
