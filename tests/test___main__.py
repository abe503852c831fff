"""The program's door: the window without arguments or over one folder, the terminal otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import __main__ as door
from app import cli, main


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Note which door was opened, and with what."""
    seen: list[object] = []

    def window(path: Path | None = None) -> int:
        seen.append(("window", path))
        return 0

    def terminal(given: list[str]) -> int:
        seen.append(("terminal", given))
        return 0

    monkeypatch.setattr(main, "main", window)
    monkeypatch.setattr(cli, "main", terminal)
    return seen


def test_without_arguments_the_window_opens(opened: list[object]) -> None:
    door.run([])

    assert opened == [("window", None)]


def test_a_folder_opens_in_the_window(opened: list[object], tmp_path: Path) -> None:
    door.run([str(tmp_path)])

    assert opened == [("window", tmp_path)]


def test_a_verb_opens_the_terminal(opened: list[object]) -> None:
    door.run(["commands"])

    assert opened == [("terminal", ["commands"])]
