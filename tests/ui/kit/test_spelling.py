"""What is known of words is told at once; more is asked beside the window."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.spelling import Speller
from tests.stand_in_speller import a_speller

pytestmark = pytest.mark.skipif(os.name == "nt", reason="The stand-in is a script.")


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def speller(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, lanes: Lanes, settings: Settings
) -> Speller:
    monkeypatch.setenv("PATH", str(a_speller(tmp_path / "bin")))
    return Speller(settings, lanes)


def look(qtbot: QtBot, speller: Speller, language: str, *words: str) -> None:
    with qtbot.waitSignal(speller.told, timeout=20_000):
        speller.look(language, words)


def test_a_word_is_known_once_it_was_asked_for(qtbot: QtBot, speller: Speller) -> None:
    assert speller.is_wrong("en", "teh") is None

    look(qtbot, speller, "en", "teh", "goods")

    assert speller.is_wrong("en", "teh") is True
    assert speller.suggestions("en", "teh") == ("the", "ten")
    assert speller.is_wrong("en", "goods") is False
    assert speller.suggestions("en", "goods") == ()


def test_in_a_language_that_nobody_knows_nothing_is_wrong(qtbot: QtBot, speller: Speller) -> None:
    look(qtbot, speller, "de", "Hauss")

    assert not speller.knows("de")
    assert speller.is_wrong("de", "Hauss") is False
    assert speller.knows("en")


def test_a_word_that_was_learnt_is_right_and_stays_so(
    qtbot: QtBot, speller: Speller, settings: Settings, lanes: Lanes
) -> None:
    look(qtbot, speller, "en", "backdesk")
    with qtbot.waitSignal(speller.changed):
        speller.learn("Backdesk")
    speller.learn("backdesk")

    assert speller.is_wrong("en", "backdesk") is False
    assert settings.now.words == ("Backdesk",)
    assert Speller(settings, lanes).is_wrong("fi", "Backdesk") is False


def test_turned_off_nothing_is_wrong_and_nothing_is_asked(
    qtbot: QtBot, speller: Speller, settings: Settings, lanes: Lanes
) -> None:
    look(qtbot, speller, "en", "teh")

    with qtbot.waitSignal(speller.changed):
        settings.change(checks_spelling=False)
    speller.look("en", ["dont"])

    assert speller.is_wrong("en", "teh") is False
    assert not lanes.words.is_busy


def test_what_the_program_failed_over_is_not_asked_again(
    qtbot: QtBot, speller: Speller, lanes: Lanes
) -> None:
    look(qtbot, speller, "en", "dies")

    speller.look("en", ["dies"])

    assert speller.is_wrong("en", "dies") is False
    assert not lanes.words.is_busy


def test_a_program_that_was_let_go_comes_back_with_the_next_word(
    qtbot: QtBot, speller: Speller
) -> None:
    speller.close()
    look(qtbot, speller, "en", "teh")

    speller.close()
    look(qtbot, speller, "en", "dont")

    assert speller.is_wrong("en", "dont") is True
