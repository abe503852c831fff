"""What is brought up again, calls, notes and hand-overs, by keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm
from app.domain.correspondence.letter import Incoming
from app.domain.correspondence.notes import FollowUpForm, NoteKind
from app.domain.quotes.quote import QuoteDraft
from app.services import contacts, follow_ups, letters_in, notes
from app.services.office import Office
from app.ui.correspondence.note_page import NotePage
from app.ui.correspondence.tab import LettersTab
from app.ui.correspondence.to_do import ToDoSection
from app.ui.kit.bring_up import BringUpDialog, NoteDialog
from app.ui.kit.shell import Shell
from tests.quoting import sent
from tests.trade import a_content, a_written_line, at
from tests.ui.correspondence.hands import Key, Settle, came_in, dialog_of, do, register_of, shown
from tests.ui.keys import press, type_in


@pytest.fixture
def letter(office: Office) -> Incoming:
    return came_in(office, subject="Reklamaatio")


@pytest.fixture
def tab(qtbot: QtBot, shell: Shell, letter: Incoming, settle: Settle) -> LettersTab:
    tab = LettersTab(shell)
    shown(qtbot, shell, tab, settle)
    register_of(tab, "in").choose(letter.id)
    settle()
    return tab


def to_do_of(tab: LettersTab, shell: Shell, settle: Settle) -> ToDoSection:
    do(shell, "letters.to-do", settle)
    page = tab.page("to-do")
    assert isinstance(page, ToDoSection)
    shell.book.enter((page, tab))
    settle()
    return page


def test_a_letter_is_brought_up_again_by_key_and_taken_back(
    tab: LettersTab, shell: Shell, office: Office, letter: Incoming, settle: Settle
) -> None:
    do(shell, "letter.bring-up", settle)
    dialog = dialog_of(tab, BringUpDialog)
    assert isinstance(dialog, BringUpDialog)
    dialog.day.clear()
    type_in(dialog.day, "nonsense")
    press(dialog.day, Key.Key_Return)
    assert dialog.isVisible()
    dialog.day.clear()
    type_in(dialog.day, "t")
    press(dialog.day, Key.Key_Return)
    settle()

    (task,) = office.ask(follow_ups.due)
    assert letter.number in task.subject
    shell.history.undo()
    settle()
    assert office.ask(follow_ups.waiting) == ()


def test_what_is_due_is_listed_and_done_by_a_letter(  # noqa: PLR0917  fixtures
    tab: LettersTab,
    shell: Shell,
    office: Office,
    letter: Incoming,
    settle: Settle,
    wanted: list[tuple[str, object]],
) -> None:
    form = FollowUpForm(shell.today(), "", "soita")
    office.do(follow_ups.add, f"letter-in:{letter.id}", form)
    page = to_do_of(tab, shell, settle)
    assert page.table.rows.rowCount() == 1
    do(shell, "todo.open", settle)
    assert wanted == [("letter-in", letter.id)]

    do(shell, "todo.done", settle)

    assert page.table.rows.rowCount() == 0
    shell.history.undo()
    settle()
    assert page.table.rows.rowCount() == 1


def test_another_day_is_chosen_from_the_list(
    tab: LettersTab, shell: Shell, office: Office, letter: Incoming, settle: Settle
) -> None:
    office.do(follow_ups.add, f"letter-in:{letter.id}", FollowUpForm(shell.today()))
    page = to_do_of(tab, shell, settle)

    do(shell, "todo.other-day", settle)
    dialog = dialog_of(page, BringUpDialog)
    assert isinstance(dialog, BringUpDialog)
    dialog.who.put("Anna")
    press(dialog.who, Key.Key_Return)
    settle()

    (task,) = office.ask(follow_ups.waiting)
    assert task.follow_up.who == "Anna"
    assert page.who.findText("Everybody") == 0


def test_a_letter_is_handed_over_with_a_word(
    tab: LettersTab, shell: Shell, office: Office, letter: Incoming, settle: Settle
) -> None:
    do(shell, "letter.hand-over", settle)
    dialog = dialog_of(tab, NoteDialog)
    assert isinstance(dialog, NoteDialog)
    dialog.who.put("Anna")
    dialog.words.put("Tunnet heidät")
    dialog.accept()
    settle()

    (note,) = office.ask(notes.of, f"letter-in:{letter.id}")
    assert (note.kind, note.for_whom) == (NoteKind.HAND_OVER, "Anna")
    assert office.ask(letters_in.get, letter.id).responsible == "Anna"


def test_a_note_is_written_opened_and_changed(  # noqa: PLR0917  fixtures
    qtbot: QtBot, tab: LettersTab, shell: Shell, office: Office, letter: Incoming, settle: Settle
) -> None:
    do(shell, "letter.note", settle)
    dialog = dialog_of(tab, NoteDialog)
    assert isinstance(dialog, NoteDialog)
    dialog.words.put("Kysy Annalta")
    dialog.accept()
    settle()
    (note,) = office.ask(notes.of, f"letter-in:{letter.id}")
    page = NotePage(shell, note.id)
    shown(qtbot, shell, page, settle)

    page.words.put("Kysytty")
    page.save()
    settle()

    assert letter.number in page.title.text()
    (changed,) = office.ask(notes.of, f"letter-in:{letter.id}")
    assert (changed.text, changed.version) == ("Kysytty", 2)


def test_a_quote_past_its_day_is_listed_and_opened_to_be_decided(
    tab: LettersTab,
    shell: Shell,
    office: Office,
    settle: Settle,
    wanted: list[tuple[str, object]],
) -> None:
    buyer = office.do(contacts.add, ContactForm("Kahvila Aamu Oy")).result
    offer = replace(a_content(a_written_line()), customer_id=buyer.id)
    content = QuoteDraft(offer, valid_until=shell.today() - timedelta(days=1))
    quote = sent(at(office, shell.today() - timedelta(days=5)), content)
    page = to_do_of(tab, shell, settle)
    do(shell, "list.refresh", settle)
    assert page.table.rows.rowCount() == 1

    for verb in ("todo.open", "todo.done", "todo.other-day"):
        do(shell, verb, settle)

    assert wanted == [("quote", quote.id)] * 3
    assert page.table.rows.rowCount() == 1
