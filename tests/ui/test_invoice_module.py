"""The module of invoices opens its places and the pages of its records."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.invoice_module import INVOICES
from app.ui.kit.shell import Shell


@pytest.mark.parametrize("kind", sorted(INVOICES.records))
def test_a_record_of_each_kind_has_its_page(qtbot: QtBot, shell: Shell, kind: str) -> None:
    page = INVOICES.records[kind](shell, None)
    qtbot.addWidget(page)

    assert page.kind == {"plan-of": "plan"}.get(kind, kind)


def test_what_a_page_needs_is_loaded_before_it_is_shown() -> None:
    assert INVOICES.load() is None
    assert INVOICES.load_records() is None
