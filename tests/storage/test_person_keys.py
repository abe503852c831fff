"""Who holds no key of a person still seals for that person, and never reads."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.storage.boxes import public_of
from app.storage.keys import Keys, secret_keys
from app.storage.person_keys import (
    PersonKey,
    PersonKeys,
    SealBroken,
    carried,
    sealed,
    unsealed,
)

ALL = secret_keys("office")
PERSONNEL = PersonKeys(ALL)
CLERK = PersonKeys(replace(ALL, people=b"", public=public_of(ALL.people)))
ANNA = 7


def keys_of(lying: str) -> tuple[PersonKey, PersonKey]:
    """Return Anna's key as the personnel office and as a clerk have it."""
    return PERSONNEL.read(ANNA, lying), CLERK.read(ANNA, lying)


@pytest.mark.parametrize("maker", [PERSONNEL, CLERK])
def test_what_a_clerk_seals_only_the_personnel_office_reads(maker: PersonKeys) -> None:
    _, lying = maker.new(ANNA)
    whole, half = keys_of(lying)

    told = sealed(half, b"4711.23", "contract|1|1")

    assert unsealed(whole, told, "contract|1|1") == b"4711.23"
    with pytest.raises(SealBroken):
        unsealed(half, told, "contract|1|1")


@given(hands=st.lists(st.booleans(), max_size=6), value=st.binary(min_size=1, max_size=40))
def test_what_is_carried_through_any_hands_is_read_at_its_last_place(
    hands: list[bool], value: bytes
) -> None:
    value = b"{" + value
    _, lying = PERSONNEL.new(ANNA)
    whole, half = keys_of(lying)
    told = sealed(whole, value, "a|0")

    for step, is_clerk in enumerate(hands):
        told = carried(half if is_clerk else whole, told, (f"a|{step}", f"a|{step + 1}"))

    assert unsealed(whole, told, f"a|{len(hands)}") == value
    with pytest.raises(SealBroken):
        unsealed(whole, told, "b|0")


def test_the_own_key_opens_what_is_of_its_person_alone() -> None:
    (anna, lying), (_, other) = (PERSONNEL.new(one) for one in (ANNA, 8))
    mine = PersonKeys(replace(CLERK.keys, own=((ANNA, anna.secret),)))

    told = sealed(PERSONNEL.read(8, other), b"{}", "x")

    assert (mine.opens(ANNA), mine.opens(8), mine.opens_all) == (True, False, False)
    assert unsealed(mine.read(ANNA, lying), sealed(anna, b"{}", "x"), "x") == b"{}"
    with pytest.raises(SealBroken):
        unsealed(mine.read(8, other), told, "x")


def test_a_key_made_by_a_clerk_and_one_from_before_get_a_new_wrapping() -> None:
    after = secret_keys("office")
    anna, made = CLERK.new(ANNA)
    old = made.partition(".")[0]

    for lying in (made, old):
        renewed = PERSONNEL.renewed(ANNA, lying, after)

        assert PersonKeys(after).read(ANNA, renewed) == anna
        with pytest.raises(SealBroken):
            PERSONNEL.read(ANNA, renewed)


def test_a_key_without_its_public_half_cannot_be_put_to_use_by_a_clerk() -> None:
    _, lying = PERSONNEL.new(ANNA)
    _, half = keys_of(lying.partition(".")[0])

    with pytest.raises(SealBroken):
        sealed(half, b"{}", "x")


def test_nobody_reads_with_no_key_at_all() -> None:
    nothing = PersonKeys(Keys("office", b"", b"", b""))

    assert not nothing.opens_all
    assert not nothing.opens(ANNA)
