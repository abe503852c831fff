"""The module of stock opens its places and the pages of its records."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.kit.shell import Shell
from app.ui.stock_module import STOCK
from tests.windows import Settle


@pytest.mark.parametrize("kind", sorted(STOCK.records))
def test_a_record_of_each_kind_has_its_page(
    qtbot: QtBot, shell: Shell, settle: Settle, kind: str
) -> None:
    page = STOCK.records[kind](shell, None)
    qtbot.addWidget(page)
    settle()

    assert page.kind == kind


def test_what_a_page_needs_is_loaded_before_it_is_shown(qtbot: QtBot, shell: Shell) -> None:
    assert STOCK.load() is None
    assert STOCK.load_records() is None
    places = STOCK.open(shell)
    qtbot.addWidget(places)
    assert places.isEnabled()
