"""The keyboard, for tests: what a clerk types into a widget."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def type_in(widget: QWidget, text: str) -> None:
    """Type a text, key by key."""
    for sign in text:
        if sign.isascii():
            QTest.keyClicks(widget, sign)
        else:
            # QTest knows the keys of one keyboard only and aborts the process on others.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign)
                QApplication.sendEvent(widget, event)


def press(
    widget: QWidget,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press one key, perhaps while another is held."""
    QTest.keyClick(widget, key, held)


def click(
    widget: QWidget,
    at: QPoint,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Click with the left button at a place of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, held, at)


def drag(widget: QWidget, first: QPoint, last: QPoint) -> None:
    """Press the left button at one place and let go at another."""
    held = Qt.KeyboardModifier.NoModifier
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, held, first)
    QTest.mouseMove(widget, last)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, held, last)
