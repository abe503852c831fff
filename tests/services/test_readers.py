"""A reader gives the pages of a filed file, and refuses a hostile one without harm to itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import NoReturn

import pytest

from app.domain.archive.record import Record
from app.domain.archive.texts import How, Piece
from app.domain.shared.ids import RecordId
from app.domain.shared.refusals import Refusal
from app.formats.reading import refusals
from app.services.readers import Found, Reader, Task, pieces_of
from tests import foreign

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    made = Reader()
    yield made
    made.close()


def a_task(raw: bytes, name: str = "a.pdf", size: int = -1, password: str = "") -> Task:
    size = len(raw) if size < 0 else size
    record = Record(RecordId(1), name, "", size, f"{hash(raw)}", "", AT)
    return Task(1, record, password=password)


def read(reader: Reader, raw: bytes, first: int = 0) -> Found:
    return reader.read(a_task(raw), first, lambda: (raw,))


def test_pages_are_told_from_where_they_are_asked_for(reader: Reader) -> None:
    raw = foreign.a_pdf("yksi", "kaksi", "kolme")

    assert read(reader, raw, 1) == Found(3, (Piece(1, How.LAYER, ("kaksi", "kolme")),))
    assert read(reader, raw, 2).pages == 1
    assert reader.picture(a_task(raw), 0, lambda: (raw,)).startswith(b"\x89PNG")


def test_a_file_is_sent_once_while_the_reader_holds_it(reader: Reader) -> None:
    raw = foreign.a_scanned_pdf(foreign.a_scan("Lasku", width=99, height=99))
    task, sent = a_task(raw), []

    def content() -> Iterable[bytes]:
        sent.append(1)
        return (raw,)

    reader.picture(task, 0, content)
    reader.picture(task, 0, content)
    reader.read(task, 0, content)

    assert sent == [1]


def test_a_file_of_two_gigabytes_is_refused_and_not_even_asked_for(reader: Reader) -> None:
    def content() -> NoReturn:
        raise AssertionError

    with pytest.raises(refusals.TooLargeToRead):
        reader.read(a_task(b"", size=2 << 30), 0, content)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", refusals.EmptyFile),
        (foreign.a_zip_bomb(), refusals.UnpacksTooLarge),
        (foreign.a_locked_pdf("Lasku"), refusals.LockedFile),
        (foreign.a_picture_bomb(), refusals.UnpacksTooLarge),
        (foreign.quadratic_xml().encode(), refusals.DeclaresEntities),
        (foreign.a_pdf("Lasku")[:300], refusals.DamagedFile),
    ],
)
def test_a_hostile_file_is_refused_and_the_next_one_read(
    reader: Reader, raw: bytes, expected: type[Refusal]
) -> None:
    with pytest.raises(expected):
        read(reader, raw)

    assert read(reader, b"Lasku").pieces == (Piece(0, How.PLAIN, ("Lasku",)),)


def test_a_reader_that_hangs_or_breaks_down_says_so_in_the_words_of_reading(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = foreign.a_pdf("Lasku")
    monkeypatch.setattr("app.services.readers.SECONDS", -1)
    with pytest.raises(refusals.TookTooLong):
        reader.read(a_task(b"<p>" * 300_000, "a.html"), 0, lambda: (b"<html><b>" * 300_000,))
    monkeypatch.undo()

    read(reader, raw)
    assert reader._room._process is not None
    reader._room._process.kill()
    with pytest.raises(refusals.BrokeDown):
        read(reader, raw, 0)

    assert read(reader, raw).pages == 1


def test_pictures_stand_by_themselves_and_other_pages_together() -> None:
    pages = [("a", False), ("b", False), ("", True), ("", True), ("c", False)]

    assert pieces_of(How.LAYER, 5, pages) == (
        Piece(5, How.LAYER, ("a", "b")),
        Piece(7, How.PICTURE, ("",)),
        Piece(8, How.PICTURE, ("",)),
        Piece(9, How.LAYER, ("c",)),
    )
    assert pieces_of(How.LAYER, 0, []) == ()
