"""On a bare display no window manager gives the keyboard to anybody; the stage takes it itself."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tour.walking import ROOT

XVFB = shutil.which("Xvfb")
WALK = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.tour.stage import Stage
from app.tour.story import ways

folder = Path(sys.argv[1])
for again in range(2):
    stage = Stage(ways(folder), folder / "screens", "en")
    stage.raise_curtain(None)
    stage.press("F1")
    stage.wait(lambda: QApplication.activeModalWidget() is not None, "the manual")
    stage.type("key")
    stage.press("Escape")
    stage.wait(lambda: QApplication.activeModalWidget() is None, "the closed manual")
    stage.press("F1")
    stage.wait(lambda: QApplication.activeModalWidget() is not None, "the manual again")
    stage.press("Escape")
    stage.drop_curtain()
print("walked", QApplication.platformName())
"""


@pytest.fixture
def display() -> Iterator[str]:
    """Give the name of a display on which nothing but the windows themselves runs."""
    if XVFB is None:
        pytest.skip("Xvfb is not installed: a bare display cannot be had here")
    reading, writing = os.pipe()
    command = [XVFB, "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(writing,), stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            pytest.skip("Xvfb does not start here")
        yield f":{number}"
        server.terminate()


def test_shortcuts_reach_the_window_in_front_without_a_window_manager(
    display: str, tmp_path: Path
) -> None:
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONUTF8": "1"}

    done = subprocess.run(
        [sys.executable, "-c", WALK, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=env,
        check=False,
    )

    if "no Qt platform plugin could be initialized" in done.stderr:
        pytest.skip("Qt's plugin for X11 cannot be loaded here")
    assert (done.returncode, done.stdout) == (0, "walked xcb\n"), done.stderr
