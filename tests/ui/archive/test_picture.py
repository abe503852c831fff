from __future__ import annotations

from io import BytesIO

from PIL import ExifTags, Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from app.ui.archive.picture import PictureView, decoded
from app.ui.kit.theme import theme
from tests.ui.archive.conftest import a_picture


def test_bytes_become_a_picture_or_an_empty_one(qtbot: QtBot) -> None:
    assert decoded(a_picture(40, 20)).width() == 40
    assert decoded(b"none").isNull()
    assert decoded(a_picture()[:60]).isNull()


def test_a_photograph_is_shown_the_right_way_up() -> None:
    lying = Image.new("RGB", (40, 20), "#123456")
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    file = BytesIO()
    lying.save(file, "JPEG", exif=turned)

    picture = decoded(file.getvalue())

    assert (picture.width(), picture.height()) == (20, 40)


def test_a_small_picture_stays_small_and_a_large_one_fits(qtbot: QtBot) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()

    view.show_picture(decoded(a_picture(40, 20)), "shop.png")
    small = view.grab().toImage()
    view.show_picture(decoded(a_picture(4000, 2000)), "shop.png")
    large = view.grab().toImage()

    assert small.pixelColor(150, 150) == QColor("#123456")
    assert small.pixelColor(100, 150) != QColor("#123456")
    assert large.pixelColor(60, 150) == QColor("#123456")
    assert large.pixelColor(150, 60) != QColor("#123456")


def test_a_picture_has_a_name_and_shows_the_keyboard(qtbot: QtBot) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.show_picture(decoded(a_picture()), "shop.png")
    view.resize(100, 100)
    view.show()
    view.activateWindow()

    view.setFocus(Qt.FocusReason.TabFocusReason)

    assert view.accessibleName() == "Picture shop.png, 40 by 20"
    qtbot.waitUntil(view.hasFocus)
    edge = view.grab().toImage().pixelColor(1, 50)
    assert edge == QColor(theme().tokens.accent)
