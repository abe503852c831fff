"""A clerk writes down what VIES answered, by keyboard, and takes it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Identifier, Verdict
from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import ContactId
from app.services import contacts
from app.services.office import Office
from app.ui.contacts.tab import ContactsTab
from app.ui.contacts.vat_dialog import VatAnswerDialog
from app.ui.kit.shell import Note, Shell
from tests.ui.keys import press, type_in
from tests.windows import bring_up

Settle = Callable[[], None]
GERMAN = ContactForm("Klangraum GmbH", identifiers=(Identifier("de.vat", "DE136695976"),))


@pytest.fixture
def tab(qtbot: QtBot, shell: Shell, office: Office, settle: Settle) -> ContactsTab:
    office.do(contacts.add, GERMAN)
    office.do(contacts.add, ContactForm("Ravintola Ilta"))
    tab = ContactsTab(shell)
    qtbot.addWidget(tab)
    tab.resize(1000, 700)
    bring_up(qtbot, tab)
    settle()
    shell.book.enter((tab,))
    tab.table.setFocus()
    tab.table.choose_row(0)
    return tab


def asked(qtbot: QtBot, tab: ContactsTab) -> VatAnswerDialog:
    press(tab.table, Qt.Key.Key_V)
    qtbot.waitUntil(lambda: bool(tab.findChildren(VatAnswerDialog)))
    return tab.findChildren(VatAnswerDialog)[-1]


def card_says(tab: ContactsTab, words: str) -> bool:
    return any(words in label.text() for label in tab.card.findChildren(QLabel))


def test_an_answer_is_written_down_shown_on_the_card_and_taken_back(
    qtbot: QtBot, tab: ContactsTab, shell: Shell, office: Office, settle: Settle
) -> None:
    qtbot.waitUntil(lambda: card_says(tab, "Not checked"))
    dialog = asked(qtbot, tab)
    title = dialog.windowTitle()

    type_in(dialog.consultation, "WAPI1")
    type_in(dialog.name, "Klangraum")
    press(dialog.name, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.keep()

    qtbot.waitUntil(lambda: bool(shell.history.to_undo))
    settle()
    qtbot.waitUntil(lambda: card_says(tab, "Valid on 10 Mar 2026 · WAPI1\nKlangraum"))
    assert title == "VAT number DE136695976"
    assert shell.history.to_undo == "The answer about Klangraum GmbH is kept"
    shell.history.undo()
    qtbot.waitUntil(lambda: card_says(tab, "Not checked"))


def test_a_day_that_is_to_come_is_said_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, tab: ContactsTab, office: Office
) -> None:
    dialog = asked(qtbot, tab)
    dialog.verdict.put(Verdict.INVALID)
    dialog.on.put(date(2026, 3, 11))

    dialog.keep()

    qtbot.waitUntil(lambda: bool(dialog.on.accessibleDescription()))
    assert dialog.keep_button.isEnabled()
    assert dialog.verdict.value() is Verdict.INVALID
    contact = tab.table.chosen_id()
    assert contact is not None
    assert office.ask(contacts.get, ContactId(contact)).vat_answer is None
    dialog.reject()


def test_a_contact_without_a_vat_number_says_so(
    qtbot: QtBot, tab: ContactsTab, shell: Shell
) -> None:
    told: list[Note] = []
    shell.noted.connect(told.append)
    tab.table.choose_row(1)

    press(tab.table, Qt.Key.Key_V)

    qtbot.waitUntil(lambda: bool(told))
    assert "Ravintola Ilta" in told[0].text
    assert not tab.findChildren(VatAnswerDialog)
