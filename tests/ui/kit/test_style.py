"""The style: Fusion without the icons of another time."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialogButtonBox, QStyle
from pytestqt.qtbot import QtBot

from app.ui.kit.style import Style, wear


def test_dialog_buttons_have_no_icons() -> None:
    assert Style().styleHint(QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons) == 0
    assert Style().styleHint(QStyle.StyleHint.SH_EtchDisabledText) in (0, 1)


def test_it_is_put_on_while_windows_stand(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
    qtbot.addWidget(box)
    box.show()

    wear(app)

    assert box.button(QDialogButtonBox.StandardButton.Ok).icon().isNull()
