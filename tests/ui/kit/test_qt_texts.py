"""Qt's own texts: buttons speak the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from app.ui.kit.qt_texts import install
from app.ui.kit.texts import speak


def test_buttons_of_qt_speak_thai_although_qt_does_not(qtbot: QtBot, qapp: QApplication) -> None:
    speak("th")
    texts = install(qapp)

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    said = box.button(QDialogButtonBox.StandardButton.Cancel).text()
    for one in texts:
        qapp.removeTranslator(one)

    assert said not in ("Cancel", "&Cancel")


def test_what_is_not_ours_stays_as_qt_says_it(qapp: QApplication) -> None:
    speak("fi")
    texts = install(qapp)

    said = QCoreApplication.translate("Nowhere", "Something of Qt that no one translated")
    for one in texts:
        qapp.removeTranslator(one)

    assert said == "Something of Qt that no one translated"
