from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from app.domain.correspondence.body import (
    Body,
    Cell,
    Condition,
    Image,
    Paragraph,
    Passage,
    Table,
    Words,
)
from app.domain.correspondence.tidying import tidied
from app.ui.kit.writer.forms import filler_format
from app.ui.kit.writer.reading import body_of
from app.ui.kit.writer.showing import Shower
from tests.domain.correspondence.bodies import BODIES

TABLE = Table(((Cell((Words("a"),)), Cell((Words("b"),))),), weights=(1, 3))

pytestmark = pytest.mark.usefixtures("qapp")


def shown(body: Body) -> QTextDocument:
    document = QTextDocument()
    cursor = QTextCursor(document)
    cursor.setBlockFormat(filler_format())
    Shower(cursor).write(body)
    return document


@given(BODIES)
@settings(max_examples=150)
def test_what_is_shown_is_read_back_as_it_was(qapp: QApplication, body: Body) -> None:
    assert body_of(shown(body)) == tidied(body)


def test_the_weights_of_a_table_are_kept() -> None:
    body = Body((TABLE,))

    assert body_of(shown(body)) == body


def test_a_table_under_a_condition_keeps_it_beside_its_neighbours() -> None:
    passage = Passage(Condition("contact.email"), (TABLE, Paragraph((Words("x"),))))
    body = Body((TABLE, passage, TABLE))

    assert body_of(shown(body)) == body


def test_words_typed_beside_a_picture_become_a_paragraph_of_their_own() -> None:
    document = shown(Body((Image("a" * 64, 30),)))
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("below")

    blocks = body_of(document).blocks

    assert blocks[0] == Image("a" * 64, 30)
    assert isinstance(blocks[1], Paragraph)


def test_words_typed_after_a_table_are_read() -> None:
    document = shown(Body((TABLE,)))
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText("after")

    assert body_of(document) == Body((TABLE, Paragraph((Words("after"),))))


def test_lines_divided_in_a_cell_stay_in_it() -> None:
    document = shown(Body((TABLE,)))
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    cursor.insertBlock()
    cursor.insertText("more")

    table = body_of(document).blocks[0]

    assert isinstance(table, Table)
    assert table.rows[0][0] == Cell((Words("a\nmore"),))
