"""A company is moved to a server by the window, which goes on there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.serving import ServerFacts
from app.services.desk_files import SUFFIX
from app.services.logging_in import Pass, log_in
from app.storage import server_setup
from app.ui.admin.serving import move_to_server
from app.ui.main_window import MainWindow
from tests.ui.test_main_window import door, lumo, office, window  # noqa: F401  fixtures
from tests.users import CLOCK, NOBODY
from tests.windows import Settle

FIT = ServerFacts(16, "UTF8", "on", "on", has_checksums=True)


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the files that say where companies lie in the test's own folder."""
    monkeypatch.setattr("app.outside.places.offices", lambda: tmp_path / "companies")
    monkeypatch.setattr(server_setup, "facts_of", lambda _url: FIT)


def test_a_company_moves_to_a_server_and_the_window_goes_on_there(
    qtbot: QtBot,
    lumo: MainWindow,  # noqa: F811  the fixture
    bare_server: str,
    settle: Settle,
) -> None:
    assert lumo.opened is not None
    assert lumo.shell is not None
    folder = lumo.opened.path
    dialog = move_to_server(lumo.shell, lumo)
    assert not dialog.button.isEnabled()
    assert not dialog.wrong.isVisible()
    dialog.address.put("nowhere")
    dialog.go_on()
    assert "nowhere" in dialog.wrong.text()
    assert dialog.wrong.isVisible()

    dialog.address.put(bare_server)
    dialog.go_on()
    settle()

    assert lumo.opened.path.suffix == SUFFIX
    assert lumo.opened.path.stem == folder.stem
    assert not office(lumo).is_read_only
    left = log_in(folder, CLOCK, NOBODY, Pass())
    assert left.database.read_only_facts["why"] == "moved"
    left.close()
