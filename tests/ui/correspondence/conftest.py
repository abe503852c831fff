"""What the window told, and which records it was asked to open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.ui.kit.shell import Note, Shell


@pytest.fixture
def notes(shell: Shell) -> Iterator[list[Note]]:
    told: list[Note] = []
    shell.noted.connect(told.append)
    yield told
    shell.noted.disconnect(told.append)


@pytest.fixture
def wanted(shell: Shell) -> Iterator[list[tuple[str, object]]]:
    asked: list[tuple[str, object]] = []

    def note(kind: str, record: object) -> None:
        asked.append((kind, record))

    shell.wanted.connect(note)
    yield asked
    shell.wanted.disconnect(note)
