"""Mutants: the program with one promise taken out of it; the suite has to fail with each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.table import Row
from tests.faults.work import GOOD, Verdict
from tests.faults.workers import ROOT, Site

FAULT = "mutant"
COPIED = ("app", "build", "docs", "resources", "tests", "dev.py", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Mutant:
    """What is written instead of what in a file, and which tests have to fail with it."""

    name: str
    file: str
    before: str
    after: str
    tests: tuple[str, ...]

    def changed(self, text: str) -> str:
        """Return the text of the file as the mutant has it; raises ValueError when it is stale."""
        if text.count(self.before) != 1:
            raise ValueError(self.name)
        return text.replace(self.before, self.after)


MUTANTS = (
    Mutant(
        "synchronous NORMAL",
        "app/storage/files.py",
        '"synchronous": ("FULL", 2),',
        '"synchronous": ("NORMAL", 1),',
        ("tests/storage/faults/test_power_cuts.py",),
    ),
    Mutant(
        "deferred BEGIN",
        "app/storage/engines.py",
        'begin = "BEGIN IMMEDIATE" if is_writer else "BEGIN"',
        'begin = "BEGIN"',
        (
            "tests/storage/test_numbering.py",
            "tests/services/test_issuing_together.py::test_programs_on_one_computer_take_numbers_in_turn",
        ),
    ),
    Mutant(
        "row before document",
        "app/storage/files.py",
        "    return connection\n\n\n@contextmanager",
        "    if page != PAGE:\n"
        '        connection.execute("PRAGMA synchronous=OFF")\n'
        "    return connection\n\n\n@contextmanager",
        ("tests/storage/faults/test_power_cuts.py", "tests/faults/test_cuts.py"),
    ),
    Mutant(
        "sequence instead of counter",
        "app/storage/numbering.py",
        "found = self._connection.execute(taking, asked).one_or_none()",
        "drawn = vars(series).setdefault((id(self._connection.engine), kind, fiscal_year), [0])\n"
        "        drawn[0] += 1\n"
        "        drawing = taking.values(last=drawn[0])\n"
        "        found = self._connection.execute(drawing, asked).one_or_none()",
        ("tests/storage/test_numbering.py",),
    ),
    Mutant(
        "no chain",
        "app/storage/audit.py",
        '"previous": previous,',
        '"previous": GENESIS,',
        ("tests/storage/test_audit.py",),
    ),
    Mutant(
        "no sync before rename",
        "app/storage/backing_up.py",
        "        _make_durable(folder)\n",
        "",
        ("tests/faults/test_cuts.py",),
    ),
    Mutant(
        "no look at the version",
        "app/storage/versioned.py",
        ', table.c.version == bindparam("old_version"))',
        ', bindparam("old_version").is_not(None))',
        ("tests/storage/test_versioned.py",),
    ),
)


def mutants(where: Site, _tries: int, only: str = "") -> Iterator[Row]:
    """Run the tests of each mutant, which have to fail; and once of none, which have to pass."""
    for mutant in MUTANTS:
        if only in mutant.name:
            began = time.monotonic()
            verdict = tried(mutant, where.root)
            yield Row(FAULT, mutant.name, 1, half=verdict.half, seconds=time.monotonic() - began,
                      note=verdict.why)  # fmt: skip


def tried(mutant: Mutant, under: Path) -> Verdict:
    """Say whether the suite finds a mutant, in a copy of the program."""
    with TemporaryDirectory(prefix="mutant-", dir=under) as folder:
        for name in COPIED:
            source = ROOT / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, Path(folder) / name)
        if not passes(Path(folder), mutant.tests):
            return Verdict(half=1, why="the tests fail without it")
        file = Path(folder) / mutant.file
        file.write_text(mutant.changed(file.read_text("utf-8")), "utf-8")
        is_found = not passes(Path(folder), mutant.tests)
    return GOOD if is_found else Verdict(half=1, why="no test fails with it")


def passes(folder: Path, tests: tuple[str, ...]) -> bool:
    """Say whether tests pass in a copy of the program; on SQLite, which starts at once."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    command += ["-k", "not postgresql"]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | {"CI": "1"}, capture_output=True, check=False
    )
    return done.returncode == 0
