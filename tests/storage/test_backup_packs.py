"""Packs hold each document once, and give out only bytes that prove to be its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from app.storage.backup_packs import held_in, read_pack, write_pack
from app.storage.database import Database
from app.storage.faults import Damaged
from app.storage.files import PAGE, Use, open_file
from app.storage.offices import open_office

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
SMALL, LARGE = b"small", b"l" * 2_500_000
KEY = b"k" * 32


@pytest.fixture
def office(folder: Path) -> Iterator[Database]:
    opened = open_office(folder)
    for content in (b"", SMALL, LARGE):
        opened.contents.put((content,))
    yield opened
    opened.close()


def name_of(content: bytes) -> str:
    return sha256(content).hexdigest()


def test_a_pack_gives_back_the_bytes_of_each_document(office: Database, tmp_path: Path) -> None:
    names = [name_of(content) for content in (b"", SMALL, LARGE)]
    write_pack(tmp_path / "p.db", KEY, office.contents, names)

    found = dict.fromkeys(names, b"")
    for name, _position, piece in read_pack(tmp_path / "p.db", KEY, names):
        found[name] += piece

    assert found == {name_of(content): content for content in (b"", SMALL, LARGE)}
    assert held_in([tmp_path / "p.db"], KEY).keys() == set(names)


def test_only_what_is_asked_for_is_read(office: Database, tmp_path: Path) -> None:
    write_pack(tmp_path / "p.db", KEY, office.contents, [name_of(SMALL), name_of(LARGE)])

    found = list(read_pack(tmp_path / "p.db", KEY, [name_of(SMALL)]))

    assert found == [(name_of(SMALL), 0, SMALL)]


def test_a_pack_of_another_key_holds_nothing(office: Database, tmp_path: Path) -> None:
    write_pack(tmp_path / "p.db", KEY, office.contents, [name_of(SMALL)])

    assert held_in([tmp_path / "p.db"], b"o" * 32) == {}


def test_bytes_that_are_not_the_documents_own_are_refused(office: Database, tmp_path: Path) -> None:
    write_pack(tmp_path / "p.db", KEY, office.contents, [name_of(SMALL)])
    with closing(open_file(tmp_path / "p.db", KEY, Use.WRITE, PAGE)) as pack:
        pack.execute("UPDATE chunk SET bytes = ?", (b"other",))

    with pytest.raises(Damaged):
        list(read_pack(tmp_path / "p.db", KEY, [name_of(SMALL)]))
