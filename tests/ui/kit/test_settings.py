"""Settings and appearance: a change is worn at once and kept in the file."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.preferences import Preferences
from app.services import preferences
from app.ui.kit.settings import Settings


def test_a_change_is_told_and_kept_a_moment_later(qtbot: QtBot) -> None:
    settings = Settings()

    with qtbot.waitSignal(settings.changed):
        settings.change(look="dark", text_size=120)

    qtbot.waitUntil(lambda: preferences.load().look == "dark")
    assert preferences.load().text_size == 120


def test_no_change_is_not_told(qtbot: QtBot) -> None:
    settings = Settings(Preferences(look="dark"))

    with qtbot.assertNotEmitted(settings.changed):
        settings.change(look="dark")


def test_a_name_that_there_is_not_is_refused() -> None:
    with pytest.raises(TypeError):
        Settings().change(colour="red")


def test_what_is_not_yet_kept_can_be_kept_now() -> None:
    settings = Settings()
    settings.change(density="compact")

    settings.keep()

    assert preferences.load().density == "compact"
