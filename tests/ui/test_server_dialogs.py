"""A company is moved to a server and opened there by the window, and another desk is heard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.serving import ServerFacts
from app.domain.contacts.form import ContactForm
from app.services import contacts, moving
from app.services.desk_files import SUFFIX, place_of
from app.services.logging_in import Pass, log_in
from app.services.moving import Mover
from app.services.office import Office
from app.storage import server_setup
from app.storage.place import BeingUpgraded
from app.ui.kit.lane import Lanes
from app.ui.main_window import MainWindow
from app.ui.server_dialogs import Servers
from app.ui.welcome.door import Door, Ways
from tests.databases import run_sql
from tests.ui.test_main_window import door, lumo, office, window  # noqa: F401  fixtures
from tests.users import CLOCK, NOBODY
from tests.windows import Settle

FIT = ServerFacts(16, "UTF8", "on", "on", has_checksums=True)


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the files that say where companies lie in the test's own folder."""
    monkeypatch.setattr("app.outside.places.offices", lambda: tmp_path / "companies")
    monkeypatch.setattr(server_setup, "facts_of", lambda _url: FIT)


@pytest.fixture
def on_server(
    qtbot: QtBot,
    lumo: MainWindow,  # noqa: F811  the fixture
    bare_server: str,
    settle: Settle,
) -> MainWindow:
    """Return a window that opened the company where it was moved to."""
    assert lumo.opened is not None
    folder = lumo.opened.path
    lumo.leave()
    settle()
    moving.move(folder, bare_server, Mover(CLOCK, NOBODY))
    lumo.servers.ask()
    dialog = lumo.servers.dialog
    assert dialog is not None
    dialog.name.put("Lumo")
    dialog.address.put(bare_server)
    dialog.go_on()
    qtbot.waitUntil(lambda: lumo.opened is not None and lumo.opened.path.suffix == SUFFIX)
    settle()
    return lumo


def test_a_window_hears_another_desk(qtbot: QtBot, on_server: MainWindow) -> None:
    assert on_server.opened is not None
    assert on_server.shell is not None
    heard: list[frozenset[str]] = []
    on_server.shell.client.changed.connect(heard.append)
    other = log_in(place_of(on_server.opened.path), CLOCK, NOBODY, Pass())

    def is_heard() -> bool:
        other.do(contacts.add, ContactForm(f"Aalto {len(heard)}"))
        return any("contact" in tables for tables in heard)

    qtbot.waitUntil(is_heard)
    other.close()


def test_a_window_says_that_the_server_is_gone_and_goes_on_when_it_is_back(
    qtbot: QtBot, on_server: MainWindow, bare_server: str, settle: Settle
) -> None:
    said: list[bool] = []
    on_server.strips._hearing.stood.connect(said.append)
    run_sql(
        bare_server,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()",
    )

    qtbot.waitUntil(lambda: said[:2] == [False, True])
    settle()

    assert office(on_server).do(contacts.add, ContactForm("After")).result.name == "After"


def test_who_does_not_wait_for_another_desk_goes_to_another_company(
    qtbot: QtBot,
    window: MainWindow,  # noqa: F811  the fixture
    ways: Ways,
    lanes: Lanes,
    tmp_path: Path,
) -> None:
    tries: list[Path] = []

    def busy(path: Path, _password: str, _user: str) -> Office:
        tries.append(path)
        raise BeingUpgraded

    waited = Door(replace(ways, open=busy), lanes)
    servers = Servers(window, waited)
    waited.open(tmp_path / "Lumo.office")
    qtbot.waitUntil(lambda: len(tries) > 1)
    page = servers.waiting
    assert page is not None
    shown = window.pages.currentWidget() is page
    told = page.title.text()

    page.buttons[0].click()
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.welcome)

    assert shown
    assert told == "Lumo is being updated"
    assert waited._awaited is None
