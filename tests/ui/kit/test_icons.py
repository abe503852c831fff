"""Icons: named ones exist, take the colours of the look, and are crisp."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from app.ui.kit import icons
from app.ui.kit.icons import FOLDER, drawing, icon
from app.ui.kit.theme import Density, Look, theme
from app.ui.kit.tokens import DARK, LIGHT
from tests.house.tree import python_files, text

NAMED = re.compile(r'(?:icon|drawing)\(\s*"([a-z0-9-]+)"|icon="([a-z0-9-]+)"')


def strongest(image: QImage) -> QColor:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda colour: colour.alpha())


def test_an_icon_takes_the_colour_of_the_look() -> None:
    light = strongest(icon("users").pixmap(QSize(32, 32)).toImage())

    theme().wear(Look.DARK, Density.NORMAL, 100, still=True)
    dark = strongest(icon("users").pixmap(QSize(32, 32)).toImage())

    assert (light.name(), dark.name()) == (LIGHT.text, DARK.text)


def test_an_icon_that_is_off_is_pale() -> None:
    pixels = icon("users").pixmap(QSize(32, 32), QIcon.Mode.Disabled)

    assert strongest(pixels.toImage()).name() == LIGHT.disabled


def test_icons_are_drawn_in_as_many_pixels_as_the_screen_has() -> None:
    by_hand = drawing("users", 16, "#000000", 2.0)
    by_qt = icon("users").pixmap(QSize(16, 16), 2.0)

    assert [(one.width(), one.devicePixelRatio()) for one in (by_hand, by_qt)] == [(32, 2.0)] * 2


def test_no_name_is_no_icon() -> None:
    assert icon("").isNull()


@pytest.mark.parametrize("name", sorted(file.stem for file in FOLDER.glob("*.svg")))
def test_every_icon_but_our_own_mark_can_be_coloured(name: str) -> None:
    drawn = (FOLDER / f"{name}.svg").read_text("utf-8")

    assert ('stroke="currentColor"' in drawn) == (name != "backdesk")


def test_every_icon_that_is_named_is_there() -> None:
    named = {
        name
        for source in python_files("app/ui")
        for found in NAMED.finditer(text(source))
        for name in found.groups()
        if name
    }

    assert sorted(name for name in named if not (FOLDER / f"{name}.svg").exists()) == []


def test_icons_that_were_read_are_drawn_without_the_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    icons.read_all()

    monkeypatch.setattr(icons, "FOLDER", tmp_path)

    assert not icon("users").pixmap(QSize(24, 24)).isNull()
    assert not drawing("archive", 24, DARK.text).isNull()
