"""The books of an office that issued two invoices in January and one in March."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.invoices.invoice import Invoice
from app.services.office import Office
from app.ui.accounting.tab import AccountingTab
from app.ui.actions import with_modules
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.trading import BOOKS, issue

Settle = Callable[[], None]


@pytest.fixture
def shell(client: OfficeClient) -> Shell:
    return Shell(client, ActionBook(with_modules(BOOKS)), Settings())


@pytest.fixture
def issued(office: Office) -> tuple[Invoice, ...]:
    january = issue(office, date(2026, 1, 12), "100", "50")
    return (*january, *issue(office, date(2026, 3, 2), "1000"))


@pytest.fixture
def space(qtbot: QtBot, shell: Shell, settle: Settle) -> Workspace:
    space = Workspace(shell, BOOKS)
    qtbot.addWidget(space)
    space.resize(1100, 700)
    space.show()
    space.activateWindow()
    space.start()
    settle()
    return space


@pytest.fixture
def tab(issued: tuple[Invoice, ...], space: Workspace, settle: Settle) -> AccountingTab:
    page = space.page
    assert isinstance(page, AccountingTab)
    page.current.setFocus()
    settle()
    return page
