"""The settings page: every preference a clerk can choose, worn and kept at once."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.admin.preferences import DENSITIES, LANGUAGES, LOOKS, MOST_OFF, Preferences
from app.ui.kit.settings import Settings
from app.ui.settings.page import SIZES, SettingsPage
from tests.ui.keys import press

LEFT_AS_IT_WAS = {"geometry", "recent", "columns", "session", "is_narrow"}
LEFT_AS_IT_WAS |= {"told", "views", "without_card", "without_page"}
"""What is remembered of the window, and chosen by using it."""


@pytest.fixture
def settings() -> Settings:
    return Settings()


@pytest.fixture
def page(qtbot: QtBot, settings: Settings) -> SettingsPage:
    page = SettingsPage(settings)
    qtbot.addWidget(page)
    page.show()
    return page


def test_every_preference_has_its_field(page: SettingsPage) -> None:
    chosen = {field.name for field in fields(Preferences)} - LEFT_AS_IT_WAS

    assert chosen == set(page.form._cells)


def test_every_field_has_a_line_of_help(page: SettingsPage) -> None:
    assert [path for path, cell in page.form._cells.items() if not cell.note.text()] == []


def test_a_choice_is_kept_at_once(page: SettingsPage, settings: Settings) -> None:
    page.look.put("dark")
    page.density.put("compact")
    page.text_size.put(150)
    page.is_still.click()

    now = settings.now
    assert (now.look, now.density, now.text_size, now.is_still) == ("dark", "compact", 150, True)


def test_how_far_the_printer_is_off_is_typed_in_millimetres(
    page: SettingsPage, settings: Settings
) -> None:
    page.print_right.setText("1.5")
    page.print_down.setText("-40")
    page.form.edited.emit()

    assert (settings.now.print_right, settings.now.print_down) == (15, -MOST_OFF)
    assert page.print_down.value() == -MOST_OFF // 10


def test_a_minus_that_is_only_begun_stays(page: SettingsPage, settings: Settings) -> None:
    page.print_right.setText("-")
    page.form.edited.emit()

    assert page.print_right.text() == "-"
    assert settings.now.print_right == 0


def test_a_change_from_elsewhere_is_shown(page: SettingsPage, settings: Settings) -> None:
    settings.change(look="contrast", text_size=110)

    assert (page.look.value(), page.text_size.value()) == ("contrast", 110)


def test_all_that_may_be_chosen_can_be_chosen(page: SettingsPage) -> None:
    assert set(page.look._values) == set(LOOKS)
    assert set(page.density._values) == set(DENSITIES)
    assert set(page.language._values) == set(LANGUAGES)
    assert list(SIZES) == sorted(SIZES)


def test_back_goes_back(qtbot: QtBot, page: SettingsPage) -> None:
    from PySide6.QtWidgets import QPushButton  # noqa: PLC0415  used once

    with qtbot.waitSignal(page.finished):
        page.findChildren(QPushButton)[0].click()


def test_esc_goes_back_too(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.finished):
        press(page, Qt.Key.Key_Escape)


def test_my_words_are_lines_and_are_typed_without_being_moved(
    page: SettingsPage, settings: Settings
) -> None:
    settings.change(words=("Backdesk",))
    assert page.words.value() == "Backdesk"

    page.words.setPlainText("Backdesk\nkipa \n\nkipa")
    page.checks_spelling.click()

    assert settings.now.words == ("Backdesk", "kipa")
    assert settings.now.checks_spelling is False
    assert page.words.value() == "Backdesk\nkipa \n\nkipa"
