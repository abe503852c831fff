"""Proves the bundle: its self-test must pass without Python, and packed it must be small.

The self-test opens the sample company, issues an invoice, renders it and takes pictures.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from installer import archive
from product import COMMAND, NAME, TERMINAL_COMMAND

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
PACKED_LIMIT = 60
SECONDS = 300
MEGABYTE = 1_000_000
KINDS = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n"}
"""What the self-test leaves, and how such a file begins."""


def program() -> Path:
    """Return the frozen program that speaks on a terminal."""
    if sys.platform == "win32":
        return DIST / COMMAND / f"{TERMINAL_COMMAND}.exe"
    if sys.platform == "darwin":
        return DIST / f"{NAME}.app" / "Contents" / "MacOS" / COMMAND
    return DIST / COMMAND / COMMAND


def bare_environment() -> dict[str, str]:
    """Return the environment of somebody who has no Python and no display."""
    hidden = ("PYTHON", "VIRTUAL_ENV", "QT_", "DISPLAY", "WAYLAND_DISPLAY", "LD_LIBRARY_PATH")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    return kept | {"QT_QPA_PLATFORM": "offscreen"}


def self_test(out: Path) -> str:
    """Run the frozen self-test; return what is wrong with it, or nothing."""
    started = time.perf_counter()
    done = subprocess.run(
        [str(program()), "self-test", "--out", str(out)],
        cwd=out.parent,
        env=bare_environment(),
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        return f"the self-test ended with {done.returncode}"
    left = {kind: sorted(out.rglob(f"*{kind}")) for kind in KINDS}
    for kind, beginning in KINDS.items():
        if not left[kind]:
            return f"the self-test left no {kind} file"
        if broken := [
            path.name for path in left[kind] if not path.read_bytes().startswith(beginning)
        ]:
            return f"not a {kind} file: {broken}"
    counts = ", ".join(f"{len(paths)} {kind}" for kind, paths in left.items())
    print(f"self-test passed in {time.perf_counter() - started:.1f} s: {counts}")
    return ""


def sizes(folder: Path) -> str:
    """Print how large the bundle is; return what is wrong with that, or nothing."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    files = {path: path.stat().st_size for path in found}
    for path, size in sorted(files.items(), key=lambda entry: -entry[1])[:12]:
        print(f"  {size / MEGABYTE:6.1f} MB  {path.relative_to(folder)}")
    packed = archive().stat().st_size / MEGABYTE
    print(f"folder {sum(files.values()) / MEGABYTE:.1f} MB in {len(files)} files")
    print(f"packed {packed:.1f} MB (limit {PACKED_LIMIT}, ratio {packed / PACKED_LIMIT:.2f})")
    return "" if packed <= PACKED_LIMIT else f"packed it is larger than {PACKED_LIMIT} MB"


def main() -> int:
    """Run the self-test and hold the sizes against their limit."""
    if not program().exists():
        print("There is no bundle in dist/; `python dev.py bundle` makes one.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as place:
        wrong = [self_test(Path(place) / "self-test"), sizes(DIST / COMMAND)]
    for sentence in filter(None, wrong):
        print(f"The bundle is not good: {sentence}.", file=sys.stderr)
    return 1 if any(wrong) else 0


if __name__ == "__main__":
    raise SystemExit(main())
