"""An office in a folder takes the place of one on a server whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.shared.jobs import JobKind
from app.storage import checks, rows_between
from app.storage.offices import create_office, open_office, open_with
from app.storage.presence import InUse
from app.storage.server_copies import copy_of_server
from app.storage.server_restoring import take_place
from app.storage.whole_copies import MovedWrong, Way
from tests.storage.test_backing_up import BYTES, file_document, quiet
from tests.storage.test_server_copies import written


def copied(url: str, tmp_path: Path) -> Path:
    source = open_office(url)
    copy_of_server(source, tmp_path / "Copy.backdesk")
    source.close()
    return tmp_path / "Copy.backdesk"


def rows(url: str) -> int:
    opened = open_office(url)
    with opened.read() as unit:
        found = unit.audit.count()
    opened.close()
    return found


def test_an_office_takes_the_place_of_another_and_its_documents_are_indexed(
    bare_server: str, folder: Path, tmp_path: Path
) -> None:
    first = open_office(folder)
    file_document(first, BYTES)
    create_office(bare_server).close()

    take_place(first, bare_server, quiet)
    keys = first.keys
    first.close()

    opened = open_with(bare_server, keys)
    assert [one.code for one in checks.check(opened)] == []
    with opened.read() as unit:
        documents = unit.connection.exec_driver_sql("SELECT count(*) FROM document").scalar()
        assert unit.jobs.count(JobKind.INDEX).waiting == documents
        (name,) = unit.connection.exec_driver_sql("SELECT sha256 FROM content").scalars()
    assert b"".join(opened.contents.get(name)) == BYTES
    opened.close()


def test_nothing_happens_while_a_desk_is_open(bare_server: str, tmp_path: Path) -> None:
    create_office(bare_server).close()
    fresh = open_office(copied(bare_server, tmp_path))
    desk = open_office(bare_server)
    written(desk, "Anna")

    with pytest.raises(InUse):
        take_place(fresh, bare_server, quiet)

    fresh.close()
    desk.close()
    assert rows(bare_server) == 1


def test_what_is_not_the_same_over_there_is_not_kept(
    bare_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_office(bare_server).close()
    fresh = open_office(copied(bare_server, tmp_path))
    desk = open_office(bare_server)
    written(desk, "Anna")
    desk.close()
    monkeypatch.setattr(rows_between, "_write", lambda *_: None)

    with pytest.raises(MovedWrong):
        take_place(fresh, bare_server, quiet)

    fresh.close()
    monkeypatch.undo()
    assert rows(bare_server) == 1


def test_a_way_tells_no_more_than_there_is() -> None:
    told: list[tuple[int, int]] = []
    way = Way(lambda done, of: told.append((done, of)), 3)

    way.told(2)
    way.told(2)

    assert told == [(2, 3), (3, 3)]
