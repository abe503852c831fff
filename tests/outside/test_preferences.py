"""The preferences file is read back as it was written, and never stops a start."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.admin.preferences import Geometry, Preferences
from app.outside import preferences as file


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(file.FOLDER, str(tmp_path / "config"))
    return tmp_path / "config"


def test_what_was_written_is_read_back() -> None:
    kept = Preferences(
        language="th",
        look="dark",
        text_size=150,
        is_still=True,
        geometry=Geometry(10, 20, 1280, 800, is_maximised=True),
        recent=('C:\\Työ\\"Lumo".backdesk', "/home/น้ำ.backdesk"),
        columns={"invoices": ("number:120", "-due:90")},
        session={"/a b": ("invoices", "invoice:17")},
    )

    file.write(kept)

    assert file.read() == kept


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(path=st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_every_path_survives(path: str) -> None:
    file.write(Preferences(recent=(path,)))

    assert file.read().recent == (path,)


@pytest.mark.parametrize("broken", ["", "[", "look = 3", "text_size = 'huge'", "geometry = 1"])
def test_a_broken_file_is_the_default(folder: Path, broken: str) -> None:
    folder.mkdir()
    (folder / file.FILE).write_text(broken, encoding="utf-8")

    assert file.read() == Preferences()


def test_a_folder_that_cannot_be_written_keeps_nothing_and_says_nothing(folder: Path) -> None:
    folder.write_text("in the way")

    file.write(Preferences(look="dark"))

    assert file.read() == Preferences()


def test_without_a_named_folder_it_lies_with_the_users_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(file.FOLDER)

    assert file.place().name == file.FILE
    assert "backdesk" in str(file.place()).lower()
