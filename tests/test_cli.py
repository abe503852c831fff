"""The terminal's door: JSON in and out, exit codes, sentences."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.outside.clock import FixedClock
from app.services import anchors, welcome
from app.services.permissions import Actor

TODAY = ("--today", "2026-03-10")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "Lumo.backdesk"
    made = cli.main(["new", "--office", str(path), "--name", "Lumo & Suoni Oy", *TODAY])
    assert made == 0
    return path


def answer(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_a_query_answers_in_json(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()

    assert cli.main(["ask", "admin.company", "{}", "--office", str(office)]) == 0

    assert answer(capsys)["name"] == "Lumo & Suoni Oy"


def test_a_command_reads_standard_input(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    contact = {"form": {"name": "Kahvila Ääni", "number": "1042"}}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(contact)))
    capsys.readouterr()

    assert cli.main(["do", "contacts.add", "--office", str(office), *TODAY]) == 0

    assert answer(capsys)["name"] == "Kahvila Ääni"


def test_a_decimal_may_be_written_as_a_json_number_and_stays_exact(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    product = (
        '{"form": {"code": "A", "names": {"fi": "Kahvi"}, "unit": "pkt", "vat": "S13",'
        ' "price": 4.95, "currency": "EUR"}}'
    )
    capsys.readouterr()
    cli.main(["ask", "admin.pack", "{}", *at(office)])
    code = answer(capsys)["vat"][1]["code"]

    assert cli.main(["do", "products.add", product.replace("S13", code), *at(office)]) == 0
    assert answer(capsys)["price"] == "4.95"


def at(office: Path) -> tuple[str, ...]:
    return ("--office", str(office), *TODAY)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (("do", "contacts.add", "{"), 2),
        (("do", "contacts.add", '{"form": {}}'), 2),
        (("do", "contacts.add", '{"form": {"name": 3}}'), 2),
        (("ask", "contacts.get", '{"contact_id": 1}'), 3),
        (("do", "contacts.fly", "{}"), 3),
    ],
)
def test_what_is_refused_says_code_sentence_and_facts(
    office: Path, capsys: pytest.CaptureFixture[str], call: tuple[str, ...], code: int
) -> None:
    capsys.readouterr()

    assert cli.main([*call, *at(office)]) == code

    told = json.loads(capsys.readouterr().err)
    assert set(told) == {"code", "sentence", "facts"}
    assert len(told["sentence"]) > 10


def test_a_refusal_is_told_in_the_language_asked_for(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = []
    for language in ("en", "fi", "th"):
        capsys.readouterr()
        cli.main(["ask", "contacts.get", '{"contact_id": 1}', *at(office), "--language", language])
        said.append(json.loads(capsys.readouterr().err)["sentence"])

    assert len(set(said)) == 3


def test_every_command_is_printed_with_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["commands"]) == 0

    names = {one["name"]: one for one in answer(capsys)}
    assert names["contacts.add"]["arguments"]["required"] == ["form"]
    assert names["contacts.get"]["kind"] == "query"


def test_an_office_that_exists_is_not_made_again(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["new", "--office", str(office), "--name", "Other", *TODAY]) == 3
    assert json.loads(capsys.readouterr().err)["code"] == "place.exists"


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


def test_every_problem_of_a_form_is_told_in_a_sentence(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {"scheme": "fi.vat", "value": "FI12345670"}
    form = {"form": {"name": "Lumo", "identifiers": [wrong]}}
    capsys.readouterr()

    assert cli.main(["do", "contacts.add", json.dumps(form), *at(office)]) == 3

    problem = json.loads(capsys.readouterr().err)["facts"]["problems"][0]
    assert problem["field"] == "identifiers.0.value"
    assert "10" in problem["sentence"] and "1" in problem["sentence"]


def test_a_day_far_from_now_is_a_wrong_call(capsys: pytest.CaptureFixture[str]) -> None:
    for day in ("9999-12-31", "0001-01-01", "20260310", "2026-02-30"):
        with pytest.raises(SystemExit) as ended:
            cli.main(["new", "--office", "x", "--today", day])

        assert ended.value.code == 2


@pytest.mark.parametrize(
    "json",
    ['{"form": {"name": "\\ud800"}}', '{"\\ud800": 1}', "[" * 100_000, '{"form": 1e999999999}'],
)
def test_json_that_would_break_what_is_behind_is_a_wrong_call(
    office: Path, capsys: pytest.CaptureFixture[str], json: str
) -> None:
    capsys.readouterr()

    assert cli.main(["do", "contacts.add", json, *at(office)]) == 2

    assert "codec.not-fitting" in capsys.readouterr().err


def test_json_may_begin_with_the_mark_of_a_windows_pipe(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert cli.main(["ask", "admin.company", "\ufeff{}", *at(office)]) == 0


def test_what_a_check_finds_is_told_in_a_sentence(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "office (conflicted copy).db").touch()
    capsys.readouterr()

    assert cli.main(["check", *at(office)]) == 3

    (found,) = answer(capsys)
    assert found["code"] == "health.conflict"
    assert found["sentence"].startswith("There is a second copy")


@pytest.mark.parametrize("option", [("--who", "Anna\udce4"), ("--name", "\ud800")])
def test_an_argument_that_is_no_text_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: tuple[str, str]
) -> None:
    assert cli.main(["new", "--office", str(tmp_path / "a.backdesk"), *option]) == 2

    assert json.loads(capsys.readouterr().err)["facts"]["at"] == option[0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe without a reader is told otherwise")
def test_a_reader_that_has_gone_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ended = subprocess.run(
        [sys.executable, "-m", "app", "commands"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )

    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


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


def test_a_backup_to_a_place_that_is_gone_says_so(
    office: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()

    assert cli.main(["back-up", "--to", str(tmp_path / "gone"), *at(office)]) == cli.REFUSED

    assert answer(capsys)[0]["code"] == "backup.no-place-there"


def test_without_a_backup_there_is_nothing_to_practise(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["backups", "--practise", *at(office)]) == cli.REFUSED

    assert json.loads(capsys.readouterr().err)["code"] == "office.not-found"


def test_users_are_founded_and_log_in_through_the_terminal(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKDESK_NEW_PASSWORD", "correct horse")
    capsys.readouterr()
    assert cli.main(["found-users", "--office", str(office), "--user", "Anna"]) == 0
    code = capsys.readouterr().out.strip()

    assert cli.main(["ask", "users.me", "{}", "--office", str(office)]) == cli.REFUSED
    assert json.loads(capsys.readouterr().err)["code"] == "keys.log-in-needed"
    monkeypatch.setenv("BACKDESK_PASSWORD", "correct horse")
    assert cli.main(["ask", "users.me", "{}", "--office", str(office), "--user", "anna"]) == 0
    assert answer(capsys)["roles"] == ["owner"]
    monkeypatch.setenv("BACKDESK_PASSWORD", code)
    monkeypatch.setenv("BACKDESK_NEW_PASSWORD", "battery staple")
    assert cli.main(["recover", "--office", str(office), "--user", "Anna"]) == 0
    assert capsys.readouterr().out.strip() not in ("", code)
