"""The thread of a letter beside it: opened by Enter, linked to records by words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm
from app.domain.correspondence.letter import Incoming
from app.services import contacts, letters_out, threads
from app.services.office import Office
from app.ui.correspondence.incoming_page import IncomingPage
from app.ui.correspondence.tab import LettersTab
from app.ui.correspondence.thread_pane import ThreadPane
from app.ui.kit.linking import LinkDialog
from app.ui.kit.shell import Shell
from tests.ui.correspondence.hands import (
    Key,
    Settle,
    came_in,
    dialog_of,
    do,
    register_of,
    shown,
)
from tests.ui.keys import press, type_in


def lines_of(pane: ThreadPane) -> list[str]:
    return [pane.lines.item(at).text() for at in range(pane.lines.count())]


def about(office: Office, letter: Incoming) -> list[str]:
    return [one.kind for one in office.ask(threads.linked, letter.thread_id)]


def test_every_letter_of_the_thread_stands_in_order_and_enter_opens_one(
    qtbot: QtBot,
    shell: Shell,
    office: Office,
    wanted: list[tuple[str, object]],
    settle: Settle,
) -> None:
    asked = came_in(office, subject="Reklamaatio")
    reply = office.do(letters_out.answer, asked.id).result
    page = IncomingPage(shell, asked.id)
    shown(qtbot, shell, page, settle)

    qtbot.waitUntil(lambda: page.exchange.lines.count() == 2)
    page.exchange.lines.setCurrentRow(1)
    press(page.exchange.lines, Key.Key_Return)

    first, second = lines_of(page.exchange)
    assert first.startswith("IN-2026-0001")
    assert "Draft" in second
    assert wanted == [("letter-out", reply.id)]


def test_a_letter_alone_shows_no_thread(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    asked = came_in(office)
    page = IncomingPage(shell, asked.id)

    shown(qtbot, shell, page, settle)

    qtbot.waitUntil(lambda: page.exchange.thread_id == asked.thread_id)
    assert not page.exchange.isVisible()


def test_a_thread_is_linked_by_words_and_jumps_both_ways(
    qtbot: QtBot,
    shell: Shell,
    office: Office,
    wanted: list[tuple[str, object]],
    settle: Settle,
) -> None:
    asked = came_in(office)
    contact = office.do(contacts.add, ContactForm("Tukku Oy")).result
    tab = LettersTab(shell)
    shown(qtbot, shell, tab, settle)
    page = register_of(tab, "in")
    qtbot.waitUntil(lambda: page.exchange.thread_id == asked.thread_id)

    do(shell, "letter.link", settle)
    dialog = dialog_of(page, LinkDialog)
    assert isinstance(dialog, LinkDialog)
    type_in(dialog.picker, "tukku")
    qtbot.waitUntil(lambda: dialog.picker._hits.count() > 0)
    press(dialog.picker, Key.Key_Return)
    qtbot.waitUntil(lambda: about(office, asked) == ["contact"])
    qtbot.waitUntil(lambda: page.exchange.lines.count() == 2)
    page.exchange.lines.setCurrentRow(1)
    press(page.exchange.lines, Key.Key_Return)

    assert lines_of(page.exchange)[1] == "Contact Tukku Oy"
    assert wanted == [("contact", contact.id)]
    dialog.close()
