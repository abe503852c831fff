"""What is private does not stay in the clipboard, and what is not is left alone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.private_clip import Clips, is_private

IBAN = "FI21 1234 5600 0007 85"
PayPage = type("PayPage", (QWidget,), {"__module__": "app.ui.employees.own.pay_page"})


@pytest.fixture
def clips(qtbot: QtBot) -> Clips:
    QGuiApplication.clipboard().clear()
    return Clips(seconds=0.2, is_ours=lambda _clipboard: True)


def test_what_another_program_copied_is_left_alone(qtbot: QtBot) -> None:
    clips = Clips(is_ours=lambda _clipboard: False)

    QGuiApplication.clipboard().setText(IBAN)

    assert not clips.is_waiting
    clips.clear()
    assert QGuiApplication.clipboard().text() == IBAN


def test_an_iban_is_cleared_after_a_while(qtbot: QtBot, clips: Clips) -> None:
    QGuiApplication.clipboard().setText(f"Pay to {IBAN} please")

    assert clips.is_waiting
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_what_was_copied_since_stays(qtbot: QtBot, clips: Clips) -> None:
    QGuiApplication.clipboard().setText(IBAN)

    QGuiApplication.clipboard().setText("20260001")

    assert not clips.is_waiting
    clips.clear()
    assert QGuiApplication.clipboard().text() == "20260001"


def test_what_is_private_is_cleared_at_once_when_asked(clips: Clips) -> None:
    QGuiApplication.clipboard().setText(IBAN)

    clips.clear()

    assert QGuiApplication.clipboard().text() == ""


@pytest.mark.parametrize("text", [IBAN, IBAN.replace(" ", ""), "x\tDE89370400440532013000\ty"])
def test_an_iban_is_known_wherever_it_stands(text: str) -> None:
    assert is_private(text, None)


@pytest.mark.parametrize("text", ["", "FI22 1234 5600 0007 85", "20260001", "4711.23", "AB12"])
def test_what_is_none_is_not_private(text: str) -> None:
    assert not is_private(text, None)


def test_all_that_is_copied_in_the_personnel_office_is_private(qtbot: QtBot) -> None:
    page = PayPage()
    qtbot.addWidget(page)
    field = QWidget(page)

    assert is_private("4711.23", field)
    assert not is_private("4711.23", QWidget())
