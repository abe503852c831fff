"""Running a verb of the tour in a process of its own: it makes an application."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def walked(verb: str, out: Path) -> subprocess.CompletedProcess[str]:
    """Run a verb in a process of its own: it makes an application."""
    return subprocess.run(
        [sys.executable, "-m", "app", verb, "--out", str(out)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        check=False,
    )
