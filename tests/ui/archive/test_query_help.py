"""The help with questions: each example is a question that the archive understands."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.archive.fields import Field
from app.domain.archive.question import Reader
from app.lang.texts import LANGUAGES, say_in
from app.ui.archive.query_help import EXAMPLES, QueryHelp
from tests.ui.keys import press

READER = Reader(date(2026, 3, 10), {})
FIELDS = (Field.SENDER, Field.TYPE, Field.TAG, Field.AMOUNT, Field.DAY, Field.IS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_mean_the_same_in_every_language(language: str) -> None:
    say = say_in(language)
    read = [READER.read(say(question)) for question, _meaning in EXAMPLES]

    words, phrase, without, beginning, *named = read
    assert len(words) == 2
    assert phrase[0].is_phrase
    assert not without[-1].is_wanted
    assert beginning[0].is_open
    assert tuple(one[0].field for one in named) == FIELDS


def test_enter_takes_an_example_and_escape_none(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    taken: list[str] = []
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        popover = QueryHelp(page)
        popover.taken.connect(taken.append)
        popover.show_under(page)

        press(popover.examples, key)

    assert taken == ["rent march"]
