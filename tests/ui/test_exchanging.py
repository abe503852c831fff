"""A restore through the window: the office closes, is exchanged, and opens again."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.users import SecondPair
from app.domain.contacts.form import ContactForm
from app.services import admin, anchors, backups, contacts, restoring
from app.services.second_looks import Waits
from app.storage.restoring import NothingToUndo
from app.ui import exchanging
from app.ui.admin.approvals_page import ApprovalsPage
from app.ui.admin.backups_page import BackupsPage
from app.ui.kit.exchange import Exchange
from app.ui.kit.sections import Strip
from app.ui.main_window import MainWindow
from tests.pairs import ask_for, join, seen_by, waiting
from tests.ui.test_main_window import door, lumo, office, window  # noqa: F401  fixtures
from tests.windows import Settle


def backups_page(qtbot: QtBot, window: MainWindow) -> BackupsPage:  # noqa: F811  as given
    """Return the page of the backups of the open office."""
    assert window.shell is not None
    made = BackupsPage(window.shell, Strip((("backups", "Backups"),), "backups"))
    qtbot.addWidget(made)
    return made


def names(window: MainWindow) -> list[str]:  # noqa: F811  the one that is given
    """Return the contacts of the open office."""
    found = office(window).ask(contacts.find, "After")
    return [one.name for one in found]


def test_a_company_is_restored_and_the_restore_is_taken_back(
    qtbot: QtBot,
    lumo: MainWindow,  # noqa: F811  the fixture
    settle: Settle,
) -> None:
    page = backups_page(qtbot, lumo)
    settle()
    page.back_up()
    settle()
    office(lumo).do(contacts.add, ContactForm("After the backup"))

    page._prepare(backups.overview(office(lumo)).backups[0])
    settle()
    restored = names(lumo)
    again = backups_page(qtbot, lumo)
    settle()
    again._take_back()
    settle()

    assert "After the backup" not in restored
    assert "After the backup" in names(lumo)
    assert office(lumo).ask(anchors.walk).broken == ()


def test_what_refuses_leaves_the_office_as_it_was_and_says_why(
    lumo: MainWindow,  # noqa: F811  the fixture
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[object] = []
    monkeypatch.setattr(exchanging, "tell_error", lambda _window, error: told.append(error))
    assert lumo.opened is not None
    path = lumo.opened.path

    def refuse() -> None:
        raise NothingToUndo(place=str(path))

    lumo.exchanging.begin(Exchange(refuse, "done"))
    settle()

    assert isinstance(told[0], NothingToUndo)
    assert lumo.opened.path == path
    assert office(lumo).ask(admin.company).name == "Lumo & Suoni Oy"


def test_a_restore_that_a_second_pair_approved_is_carried_out(
    qtbot: QtBot,
    lumo: MainWindow,  # noqa: F811  the fixture
    settle: Settle,
) -> None:
    desk = office(lumo)
    desk.run(backups.back_up)
    desk.do(contacts.add, ContactForm("After the backup"))
    join(desk.database)
    ask_for(desk, SecondPair.RESTORE)
    desk.who = seen_by(desk, "Anna").who
    with pytest.raises(Waits):
        desk.run(restoring.prepare, backups.overview(desk).backups[0])
    desk.who = seen_by(desk, "Ben").who
    assert lumo.shell is not None
    page = ApprovalsPage(lumo.shell, Strip((("a", "Approvals"),), "a"))
    qtbot.addWidget(page)
    settle()
    assert "After the backup" in names(lumo)

    page._approve(waiting(desk).approval, "")
    settle()

    assert "After the backup" not in names(lumo)
    assert office(lumo).ask(anchors.walk).broken == ()
    assert backups.overview(office(lumo)).can_undo
