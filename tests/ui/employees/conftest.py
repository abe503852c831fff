"""An office in which somebody works, and a way to show the pages of people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.employees.employee import Employee
from app.services.office import Office
from app.ui.kit.shell import Shell
from tests.employing import hire
from tests.windows import Settle

Page = TypeVar("Page", bound=QWidget)


@pytest.fixture
def maija(office: Office) -> Employee:
    """Maija Salonen, with a signed contract and what is private."""
    return hire(office)


@pytest.fixture
def show(qtbot: QtBot, shell: Shell, settle: Settle) -> Callable[[Page], Page]:
    """Return what shows a page as the window does, once its answers are here."""

    def shown(page: Page) -> Page:
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        settle()
        shell.book.enter((page,))
        return page

    return shown
