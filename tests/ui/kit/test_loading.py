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

PARTS = """
import importlib, json, sys
from app.ui.kit.loading import modules_of
from app.ui.modules import MODULES

def windows():
    return {name for name in sys.modules if name.startswith("app.ui.")}

told = {"made beside": [], "in one turn": [], "left": [], "named": 0}
for part in (part for module in MODULES for part in (module.load, module.load_records)):
    before = windows()
    named = modules_of(part)
    told["named"] += len(named)
    beside = windows() - before
    told["made beside"] += [one for one in beside if not hasattr(sys.modules[one], "__path__")]
    for name in named:
        before = set(sys.modules)
        importlib.import_module(name)
        new = set(sys.modules) - before - {name}
        told["in one turn"] += sorted(one for one in new if one.startswith("app."))
    before = windows()
    part()
    told["left"] += sorted(windows() - before)
print(json.dumps(told))
"""


def test_nothing_reads_and_keeps_the_source_of_a_module_that_is_loaded() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True, timeout=60
    )

    assert json.loads(done.stdout) == ["QLabel", False]


def test_modules_of_the_window_are_named_behind_what_they_need_and_not_made_beside() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PARTS], capture_output=True, text=True, check=True, timeout=120
    )

    told = json.loads(done.stdout)
    assert told.pop("named") > 200
    assert told == {"made beside": [], "in one turn": [], "left": []}
