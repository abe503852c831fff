"""Mutants: the program with one promise taken out of it; the suite has to fail with each.

Nothing is copied: a program that is started with a mutant finds the changed text in the place of
the file, and so does every program that this one starts.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.table import Row
from tests.faults.work import GOOD, Verdict
from tests.faults.workers import ROOT, Site

FAULT = "mutant"
CUTS = "tests/faults/test_cuts.py::test_a_power_cut_loses_nothing_that_was_told"
HOOK = """
from importlib.machinery import SourceFileLoader
from pathlib import Path

plain = SourceFileLoader.get_code


def get_code(loader, name):
    if loader.path != {file!r}:
        return plain(loader, name)
    return compile(Path({changed!r}).read_text("utf-8"), loader.path, "exec", dont_inherit=True)


SourceFileLoader.get_code = get_code
"""
"""What Python reads before a program: one file has another text."""


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
        (f"{CUTS}[post]",),
    ),
    Mutant(
        "deferred BEGIN",
        "app/storage/engines.py",
        'begin = "BEGIN IMMEDIATE" if is_writer else "BEGIN"',
        'begin = "BEGIN"',
        ("tests/storage/test_transactions.py::test_a_writer_has_the_office_from_its_first_read",),
    ),
    Mutant(
        "row before document",
        "app/storage/files.py",
        "    return connection\n\n\n@cache\ndef tidy_connection",
        "    if page != PAGE:\n"
        '        connection.execute("PRAGMA synchronous=OFF")\n'
        "    return connection\n\n\n@cache\ndef tidy_connection",
        (f"{CUTS}[file]",),
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
        (f"{CUTS}[backup]",),
    ),
    Mutant(
        "no sync of a folder",
        "app/storage/platform.py",
        "            os.fsync(descriptor)\n",
        "            pass\n",
        ("tests/faults/test_cuts.py::test_the_folder_of_every_new_name_is_synced",),
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
            verdict = tried(mutant) if passes(mutant.tests, {}) else MISTAKEN
            seconds = time.monotonic() - began
            yield Row(FAULT, mutant.name, 1, half=verdict.half, seconds=seconds, note=verdict.why)


MISTAKEN = Verdict(half=1, why="the tests fail without it")


def tried(mutant: Mutant) -> Verdict:
    """Say whether the suite finds a mutant."""
    with TemporaryDirectory(prefix="backdesk-mutant-") as folder:
        file, changed = ROOT / mutant.file, Path(folder) / "changed"
        changed.write_text(mutant.changed(file.read_text("utf-8")), "utf-8")
        hook = HOOK.format(file=str(file), changed=str(changed))
        (Path(folder) / "sitecustomize.py").write_text(hook, "utf-8")
        is_found = not passes(mutant.tests, {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"})
    return GOOD if is_found else Verdict(half=1, why="no test fails with it")


def passes(tests: tuple[str, ...], environment: Mapping[str, str]) -> bool:
    """Say whether tests pass; on SQLite, which starts at once."""
    with TemporaryDirectory(prefix="backdesk-mutant-") as folder:
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
        command += ["-k", "not postgresql", f"--basetemp={folder}/tests"]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env={**os.environ, "CI": "1", **environment},
            capture_output=True,
            check=False,
        )
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout.decode() + done.stderr.decode())
    return done.returncode == 0
