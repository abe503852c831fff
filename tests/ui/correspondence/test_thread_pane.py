"""The thread of a letter beside it: opened by Enter, linked to records by words."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm
from app.domain.correspondence.letter import Incoming
from app.services import contacts, letters_in, letters_out, threads
from app.services.office import Office
from app.ui.correspondence.incoming_page import IncomingPage
from app.ui.correspondence.tab import LettersTab
from app.ui.correspondence.thread_pane import ThreadPane
from app.ui.kit.linking import LinkDialog
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from tests.ui.correspondence.hands import (
    Key,
    Settle,
    came_in,
    dialog_of,
    do,
    ours,
    register_of,
    shown,
)
from tests.ui.keys import press, type_in


def lines_of(pane: ThreadPane) -> list[str]:
    return [pane.lines.item(at).text() for at in range(pane.lines.count())]


def pick(picker: Picker[Any], words: str, settle: Settle) -> None:
    """Type words and take the first that answers them."""
    picker.setFocus()
    type_in(picker, words)
    settle()
    press(picker, Key.Key_Return)
    settle()


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
    type_in(dialog.field.picker, "tukku")
    qtbot.waitUntil(lambda: dialog.field.picker._hits.count() > 0)
    press(dialog.field.picker, Key.Key_Return)
    qtbot.waitUntil(lambda: about(office, asked) == ["contact"])
    qtbot.waitUntil(lambda: page.exchange.lines.count() == 2)
    page.exchange.lines.setCurrentRow(1)
    press(page.exchange.lines, Key.Key_Return)

    assert lines_of(page.exchange)[1] == "Contact Tukku Oy"
    assert wanted == [("contact", contact.id)]
    dialog.close()


def test_a_new_letter_says_what_it_relates_to_and_both_show_it(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    earlier = came_in(office, subject="Tarjouspyyntö")
    page = IncomingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    type_in(page.fields.party, "Kahvila")
    type_in(page.fields.subject, "Lisätieto")

    picker = page.fields.about.picker
    pick(picker, "tarjous", settle)
    do(shell, "letter.issue", settle)

    (later,) = (one for one in office.ask(letters_in.waiting) if one.id != earlier.id)
    opened = IncomingPage(shell, later.id)
    shown(qtbot, shell, opened, settle)
    assert opened.fields is not None
    fields = opened.fields
    qtbot.waitUntil(lambda: len(fields.about.buttons) == 1)
    named = office.ask(threads.around, "letter-in", earlier.id).named_by
    assert [one.record_id for one in named] == [later.id]


def test_a_letter_shows_those_that_name_it(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    earlier = came_in(office, subject="Tarjouspyyntö")
    later = came_in(office, subject="Lisätieto", about=(f"letter-in:{earlier.id}",))
    page = IncomingPage(shell, earlier.id)

    shown(qtbot, shell, page, settle)

    qtbot.waitUntil(lambda: page.exchange.lines.count() == 2)
    assert later.number in lines_of(page.exchange)[1]


def test_what_a_known_letter_relates_to_is_kept_at_once_and_undone(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    office.do(contacts.add, ContactForm("Tukku Oy"))
    letter = came_in(office)
    page = IncomingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    field = page.fields.about

    pick(field.picker, "tukku", settle)
    qtbot.waitUntil(lambda: len(field.buttons) == 1)
    linked = about(office, letter)
    shell.history.undo()
    qtbot.waitUntil(lambda: field.buttons == ())

    assert linked == ["contact"]
    assert about(office, letter) == []


def test_what_is_left_unsaved_still_says_what_it_relates_to(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    tukku = office.do(contacts.add, ContactForm("Tukku Oy")).result
    page = IncomingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    field = page.fields.about
    pick(field.picker, "tukku", settle)
    page.flush()
    settle()
    shell.let_go(page)

    again = IncomingPage(shell, None)
    shown(qtbot, shell, again, settle)
    assert again.fields is not None
    fields = again.fields

    qtbot.waitUntil(lambda: fields.about.pending() == (f"contact:{tukku.id}",))


def test_an_answer_to_our_letter_is_chosen_by_its_number_and_stays(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    sent = office.do(letters_out.issue, ours(office, subject="Tarjous").id).result
    ours(office, subject="Luonnos")
    letter = came_in(office)
    page = IncomingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None

    pick(page.fields.answers, "tarjous", settle)
    do(shell, "letter.issue", settle)

    known = office.ask(letters_in.get, letter.id)
    again = IncomingPage(shell, letter.id)
    shown(qtbot, shell, again, settle)
    assert again.fields is not None
    assert (known.answers, known.thread_id) == (sent.id, sent.thread_id)
    assert again.fields.answers.text() == sent.number
    assert again.content().answers == sent.id
