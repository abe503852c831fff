"""A guarded command that works with files waits with their bytes, which go when it is decided."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.admin.approvals import MovedOn, parts_of
from app.domain.admin.users import Approval, Decision, SecondPair
from app.domain.shared.imports import ImportKind, Plan, Source
from app.domain.shared.refusals import OfficeError
from app.services import approvals, archive, contacts, door, imports, kept_arguments
from app.services.guarded import GUARDED
from app.services.kept_arguments import NoFile, TooLarge
from app.services.office import Office
from app.services.second_looks import Waits
from app.storage.database import Database
from app.storage.keybook import EVERYTHING
from app.storage.offices import create_office, renew
from tests.pairs import approve, ask_for, paired, seen_by, waiting
from tests.trade import count
from tests.users import OWNER, PASSWORD, entered_by, founded, let_in, password_of

TABLE = b"Name;City\nKone Oy;Espoo\nVene Oy;Hanko\n"
PAPER = b"a paper that nobody reads in the rows"


@pytest.fixture(autouse=True)
def guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guard commands that work with a path and with bytes."""
    monkeypatch.setitem(GUARDED, "imports.run", ("delete", "import"))
    monkeypatch.setitem(GUARDED, "archive.file", ("delete", "document"))


@pytest.fixture
def anna(database: Database) -> Office:
    return paired(database, SecondPair.DELETE)


@pytest.fixture
def plan(anna: Office, tmp_path: Path) -> Plan:
    source = tmp_path / "customers.csv"
    source.write_bytes(TABLE)
    return anna.ask(imports.look, ImportKind.CONTACTS, Source(source)).plan


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let temporary files lie where the test looks: none is left after it."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


def lying(database: Database) -> Approval:
    with database.read() as unit:
        (one,) = (*unit.approvals.waiting(), *unit.approvals.decided(9))
        return one


def names(office: Office) -> list[str]:
    return sorted(row.name for row in office.ask(contacts.find, "oy"))


def test_an_import_waits_and_is_done_though_its_file_is_gone(
    database: Database, anna: Office, plan: Plan, temporary: Path
) -> None:
    with pytest.raises(Waits):
        anna.do(imports.run, plan)
    assert names(anna) == []
    assert plan.source.path is not None
    plan.source.path.unlink()

    (file,) = seen_by(anna).ask(approvals.seen, waiting(anna).approval.id).files
    assert (file.name, file.size) == ("customers.csv", len(TABLE))
    approve(seen_by(anna))

    assert names(anna) == ["Kone Oy", "Vene Oy"]
    (run,) = anna.ask(imports.runs)
    assert run.name == "customers.csv"
    assert parts_of(lying(database).arguments)[1] == ""


def test_through_the_door_of_scripts_bytes_wait_too(
    database: Database, anna: Office, temporary: Path
) -> None:
    given = {"name": "a.txt", "media_type": "text/plain", "content": "YSBwYXBlcg=="}
    with pytest.raises(Waits):
        door.do(anna, "archive.file", given)
    one = waiting(seen_by(anna)).approval

    wanted = {"approval_id": int(one.id), "version": one.version}
    done = door.do(seen_by(anna), "approvals.approve", wanted)

    assert done["approval"]["decision"] == "approved"
    assert done["result"]["size"] == len(b"a paper")
    assert count(anna, "document") == 1


def test_in_the_rows_nobody_reads_the_bytes(database: Database, anna: Office) -> None:
    with pytest.raises(Waits):
        anna.do(archive.file, "a.txt", "text/plain", PAPER)

    asked, files = parts_of(lying(database).arguments)
    assert files
    assert json.loads(asked)["arguments"]["content"] is None
    assert "nobody reads" not in lying(database).arguments
    assert waiting(seen_by(anna)).approval.arguments == ""


@pytest.mark.parametrize("end", ["refuse", "withdraw", "again"])
def test_the_bytes_are_dropped_however_it_ends(database: Database, anna: Office, end: str) -> None:
    with pytest.raises(Waits):
        anna.do(archive.file, "a.txt", "text/plain", PAPER)
    one = waiting(anna).approval

    if end == "refuse":
        seen_by(anna).do(approvals.refuse, one.id, one.version, "Not this one")
    elif end == "withdraw":
        anna.do(approvals.withdraw, one.id, one.version)
    else:
        with pytest.raises(Waits):
            anna.do(archive.file, "a.txt", "text/plain", PAPER)

    with database.read() as unit:
        (ended,) = unit.approvals.decided(9)
    assert ended.decision is not Decision.WAITING
    assert parts_of(ended.arguments)[1] == ""
    (row,) = anna.ask(approvals.history)
    (file,) = anna.ask(approvals.seen, row.approval.id).files
    assert file.size == len(PAPER)
    assert count(anna, "archive_file") == 0


def test_what_is_refused_on_approval_is_rolled_back_and_waits_with_its_bytes(
    database: Database, anna: Office, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    with pytest.raises(Waits):
        anna.do(archive.file, "a.txt", "text/plain", PAPER)
    before = lying(database)

    with monkeypatch.context() as patched:
        patched.setattr(
            approvals,
            "given_back",
            lambda asked, _contents: kept_arguments.given_back(asked, (b"something else",)),
        )
        with pytest.raises(MovedOn):
            approve(seen_by(anna))

    assert lying(database) == before
    assert count(anna, "document") == 0
    approve(seen_by(anna))
    assert count(anna, "document") == 1


def test_more_than_is_kept_is_refused_in_words_and_nothing_waits(
    anna: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_arguments, "MOST", len(PAPER) - 1)

    with pytest.raises(TooLarge):
        anna.do(archive.file, "a.txt", "text/plain", PAPER)

    assert count(anna, "approval") == 0
    assert count(anna, "document") == 0


def test_where_nobody_is_asked_for_no_file_is_too_large(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_arguments, "MOST", 1)

    paired(database).do(archive.file, "a.txt", "text/plain", PAPER)


def test_a_folder_does_not_wait(
    anna: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(GUARDED, "taking_back.take_back", ("delete", "import"))

    with pytest.raises(NoFile):
        door.do(anna, "taking_back.take_back", {"folder": str(tmp_path)})

    assert count(anna, "approval") == 0


def test_an_errand_waits_with_its_bytes_too(
    database: Database, anna: Office, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    monkeypatch.setitem(GUARDED, "stationery.put", ("delete", "company"))
    given = {"which": "sheet", "content": "bm8gZm9udA=="}
    with pytest.raises(Waits):
        door.do(anna, "stationery.put", given)

    with pytest.raises(OfficeError):
        approve(seen_by(anna))

    one = lying(database)
    assert one.decision is Decision.WAITING
    assert parts_of(one.arguments)[1]


@pytest.fixture(params=["folder", "bare_server"])
def place(request: pytest.FixtureRequest) -> Path | str:
    """Return where an office lies that has an owner: a folder, or a server."""
    where: Path | str = request.getfixturevalue(request.param)
    if isinstance(where, str):
        create_office(where).close()
    return founded(where)


def test_with_new_keys_of_the_office_what_waits_is_done_with_its_bytes(place: Path | str) -> None:
    office = entered_by(place)
    let_in(office, "Benno", "owner")
    ask_for(office, SecondPair.DELETE)
    with pytest.raises(Waits):
        office.do(archive.file, "a.txt", "text/plain", PAPER)
    former = office.database.keys.files
    office.close()

    renew(place, (OWNER, PASSWORD), {OWNER: EVERYTHING, "Benno": EVERYTHING})
    benno = entered_by(place, "Benno", password_of("Benno"))

    assert benno.database.keys.files != former
    approve(benno)
    assert count(benno, "document") == 1
    benno.close()
