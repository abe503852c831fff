"""A copy of a server's office is one moment of it, however many write meanwhile."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest

from app.domain.shared.jobs import JobKind
from app.storage import checks, rows_between
from app.storage.backup_lists import LIST, write_list
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from app.storage.files import File
from app.storage.offices import create_office, open_office
from app.storage.rows_between import Digest
from app.storage.server_copies import copy_of_server
from app.storage.whole_copies import MovedWrong
from tests.storage.test_backing_up import BYTES, file_document

CLERKS = 8


def written(database: Database, who: str) -> None:
    with database.write() as unit:
        unit.audit.record(Deed(datetime.now(UTC), who, "tests.write", [[], {}]), Changes())


def chain_of(file: File) -> list[int]:
    with closing(file.open()) as copied:
        return [seq for (seq,) in copied.execute("SELECT seq FROM audit ORDER BY seq")]


def test_a_copy_made_while_eight_clerks_write_is_whole(bare_server: str, tmp_path: Path) -> None:
    create_office(bare_server).close()
    ended = Event()
    desks = [open_office(bare_server) for _ in range(CLERKS)]

    def work(number: int) -> None:
        while not ended.is_set():
            written(desks[number], f"clerk {number}")

    clerks = [Thread(target=work, args=(number,)) for number in range(CLERKS)]
    for one in clerks:
        one.start()
    mine = open_office(bare_server)
    try:
        made = [copy_of_server(mine, tmp_path / f"copy {number}")[0] for number in range(3)]
    finally:
        ended.set()
        for one in clerks:
            one.join()
        for desk in (*desks, mine):
            desk.close()

    for file in made:
        chain = chain_of(file)
        assert chain == list(range(1, len(chain) + 1))
        opened = open_office(file.path.parent)
        assert checks.check(opened) == ()
        opened.close()
    assert len(chain_of(made[-1])) > len(chain_of(made[0]))


def test_a_copy_lists_the_documents_without_their_bytes_and_wants_them_indexed(
    bare_server: str, tmp_path: Path
) -> None:
    source = create_office(bare_server)
    file_document(source, BYTES)

    _rows, contents = copy_of_server(source, tmp_path / "copy")

    listed = write_list(contents, tmp_path / LIST)
    assert list(listed.values()) == [len(BYTES)]
    with closing(contents.open()) as copied:
        assert copied.execute("SELECT count(*) FROM content_chunk").fetchone() == (0,)
    source.close()
    opened = open_office(tmp_path / "copy")
    with opened.read() as unit:
        documents = unit.connection.exec_driver_sql("SELECT count(*) FROM document").scalar()
        assert unit.jobs.count(JobKind.INDEX).waiting == documents
    opened.close()


def test_a_row_that_was_not_copied_as_it_is_ends_the_copy(
    bare_server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = create_office(bare_server)
    written(source, "Anna")
    monkeypatch.setattr(Digest, "with_row", lambda self, _row: Digest(self.rows, self.total + 1))
    monkeypatch.setattr(rows_between, "digest", lambda *_: Digest(0, 0))

    with pytest.raises(MovedWrong):
        copy_of_server(source, tmp_path / "copy")
    source.close()
