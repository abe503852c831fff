"""The module of letters opens its tab and the pages of its records."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.kit.shell import Shell
from app.ui.letter_module import LETTERS


@pytest.mark.parametrize("kind", sorted(LETTERS.records))
def test_a_record_of_each_kind_has_its_page(qtbot: QtBot, shell: Shell, kind: str) -> None:
    page = LETTERS.records[kind](shell, None)
    qtbot.addWidget(page)

    others = {"letter-of-document": "letter-in", "mail-to": "mail"}
    assert page.kind == others.get(kind, kind)


def test_what_a_page_needs_is_loaded_before_it_is_shown() -> None:
    assert LETTERS.load() is None
    assert LETTERS.load_records() is None
