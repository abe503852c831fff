"""The terminal's door: JSON in and out, exit codes, sentences."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from app import cli
from app.terminal import CHANGED, REFUSED
from tests.terminals import TODAY, answer, at, made


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return made(tmp_path / "Lumo.backdesk")


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


def test_who_was_first_and_when_is_told_and_has_a_code_of_its_own(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    cli.main(["do", "contacts.add", '{"form": {"name": "Aamu"}}', *at(office)])
    one = answer(capsys)
    known = {"contact_id": one["id"], "version": one["version"]}
    theirs = json.dumps({**known, "form": {"name": "Aamu Oy"}})
    assert cli.main(["do", "contacts.change", theirs, *at(office), "--who", "Bert"]) == 0
    capsys.readouterr()

    mine = json.dumps({**known, "form": {"name": "Aamu Ab"}})
    assert cli.main(["do", "contacts.change", mine, *at(office), "--who", "Anna"]) == CHANGED == 4

    told = json.loads(capsys.readouterr().err)
    assert told["sentence"].startswith("Bert changed this record in the meantime, ")
    assert told["facts"]["version"] == one["version"] + 1


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


@pytest.mark.parametrize("option", [("--who", "Anna\udce4"), ("--name", "\ud800")])
def test_an_argument_that_is_no_text_is_a_wrong_call(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], option: tuple[str, str]
) -> None:
    assert cli.main(["new", "--office", str(tmp_path / "a.backdesk"), *option]) == 2

    assert json.loads(capsys.readouterr().err)["facts"]["at"] == option[0]
    assert list(tmp_path.iterdir()) == []


def test_users_are_founded_and_log_in_through_the_terminal(
    office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKDESK_NEW_PASSWORD", "correct horse")
    capsys.readouterr()
    assert cli.main(["found-users", "--office", str(office), "--user", "Anna"]) == 0
    code = capsys.readouterr().out.strip()

    assert cli.main(["ask", "users.me", "{}", "--office", str(office)]) == REFUSED
    assert json.loads(capsys.readouterr().err)["code"] == "keys.log-in-needed"
    monkeypatch.setenv("BACKDESK_PASSWORD", "correct horse")
    assert cli.main(["ask", "users.me", "{}", "--office", str(office), "--user", "anna"]) == 0
    assert answer(capsys)["roles"] == ["owner"]
    monkeypatch.setenv("BACKDESK_PASSWORD", code)
    monkeypatch.setenv("BACKDESK_NEW_PASSWORD", "battery staple")
    assert cli.main(["recover", "--office", str(office), "--user", "Anna"]) == 0
    assert capsys.readouterr().out.strip() not in ("", code)
