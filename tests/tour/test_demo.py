"""The demo walks the real window and leaves what it says."""

from __future__ import annotations

from pathlib import Path

from app.tour.screens import LAYERS, SCREENS
from tests.tour.walking import walked


def test_the_demo_leaves_office_papers_and_pictures(tmp_path: Path) -> None:
    wanted = {screen.name for screen in SCREENS} | {name for name, _key, _words in LAYERS}
    wanted |= {"welcome", "invoice-written", "invoice-issued", "settings"}

    done = walked("demo", tmp_path)

    assert done.returncode == 0, done.stderr
    assert "difference €0.00" in done.stdout
    assert (tmp_path / "Lumo & Suoni Oy.backdesk" / "office.db").exists()
    assert len(list((tmp_path / "papers").glob("*.pdf"))) >= 10
    assert looks(tmp_path) == {"light": wanted, "dark": wanted}
    assert "This plugin" not in done.stderr


def looks(out: Path) -> dict[str, set[str]]:
    """Return which screens were photographed in each look; no two pictures are the same."""
    paths = list((out / "screens").glob("*.png"))
    assert len({path.read_bytes() for path in paths}) == len(paths)
    names = [path.stem.rpartition("-") for path in paths]
    return {look: {name for name, _dash, of in names if of == look} for look in ("light", "dark")}


def test_a_second_demo_does_not_overwrite_the_first(tmp_path: Path) -> None:
    (tmp_path / "Lumo & Suoni Oy.backdesk").mkdir()

    done = walked("demo", tmp_path)

    assert done.returncode == 3
    assert "place.exists" in done.stderr
