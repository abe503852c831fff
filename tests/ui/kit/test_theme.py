"""The look: palette, text size, rows, and following what the clerk or the system says."""

from __future__ import annotations

import gc

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import RESOURCES
from app.ui.kit.theme import Density, Look, Theme, add_fonts, palette, theme
from app.ui.kit.tokens import CONTRAST_LIGHT, DARK, LIGHT


def wear(look: Look = Look.LIGHT, density: Density = Density.NORMAL, text_size: int = 100) -> None:
    theme().wear(look, density, text_size, still=True)


def test_every_look_has_its_palette() -> None:
    seen = []
    for look in (Look.LIGHT, Look.DARK, Look.CONTRAST):
        wear(look)
        seen.append(theme().tokens)

    assert seen == [LIGHT, DARK, CONTRAST_LIGHT]


def sheet(worn: Theme) -> str:
    return f"QWidget {{ color: {worn.tokens.text}; }}"


def test_sheets_change_with_the_look_and_forget_widgets_that_are_gone(qtbot: QtBot) -> None:
    kept, lost = QWidget(), QWidget()
    qtbot.addWidget(kept)
    kept.show()
    theme().dress(kept, sheet)
    theme().dress(lost, sheet)
    before = len(theme()._dressed)
    del lost
    gc.collect()

    wear(Look.DARK)

    assert DARK.text in kept.styleSheet()
    assert len(theme()._dressed) < before


def test_what_is_not_seen_takes_on_the_look_as_it_is_shown(qtbot: QtBot) -> None:
    wear(Look.LIGHT)
    hidden = QWidget()
    qtbot.addWidget(hidden)
    theme().dress(hidden, sheet)
    wear(Look.DARK)
    before = hidden.styleSheet()

    hidden.show()

    assert LIGHT.text in before
    assert DARK.text in hidden.styleSheet()


def test_what_was_hidden_for_two_looks_wears_the_last_one(qtbot: QtBot) -> None:
    hidden = QWidget()
    qtbot.addWidget(hidden)
    theme().dress(hidden, sheet)
    wear(Look.DARK)
    wear(Look.LIGHT)

    hidden.show()

    assert LIGHT.text in hidden.styleSheet()


def test_the_look_is_told_of_once(qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme().changed):
        wear(Look.DARK)


def test_text_size_moves_letters_rows_and_measures_within_its_bounds(qapp: QApplication) -> None:
    wear()
    small, row = qapp.font().pointSizeF(), theme().row_height

    wear(text_size=200)

    assert qapp.font().pointSizeF() == small * 2
    assert theme().row_height == row * 2
    assert theme().px(8) == 16
    wear(text_size=1000)
    assert theme().text_size == 300


def test_density_moves_rows_only(qapp: QApplication) -> None:
    heights = []
    for density in Density:
        wear(density=density)
        heights.append(theme().row_height)

    assert heights == sorted(set(heights))
    assert min(heights) >= 24


def test_disabled_text_differs_from_text() -> None:
    made = palette(LIGHT)

    assert (
        made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name() == LIGHT.disabled
    )
    assert made.color(QPalette.ColorRole.Text).name() == LIGHT.text


def test_the_system_is_followed_live(qapp: QApplication) -> None:
    own = Theme()
    own.attach(qapp)
    own.wear(Look.SYSTEM, Density.NORMAL, 100, still=False)

    is_dark = qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark
    assert own.tokens == (DARK if is_dark else LIGHT)


def test_thai_can_be_written_on_every_machine(qapp: QApplication) -> None:
    add_fonts()

    assert QFontDatabase.families(QFontDatabase.WritingSystem.Thai)
    assert any((RESOURCES / "fonts").glob("Sarabun*.ttf"))
