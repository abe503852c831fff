"""The office has a place for its own data and one for its backups, reached by keys."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.services.office import Office
from app.services.permissions import Permission, Role
from app.ui.actions import with_modules
from app.ui.admin.backups_page import BackupsPage
from app.ui.admin.places import AdminPlaces
from app.ui.admin.tab import CompanyTab
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.modules import MODULES
from tests.employing import as_role


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


def test_who_may_not_read_the_audit_has_no_log(qtbot: QtBot, office: Office, lanes: Lanes) -> None:
    role = Role("sales", frozenset(Permission) - {Permission.AUDIT_READ})
    client = OfficeClient(as_role(office, role), lanes)
    shell = Shell(client, ActionBook(with_modules(MODULES)), Settings())
    places = AdminPlaces(shell)
    qtbot.addWidget(places)
    shell.book.enter((places,))

    assert not shell.book.action("company.log").isEnabled()
    assert shell.book.action("company.backups").isEnabled()
