"""The front: the window comes again in another language, with the office still open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.admin.preferences import Preferences
from app.services import drafts, welcome
from app.services.welcome import NewOffice
from app.ui import actions
from app.ui.front import Front, wanted_language
from app.ui.kit.crash import Crashes
from app.ui.kit.crash_window import CrashWindow
from app.ui.kit.settings import Settings
from app.ui.kit.texts import language
from app.ui.welcome.door import Ways
from tests.ui.keys import type_in
from tests.ui.people import ACTIONS, MODULES, PersonPage
from tests.ui.ways import CLOCK, WHO


@pytest.fixture
def office(tmp_path: Path) -> Path:
    path = tmp_path / "Lumo.backdesk"
    welcome.create(path, NewOffice("Lumo & Suoni Oy", "FI", "fi"), CLOCK, WHO).close()
    return path


@pytest.fixture
def crashes(tmp_path: Path) -> Crashes:
    return Crashes(tmp_path / "reports")


@pytest.fixture
def front(
    qtbot: QtBot, ways: Ways, crashes: Crashes, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Front]:
    monkeypatch.setattr(actions, "ACTIONS", actions.ACTIONS + ACTIONS)
    qapp = QApplication.instance()
    assert isinstance(qapp, QApplication)
    front = Front(ways, Settings(Preferences(language="en")), crashes, MODULES, qapp)
    yield front
    if shiboken6.isValid(front.window):
        with qtbot.waitSignal(front.window.closed):
            front.window.close()
    for texts in front._texts:
        qapp.removeTranslator(texts)


def test_the_last_office_opens_after_the_first_paint(
    qtbot: QtBot, front: Front, office: Path
) -> None:
    front.start(office)

    qtbot.waitUntil(lambda: front.window.workspace is not None)
    assert front.window.windowTitle() == "Lumo & Suoni Oy – Backdesk"


def test_nothing_is_swept_until_all_is_loaded(
    qtbot: QtBot, front: Front, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[bool, bool]] = []

    def note() -> None:
        seen.append((front.window.workspace is not None, bool(front._door.known)))

    monkeypatch.setattr(front._lanes.sweeper, "go_on", note)

    front.start(office)

    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(True, True)]


def test_another_language_comes_live_and_keeps_office_and_place(
    qtbot: QtBot, front: Front, office: Path
) -> None:
    front.start(office)
    qtbot.waitUntil(lambda: front.window.workspace is not None)
    former = front.window
    former.setGeometry(40, 50, 900, 700)
    place = former.geometry()

    front._settings.change(language="fi")

    qtbot.waitUntil(lambda: front.window is not former and front.window.workspace is not None)
    assert language() == "fi"
    assert front.window.book.action("window.quit").text() == "Lopeta"
    assert front.window.geometry() == place
    assert front.window.shell is not None
    assert front.window.shell.client.office.is_read_only is False


def test_a_first_start_shows_the_first_page_with_countries(qtbot: QtBot, front: Front) -> None:
    front.start(None)

    qtbot.waitUntil(lambda: front.window.welcome.country.count() > 1)
    assert front.window.pages.currentWidget() is front.window.welcome


def test_a_crash_is_told_once_and_the_window_lives_on(
    qtbot: QtBot, front: Front, crashes: Crashes
) -> None:
    front.start(None)

    crashes.caught(ValueError, ValueError("secret"), None)
    crashes.caught(TypeError, TypeError("secret"), None)

    qtbot.waitUntil(lambda: bool(front.window.findChildren(CrashWindow)))
    assert len(front.window.findChildren(CrashWindow)) == 1
    assert front.window.isVisible()


def test_a_report_can_be_written_by_hand(qtbot: QtBot, front: Front, crashes: Crashes) -> None:
    front.start(None)

    front.window.book.action("help.report").trigger()

    assert len(list(crashes.folder.glob("report-*.txt"))) == 1


def test_a_language_that_was_chosen_wins_over_the_system() -> None:
    assert wanted_language(Settings(Preferences(language="th"))) == "th"
    assert wanted_language(Settings()) in {"en", "fi", "th"}


def test_the_window_comes_forward(front: Front) -> None:
    front.start(None)
    front.window.hide()

    front.come_forward()

    assert front.window.isVisible()


def typed_on(qtbot: QtBot, front: Front, office: Path) -> PersonPage:
    """A new person that is being typed in the window."""
    front.start(office)
    qtbot.waitUntil(lambda: front.window.workspace is not None)
    shell, workspace = front.window.shell, front.window.workspace
    assert shell is not None and workspace is not None
    shell.open("person")
    (page,) = workspace.pages()
    assert isinstance(page, PersonPage)
    type_in(page.name, "Half")
    return page


def test_the_end_of_the_machines_session_keeps_what_was_typed_before_it_returns(
    qtbot: QtBot, front: Front, office: Path
) -> None:
    page = typed_on(qtbot, front, office)

    front._app.commitDataRequest.emit(None)

    assert page.flushed == ["Half"]
    assert not front._lanes.commands.is_busy
    assert front.window.isEnabled()


def test_a_program_that_ends_keeps_what_was_typed_and_closes_the_office(
    qtbot: QtBot, front: Front, office: Path
) -> None:
    typed_on(qtbot, front, office)

    front._app.aboutToQuit.emit()

    opened = welcome.open_office(office, CLOCK, WHO)
    with closing(opened):
        (draft,) = opened.ask(drafts.all_kept)
    assert (draft.form, draft.body) == ("person", "Half")


def test_a_program_that_has_ended_leaves_no_window_behind(
    qtbot: QtBot, front: Front, office: Path
) -> None:
    typed_on(qtbot, front, office)
    front._app.aboutToQuit.emit()

    front.vanish()

    assert not shiboken6.isValid(front.window)
