"""The start: what is loaded when the window is painted first, and what is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("sqlalchemy", "alembic", "reportlab", "lxml", "babel", "sqlcipher3", "pypdfium2")
PROBE = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.ui.front import Front

def painted(front):
    print(json.dumps([front.window.isVisible(), sorted(sys.modules)]))
    sys.stdout.flush()
    QApplication.exit(0)

Front._painted = painted
from app.main import main
sys.exit(main())
"""


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BACKDESK_CONFIG": str(tmp_path),
        "LANG": "C.UTF-8",
    }


def test_nothing_heavy_is_loaded_before_the_first_paint(surroundings: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    is_visible, modules = json.loads(done.stdout.splitlines()[-1])
    assert done.returncode == 0, done.stderr
    assert is_visible
    assert [name for name in HEAVY if name in modules] == []


def test_arguments_open_the_terminals_door_without_qt(surroundings: dict[str, str]) -> None:
    probe = (
        "import sys; from app.__main__ import run; "
        "run(['commands']); print('PySide6' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", probe],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout.splitlines()[-1] == "False", done.stderr
