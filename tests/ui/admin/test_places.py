"""The office has a place for its own data and one for its backups, reached by keys."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.ui.admin.backups_page import BackupsPage
from app.ui.admin.places import AdminPlaces
from app.ui.admin.tab import CompanyTab
from app.ui.kit.shell import Shell


def test_each_place_is_shown_by_its_action(
    qtbot: QtBot, shell: Shell, settle: Callable[[], None]
) -> None:
    places = AdminPlaces(shell)
    qtbot.addWidget(places)
    shell.book.enter((places,))

    shell.book.action("company.backups").trigger()
    settle()
    backups = places.current
    shell.book.action("company.company").trigger()
    settle()

    assert isinstance(backups, BackupsPage)
    assert isinstance(places.current, CompanyTab)
