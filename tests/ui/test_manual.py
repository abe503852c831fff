"""The manual opens at the page of the tab that is shown, and finds words."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.manual import ManualWindow


def opened(qtbot: QtBot, module: str) -> tuple[QWidget, ManualWindow]:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent, ManualWindow(parent, module)


def test_it_opens_at_the_page_of_the_module(qtbot: QtBot) -> None:
    _parent, window = opened(qtbot, "invoices")

    assert "Write one" in window.text.toPlainText()


def test_a_module_without_a_page_begins_at_the_first(qtbot: QtBot) -> None:
    _parent, window = opened(qtbot, "nowhere")

    assert "The first day" in window.text.toPlainText()


def test_words_narrow_the_pages(qtbot: QtBot) -> None:
    _parent, window = opened(qtbot, "invoices")

    QTest.keyClicks(window.words, "trial balance")

    assert [window.contents.item(0).text()] == ["Books"]
    assert "Trial balance" in window.text.toPlainText()


def test_words_that_are_nowhere_are_told(qtbot: QtBot) -> None:
    _parent, window = opened(qtbot, "invoices")

    QTest.keyClicks(window.words, "xyzzy")

    assert window.contents.count() == 0
    assert "No page" in window.text.toPlainText()
