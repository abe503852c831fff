"""Preferences of this machine: loaded at start, saved when they change; no office is needed."""

from __future__ import annotations

from app.domain.admin.preferences import Preferences
from app.outside import preferences as file


def load() -> Preferences:
    """Return the kept preferences; what cannot be read is the default."""
    return file.read()


def save(preferences: Preferences) -> None:
    """Keep the preferences; a machine that cannot keep them goes on without."""
    file.write(preferences)
