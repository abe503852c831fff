"""The strips: sample and read-only are said as long as they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.services import admin, welcome
from app.services.office import Office
from app.ui.kit.shell import Shell
from app.ui.strips import Strips
from tests.ui.ways import CLOCK, WHO


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Strips]:
    window = QWidget()
    strips = Strips(window)
    qtbot.addWidget(window)
    window.show()
    yield strips
    window.close()


def test_a_real_company_says_nothing(shown: Strips, shell: Shell, office: Office) -> None:
    shown.follow(shell, office.ask(admin.company))

    assert not shown.sample.isVisible()
    assert not shown.read_only.isVisible()


def test_the_sample_says_so_and_can_be_removed(
    qtbot: QtBot, shown: Strips, shell: Shell, office: Office
) -> None:
    shown.follow(shell, replace(office.ask(admin.company), is_sample=True))

    with qtbot.waitSignal(shown.unwanted):
        shown.sample.button.click()
    shown.clear()

    assert not shown.sample.isVisible()


def test_an_office_that_somebody_has_says_who(shown: Strips, shell: Shell, office: Office) -> None:
    path = office.database.place.path  # type: ignore[attr-defined]  # it lies in a folder
    second = welcome.open_office(path, CLOCK, WHO)
    shell.client.office = second
    shown.follow(shell, second.ask(admin.company))

    assert second.is_read_only
    assert shown.read_only.isVisible()
    assert shown.read_only.text.text()
    second.close()
