"""Preferences are kept for the next start."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.admin.preferences import Preferences
from app.services import preferences


def test_what_is_saved_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path))

    preferences.save(Preferences(look="contrast"))

    assert preferences.load().look == "contrast"


def test_a_first_start_has_the_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BACKDESK_CONFIG", str(tmp_path))

    assert preferences.load() == Preferences()
