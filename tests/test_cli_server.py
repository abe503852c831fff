"""From the terminal an office moves to a server and back, and a keeper gets what to run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app import cli
from app.domain.admin.serving import ServerFacts
from app.storage import server_setup
from app.terminal import REFUSED

FIT = ServerFacts(16, "UTF8", "on", "on", has_checksums=True)


def test_an_office_moves_there_and_back(
    folder: Path,
    bare_server: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    back = tmp_path / "Back.backdesk"
    bare = bare_server.replace("postgresql+psycopg:", "postgresql:")

    monkeypatch.setattr(server_setup, "facts_of", lambda _url: FIT)
    assert cli.main(["move", "--office", str(folder), "--to", bare]) == 0
    assert json.loads(capsys.readouterr().out)["chain"] > 0
    assert cli.main(["move", "--office", bare, "--to", str(back)]) == 0
    assert cli.main(["check", "--office", str(back)]) == 0
    assert cli.main(["move", "--office", str(folder), "--to", bare]) == REFUSED
    assert cli.main(["take-back", "--office", str(folder)]) == 0
    assert cli.main(["check", "--office", str(folder)]) == 0


def test_the_keeper_of_a_server_gets_the_sql(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BACKDESK_DATABASE_PASSWORD", "secret")

    assert cli.main(["serve-setup", "--database", "lumo", "--sql"]) == 0

    assert capsys.readouterr().out.splitlines()[:2] == [
        "CREATE ROLE \"backdesk\" LOGIN CREATEROLE PASSWORD 'secret';",
        'CREATE DATABASE "lumo" OWNER "backdesk" ENCODING \'UTF8\' TEMPLATE template0;',
    ]
