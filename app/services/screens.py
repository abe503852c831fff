"""Screens: whether the system has locked its own."""

from __future__ import annotations

from app.storage import platform


def is_locked() -> bool:
    """Say whether the system locked its screen; where that cannot be known it is not locked."""
    return platform.is_screen_locked()
