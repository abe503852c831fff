from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.ui.archive.picture import PictureView
from app.ui.kit.pdf_file import picture_of
from app.ui.kit.theme import theme
from tests.ui.archive.conftest import a_picture


def shown(wide: int, high: int) -> tuple[QImage, str, QSize]:
    picture, of = picture_of(a_picture(wide, high))
    return picture, "shop.png", of


def test_a_small_picture_stays_small_and_a_large_one_fits(qtbot: QtBot) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()

    view.show_picture(*shown(40, 20))
    small = view.grab().toImage()
    view.show_picture(*shown(4000, 2000))
    large = view.grab().toImage()

    assert small.pixelColor(150, 150) == QColor("#123456")
    assert small.pixelColor(100, 150) != QColor("#123456")
    assert large.pixelColor(60, 150) == QColor("#123456")
    assert large.pixelColor(150, 60) != QColor("#123456")


def test_a_picture_has_a_name_and_shows_the_keyboard(qtbot: QtBot) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.show_picture(*shown(40, 20))
    view.resize(100, 100)
    view.show()
    view.activateWindow()

    view.setFocus(Qt.FocusReason.TabFocusReason)

    assert view.accessibleName() == "Picture shop.png, 40 by 20"
    qtbot.waitUntil(view.hasFocus)
    edge = view.grab().toImage().pixelColor(1, 50)
    assert edge == QColor(theme().tokens.accent)
