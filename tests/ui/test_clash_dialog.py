"""That a colleague was first is always told, and what changes one thing can be done over theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm
from app.domain.correspondence.notes import Note
from app.domain.shared.refusals import NotFound, OfficeError
from app.services import contacts, notes
from app.services.office import Office
from app.ui.kit.dialogs import Dialog
from app.ui.kit.lane import Lanes
from app.ui.kit.shell import Shell
from app.ui.kit.toast import Toast
from app.ui.refusals import Refusals
from tests.ui.two_desks import desk_of
from tests.windows import Settle


@dataclass(frozen=True, slots=True)
class Bench:
    """A window over an office, and how to wait for it."""

    window: QMainWindow
    shell: Shell
    settle: Settle


@pytest.fixture
def bench(window: QMainWindow, shell: Shell, settle: Settle) -> Bench:
    return Bench(window, shell, settle)


@pytest.fixture
def window(qtbot: QtBot, shell: Shell, office: Office) -> Iterator[QMainWindow]:
    frame = QMainWindow()
    qtbot.addWidget(frame)
    frame.resize(1000, 700)
    frame.show()
    Refusals(frame, shell, Toast(frame))
    yield frame
    frame.hide()


def shown(window: QMainWindow, qtbot: QtBot) -> Dialog:
    def is_there() -> bool:
        return any(one.isVisible() for one in window.findChildren(Dialog))

    qtbot.waitUntil(is_there)
    return next(one for one in window.findChildren(Dialog) if one.isVisible())


def buttons(dialog: Dialog) -> dict[str, QPushButton]:
    return {one.text(): one for one in dialog.findChildren(QPushButton)}


def ignore(_one: object) -> None:
    """Say nothing."""


def test_a_whole_record_is_left_as_theirs_and_it_is_told_whose_that_is(
    qtbot: QtBot, bench: Bench, office: Office, lanes: Lanes
) -> None:
    one = office.do(contacts.add, ContactForm("Aamu")).result
    bert = desk_of(office, lanes, "Bert")
    bert.client.office.do(contacts.change, one.id, one.version, ContactForm("Aamu Oy"))
    bench.shell.client.do(ignore, contacts.change, one.id, one.version, ContactForm("Aamu Ab"))
    bench.settle()

    dialog = shown(bench.window, qtbot)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))

    assert dialog.windowTitle().startswith("Bert changed this")
    assert "What was done" in words
    assert set(buttons(dialog)) == {"Leave theirs"}
    dialog.reject()
    assert office.ask(contacts.get, one.id).name == "Aamu Oy"


@pytest.fixture
def stale(office: Office, lanes: Lanes) -> Note:
    """A note as it was read before Bert wrote in it."""
    one = office.do(contacts.add, ContactForm("Aamu")).result
    note = office.do(notes.add, f"contact:{one.id}", "rang").result
    bert = desk_of(office, lanes, "Bert").client.office
    bert.do(notes.change, note.id, note.version, "rang twice")
    return note


def test_what_changes_one_thing_is_done_over_theirs_once_it_is_said(
    qtbot: QtBot, bench: Bench, office: Office, stale: Note
) -> None:
    bench.shell.client.do(ignore, notes.remove, stale.id, stale.version)
    bench.settle()
    dialog = shown(bench.window, qtbot)
    assert office.ask(notes.seen, stale.id).note.text == "rang twice"

    buttons(dialog)["Do it all the same"].click()
    bench.settle()

    with pytest.raises(NotFound):
        office.ask(notes.seen, stale.id)


def test_nobody_who_asks_can_keep_it_quiet(
    qtbot: QtBot, window: QMainWindow, shell: Shell, stale: Note, settle: Settle
) -> None:
    heard: list[OfficeError] = []
    shell.client.do(ignore, notes.remove, stale.id, stale.version, refused=heard.append)
    settle()

    shown(window, qtbot).reject()
    assert len(heard) == 1


def test_what_was_told_once_is_not_told_again(
    qtbot: QtBot, window: QMainWindow, shell: Shell, stale: Note, settle: Settle
) -> None:
    told: list[OfficeError] = []
    shell.refused.connect(told.append)
    shell.client.do(ignore, notes.remove, stale.id, stale.version, refused=shell.refuse)
    settle()

    shown(window, qtbot).reject()
    assert len(told) == 1
