"""Contents come back byte for byte, are kept once, and are never whole in memory."""

from __future__ import annotations

import hashlib
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from app.storage.contents import CHUNK, Missing
from app.storage.database import Database
from app.storage.offices import open_office
from tests.chances import few


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=few(25))
@given(pieces=st.lists(st.binary(max_size=2000), max_size=8))
def test_bytes_come_back_as_they_were(database: Database, pieces: list[bytes]) -> None:
    with database.read() as unit:
        stored = unit.contents.put(pieces)

        assert b"".join(unit.contents.get(stored.sha256)) == b"".join(pieces)
        assert stored.sha256 == hashlib.sha256(b"".join(pieces)).hexdigest()


def test_a_large_document_is_kept_in_chunks(database: Database) -> None:
    def pieces() -> Iterator[bytes]:
        for number in range(50):
            yield bytes([number]) * 100_000

    with database.read() as unit:
        stored = unit.contents.put(pieces())
        sizes = [len(piece) for piece in unit.contents.get(stored.sha256)]

    assert stored.size == 5_000_000
    assert sizes == [CHUNK] * 4 + [5_000_000 - 4 * CHUNK]


def test_equal_bytes_are_kept_once(database: Database) -> None:
    with database.read() as unit:
        first = unit.contents.put([b"same"])
        again = unit.contents.put([b"sa", b"me"])

    assert first == again


def test_unknown_bytes_are_missing(database: Database) -> None:
    with database.read() as unit, pytest.raises(Missing):
        list(unit.contents.get("0" * 64))


def test_no_document_is_ever_whole_in_memory(database: Database) -> None:
    size = 64

    def pieces() -> Iterator[bytes]:
        for number in range(size):
            yield bytes([number]) * CHUNK

    tracemalloc.start()
    with database.read() as unit:
        stored = unit.contents.put(pieces())
        read = sum(len(piece) for piece in unit.contents.get(stored.sha256))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert read == stored.size == size * CHUNK
    assert most < 24 * CHUNK


def test_what_is_there_tells_its_size(database: Database) -> None:
    with database.read() as unit:
        stored = unit.contents.put([b"same"])

        assert unit.contents.sizes([stored.sha256, "0" * 64]) == {stored.sha256: 4}
        assert unit.contents.sizes([]) == {}


def test_several_contents_come_together_each_whole(database: Database) -> None:
    with database.read() as unit:
        large = unit.contents.put([b"x" * CHUNK, b"y"])
        small, empty = unit.contents.put([b"small"]), unit.contents.put([])
        asked = {one.sha256 for one in (large, small, empty)} | {"0" * 64}

        found = {name: b"".join(pieces) for name, pieces in unit.contents.get_all(asked)}

    assert found == {
        large.sha256: b"x" * CHUNK + b"y",
        small.sha256: b"small",
        empty.sha256: b"",
    }


def test_contents_that_nobody_looks_at_are_passed_over(database: Database) -> None:
    with database.read() as unit:
        asked = {unit.contents.put([bytes([number]) * CHUNK * 2]).sha256 for number in range(3)}

        found = [name for name, _pieces in unit.contents.get_all(asked)]

    assert set(found) == asked


def test_what_comes_in_whole_chunks_and_what_does_not_is_kept_alike(database: Database) -> None:
    whole, rest = b"a" * CHUNK, b"b" * 9

    kept = database.contents.put_many([(whole, whole, rest), (rest, whole), (whole + rest,)])

    assert [one.size for one in kept] == [2 * CHUNK + 9, CHUNK + 9, CHUNK + 9]
    for one, content in zip(kept, (whole + whole + rest, rest + whole, whole + rest), strict=True):
        assert one.sha256 == hashlib.sha256(content).hexdigest()
        assert b"".join(database.contents.get(one.sha256)) == content


def test_bytes_at_hand_are_kept_once_too_and_those_beside_them_are_kept(
    database: Database,
) -> None:
    with database.read() as unit:
        (first,) = unit.contents.put_many([(b"same",)])
        again, other, twice = unit.contents.put_many([(b"same",), (b"other",), (b"other",)])

        assert (again, twice) == (first, other)
        assert b"".join(unit.contents.get(other.sha256)) == b"other"
        assert unit.contents.count() == 2


def test_at_a_server_bytes_are_made_safe_with_the_row_that_names_them(server: str) -> None:
    office = open_office(server)
    said: list[str] = []

    @event.listens_for(office.documents.writer, "before_cursor_execute")
    def _note(_connection: object, _cursor: object, statement: str, *_: Any) -> None:
        said.append(statement)

    office.contents.put((b"new",))

    assert said[0] == "SET LOCAL synchronous_commit TO off"
    with office.rows.writer.connect() as rows:
        assert rows.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
    office.close()
