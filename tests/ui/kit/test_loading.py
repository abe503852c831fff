"""Modules are loaded without a look into their text."""

from __future__ import annotations

import json
import subprocess
import sys

LOADED = """
import json, linecache
from app.ui.kit.loading import load_plainly
load_plainly()
from PySide6.QtWidgets import QLabel
import wave
print(json.dumps([QLabel.__name__, wave.__file__ in linecache.cache]))
"""


def test_nothing_reads_and_keeps_the_source_of_a_module_that_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=60
    )

    assert json.loads(done.stdout) == ["QLabel", False]
