"""The terminal keeps an office: checks it, carries it, backs it up and brings it back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from app import cli
from app.outside.clock import FixedClock
from app.services import anchors, welcome
from app.services.permissions import Actor
from app.terminal import REFUSED
from tests.pairs import paired_backup
from tests.terminals import answer, at, made
from tests.users import OWNER, PASSWORD, password_of


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return made(tmp_path / "Lumo.backdesk")


def test_an_office_is_carried_as_one_file_and_unpacked_elsewhere(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed, other = tmp_path / "lumo.packed", tmp_path / "Other.backdesk"

    assert cli.main(["pack", str(packed), *at(office)]) == 0
    assert cli.main(["unpack", str(packed), *at(other)]) == 0

    capsys.readouterr()
    cli.main(["ask", "admin.company", "{}", *at(other)])
    assert answer(capsys)["name"] == "Lumo & Suoni Oy"


def test_an_office_becomes_an_ordinary_database(office: Path, tmp_path: Path) -> None:
    plain = tmp_path / "lumo.sqlite"

    assert cli.main(["export", "--plain", str(plain), *at(office)]) == 0

    assert plain.read_bytes()[:16] == b"SQLite format 3\x00"


def test_a_sound_office_has_nothing_to_tell(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert cli.main(["check", *at(office)]) == 0

    assert answer(capsys) == []


def test_carrying_notes_itself_in_the_audit(office: Path, tmp_path: Path) -> None:
    cli.main(["pack", str(tmp_path / "lumo.packed"), *at(office)])

    opened = welcome.open_office(office, FixedClock(date(2026, 3, 10)), Actor("Anna"))
    assert opened.ask(anchors.walk).rows == 2
    opened.close()


def test_what_a_check_finds_is_told_in_a_sentence(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "office (conflicted copy).db").touch()
    capsys.readouterr()

    assert cli.main(["check", *at(office)]) == 3

    (found,) = answer(capsys)
    assert found["code"] == "health.conflict"
    assert found["sentence"].startswith("There is a second copy")


def test_an_office_is_backed_up_practised_and_restored_elsewhere(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick, other = tmp_path / "stick", tmp_path / "Other.backdesk"
    stick.mkdir()
    capsys.readouterr()

    assert cli.main(["back-up", "--to", str(stick), *at(office)]) == 0
    (run,) = answer(capsys)
    assert cli.main(["backups", "--practise", *at(office)]) == 0
    told = answer(capsys)
    backup = stick / "Lumo backups" / run["name"]
    assert cli.main(["restore", str(backup), *at(other)]) == 0

    capsys.readouterr()
    cli.main(["ask", "admin.company", "{}", *at(other)])
    assert answer(capsys)["name"] == "Lumo & Suoni Oy"
    assert told["standing"] == "safe"
    assert told["plan"]["drills"][0]["problems"] == 0


def test_a_restore_takes_two_in_the_terminal_where_the_owner_asked_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    backup, other = paired_backup(tmp_path), tmp_path / "Other.backdesk"
    monkeypatch.setenv("BACKDESK_PASSWORD", PASSWORD)
    verb = ["restore", str(backup), *at(other), "--user", OWNER]
    capsys.readouterr()

    assert cli.main(verb) == REFUSED
    refused = json.loads(capsys.readouterr().err)["code"]
    monkeypatch.setenv("BACKDESK_SECOND_PASSWORD", password_of("Benno"))
    assert cli.main([*verb, "--second", "Benno"]) == 0

    assert refused == "from-backups.second-wanted"
    assert (other / "office.db").is_file()


def test_a_backup_to_a_place_that_is_gone_says_so(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert cli.main(["back-up", "--to", str(tmp_path / "gone"), *at(office)]) == REFUSED

    assert answer(capsys)[0]["code"] == "backup.no-place-there"


def test_without_a_backup_there_is_nothing_to_practise(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["backups", "--practise", *at(office)]) == REFUSED

    assert json.loads(capsys.readouterr().err)["code"] == "office.not-found"
