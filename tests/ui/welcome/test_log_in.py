"""The log-in page takes a name and a password, and says what was wrong with the last."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.storage.keys import LogInNeeded, WrongLogIn
from app.storage.tries import TooManyTries
from app.ui.welcome.log_in import LogInPage

PATH = Path("Lumo.backdesk")


@pytest.fixture
def page(qtbot: QtBot) -> LogInPage:
    made = LogInPage()
    qtbot.addWidget(made)
    made.ask(PATH, error=LogInNeeded(office=""))
    return made


def test_enter_in_the_password_gives_name_and_password(qtbot: QtBot, page: LogInPage) -> None:
    page.name.put("Anna")
    page.password.setText("correct horse")

    with qtbot.waitSignal(page.given) as given:
        QTest.mouseClick(page.enter, Qt.MouseButton.LeftButton)

    assert given.args == ["Anna", "correct horse"]
    assert not page.enter.isEnabled()


def test_nothing_is_given_without_both(page: LogInPage) -> None:
    given: list[str] = []
    page.given.connect(given.append)
    page.name.put("Anna")

    QTest.mouseClick(page.enter, Qt.MouseButton.LeftButton)

    assert given == []


def test_the_field_that_is_empty_says_what_is_lacking_until_something_is_typed(
    page: LogInPage,
) -> None:
    told: list[str] = []
    page.name.problem_shown.connect(lambda text, _kind: told.append(text))
    page.password.problem_shown.connect(lambda text, _kind: told.append(text))

    page.enter.click()
    QTest.keyClicks(page.name, "A")
    page.enter.click()

    assert told == ["Enter your name.", "", "Enter your password."]


def test_what_was_wrong_is_told_and_the_name_stays(page: LogInPage) -> None:
    page.name.put("Anna")
    page.password.setText("wrong")

    page.ask(PATH, error=WrongLogIn(office=""))

    assert "do not belong together" in page.told.text()
    assert (page.name.value(), page.password.text()) == ("Anna", "")


def test_too_many_tries_shut_the_button_until_the_seconds_passed(page: LogInPage) -> None:
    page.ask(PATH, error=TooManyTries(seconds=2))
    shut = page.enter.isEnabled()
    page._timer.stop()

    for _ in range(2):
        page._count_down()

    assert not shut
    assert page.enter.isEnabled()
    assert page.enter.text() == "Log in"
