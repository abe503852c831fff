"""Who is erased and kept for the law is listed; what is left goes when the name is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Contact
from app.outside.clock import FixedClock
from app.services import contacts, erasing, kept_persons
from app.services.erasing_again import Again
from app.services.office import Office
from app.ui.admin.kept_persons import CatchingUp, EndingDialog, KeptPersonsDialog
from app.ui.kit.shell import Note, Shell
from tests.services.erasure import FORM, found_in_rows
from tests.services.test_ending_erasures import erased
from tests.trade import a_content
from tests.windows import bring_up


@pytest.fixture
def person(office: Office) -> Contact:
    """Return an erased person of whom a quote is kept."""
    from app.domain.quotes.quote import Position, QuoteDraft  # noqa: PLC0415  of this alone
    from app.services import quotes  # noqa: PLC0415  of this alone

    one = office.do(contacts.add, replace(FORM, number="")).result
    content = QuoteDraft(a_content(customer_id=one.id), (Position(),))
    sent = office.do(quotes.send, office.do(quotes.draft, content).result.id).result
    office.do(quotes.reject, sent.id, "Too dear")
    erased(office, one.id)
    return one


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    bring_up(qtbot, page)
    return page


def opened(qtbot: QtBot, shell: Shell, page: QWidget) -> KeptPersonsDialog:
    dialog = KeptPersonsDialog(shell, page)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.table.chosen_id() is not None, timeout=20_000)
    return dialog


def test_what_is_kept_cannot_be_erased_before_its_day(
    qtbot: QtBot, shell: Shell, page: QWidget, person: Contact
) -> None:
    dialog = opened(qtbot, shell, page)

    model = dialog.table.model()
    assert model.index(0, 0).data().endswith(person.number)
    assert model.index(0, 4).data() == "Kept for the law"
    assert not dialog.end.isEnabled()


def test_what_is_left_goes_when_the_name_is_typed(
    qtbot: QtBot, shell: Shell, page: QWidget, person: Contact, office: Office
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    until = office.ask(erasing.plan, person.id).until
    assert until is not None
    office.clock = shell.client.office.clock = FixedClock(until + timedelta(days=1))
    dialog = opened(qtbot, shell, page)
    qtbot.waitUntil(dialog.end.isEnabled, timeout=20_000)

    dialog.end.click()
    (ending,) = dialog.findChildren(EndingDialog)
    ending.name.setText("somebody")
    assert not ending.erase.isEnabled()
    (kept,) = office.ask(kept_persons.rows)
    ending.name.setText(kept.name)
    ending.erase.click()

    qtbot.waitUntil(dialog.empty.isVisible, timeout=20_000)
    assert found_in_rows(office.database) == []
    assert any("numbers" in note.text for note in notes)


def test_what_was_erased_again_is_said(qtbot: QtBot, shell: Shell) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)

    CatchingUp(shell).tell(Again(1, 2))
    CatchingUp(shell).tell(Again(0, 0))

    (note,) = notes
    assert note.text.splitlines() == [
        "1 person who was erased after this backup was erased again",
        "2 persons wait to be erased again: something is under way",
    ]
