"""The stage drives the window by keys and photographs it; a crash or a stall ends the tour."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.tour import stage as stages
from app.tour.stage import Stage, TooSlow, UnsavedSettings
from app.tour.story import ways


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    stage = Stage(ways(tmp_path), tmp_path / "screens", "en")
    stage.raise_curtain(None)
    yield stage
    stage.drop_curtain()


def test_it_types_any_script_into_what_has_the_focus(qtbot: QtBot, stage: Stage) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)

    stage.type("Käki น้ำ €")

    assert field.text() == "Käki น้ำ €"


def test_it_photographs_the_window_light_and_dark(stage: Stage) -> None:
    stage.shoot("welcome")
    stage.drop_curtain()

    assert {path.name for path in stage.shots} == {"welcome-light.png", "welcome-dark.png"}
    assert all(path.stat().st_size > 5_000 for path in stage.shots)


def test_what_does_not_come_ends_the_tour(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stages, "PATIENCE", 20)

    with pytest.raises(TooSlow, match="the moon"):
        stage.wait(lambda: False, "the moon")


def test_its_preferences_leave_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path))

    UnsavedSettings().keep()

    assert list(tmp_path.iterdir()) == []
