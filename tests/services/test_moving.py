"""An office moves to a server and back, and nothing of it is another than it was."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from app.services import anchors, moving, users
from app.services.logging_in import Pass, log_in
from app.services.moving import Mover, SameKind
from app.services.office import Cancelled, ReadOnly
from app.services.permissions import NotAllowed
from app.storage import checks, moved, rows_between
from app.storage.database import Database
from app.storage.files import Use, open_file
from app.storage.identity import NotAnOffice
from app.storage.keys import LogInNeeded
from app.storage.offices import create_office, open_office
from app.storage.place import Exists, Unfinished
from app.storage.presence import InUse
from app.storage.rows_between import Digest
from app.storage.server_address import shown
from app.storage.server_keys import ServerKeys
from app.storage.types import metadata
from app.storage.whole_copies import CONTENT_TABLES, MovedWrong
from tests.databases import Samples, run_sql
from tests.users import CLOCK, NOBODY, OWNER, PASSWORD, entered_by, founded, let_in, password_of

OWN = {"office_keys", "document_entry", "audit", "audit_record"}
"""What moving itself writes: it is noted, and documents are indexed anew."""
ANYBODY = Mover(CLOCK, NOBODY)


def digests(database: Database) -> Mapping[str, Digest]:
    found = {}
    with database.rows.reader.begin() as rows, database.documents.reader.begin() as contents:
        tables = [(rows, one) for one in metadata.sorted_tables if one.name not in OWN]
        for connection, table in (*tables, *((contents, one) for one in CONTENT_TABLES)):
            found[table.name] = rows_between.digest(connection, table, lambda _rows: None)
    return found


def looked_at(where: Path | str) -> tuple[Mapping[str, Digest], object, list[str]]:
    """Return what an office holds, what its check says, and what is found in it."""
    office = log_in(where, CLOCK, NOBODY, Pass(), "reader")
    try:
        with office.database.read() as unit:
            found = unit.search.find("invoice", 50) + unit.search.find("lasku", 50)
        names = sorted(f"{one.kind}:{one.entity_id}" for one in found)
        return digests(office.database), checks.check(office.database), names
    finally:
        office.close()


def test_the_sample_company_goes_to_a_server_and_comes_back(
    sample_of: Samples, bare_server: str, tmp_path: Path
) -> None:
    folder, back = sample_of("FI"), tmp_path / "Back.backdesk"
    before = looked_at(folder)

    there = moving.move(folder, bare_server, ANYBODY)
    on_server = looked_at(bare_server)
    again = moving.move(bare_server, back, ANYBODY)

    assert before == on_server == looked_at(back)
    assert before[1] == ()
    assert before[2]
    assert there.documents == again.documents > 0
    assert again.chain > there.chain > 0
    for where in (folder, bare_server, back):
        office = log_in(where, CLOCK, NOBODY, Pass(), "reader")
        assert office.ask(anchors.walk).broken == ()
        office.close()


def test_what_was_moved_is_read_only_and_says_where_it_is(folder: Path, bare_server: str) -> None:
    moving.move(folder, bare_server, ANYBODY)

    office = log_in(folder, CLOCK, NOBODY, Pass())
    assert office.database.read_only_facts["why"] == "moved"
    assert office.database.read_only_facts["to"] == shown(bare_server)
    office.close()
    with pytest.raises(ReadOnly):
        moving.move(folder, bare_server, ANYBODY)
    moving.take_back(folder, ANYBODY)
    office = log_in(folder, CLOCK, NOBODY, Pass())
    assert not office.is_read_only
    office.close()


def test_a_desk_that_was_open_while_a_server_was_moved_writes_no_more(
    bare_server: str, tmp_path: Path
) -> None:
    create_office(bare_server).close()
    office = log_in(bare_server, CLOCK, NOBODY, Pass())
    with office.database.read() as unit:
        assert unit.audit.count() == 0
    with pytest.raises(InUse):
        moving.move(bare_server, tmp_path / "Back.backdesk", ANYBODY)
    office.close()
    moving.move(bare_server, tmp_path / "Back.backdesk", ANYBODY)

    with pytest.raises(ReadOnly):
        moving.move(bare_server, tmp_path / "Again.backdesk", ANYBODY)
    with pytest.raises(DBAPIError, match="moved"):
        run_sql(bare_server, "INSERT INTO audit SELECT * FROM audit")
    moving.take_back(bare_server, ANYBODY)
    office = log_in(bare_server, CLOCK, NOBODY, Pass())
    with office.database.read() as unit:
        assert unit.audit.count() == 2
    office.close()


def test_users_their_passwords_and_what_is_sealed_go_along(
    folder: Path, bare_server: str, tmp_path: Path
) -> None:
    office = entered_by(founded(folder))
    let_in(office, "Boon", "sales")
    office.close()
    before = (folder / "keys.json").read_text(encoding="utf-8")
    back = tmp_path / "Back.backdesk"

    with pytest.raises(NotAllowed):
        moving.move(folder, bare_server, Mover(CLOCK, NOBODY, Pass(password_of("Boon"), "Boon")))
    owner = Mover(CLOCK, NOBODY, Pass(PASSWORD, OWNER))
    moving.move(folder, bare_server, owner)
    with pytest.raises(LogInNeeded):
        open_office(bare_server)
    boon = entered_by(bare_server, "Boon", password_of("Boon"))
    with pytest.raises(NotAllowed):
        boon.ask(users.rows)
    boon.close()
    moving.move(bare_server, back, owner)

    assert (back / "keys.json").read_text(encoding="utf-8") == before
    entered_by(back).close()


@pytest.mark.parametrize("is_killed", [False, True])
def test_a_move_that_was_broken_off_leaves_the_source_and_opens_for_nobody(
    folder: Path, bare_server: str, *, is_killed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, of: int) -> None:
        if done > of // 2:
            raise KeyboardInterrupt if is_killed else Cancelled

    with pytest.raises(KeyboardInterrupt if is_killed else Cancelled):
        moving.move(folder, bare_server, ANYBODY, stop)

    with pytest.raises(Unfinished if is_killed else NotAnOffice):
        open_office(bare_server)
    office = log_in(folder, CLOCK, NOBODY, Pass())
    assert not office.is_read_only
    office.close()
    moving.move(folder, bare_server, ANYBODY)
    log_in(bare_server, CLOCK, NOBODY, Pass()).close()


def die(done: int, of: int) -> None:
    """End the process at half of the way, as a power cut would."""
    if done > of // 2:
        os._exit(9)


def test_a_process_that_dies_in_a_move_leaves_the_folder_usable(
    folder: Path, bare_server: str
) -> None:
    given = (folder, bare_server, ANYBODY, die)
    dying = multiprocessing.get_context("spawn").Process(target=moving.move, args=given)
    dying.start()
    dying.join()

    assert dying.exitcode == 9
    with pytest.raises(Unfinished):
        open_office(bare_server)
    office = log_in(folder, CLOCK, NOBODY, Pass())
    assert not office.is_read_only
    assert checks.check(office.database) == ()
    office.close()
    moving.move(folder, bare_server, ANYBODY)
    log_in(bare_server, CLOCK, NOBODY, Pass()).close()


def test_a_move_to_a_folder_that_is_cancelled_leaves_nothing(
    bare_server: str, tmp_path: Path
) -> None:
    create_office(bare_server).close()

    def stop(_done: int, _of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        moving.move(bare_server, tmp_path / "Back.backdesk", ANYBODY, stop)

    assert not (tmp_path / "Back.backdesk").exists()
    open_office(bare_server).close()


def test_a_text_of_old_with_u0000_moves_without_it_and_the_log_says_which(
    sample_of: Samples, bare_server: str
) -> None:
    folder = sample_of("FI")
    office = log_in(folder, CLOCK, NOBODY, Pass())
    assert office.database.file is not None
    key, page = office.database.keys.files, office.database.file.page
    office.close()
    with closing(open_file(folder / "office.db", key, Use.WRITE, page)) as raw:
        wanted = "SELECT id, town FROM contact ORDER BY id LIMIT 1"
        contact, town = raw.execute(wanted).fetchone()
        raw.execute("UPDATE contact SET town = ? WHERE id = ?", (f"Bell\0 {town}", contact))

    done = moving.move(folder, bare_server, ANYBODY)

    assert done.cleaned == (f"contact:{contact}",)
    there = log_in(bare_server, CLOCK, NOBODY, Pass(), "reader")
    with there.database.read() as unit:
        towns = unit.connection.exec_driver_sql("SELECT id, town FROM contact").all()
        told = unit.connection.exec_driver_sql("SELECT command FROM audit ORDER BY seq DESC")
        newest = told.scalars().first()
    assert (contact, f"Bell {town}") in {tuple(one) for one in towns}
    assert newest == "moving.clean"
    assert there.ask(anchors.walk).broken == ()
    there.close()


def test_nothing_is_ever_written_over(folder: Path, bare_server: str) -> None:
    run_sql(bare_server, "CREATE TABLE mine (a INT)")

    with pytest.raises(Exists):
        moving.move(folder, bare_server, ANYBODY)
    with pytest.raises(SameKind):
        moving.move(folder, folder.with_name("Other.backdesk"), ANYBODY)
    with pytest.raises(NotAnOffice):
        ServerKeys(bare_server).read()


def test_one_row_that_differs_ends_a_move(
    folder: Path, bare_server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = rows_between._write

    def spoilt(target: object, table: object, rows: list[rows_between.Row]) -> None:
        if getattr(table, "name", "") == "office":
            rows = [(*rows[0][:-1], "2020-01-01T00:00:00.000000+00:00")]
        written(target, table, rows)  # type: ignore[arg-type]  # as it is called

    monkeypatch.setattr(rows_between, "_write", spoilt)
    with pytest.raises(MovedWrong) as refused:
        moving.move(folder, bare_server, ANYBODY)

    assert refused.value.facts["table"] == "office"
    assert moved.folder_moved_to(folder) == ""
    with pytest.raises(Unfinished):
        open_office(bare_server)
