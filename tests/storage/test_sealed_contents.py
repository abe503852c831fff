"""Sealed bytes come back as they were, whole or not at all, and only to who was let in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.archive.record import Filing, Record
from app.domain.shared.ids import EmployeeId
from app.storage.contents import CHUNK
from app.storage.database import Database
from app.storage.person_keys import SealBroken
from app.storage.sealed_contents import PROOF, Shutting, opened
from app.storage.unit import Unit
from app.storage.wall import BehindWall

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
ANNA = EmployeeId(1)
SMALL = b"Palkka 4711,23"
PIECE = CHUNK - PROOF
SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 2 * PIECE + 7)


@pytest.mark.parametrize("size", SIZES)
def test_bytes_of_any_size_come_back(size: int) -> None:
    content = bytes(size)
    shut = Shutting((content,))
    lying = list(shut)

    assert b"".join(opened(shut.key, lying, "")) == content
    assert (shut.plain.size, shut.plain.sha256) == (size, hashlib.sha256(content).hexdigest())
    assert all(len(one) == CHUNK for one in lying[:-1])


@given(st.lists(st.binary(max_size=99), max_size=5), st.integers(1, 60))
def test_in_whatever_pieces_they_come(pieces: list[bytes], step: int) -> None:
    shut = Shutting(pieces)
    lying = b"".join(shut)

    assert b"".join(opened(shut.key, cut(lying, step), "")) == b"".join(pieces)


def test_what_was_cut_off_turned_round_or_changed_does_not_open() -> None:
    shut = Shutting((bytes(2 * PIECE + 7),))
    first, second, last = shut
    other = bytes((last[0] ^ 1,)) + last[1:]

    for broken in ((first, second), (second, first, last), (first, second, other), (), (last,)):
        with pytest.raises(SealBroken):
            b"".join(opened(shut.key, broken, ""))


def test_two_files_of_the_same_bytes_share_nothing() -> None:
    assert b"".join(Shutting((SMALL,))) != b"".join(Shutting((SMALL,)))


def test_a_sealed_file_is_a_record_like_any_other_to_who_was_let_in(database: Database) -> None:
    with database.write() as unit:
        record = filed(unit)

    with database.read() as unit:
        lying = unit.archive.sealed.of(record.id)
        assert lying is not None
        assert SMALL not in b"".join(unit.contents.get(lying.sha256))
        assert unit.contents.there({record.sha256}) == frozenset()
        unit.wall.let_in()
        assert b"".join(unit.archive.read(record.id)) == SMALL


@pytest.mark.parametrize("only", [None, EmployeeId(2)])
def test_who_was_not_let_in_reads_nothing(database: Database, only: EmployeeId | None) -> None:
    with database.write() as unit:
        record = filed(unit)

    with database.read() as unit:
        if only is not None:
            unit.wall.let_in(only)
        with pytest.raises(BehindWall):
            b"".join(unit.archive.read(record.id))


def filed(unit: Unit) -> Record:
    return unit.archive.add(Filing("a.txt", "text/plain", whose=ANNA), (SMALL,), NOW)


def cut(content: bytes, step: int) -> Iterator[bytes]:
    return (content[first : first + step] for first in range(0, len(content), step))
