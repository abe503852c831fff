"""The self-test issues, prints and shows, and says what it saw."""

from __future__ import annotations

from pathlib import Path

from tests.tour.walking import walked


def test_the_self_test_issues_prints_and_shows(tmp_path: Path) -> None:
    done = walked("self-test", tmp_path)

    assert done.returncode == 0, done.stderr
    assert "issued 2026" in done.stdout
    assert "trial balance difference 0" in done.stdout
    assert (tmp_path / "self-test.pdf").read_bytes()[:5] == b"%PDF-"
    assert (tmp_path / "self-test.png").stat().st_size > 10_000
