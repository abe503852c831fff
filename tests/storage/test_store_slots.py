"""A key store opens a user's slot on one machine, until the password changes or it is forgotten."""

from __future__ import annotations

import pytest

from app.storage.keys import BrokenKeys, KeyFile, WrongLogIn, secret_keys
from app.storage.slots import STORES, USER, Grant, new_slot, rewrapped, slot_of, with_slot
from app.storage.store_slots import forgotten, opened_by_store, remembered

ALL = secret_keys("office")
PASSWORD = "correct horse"  # noqa: S105  of this test


def a_file() -> KeyFile:
    kept = KeyFile("office", ())
    for name in ("Anna", "Boon"):
        kept = with_slot(
            kept, new_slot(ALL, Grant(may_people=name == "Anna"), (USER, name), PASSWORD)
        )
    return kept


def with_store(kept: KeyFile, name: str, machine: str) -> tuple[KeyFile, bytes]:
    slot = slot_of(kept, USER, name)
    assert slot is not None
    after, key = remembered("office", slot, PASSWORD, machine)
    return with_slot(kept, after), key


def test_the_key_of_a_machine_opens_what_the_password_opens() -> None:
    kept, key = with_store(a_file(), "Boon", "desk")

    keys = opened_by_store(kept, "boon", "desk", key)

    assert (keys.files, keys.people) == (ALL.files, b"")


def test_each_machine_has_a_key_of_its_own() -> None:
    kept, desk = with_store(a_file(), "Anna", "desk")
    kept, laptop = with_store(kept, "Anna", "laptop")
    slot = slot_of(kept, USER, "Anna")
    assert slot is not None
    rest = with_slot(kept, forgotten(slot, "desk"))

    assert opened_by_store(rest, "Anna", "laptop", laptop).people == ALL.people
    for machine, key in (("desk", desk), ("laptop", desk), ("nowhere", laptop)):
        with pytest.raises(WrongLogIn):
            opened_by_store(rest, "Anna", machine, key)


def test_another_password_ends_every_key() -> None:
    kept, key = with_store(a_file(), "Anna", "desk")
    slot = slot_of(kept, USER, "Anna")
    assert slot is not None

    changed = with_slot(kept, rewrapped("office", slot, (PASSWORD, "battery staple")))

    with pytest.raises(WrongLogIn):
        opened_by_store(changed, "Anna", "desk", key)


def test_a_key_put_into_the_slot_of_another_opens_nothing() -> None:
    kept, key = with_store(a_file(), "Anna", "desk")
    anna, boon = (slot_of(kept, USER, name) for name in ("Anna", "Boon"))
    assert anna is not None
    assert boon is not None

    swapped = with_slot(kept, {**boon, STORES: anna[STORES]})

    with pytest.raises(WrongLogIn):
        opened_by_store(swapped, "Boon", "desk", key)


def test_a_damaged_store_is_told() -> None:
    kept, key = with_store(a_file(), "Anna", "desk")
    slot = slot_of(kept, USER, "Anna")
    assert slot is not None

    with pytest.raises(BrokenKeys):
        opened_by_store(with_slot(kept, {**slot, STORES: {"desk": {}}}), "Anna", "desk", key)


def test_a_wrong_password_makes_no_key() -> None:
    slot = slot_of(a_file(), USER, "Anna")
    assert slot is not None

    with pytest.raises(WrongLogIn):
        remembered("office", slot, "wrong one", "desk")
