"""Each user's password opens that user's keys and no other's; a wrong one tells nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest

from app.storage.keys import BrokenKeys, KeyFile, Keys, LogInNeeded, WrongLogIn, secret_keys
from app.storage.slots import (
    RECOVERY,
    USER,
    Grant,
    granted,
    new_slot,
    opened,
    opened_by_user,
    rewrapped,
    slot_of,
    with_slot,
    without_slot,
)

ALL = secret_keys("office")
EVERYTHING, OFFICE_ONLY = Grant(may_people=True), Grant(may_people=False)


def a_file(**grants: Grant) -> KeyFile:
    """Return a file in which each user's password is the name, backwards."""
    kept = KeyFile("office", ({"kind": "published"},))
    for name, grant in grants.items():
        kept = with_slot(kept, new_slot(ALL, grant, (USER, name), name[::-1]))
    return kept


def as_user(kept: KeyFile, name: str) -> Keys:
    return opened_by_user(kept, name, name[::-1].lower())


def test_each_user_gets_the_keys_that_the_roles_need() -> None:
    kept = a_file(anna=EVERYTHING, boon=Grant(may_people=False, own=((7, b"k" * 32),)))

    anna, boon = as_user(kept, "anna"), as_user(kept, "boon")

    assert (anna.files, anna.audit, anna.people) == (ALL.files, ALL.audit, ALL.people)
    assert (boon.files, boon.people, boon.own) == (ALL.files, b"", ((7, b"k" * 32),))
    assert anna.public == boon.public != b""
    assert [one["kind"] for one in kept.slots] == [USER, USER]


def test_a_name_is_the_same_typed_large_or_small() -> None:
    kept = a_file(anna=EVERYTHING)

    assert as_user(kept, "ANNA ".strip()) == as_user(kept, "anna")
    assert len(with_slot(kept, new_slot(ALL, OFFICE_ONLY, (USER, "Anna"), "x")).slots) == 1


def test_wrong_name_and_wrong_password_are_refused_with_the_same_words() -> None:
    kept = a_file(anna=EVERYTHING, boon=EVERYTHING)

    told = set()
    for name, password in (("boon", "anna"), ("nobody", "anna"), ("boon", "boon")):
        with pytest.raises(WrongLogIn) as refused:
            opened_by_user(kept, name, password)
        told.add(str(refused.value))

    assert len(told) == 1
    for name, password in (("", "x"), ("anna", "")):
        with pytest.raises(LogInNeeded):
            opened_by_user(kept, name, password)


def test_roles_change_without_the_password_and_the_password_without_the_roles() -> None:
    kept = a_file(anna=OFFICE_ONLY)
    (slot,) = kept.slots

    more = granted(slot, ALL, EVERYTHING)
    other = rewrapped("office", more, ("anna", "new"))

    assert opened("office", more, "anna").people == ALL.people
    assert opened("office", other, "new") == opened("office", more, "anna")
    with pytest.raises(WrongLogIn):
        opened("office", other, "anna")
    with pytest.raises(WrongLogIn):
        rewrapped("office", other, ("anna", "newer"))


def test_new_keys_reach_a_user_without_the_password_and_no_one_else() -> None:
    after = secret_keys("office")
    kept = a_file(anna=EVERYTHING, boon=EVERYTHING)
    anna = slot_of(kept, USER, "anna")
    assert anna is not None

    renewed = granted(anna, after, EVERYTHING, former=ALL)

    assert opened("office", renewed, "anna").files == after.files
    assert [one["name"] for one in without_slot(kept, "Boon").slots] == ["anna"]
    with pytest.raises(BrokenKeys):
        granted(anna, after, EVERYTHING)


def test_a_public_half_that_somebody_else_put_there_gets_no_keys() -> None:
    own, foreign = (new_slot(ALL, OFFICE_ONLY, (USER, "anna"), "x") for _ in range(2))

    with pytest.raises(BrokenKeys):
        granted({**own, "public": foreign["public"]}, ALL, EVERYTHING)


def test_a_slot_moved_to_another_name_or_office_does_not_open() -> None:
    slot = new_slot(ALL, EVERYTHING, (USER, "anna"), "x")

    for office, moved in (("office", {**slot, "name": "boon"}), ("other", slot)):
        with pytest.raises(WrongLogIn):
            opened(office, moved, "x")
    with pytest.raises(WrongLogIn):
        opened("office", {**slot, "kind": RECOVERY}, "x")


@pytest.mark.parametrize("part", ["kdf", "nonce", "sealed", "box", "public"])
@pytest.mark.parametrize("value", [None, 7, "", "AAAA", {"time": 10**9}])
def test_a_damaged_slot_opens_nothing_and_takes_no_time(part: str, value: Any) -> None:
    slot = new_slot(ALL, EVERYTHING, (USER, "anna"), "x")
    damaged = json.loads(json.dumps({**slot, part: value}))

    if part == "public":
        with pytest.raises((BrokenKeys, ValueError, TypeError)):
            granted(damaged, ALL, EVERYTHING)
        return
    with pytest.raises((BrokenKeys, WrongLogIn, ValueError, TypeError, KeyError)):
        opened("office", damaged, "x")
