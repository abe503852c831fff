"""The demo walks the real window and leaves what it says."""

from __future__ import annotations

from pathlib import Path

from tests.tour.walking import walked


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
