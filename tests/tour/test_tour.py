"""The tour walks the real window and leaves what it says."""

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


def test_the_self_test_issues_prints_and_shows(tmp_path: Path) -> None:
    done = walked("self-test", tmp_path)

    assert done.returncode == 0, done.stderr
    assert "issued 2026" in done.stdout
    assert "trial balance difference 0" in done.stdout
    assert (tmp_path / "self-test.pdf").read_bytes()[:5] == b"%PDF-"
    assert (tmp_path / "self-test.png").stat().st_size > 10_000


def test_the_demo_leaves_office_papers_and_pictures(tmp_path: Path) -> None:
    done = walked("demo", tmp_path)

    assert done.returncode == 0, done.stderr
    assert "difference €0.00" in done.stdout
    assert (tmp_path / "Lumo & Suoni Oy.backdesk" / "office.db").exists()
    assert len(list((tmp_path / "papers").glob("*.pdf"))) >= 10
    assert len(list((tmp_path / "screens").glob("*-dark.png"))) >= 1


def test_a_second_demo_does_not_overwrite_the_first(tmp_path: Path) -> None:
    (tmp_path / "Lumo & Suoni Oy.backdesk").mkdir()

    done = walked("demo", tmp_path)

    assert done.returncode == 3
    assert "place.exists" in done.stderr
