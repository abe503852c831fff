"""The window: its start over an office of any size, beside a bare window with a bare query."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from app.storage.keys import read_keys
from app.storage.place import KEYS, ROWS
from tests.speed.bench import Figure, Site, bench
from tests.speed.window_start import BEGAN

ROUNDS = 7
SHOWN = "SELECT id, name, number, town FROM contact ORDER BY name_key LIMIT 100"
BESIDE = "bare window, bare query"

Figures = dict[str, float]


@bench("window start", row=1)
def window_start(site: Site) -> Iterator[Figure]:
    """Measure from the command to the first paint, and to the first rows."""
    with copied(site.folder) as office, tempfile.TemporaryDirectory() as place:
        key = read_keys(office / KEYS, "").files.hex()
        bare = ("tests.speed.window_bare", str(office / ROWS), key, SHOWN)
        ours, limit = [], []
        for _ in range(ROUNDS + 1):
            ours.append(told(place, "tests.speed.window_start", str(office)))
            limit.append(told(place, *bare))
    limit_rows = middle(limit, "rows")
    yield Figure("first paint", middle(ours, "painted"), limit_rows, BESIDE, ratio=1.6)
    yield Figure("office open", middle(ours, "opened"), limit_rows, BESIDE)
    yield Figure("first rows painted", middle(ours, "rows"), limit_rows, BESIDE)
    memory = middle(ours, "peak"), middle(limit, "peak")
    yield Figure("memory by then", *memory, BESIDE, unit="MB", at_most=130)


def middle(told_by: list[Figures], name: str) -> float:
    """Return the median of a figure; the first round only warms up."""
    return median(one[name] for one in told_by[1:])


def told(place: str, module: str, *arguments: str) -> Figures:
    """Run a script in a process of its own, as an installed program would be, and return."""
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BACKDESK_CONFIG": f"{place}/config",
        "LANG": "C.UTF-8",
    }
    # Without compiled modules, which stay beside them, every start would compile the whole program.
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    surroundings[BEGAN] = repr(time.monotonic())
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, env=surroundings, capture_output=True, text=True, check=True, timeout=300
    )
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """Lend a copy of an office, closed, that a window may open and write to."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="copy-") as place:
        copy = Path(place) / folder.name
        shutil.copytree(folder, copy)
        yield copy
