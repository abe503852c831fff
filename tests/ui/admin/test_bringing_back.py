"""A company that was moved to a server is brought back into a folder by the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.serving import ServerFacts
from app.storage import server_setup
from app.ui.admin.bringing_back import bring_back
from app.ui.admin.serving import move_to_server
from app.ui.main_window import MainWindow
from tests.ui.test_main_window import door, lumo, office, window  # noqa: F401  fixtures
from tests.windows import Settle

FIT = ServerFacts(16, "UTF8", "on", "on", has_checksums=True)


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep where companies lie in the test's own folder."""
    monkeypatch.setattr("app.outside.places.offices", lambda: tmp_path / "companies")
    monkeypatch.setattr(server_setup, "facts_of", lambda _url: FIT)


def test_a_company_comes_back_from_the_server_and_the_window_goes_on_in_the_folder(
    qtbot: QtBot,
    lumo: MainWindow,  # noqa: F811  the fixture
    bare_server: str,
    settle: Settle,
    tmp_path: Path,
) -> None:
    assert lumo.shell is not None
    to_server = move_to_server(lumo.shell, lumo)
    to_server.address.put(bare_server)
    to_server.go_on()
    settle()
    dialog = bring_back(lumo.shell, lumo)
    settle()
    proposed = Path(dialog.place.value())
    dialog.place.put("here")
    is_shut = not dialog.button.isEnabled()

    dialog.place.put(str(tmp_path / "Back.backdesk"))
    dialog.go_on()
    settle()

    assert proposed.suffix == ".backdesk"
    assert is_shut
    assert lumo.opened is not None
    assert lumo.opened.path == tmp_path / "Back.backdesk"
    assert not office(lumo).is_read_only
