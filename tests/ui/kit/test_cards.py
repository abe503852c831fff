"""Cards: keys walk, open and push; a card of another list can be dropped; painting stays small."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.ui.kit.cards import CARD, Card, CardList, card_in
from app.ui.kit.table import Answer, Part
from tests.ui.keys import press

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Job:
    """A row of the list."""

    id: int


def card_of(job: Job) -> Card:
    """Return the card of a row."""
    return Card(f"Job {job.id}", "12,00 €", ("Kahvila", "today"), (Part("Late", "bad"),), "bad")


def fetched(ids: tuple[int, ...], answer: Answer[Job]) -> None:
    """Answer at once with the rows that are asked for."""
    rows: Sequence[Job] = [Job(one) for one in ids]
    answer(rows)


@pytest.fixture
def cards(qtbot: QtBot) -> CardList[Job]:
    made: CardList[Job] = CardList("Ready", card_of, fetched)
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.show()
    made.show_cards([11, 12, 13])
    return made


def dropped(cards: CardList[Job], what: QMimeData) -> QDropEvent:
    """Drop something on the list, as a drag from elsewhere does."""
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPoint(20, 20).toPointF(), Qt.DropAction.MoveAction, what, left, nothing)
    event.ignore()
    cards.dropEvent(event)
    return event


def test_all_of_a_card_is_said_in_one_line(cards: CardList[Job]) -> None:
    said = cards.cards.index(0, 0).data()

    assert said == "Job 11, 12,00 €, Kahvila, today, Late"


def test_the_first_card_is_chosen_and_enter_opens_it(cards: CardList[Job], qtbot: QtBot) -> None:
    with qtbot.waitSignal(cards.opened) as told:
        press(cards, Qt.Key.Key_Return)

    assert told.args == [11]


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_ctrl_and_an_arrow_push_the_chosen_card(
    cards: CardList[Job], qtbot: QtBot, key: Qt.Key
) -> None:
    cards.choose(12)

    with qtbot.waitSignal(cards.pushed) as told:
        press(cards, key, CTRL)

    assert told.args == [12, key]
    assert cards.chosen_id() == 12


def test_arrows_walk_down_and_lead_out_to_the_sides(cards: CardList[Job], qtbot: QtBot) -> None:
    press(cards, Qt.Key.Key_Down)

    with qtbot.waitSignal(cards.left) as told:
        press(cards, Qt.Key.Key_Right)

    assert cards.chosen_id() == 12
    assert told.args == [Qt.Key.Key_Right]


def test_the_chosen_card_stays_chosen_or_gives_way_to_its_neighbour(cards: CardList[Job]) -> None:
    cards.choose(12)
    cards.show_cards([13, 12, 11])
    kept = cards.chosen_id()
    cards.show_cards([13, 11])

    assert kept == 12
    assert cards.chosen_id() == 11
    cards.show_cards([])
    assert cards.chosen_id() is None


def test_a_card_of_another_list_is_taken(cards: CardList[Job], qtbot: QtBot) -> None:
    what = QMimeData()
    what.setData(CARD, b"77")

    with qtbot.waitSignal(cards.taken) as told:
        event = dropped(cards, what)

    assert told.args == [77]
    assert event.isAccepted()


@pytest.mark.parametrize("plain", [b"", b"x", b"-3", b"7 7"])
def test_what_is_no_card_is_not_taken(cards: CardList[Job], plain: bytes) -> None:
    what = QMimeData()
    what.setData(CARD, plain)
    taken: list[object] = []
    cards.taken.connect(taken.append)

    dropped(cards, what)

    assert card_in(what) is None
    assert taken == []


def test_only_the_cards_that_are_seen_are_fetched(qtbot: QtBot) -> None:
    asked: list[int] = []

    def fetch(ids: tuple[int, ...], answer: Answer[Job]) -> None:
        asked.extend(ids)
        fetched(ids, answer)

    cards: CardList[Job] = CardList("Many", card_of, fetch)
    qtbot.addWidget(cards)
    cards.resize(240, 400)
    cards.show()
    cards.show_cards(range(1, 100_001))

    cards.grab()

    assert 0 < len(asked) <= 100


def test_the_list_tells_which_card_is_chosen_when_it_gets_the_keyboard(
    cards: CardList[Job], qtbot: QtBot
) -> None:
    cards.activateWindow()
    cards.clearFocus()

    with qtbot.waitSignal(cards.chosen) as told:
        cards.setFocus()

    assert told.args == [11]
    assert [one.row() for one in cards.selectedIndexes()] == [0]
