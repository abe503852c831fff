"""A window that is killed while somebody types, without a rest, loses two seconds at most."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

import pytest

from app.domain.shared.drafts import FormDraft
from app.outside.clock import FixedClock
from app.services import drafts, welcome
from app.services.permissions import Actor
from app.ui.kit.pause import LONGEST
from tests.ui.conftest import LUMO, TODAY
from tests.ui.typing_window import EDITORS, WORDS

ROOT = Path(__file__).resolve().parents[2]
LONG = 4_500
"""So many milliseconds somebody types before the end."""
WRITING = 1_500
"""On a loaded machine the writing itself takes some time, too."""
PLACES = {"contact": "contact", "list": "types-pane", "dialog": "kit.phone-dialog"}


def killed(path: Path, kind: str) -> list[tuple[int, int]]:
    """Let somebody type for long, kill the process, and return when each key was typed."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.typing_window", str(path), kind],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as window:
        assert window.stdout is not None
        told: list[tuple[int, int]] = []
        for line in window.stdout:
            moment, keys = map(int, line.split())
            told.append((moment, keys))
            if moment > LONG:
                break
        window.kill()
    return told


def text_in(draft: FormDraft) -> str:
    """Return what is kept of what was typed."""
    found = [one for one in _texts(draft.body) if one.startswith("Half")]
    return found[0] if found else ""


def _texts(body: object) -> list[str]:
    if isinstance(body, str):
        return [body]
    if isinstance(body, dict):
        return [text for one in body.values() for text in _texts(one)]
    return []


@pytest.mark.parametrize("kind", EDITORS)
def test_what_was_typed_is_there_after_a_kill_two_seconds_short_at_most(
    tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "Lumo.backdesk"
    welcome.create(path, LUMO, FixedClock(TODAY), Actor("Aino")).close()

    keys = killed(path, kind)

    office = welcome.open_office(path, FixedClock(TODAY), Actor("Aino"))
    with closing(office):
        found = [one for one in office.ask(drafts.all_kept) if one.form == PLACES[kind]]
    assert len(found) == 1 and keys[-1][0] > LONG
    old = [count for moment, count in keys if moment <= keys[-1][0] - LONGEST - WRITING]
    typed = "".join(islice(cycle(WORDS), keys[-1][1]))
    text = text_in(found[0])
    assert typed.startswith(text)
    assert len(text) >= len(typed[: old[-1]].strip())
