"""The shell: what a tab asks of the window."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.shared.refusals import Conflict
from app.ui.kit.shell import RecordPage, Shell


def test_it_knows_the_day_of_the_office(shell: Shell) -> None:
    assert shell.today() == date(2026, 3, 10)


def test_ids_travel_whole(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignal(shell.wanted) as wanted:
        shell.open("invoice", 2**62 + 7)

    assert wanted.args == ["invoice", 2**62 + 7]


def test_notes_refusals_and_counts_go_to_the_window(qtbot: QtBot, shell: Shell) -> None:
    with qtbot.waitSignals([shell.noted, shell.counted]):
        shell.say("Kept", undo=print)
        shell.count("invoices", 3)
    with qtbot.waitSignal(shell.refused) as refused:
        shell.client.refused.emit(Conflict(contact=1))

    assert refused.args is not None
    assert isinstance(refused.args[0], Conflict)


def test_a_record_page_knows_what_it_shows(qtbot: QtBot, shell: Shell) -> None:
    page = RecordPage(shell, "contact", 7)
    qtbot.addWidget(page)

    page.flush()

    assert isinstance(page, QWidget)
    assert (page.kind, page.record) == ("contact", 7)
