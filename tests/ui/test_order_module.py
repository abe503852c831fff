"""The module of orders opens its queue and the pages of its records."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.kit.shell import Shell
from app.ui.order_module import ORDERS


@pytest.mark.parametrize("kind", sorted(ORDERS.records))
def test_a_record_of_each_kind_has_its_page(qtbot: QtBot, shell: Shell, kind: str) -> None:
    page = ORDERS.records[kind](shell, None)
    qtbot.addWidget(page)

    assert page.kind == kind


def test_what_a_page_needs_is_loaded_before_it_is_shown() -> None:
    assert ORDERS.load() is None
    assert ORDERS.load_records() is None
