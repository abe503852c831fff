"""A box opens with the secret it was made for, at the place it is bound to, and not otherwise."""

from __future__ import annotations

import secrets

import pytest

from app.storage.boxes import KEY_BYTES, NotOpened, public_of, put_in, take_out

SECRET, OTHER = (bytes([one]) * KEY_BYTES for one in (1, 2))


def test_only_the_secret_takes_out_what_the_public_half_put_in() -> None:
    box = put_in(public_of(SECRET), b"4711.23", b"here")

    assert take_out(SECRET, box, b"here") == b"4711.23"
    assert b"4711" not in box
    for wrong, place in ((OTHER, b"here"), (SECRET, b"there")):
        with pytest.raises(NotOpened):
            take_out(wrong, box, place)


def test_the_same_put_in_twice_looks_different() -> None:
    one, other = (put_in(public_of(SECRET), b"x", b"") for _ in range(2))

    assert one != other


def test_no_bit_of_a_box_can_be_changed_and_none_be_cut() -> None:
    box = put_in(public_of(SECRET), b"x", b"")

    for at in range(len(box)):
        flipped = box[:at] + bytes([box[at] ^ 1]) + box[at + 1 :]
        for broken in (flipped, box[:at]):
            with pytest.raises(NotOpened):
                take_out(SECRET, broken, b"")


@pytest.mark.parametrize(
    "public",
    [b"", bytes(KEY_BYTES), secrets.token_bytes(5)],
    ids=["nothing", "nought", "too short"],
)
def test_nothing_is_put_in_for_what_is_no_public_half(public: bytes) -> None:
    with pytest.raises(NotOpened):
        put_in(public, b"x", b"")
