"""The style: Fusion on every system, put right where its pictures are of another time."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget

_OF_BUTTONS = frozenset(
    sign
    for sign in QStyle.StandardPixmap
    if sign.name.startswith("SP_Dialog") and sign.name.endswith("Button")
)


class Style(QProxyStyle):
    """Fusion without the old colour icons that some desktops want on dialog buttons.

    The hint that asks for them is left alone: Qt asks for hints hundreds of times while it lays a
    page out, and every question that Python answers waits for the interpreter.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")

    def standardIcon(
        self,
        standardIcon: QStyle.StandardPixmap,  # noqa: N803  Qt passes it by this name
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        if standardIcon in _OF_BUTTONS:
            return QIcon()
        return super().standardIcon(standardIcon, option, widget)


def wear(app: QApplication) -> None:
    """Put the style on, after the first paint: its many names take time to load."""
    app.setStyle(Style())
