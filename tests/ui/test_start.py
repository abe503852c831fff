"""The start: what is loaded when the window is painted first, and what is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.speed.offices import make_office

HEAVY = ("sqlalchemy", "alembic", "reportlab", "lxml", "babel", "sqlcipher3", "pypdfium2")
LATER = (
    "PySide6.QtNetwork",
    "app.domain.admin.company",
    "app.domain.archive.proof",
    "app.domain.shared.codec",
    "app.domain.shared.identifiers",
    "app.domain.shared.jobs",
    "app.domain.shared.search",
    "app.services.passing",
    "app.storage.wards",
    "app.ui.kit.pdf_file",
    "hashlib",
    "app.ui.manual",
    "app.ui.settings.page",
)
"""What is ours but not needed yet."""
PROBE = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.ui.front import Front

def painted(front):
    print(json.dumps([front.window.isVisible(), sorted(sys.modules)]))
    sys.stdout.flush()
    QApplication.exit(0)

Front._painted = painted
from app.main import main
sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else None))
"""

OPENED = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QTableView
from app.ui.front import Front

begin = Front.start

def entered(front):
    table = front.window.findChildren(QTableView)[0]
    print(json.dumps([table.model().rowCount(), sorted(sys.modules)]))
    sys.stdout.flush()
    front.window.close()

def started(front, first):
    front._door.opened.connect(lambda _opened: entered(front))
    begin(front, first)

Front.start = started
from app.main import main
sys.exit(main(Path(sys.argv[1])))
"""
"""Tells how many rows the first list has when the office was entered, and what is loaded then."""

ENTERED = """
import json, sys, threading
from pathlib import Path
from app.ui import looking_after
from app.ui.front import Front
from app.ui.kit.loading import load_plainly
from app.ui.looking_after import LookingAfter
from app.ui.welcome.door import Door

load_plainly()
looking_after.SOON = 0
seen, steps, begin, take, tell = [], [], Front.start, Door._step, LookingAfter._tell

class Follower:
    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is threading.main_thread() and seen and not steps:
            seen.append(name)

def step(door):
    steps.append(door)
    take(door)
    steps.pop()

def watched(self, opened, problems):
    tell(self, opened, problems)
    links = self._window.foot.findChildren(QPushButton)
    print(json.dumps([len(links), seen]))
    sys.stdout.flush()
    self._window.close()

def started(front, first):
    front._door.opened.disconnect(front.window.enter)
    front._door.opened.connect(lambda opened: (seen.append("entered"), front.window.enter(opened)))
    begin(front, first)

from PySide6.QtWidgets import QPushButton
sys.meta_path.insert(0, Follower())
Front.start, Door._step, LookingAfter._tell = started, step, watched
from app.main import main
sys.exit(main(Path(sys.argv[1])))
"""
"""Tells how many signs there are at last, and what the window itself loads from entering on."""


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BACKDESK_CONFIG": str(tmp_path),
        "LANG": "C.UTF-8",
    }


def test_nothing_heavy_is_loaded_before_the_first_paint(surroundings: dict[str, str]) -> None:
    is_visible, modules = painted(surroundings)

    assert is_visible
    assert [name for name in (*HEAVY, *LATER[:-1]) if name in modules] == []


def test_an_office_opens_without_the_pages_that_are_not_shown(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    is_visible, modules = painted(surroundings, str(tmp_path))

    assert is_visible
    assert [name for name in (*HEAVY, *LATER, "app.ui.welcome.page") if name in modules] == []


def test_the_first_list_is_filled_before_sqlalchemy_is_loaded(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    make_office(tmp_path / "Lumo.backdesk", 20)

    rows, modules = painted(surroundings, str(tmp_path / "Lumo.backdesk"), probe=OPENED)

    assert rows == 20
    assert [name for name in ("sqlalchemy", "reportlab", "pypdfium2") if name in modules] == []


def test_nothing_is_loaded_in_a_turn_that_shows_an_office_and_what_passed_before_is_wiped(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    make_office(tmp_path / "Lumo.backdesk", 20)
    left = tmp_path / "passing" / "payslip.pdf"
    left.parent.mkdir()
    left.touch()

    signs, loaded = painted(surroundings, str(tmp_path / "Lumo.backdesk"), probe=ENTERED)

    assert signs >= 5
    assert loaded == ["entered"]
    assert not left.exists()


def painted(
    surroundings: dict[str, str], *office: str, probe: str = PROBE
) -> tuple[int, list[str]]:
    """Return what a probe saw of the window, and the modules loaded by then."""
    done = subprocess.run(
        [sys.executable, "-c", probe, *office],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    is_visible, modules = json.loads(done.stdout.splitlines()[-1])
    return is_visible, modules


def test_the_window_is_loaded_without_looking_for_garbage(surroundings: dict[str, str]) -> None:
    probe = (
        "import gc, sys; from app import __main__, main; "
        "main.main = lambda office: print(gc.isenabled()); __main__.run([])"
    )

    done = subprocess.run(
        [sys.executable, "-c", probe],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout.splitlines() == ["False"], done.stderr


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
