"""The module of employees opens its places and the pages of its records."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.employee_module import EMPLOYEES
from app.ui.kit.shell import Shell
from tests.windows import Settle


@pytest.mark.parametrize("kind", sorted(EMPLOYEES.records))
def test_a_record_of_each_kind_has_its_page(
    qtbot: QtBot, shell: Shell, settle: Settle, kind: str
) -> None:
    page = EMPLOYEES.records[kind](shell, None)
    qtbot.addWidget(page)
    settle()

    assert page.isEnabled()


def test_what_a_page_needs_is_loaded_before_it_is_shown(qtbot: QtBot, shell: Shell) -> None:
    assert EMPLOYEES.load() is None
    assert EMPLOYEES.load_records() is None
    places = EMPLOYEES.open(shell)
    qtbot.addWidget(places)
    assert places.isEnabled()
