"""The letters about a record: a line each, opened by Enter."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.correspondence.letter import INCOMING
from app.domain.correspondence.threads import ThreadItem
from app.services import letters_in, threads
from app.services.office import Office
from app.ui.kit.letter_lines import LettersAbout, letter_icon, letter_text
from app.ui.kit.shell import Shell
from tests.domain.correspondence.letters import a_form
from tests.ui.keys import press


def test_a_record_shows_the_letters_about_it(qtbot: QtBot, shell: Shell, office: Office) -> None:
    letter = office.do(letters_in.enter, a_form()).result
    office.do(threads.link, letter.thread_id, "invoice:5")
    page = QWidget()
    qtbot.addWidget(page)
    pane = LettersAbout(shell)
    QVBoxLayout(page).addWidget(pane)
    page.show()
    opened: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))

    pane.ask("invoice:5")
    qtbot.waitUntil(lambda: pane.lines.count() == 1)
    pane.lines.setCurrentRow(0)
    press(pane.lines, Qt.Key.Key_Return)

    assert pane.isVisible()
    assert opened == [(INCOMING, letter.id)]
    shell.wanted.disconnect()


def test_a_record_without_letters_shows_no_list(qtbot: QtBot, shell: Shell) -> None:
    pane = LettersAbout(shell)
    qtbot.addWidget(pane)

    with qtbot.waitSignal(shell.client.changed, timeout=50, raising=False):
        pane.ask("invoice:5")

    assert not pane.isVisible()


def test_a_letter_is_told_by_its_number_its_day_and_its_state() -> None:
    letter = ThreadItem("letter-out", 1, date(2026, 3, 4), "", "Aamu Oy", "Offer", "draft")

    assert letter_text(letter) == "–   4 Mar 2026   Draft   Offer"
    assert letter_icon(letter) == "send"


def test_a_mail_is_told_by_its_way_and_state() -> None:
    came = ThreadItem("mail", 1, date(2026, 3, 4), "", "maija@aamu.example", "", "received")
    lost = ThreadItem("mail", 2, date(2026, 3, 4), "", "maija@aamu.example", "Offer", "unknown")

    assert letter_text(came) == "Mail   4 Mar 2026   Came in   maija@aamu.example"
    assert letter_text(lost) == "Mail   4 Mar 2026   Perhaps sent   Offer"
    assert (letter_icon(came), letter_icon(lost)) == ("mail", "mail-forward")
