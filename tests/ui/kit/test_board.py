"""The board: arrows walk between lanes, Ctrl with an arrow or a drop asks for another lane."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from app.ui.kit.board import Board, BoardLane
from app.ui.kit.cards import CARD
from tests.ui.keys import press
from tests.ui.kit.test_cards import CTRL, Job, card_of, dropped, fetched

LANES = (
    BoardLane("waiting", "Waiting"),
    BoardLane("ready", "Ready"),
    BoardLane("picking", "Picking"),
)


@pytest.fixture
def board(qtbot: QtBot) -> Board[Job]:
    made: Board[Job] = Board(LANES, card_of, fetched)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    made.show_lane("waiting", [1, 2], "24,00 €")
    made.show_lane("ready", [])
    made.show_lane("picking", [3])
    made.cards("waiting").setFocus()
    qtbot.waitUntil(made.cards("waiting").hasFocus)
    return made


def test_a_lane_says_how_many_cards_it_holds_and_what_they_come_to(board: Board[Job]) -> None:
    lane = board._lanes["waiting"]

    assert (lane.head.text(), lane.foot.text()) == ("Waiting 2", "24,00 €")
    assert board._lanes["ready"].head.text() == "Ready"


def test_arrows_go_on_to_the_next_lane_that_holds_a_card(board: Board[Job]) -> None:
    press(board.cards("waiting"), Qt.Key.Key_Right)
    there = board.cards("picking").hasFocus()
    press(board.cards("picking"), Qt.Key.Key_Left)

    assert there
    assert board.cards("waiting").hasFocus()
    assert board.chosen_id() == 1


def test_ctrl_and_an_arrow_ask_for_the_lane_beside(board: Board[Job], qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.moved) as told:
        press(board.cards("waiting"), Qt.Key.Key_Right, CTRL)

    assert told.args == [1, "ready"]
    assert board.cards("waiting").cards.rowCount() == 2


def test_there_is_no_lane_beyond_the_last(board: Board[Job]) -> None:
    moves: list[object] = []
    board.moved.connect(moves.append)

    press(board.cards("picking"), Qt.Key.Key_Right, CTRL)
    press(board.cards("waiting"), Qt.Key.Key_Up, CTRL)

    assert moves == []


def test_a_card_that_is_dropped_asks_for_that_lane(board: Board[Job], qtbot: QtBot) -> None:
    what = QMimeData()
    what.setData(CARD, b"2")

    with qtbot.waitSignal(board.moved) as told:
        dropped(board.cards("picking"), what)

    assert told.args == [2, "picking"]


def test_enter_opens_the_chosen_card(board: Board[Job], qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.opened) as told:
        press(board.cards("waiting"), Qt.Key.Key_Return)

    assert told.args == [1]
