"""From an open record one key leads to everything that was ever done to it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm
from app.services import contacts
from app.services.office import Office
from app.services.permissions import Permission, Role
from app.ui.actions import with_modules
from app.ui.admin.log_page import LogPage
from app.ui.admin.places import AdminPlaces
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from app.ui.modules import MODULES
from app.ui.record_history import HISTORY, RecordHistory
from tests.employing import as_role
from tests.windows import Settle

SOME = tuple(one for one in MODULES if one.name in {"contacts", "company"})


def entered(office: Office, lanes: Lanes, qtbot: QtBot) -> tuple[Workspace, Shell]:
    shell = Shell(OfficeClient(office, lanes), ActionBook(with_modules(MODULES)), Settings())
    workspace = Workspace(shell, SOME)
    qtbot.addWidget(workspace)
    RecordHistory(workspace, shell)
    workspace.resize(1200, 700)
    workspace.show()
    workspace.start()
    return workspace, shell


@pytest.fixture
def aamu(office: Office) -> int:
    office.do(contacts.add, ContactForm("Kahvila Ilta Oy"))
    return int(office.do(contacts.add, ContactForm("Kahvila Aamu Oy")).result.id)


def test_the_log_of_an_open_record_is_shown(
    office: Office, aamu: int, lanes: Lanes, qtbot: QtBot, settle: Settle
) -> None:
    workspace, shell = entered(office, lanes, qtbot)
    assert not shell.book.action(HISTORY).isEnabled()

    workspace.open("contact", aamu)
    settle()
    shell.book.action(HISTORY).trigger()
    settle()

    places = workspace.page
    assert isinstance(places, AdminPlaces)
    page = places.current
    assert isinstance(page, LogPage)
    assert page.bar.wanted.record == f"contact:{aamu}"
    assert page.model.rowCount() == 1


def test_who_may_not_read_the_audit_is_not_led_there(
    office: Office, aamu: int, lanes: Lanes, qtbot: QtBot, settle: Settle
) -> None:
    role = Role("sales", frozenset(Permission) - {Permission.AUDIT_READ})
    workspace, shell = entered(as_role(office, role), lanes, qtbot)

    workspace.open("contact", aamu)
    settle()

    assert not shell.book.action(HISTORY).isEnabled()
