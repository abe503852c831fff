"""Whether the screen is locked is known, or said not to be."""

from __future__ import annotations

import sys

import pytest

from app.services import screens
from app.storage import platform


def test_what_the_system_tells_is_told_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "is_screen_locked", lambda: True)

    assert screens.is_locked()


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there the system is asked")
def test_where_the_desktop_tells_it_nothing_is_asked() -> None:
    assert not screens.is_locked()
