"""The window opens over the office that was open last, if it is still there."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.admin.preferences import Preferences
from app.main import last_office, ways
from app.services.welcome import NewOffice
from app.ui.kit.settings import Settings


@pytest.fixture(autouse=True)
def own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path / "config"))


def test_the_office_that_was_open_last_opens_again(tmp_path: Path) -> None:
    settings = Settings(Preferences(recent=(str(tmp_path), "elsewhere")))

    assert last_office(settings) == tmp_path


def test_an_office_that_is_gone_is_not_opened(tmp_path: Path) -> None:
    settings = Settings(Preferences(recent=(str(tmp_path / "gone"), str(tmp_path))))

    assert last_office(settings) is None


def test_the_first_start_opens_nothing() -> None:
    assert last_office(Settings(Preferences())) is None


def test_the_ways_reach_real_offices(tmp_path: Path) -> None:
    reached = ways()
    path = tmp_path / "Lumo.backdesk"

    reached.create(path, NewOffice("Lumo", "FI", "fi"), "secret").close()
    office = reached.open(path, "secret", "")

    assert office.who.name
    office.close()
