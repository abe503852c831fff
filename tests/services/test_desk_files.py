"""A desk file says where a company lies, and no file holds a password."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.outside import passwords
from app.services.desk_files import SUFFIX, NotADeskFile, place_of, write
from app.storage.server_address import NotAnAddress, Unprotected

ADDRESS = "postgresql://desk@localhost/lumo"


@pytest.fixture(autouse=True)
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep passwords for one test."""
    kept = passwords.Memory()
    monkeypatch.setattr("app.services.desk_files.keeper", lambda: kept)


def test_an_address_is_kept_in_the_file_and_its_password_is_not(tmp_path: Path) -> None:
    file = write(tmp_path / "new" / f"Lumo{SUFFIX}", ADDRESS, "hunter2")

    assert place_of(file) == "postgresql://desk:hunter2@localhost/lumo"
    assert "hunter2" not in file.read_text(encoding="utf-8")
    typed = write(tmp_path / f"Own{SUFFIX}", "postgresql://me:hunter3@localhost/lumo")
    assert place_of(typed) == "postgresql://me@localhost/lumo"


def test_any_other_place_is_what_it_is(tmp_path: Path) -> None:
    assert place_of(tmp_path) == tmp_path
    assert place_of(ADDRESS) == ADDRESS
    assert place_of(tmp_path / "Lumo.backdesk") == tmp_path / "Lumo.backdesk"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"server": 1}', '{"server": "mysql://a/b"}']
)
def test_a_file_that_says_nothing_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / f"Lumo{SUFFIX}"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(NotADeskFile):
        place_of(file)


def test_an_open_line_is_refused_when_it_is_written_and_when_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / f"Lumo{SUFFIX}"
    far = "postgresql://desk@office.example/lumo?sslmode=disable"

    with pytest.raises(Unprotected):
        write(file, far)
    with pytest.raises(NotAnAddress):
        write(file, "lumo")
    assert not file.exists()
    file.write_text(f'{{"server": "{far}"}}', encoding="utf-8")
    with pytest.raises(Unprotected):
        place_of(file)
