"""The picker: finds as you type, picks by keys, offers to make what is not there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.contacts.row import ContactRow
from app.services import contacts
from app.services.office import Office
from app.ui.kit.client import OfficeClient
from app.ui.kit.fields import TextEdit
from app.ui.kit.line_painter import DETAIL, ICON
from app.ui.kit.picker import Picker
from tests.ui.keys import press, type_in
from tests.ui.people import add

Settle = Callable[[], None]


@pytest.fixture
def picker(qtbot: QtBot, office: Office, client: OfficeClient) -> Iterator[Picker[ContactRow]]:
    add(office, "Aamu Oy", "Aamupala Oy", "Lumo Oy")
    page = QWidget()
    picker = Picker(client, contacts.find, lambda row: row.name, lambda row: row.number)
    column = QVBoxLayout(page)
    column.addWidget(picker)
    column.addWidget(TextEdit())
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    picker.setFocus()
    qtbot.waitUntil(picker.hasFocus)
    yield picker
    page.close()


def names(picker: Picker[ContactRow]) -> set[str]:
    hits = picker._hits
    return {hits.item(place).text() for place in range(hits.count())}


def test_typing_finds_and_enter_picks(qtbot: QtBot, picker: Picker[ContactRow]) -> None:
    type_in(picker, "aamu")
    qtbot.waitUntil(picker._hits.isVisible)
    assert names(picker) == {"Aamu Oy", "Aamupala Oy"}

    with qtbot.waitSignal(picker.picked):
        press(picker, Qt.Key.Key_Return)

    row = picker.value()
    assert row is not None
    assert picker.text() == row.name
    assert not picker._hits.isVisible()


def test_a_hit_has_its_detail_beside_it_and_says_both(
    qtbot: QtBot, picker: Picker[ContactRow]
) -> None:
    type_in(picker, "lumo")
    qtbot.waitUntil(picker._hits.isVisible)

    hit = picker._hits.item(0)
    number = hit.data(DETAIL)

    assert hit.text() == "Lumo Oy"
    assert number
    assert hit.data(Qt.ItemDataRole.AccessibleTextRole) == f"Lumo Oy, {number}"
    assert hit.toolTip() == f"Lumo Oy, {number}"


def test_down_and_up_walk_around_the_ends(qtbot: QtBot, picker: Picker[ContactRow]) -> None:
    type_in(picker, "aamu")
    qtbot.waitUntil(picker._hits.isVisible)

    places = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(picker, key)
        places.append(picker._hits.currentRow())

    assert places == [1, 0, 1]


def test_enter_before_the_answer_takes_the_first_hit(
    qtbot: QtBot, picker: Picker[ContactRow]
) -> None:
    type_in(picker, "lumo")

    with qtbot.waitSignal(picker.picked):
        press(picker, Qt.Key.Key_Return)

    assert picker.text() == "Lumo Oy"


def test_tab_picks_too_and_moves_on(qtbot: QtBot, picker: Picker[ContactRow]) -> None:
    type_in(picker, "lumo")
    qtbot.waitUntil(picker._hits.isVisible)

    press(picker, Qt.Key.Key_Tab)

    assert picker.text() == "Lumo Oy"
    assert not picker.hasFocus()


def test_escape_closes_the_list_and_keeps_the_words(
    qtbot: QtBot, picker: Picker[ContactRow]
) -> None:
    type_in(picker, "lumo")
    qtbot.waitUntil(picker._hits.isVisible)

    press(picker, Qt.Key.Key_Escape)

    assert not picker._hits.isVisible()
    assert picker.text() == "lumo"


def test_typing_over_what_was_picked_picks_nothing(
    qtbot: QtBot, picker: Picker[ContactRow]
) -> None:
    type_in(picker, "lumo")
    with qtbot.waitSignal(picker.picked):
        press(picker, Qt.Key.Key_Return)

    with qtbot.waitSignal(picker.picked) as emptied:
        type_in(picker, "x")

    assert emptied.args == [None]
    assert picker.value() is None


def test_the_last_line_makes_what_is_not_there(qtbot: QtBot, picker: Picker[ContactRow]) -> None:
    made: list[str] = []
    picker.offer_new("New contact “{}”".format, made.append)

    type_in(picker, "Mustikka")
    press(picker, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: made == ["Mustikka"])


def test_the_line_that_makes_something_has_an_icon_of_its_own(
    qtbot: QtBot, picker: Picker[ContactRow]
) -> None:
    picker.icon = "user"
    picker.offer_new("New contact “{}”".format, print)

    type_in(picker, "aamu")
    qtbot.waitUntil(picker._hits.isVisible)

    icons = [picker._hits.item(place).data(ICON) for place in range(picker._hits.count())]
    assert icons == ["user", "user", "plus"]


def test_what_is_put_is_shown_and_not_asked_for(
    picker: Picker[ContactRow], office: Office, client: OfficeClient
) -> None:
    rows = office.ask(contacts.find, "lumo")

    picker.put(rows[0])

    assert picker.value() == rows[0]
    assert not client.lanes.questions.is_busy
    picker.put(None)
    assert picker.text() == ""
