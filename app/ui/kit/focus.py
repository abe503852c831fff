"""Focus: a page that gets the keyboard hands it to the part where work begins.

Qt's focus proxy would do so, too, but Tab then skips every part that stands before the proxy.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken


class _Lead(QObject):
    """Watches a page and passes the keyboard on."""

    def __init__(self, page: QWidget, target: QWidget) -> None:
        super().__init__(page)
        self.target = target
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and Shiboken.isValid(self.target):
            enter(self.target)
        return super().eventFilter(watched, event)


def lead_to(page: QWidget, target: QWidget) -> None:
    """Let the keyboard of a page go to a part of it; the last one said holds."""
    held = _lead_of(page)
    if held is None:
        _Lead(page, target)
    else:
        held.target = target


def leads(page: QWidget) -> bool:
    """Say whether a page has a part where work begins."""
    return _lead_of(page) is not None


def enter(page: QWidget) -> None:
    """Give the keyboard to the part of a page where work begins, or to the page itself."""
    held = _lead_of(page)
    if held is not None and Shiboken.isValid(held.target) and held.target is not page:
        enter(held.target)
    else:
        page.setFocus()


def _lead_of(page: QWidget) -> _Lead | None:
    return next((one for one in page.children() if isinstance(one, _Lead)), None)
