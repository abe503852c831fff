"""The style: Fusion without the icons of another time."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialogButtonBox, QStyle
from pytestqt.qtbot import QtBot

from app.ui.kit.style import Style, wear


def test_dialog_buttons_have_no_icons() -> None:
    style, sign = Style(), QStyle.StandardPixmap

    assert style.standardIcon(sign.SP_DialogOkButton).isNull()
    assert style.standardIcon(sign.SP_DialogCancelButton).isNull()
    assert not style.standardIcon(sign.SP_DirHomeIcon).isNull()


def test_no_hint_is_answered_in_python() -> None:
    assert "styleHint" not in vars(Style)


def test_it_is_put_on_while_windows_stand(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    qtbot.addWidget(box)
    box.show()

    wear(app)

    assert box.button(QDialogButtonBox.StandardButton.Ok).icon().isNull()
