"""Where a window stands: kept when it closes, repaired when a screen is gone."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.domain.admin.preferences import Geometry

WIDTH, HEIGHT = 1280, 800
_SMALLEST_SEEN = 80


def restore(window: QWidget, kept: Geometry) -> None:
    """Put a window where it was, or where it can be seen now."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    place = placed(kept, screens)
    if place is not None:
        window.setGeometry(place)
    if kept.is_maximised:
        window.showMaximized()


def placed(kept: Geometry, screens: list[QRect]) -> QRect | None:
    """Return where the window can stand on these screens; None leaves it to the system."""
    if not screens:
        return None
    first = screens[0]
    wanted = QRect(kept.x, kept.y, kept.width, kept.height)
    if kept.width <= 0 or kept.height <= 0:
        wanted = QRect(0, 0, WIDTH, HEIGHT)
        wanted.moveCenter(first.center())
    home = max(screens, key=lambda screen: _area(screen & wanted))
    seen = home & wanted
    if seen.width() < _SMALLEST_SEEN or seen.height() < _SMALLEST_SEEN:
        home = first
        wanted.moveCenter(first.center())
    wanted.setSize(wanted.size().boundedTo(home.size()))
    wanted.moveLeft(min(max(wanted.left(), home.left()), home.right() - wanted.width() + 1))
    wanted.moveTop(min(max(wanted.top(), home.top()), home.bottom() - wanted.height() + 1))
    return wanted


def kept(window: QWidget) -> Geometry:
    """Return where a window stands now."""
    place = window.normalGeometry()
    return Geometry(
        place.x(), place.y(), place.width(), place.height(), is_maximised=window.isMaximized()
    )


def _area(rect: QRect) -> int:
    return max(rect.width(), 0) * max(rect.height(), 0)
