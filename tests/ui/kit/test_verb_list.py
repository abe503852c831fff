"""A list asks for its chosen record, tells of it, and allows its verbs while the list is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId
from app.services import contacts
from app.services.office import Office
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.verb_list import VerbList
from tests.ui.keys import press, type_in
from tests.ui.people import LISTING, add
from tests.windows import bring_up

Settle = Callable[[], None]


class PeopleList(VerbList[ContactRow, ContactRow]):
    """Contacts by their names; the letter x exports them."""

    kind = "contact"
    letters = MappingProxyType({"x": "contact.export"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, LISTING, Strip((("people", "People"),), "people"))
        self.card = QLabel()
        self.exported: list[str] = []
        self.set_details(self.card)
        self.begin(
            {
                "contact.open": self.open_chosen,
                "contact.export": self.on_chosen(lambda row: self.exported.append(row.name)),
            },
        )

    def tell(self, seen: ContactRow | None) -> None:
        self.card.setText(seen.name if seen is not None else "–")

    def possible(self, seen: ContactRow | None) -> Mapping[str, bool]:
        return {"contact.open": seen is not None, "contact.export": seen is not None}


@pytest.fixture
def ids(office: Office) -> tuple[int, ...]:
    return add(office, "Aamu", "Ilta")


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, ids: tuple[int, ...], settle: Settle) -> PeopleList:
    page = PeopleList(shell)
    qtbot.addWidget(page)
    bring_up(qtbot, page)
    settle()
    shell.book.enter((page,))
    page.table.setFocus()
    return page


def test_the_chosen_record_is_told_beside_the_list_and_its_verbs_work(
    qtbot: QtBot, page: PeopleList
) -> None:
    qtbot.waitUntil(lambda: page.card.text() == "Aamu")

    press(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.card.text() == "Ilta")
    type_in(page.table, "x")

    assert page.exported == ["Ilta"]
    assert page.shell.book.action("contact.open").isEnabled()


def test_enter_opens_the_chosen_record(
    qtbot: QtBot, page: PeopleList, ids: tuple[int, ...]
) -> None:
    qtbot.waitUntil(lambda: page.seen is not None)

    with qtbot.waitSignal(page.shell.wanted) as asked:
        press(page.table, Qt.Key.Key_Return)

    assert asked.args[:2] == ["contact", ids[0]]


def test_nothing_can_be_done_while_a_record_covers_the_list(qtbot: QtBot, page: PeopleList) -> None:
    qtbot.waitUntil(lambda: page.seen is not None)

    page.hide()
    assert not page.shell.book.action("contact.open").isEnabled()

    page.show()
    assert page.shell.book.action("contact.open").isEnabled()


def test_a_list_without_rows_has_nothing_chosen_and_no_card(qtbot: QtBot, page: PeopleList) -> None:
    qtbot.waitUntil(lambda: page.seen is not None)

    page.filters.put("nobody is called so", ())

    qtbot.waitUntil(lambda: page.seen is None)
    qtbot.waitUntil(lambda: not page.card.isVisible())
    assert page.card.text() == "–"
    assert not page.shell.book.action("contact.open").isEnabled()


def test_a_change_asks_for_the_chosen_record_again(
    qtbot: QtBot, page: PeopleList, ids: tuple[int, ...]
) -> None:
    qtbot.waitUntil(lambda: page.card.text() == "Aamu")

    page.shell.client.do(print, contacts.put_away, (ContactId(ids[0]),))

    qtbot.waitUntil(lambda: page.card.text() == "Ilta")


def test_a_letter_without_a_verb_here_does_nothing_of_the_list(
    qtbot: QtBot, page: PeopleList
) -> None:
    qtbot.waitUntil(lambda: page.seen is not None)

    type_in(page.table, "y")

    assert page.exported == []
