"""Banners: they stand as long as what they say holds."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.banner import Banner


def test_a_banner_says_a_sentence_and_offers_one_thing(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    banner = Banner("sample")
    QVBoxLayout(window).addWidget(banner)
    window.show()
    before = banner.isVisible()

    banner.tell("Sample company", "Remove it…")
    with qtbot.waitSignal(banner.pressed):
        banner.button.click()
    shown = banner.isVisible()
    banner.tell("")

    assert (before, shown, banner.isVisible()) == (False, True, False)


def test_a_banner_may_offer_another_way(qtbot: QtBot) -> None:
    banner = Banner("full")
    qtbot.addWidget(banner)

    banner.tell("The disk is full", "Try again", "Save somewhere else")
    with qtbot.waitSignal(banner.pressed_other):
        banner.other.click()
    banner.tell("The disk is full", "Try again")

    assert banner.other.isHidden()


def test_without_a_thing_to_do_there_is_no_button(qtbot: QtBot) -> None:
    banner = Banner("read-only")
    qtbot.addWidget(banner)

    banner.tell("For reading only")

    assert banner.button.isHidden()
