"""An office is made once, opened again, and what is no office is said to be none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.domain.shared.refusals import OfficeError
from app.domain.shared.search import SearchItem
from app.storage.files import Use, open_file
from app.storage.identity import Newer, NotAnOffice
from app.storage.keys import BrokenKeys, NoKeys, PasswordNeeded, WrongPassword, read_keys
from app.storage.offices import create_office, open_office
from app.storage.place import Exists, Incomplete, Unfinished
from app.storage.presence import InUse


def put_something(where: Path | str, password: str = "") -> None:
    opened = open_office(where, password)
    with opened.write() as unit:
        unit.search.put(SearchItem("contact", 1, "Lumo"))
    opened.close()


def finds_it(where: Path | str, password: str = "") -> bool:
    opened = open_office(where, password, wants="reader")
    with opened.read() as unit:
        found = bool(unit.search.find("lumo", 1))
    opened.close()
    return found


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    create_office(tmp_path / "A.backdesk").close()

    put_something(tmp_path / "A.backdesk")

    assert finds_it(tmp_path / "A.backdesk")


def test_an_office_with_a_password_opens_with_it_alone(tmp_path: Path) -> None:
    path = tmp_path / "A.backdesk"
    create_office(path, "hunter2").close()
    put_something(path, "hunter2")

    with pytest.raises(PasswordNeeded):
        open_office(path)
    with pytest.raises(WrongPassword):
        open_office(path, "hunter3")
    assert finds_it(path, "hunter2")


def test_nothing_that_exists_is_overwritten(folder: Path) -> None:
    put_something(folder)

    with pytest.raises(Exists):
        create_office(folder)

    assert finds_it(folder)


def test_a_file_of_that_name_is_not_overwritten_either(tmp_path: Path) -> None:
    path = tmp_path / "A.backdesk"
    path.write_text("a diary")

    with pytest.raises(Exists):
        create_office(path)
    with pytest.raises(NotAnOffice):
        open_office(path)

    assert path.read_text() == "a diary"


def test_a_folder_that_cannot_be_filled_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.storage.place.finish", unplugged)

    with pytest.raises(OfficeError):
        create_office(tmp_path / "A.backdesk")

    assert list(tmp_path.iterdir()) == []


def unplugged(_path: Path) -> None:
    raise OSError(28, "No space left on device")


def test_an_office_whose_making_was_interrupted_is_said_to_be_unfinished(folder: Path) -> None:
    (folder / "unfinished").touch()

    with pytest.raises(Unfinished):
        open_office(folder)


@pytest.mark.parametrize("name", ["office.db", "archive.db"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()

    with pytest.raises(Incomplete) as refused:
        open_office(folder)

    assert refused.value.facts["file"] == name


@pytest.mark.parametrize("name", ["office.db", "archive.db"])
@pytest.mark.parametrize("size", [0, 1, 4096, 3 * 4096, -1])
def test_a_truncated_file_is_never_opened(folder: Path, name: str, size: int) -> None:
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[:size])

    with pytest.raises(OfficeError) as refused:
        open_office(folder)

    assert refused.value.code in ("place.incomplete", "storage.damaged")


def test_a_missing_key_file_is_said(folder: Path) -> None:
    (folder / "keys.json").unlink()

    with pytest.raises(NoKeys):
        open_office(folder)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"product": "backdesk"}', b"[1]"])
def test_a_broken_key_file_is_said(folder: Path, content: bytes) -> None:
    (folder / "keys.json").write_bytes(content)

    with pytest.raises(BrokenKeys):
        open_office(folder)


def test_a_file_of_another_office_is_not_accepted(folder: Path, tmp_path: Path) -> None:
    create_office(tmp_path / "Other.backdesk").close()
    shutil.copy(tmp_path / "Other.backdesk" / "archive.db", folder / "archive.db")

    with pytest.raises(NotAnOffice):
        open_office(folder)


def test_another_database_with_our_key_is_no_office(folder: Path) -> None:
    keys = read_keys(folder / "keys.json", "")
    (folder / "office.db").write_bytes(b"")
    other = open_file(folder / "office.db", keys.files, Use.WRITE)
    other.execute("CREATE TABLE recipe (name TEXT) STRICT")
    other.close()

    with pytest.raises(NotAnOffice):
        open_office(folder)


def test_what_is_no_office_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").touch()

    with pytest.raises(NotAnOffice):
        open_office(tmp_path)
    with pytest.raises(NotAnOffice):
        open_office(tmp_path / "nothing")


def test_a_newer_office_is_refused_and_stays_as_it_is(folder: Path) -> None:
    database = open_office(folder)
    with database.write() as unit:
        unit.connection.exec_driver_sql("UPDATE schema_revision SET version_num = '0999'")
    database.close()

    with pytest.raises(Newer) as refused:
        open_office(folder)

    assert refused.value.facts["revision"] == "0999"


def test_a_second_window_may_read_and_is_told_who_has_the_office(folder: Path) -> None:
    first = open_office(folder)

    second = open_office(folder)
    facts = second.read_only_facts
    second.close()
    first.close()

    assert facts["why"] == "in-use"
    assert {"by", "name", "machine", "since"} <= set(facts)
    assert facts["by"] == "window"


def test_a_script_is_refused_at_once_while_a_window_has_the_office(folder: Path) -> None:
    window = open_office(folder)

    with pytest.raises(InUse):
        open_office(folder, wants="script")
    window.close()

    open_office(folder, wants="script").close()


def test_an_office_on_a_server_is_made_once_and_opened_again(bare_server: str) -> None:
    with pytest.raises(NotAnOffice):
        open_office(bare_server)
    create_office(bare_server).close()
    with pytest.raises(Exists):
        create_office(bare_server)

    put_something(bare_server)

    assert finds_it(bare_server)
