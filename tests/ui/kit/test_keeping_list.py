"""A list whose records are put away and taken back, with a card that follows the cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.domain.contacts.row import ContactRow
from app.services import contacts, exports
from app.services.office import Office
from app.ui.kit.keeping_list import ARCHIVED, Keeping, KeepingList
from app.ui.kit.listing import Filter
from app.ui.kit.shell import Note, Shell
from tests.ui.keys import press
from tests.ui.people import LISTING, add
from tests.windows import bring_up

Settle = Callable[[], None]


class Card(QLabel):
    """A card that shows the id it was asked for, and how often."""

    tables = frozenset({"invoice"})
    asked = 0

    def ask(self, record: object) -> None:
        self.asked += 1
        self.setText(str(record))


@pytest.fixture
def ids(office: Office) -> tuple[int, ...]:
    return add(office, "Aamu", "Ilta")


@pytest.fixture
def tab(
    qtbot: QtBot, shell: Shell, ids: tuple[int, ...], settle: Settle
) -> KeepingList[ContactRow]:
    keeping = Keeping(
        contacts.put_away,
        contacts.take_back,
        exports.contacts,
        lambda n: f"{n} away",
        lambda n: f"{n} back",
    )
    listing = replace(LISTING, filters=(Filter(ARCHIVED, "Put away"),))
    tab: KeepingList[ContactRow] = KeepingList(shell, listing, "contact", keeping)
    qtbot.addWidget(tab)
    bring_up(qtbot, tab)
    settle()
    shell.book.enter((tab,))
    return tab


def test_the_card_follows_the_cursor(
    qtbot: QtBot, tab: KeepingList[ContactRow], ids: tuple[int, ...]
) -> None:
    card = Card()
    tab.show_card(card, card)

    tab.table.choose_row(1)

    qtbot.waitUntil(lambda: card.text() == str(ids[1]))


def test_the_card_is_asked_again_when_one_of_its_own_tables_changed(
    qtbot: QtBot, tab: KeepingList[ContactRow], ids: tuple[int, ...]
) -> None:
    card = Card()
    tab.show_card(card, card)
    tab.table.choose_row(1)
    qtbot.waitUntil(lambda: card.text() == str(ids[1]))
    before = card.asked

    tab.shell.client.changed.emit(frozenset({"archive_file"}))
    tab.shell.client.changed.emit(frozenset({"invoice", "invoice_line"}))

    assert card.asked == before + 1


def test_several_are_put_away_at_once_and_come_back_by_undo(
    tab: KeepingList[ContactRow], shell: Shell, settle: Settle
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    tab.table.setFocus()
    tab.table.selectAll()

    press(tab.table, Qt.Key.Key_Delete)
    settle()
    left = tab.model.rowCount()
    assert notes[0].undo is not None
    notes[0].undo()
    settle()

    assert (left, tab.model.rowCount(), [note.text for note in notes]) == (
        0,
        2,
        ["2 away", "2 back"],
    )


def test_only_what_fits_can_be_done(
    tab: KeepingList[ContactRow], shell: Shell, settle: Settle
) -> None:
    names = ("contact.open", "contact.put-away", "contact.take-back")
    here = [shell.book.action(name).isEnabled() for name in names]

    tab.filters.show_states((ARCHIVED,))
    settle()
    away = [shell.book.action(name).isEnabled() for name in names]

    assert (here, away) == ([True, True, False], [False, False, False])


def test_enter_opens_the_record(
    tab: KeepingList[ContactRow], shell: Shell, ids: tuple[int, ...]
) -> None:
    wanted: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: wanted.append((kind, record)))
    tab.table.choose_row(0)

    press(tab.table, Qt.Key.Key_Return)

    assert wanted == [("contact", ids[0])]


def test_the_list_as_it_is_shown_is_written_to_a_file(
    qtbot: QtBot,
    tab: KeepingList[ContactRow],
    shell: Shell,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "list.csv"
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    watched: list[str] = []
    shell.watched.connect(lambda _work, text: watched.append(text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))
    tab.filters.box.setText("ilta")
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)

    shell.book.action("contact.export").trigger()
    qtbot.waitUntil(lambda: bool(notes))

    assert watched == ["Writing list.csv"]
    assert notes[0].text == "1 row written to list.csv"
    assert path.read_text("utf-8-sig").splitlines()[1].startswith("1002;Ilta")
