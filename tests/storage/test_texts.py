"""Texts of files are kept page by page, and what was put stays whatever happens next."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest

from app.domain.archive.texts import How, Piece
from app.domain.shared.ids import RecordId
from app.outside.clock import FixedClock
from app.services import archive
from app.services.office import Office
from app.services.permissions import Actor
from app.storage.database import Database
from app.storage.destroying import destroy
from app.storage.texts import showing
from tests.builders import TODAY

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
FILE, OTHER, GONE = (hashlib.sha256(name).hexdigest() for name in (b"file", b"other", b"gone"))


@pytest.fixture
def filed(database: Database) -> Database:
    """Return an office whose archive holds two files."""
    database.contents.put_many([(b"file",), (b"other",)])
    return database


def test_pages_come_back_as_they_were_put(filed: Database) -> None:
    with filed.read() as unit:
        unit.texts.put(FILE, 4, [Piece(0, How.LAYER, ("yksi", "สอง"))], NOW)

        assert unit.texts.of(FILE) == ("yksi", "สอง", "", "")
        assert (unit.texts.known(FILE).next, unit.texts.has(FILE)) == (2, False)

        unit.texts.put(FILE, 4, [Piece(2, How.PICTURE, ("",)), Piece(3, How.LAYER, ("4",))], NOW)
        known = unit.texts.known(FILE)
        assert (known.is_whole, known.pictures, known.how) == (True, (2,), How.LAYER)
        assert unit.texts.of(OTHER) == ()
        assert unit.texts.of_all((FILE, OTHER)) == {FILE: ("yksi", "สอง", "", "4")}
        assert not unit.texts.has(OTHER)


def test_a_picture_that_was_read_takes_its_own_place(filed: Database) -> None:
    with filed.read() as unit:
        unit.texts.put(FILE, 1, [Piece(0, How.PICTURE, ("",))], NOW)
        assert unit.texts.with_pictures() == {FILE}

        unit.texts.put(FILE, 1, [Piece(0, How.SCAN, ("luettu",))], NOW)

        assert unit.texts.of(FILE) == ("luettu",)
        assert unit.texts.with_pictures() == frozenset()


def test_a_file_of_no_pages_is_known_as_such(filed: Database) -> None:
    with filed.read() as unit:
        unit.texts.put_many({FILE: (0, ()), OTHER: (3, ())}, NOW)

        assert unit.texts.has(FILE)
        assert unit.texts.of(FILE) == ()
        assert unit.texts.known(OTHER).of is None


def put_and_fail(database: Database) -> None:
    with database.write() as unit:
        unit.texts.put(FILE, 1, [Piece(0, How.PLAIN, ("x",))], NOW)
        raise ZeroDivisionError


def test_what_was_put_stays_when_the_command_fails(filed: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        put_and_fail(filed)

    with filed.read() as unit:
        assert unit.texts.of(FILE) == ("x",)
        unit.texts.forget((FILE, OTHER))
        assert unit.texts.of(FILE) == ()


def test_signs_that_no_text_can_hold_are_kept_out(filed: Database) -> None:
    with filed.read() as unit:
        unit.texts.put(FILE, 1, [Piece(0, How.PLAIN, ("a\ud800b\x00",))], NOW)

        assert unit.texts.of(FILE) == ("a?b\x00",)


def test_nothing_is_kept_of_a_file_that_is_gone(filed: Database) -> None:
    with filed.read() as unit:
        unit.texts.put_many({GONE: (1, (Piece(0, How.PLAIN, ("x",)),))}, NOW)

        assert unit.texts.of(GONE) == ()


def test_what_was_read_of_a_file_is_destroyed_with_it(filed: Database) -> None:
    with filed.read() as unit:
        unit.texts.put(FILE, 1, [Piece(0, How.PLAIN, ("x",))], NOW)

        destroy(filed.contents, {FILE}, RecordId(1), NOW)

        assert unit.texts.of(FILE) == ()


def test_the_documents_that_show_a_file_are_found(database: Database) -> None:
    office = Office(database, FixedClock(TODAY), Actor("Maija"))
    one, twin = (office.do(archive.file, name, "text/plain", b"same").result for name in ("a", "b"))
    office.do(archive.file, "c", "text/plain", b"other")

    with database.read() as unit:
        shown: tuple[int, ...] = showing(unit.connection, (one.sha256,))
        assert sorted(shown) == sorted((one.id, twin.id))
        assert showing(unit.connection, ()) == ()
