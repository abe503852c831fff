"""A clerk keeps letters by keyboard: lists, registers, answers, hands over."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.correspondence.body import written
from app.domain.correspondence.incoming import IncomingForm
from app.domain.correspondence.letter import (
    IncomingState,
)
from app.domain.correspondence.row import OVERDUE
from app.domain.correspondence.template import TemplateForm, TemplateText
from app.domain.shared.ids import LetterId
from app.domain.shared.paging import View
from app.services import (
    drafts,
    letters_in,
    letters_out,
    templates,
)
from app.services.office import Office
from app.ui.correspondence.answering import TemplateDialog
from app.ui.correspondence.incoming_page import IncomingPage
from app.ui.correspondence.tab import LettersTab
from app.ui.kit.shell import Note, Shell
from tests.domain.correspondence.letters import a_form
from tests.ui.correspondence.hands import (
    Key,
    Settle,
    came_in,
    dialog_of,
    do,
    register_of,
    shown,
    write_and_agree,
)
from tests.ui.keys import press, type_in


@pytest.fixture
def tab(qtbot: QtBot, shell: Shell, office: Office, settle: Settle) -> LettersTab:
    came_in(office, subject="Reklamaatio", responsible="Aino")
    office.do(letters_in.receive, a_form(subject="Tarjouspyyntö"))
    tab = LettersTab(shell)
    shown(qtbot, shell, tab, settle)
    return tab


def test_both_registers_are_models_that_hold(tab: LettersTab, settle: Settle) -> None:
    for section in ("in", "out"):
        page = register_of(tab, section)
        tester = QAbstractItemModelTester(page.model)
        settle()

        assert tester.model() is page.model


def test_what_is_not_registered_gets_its_number_by_key(
    tab: LettersTab, shell: Shell, office: Office, settle: Settle
) -> None:
    (waiting,) = office.ask(letters_in.first, View(only=("received",)), 9)
    register_of(tab, "in").choose(waiting.id)
    settle()

    do(shell, "letter.issue", settle)

    assert office.ask(letters_in.get, waiting.id).number == "IN-2026-0002"


def test_a_letter_without_a_number_is_discarded_and_brought_back(
    tab: LettersTab, shell: Shell, office: Office, notes: list[Note], settle: Settle
) -> None:
    (waiting,) = office.ask(letters_in.first, View(only=("received",)), 9)
    register_of(tab, "in").choose(waiting.id)
    settle()

    do(shell, "letter.discard", settle)
    gone = len(office.ask(letters_in.spine, View()))
    assert notes[-1].undo is not None
    notes[-1].undo()
    settle()

    assert gone == 1
    assert office.ask(letters_in.get, waiting.id).subject == "Tarjouspyyntö"


def test_a_letter_is_put_into_hands_and_needs_no_reply_for_a_reason(
    tab: LettersTab, shell: Shell, office: Office, settle: Settle
) -> None:
    page = register_of(tab, "in")
    (letter,) = office.ask(letters_in.first, View(only=("assigned",)), 9)
    page.choose(letter.id)
    settle()

    do(shell, "letter.assign", settle)
    write_and_agree(page, "Ville", settle)
    do(shell, "letter.no-reply", settle)
    write_and_agree(page, "Only advertising", settle)

    found = office.ask(letters_in.get, letter.id)
    assert (found.responsible, found.reason) == ("Ville", "Only advertising")
    assert found.state is IncomingState.NO_REPLY_NEEDED


def test_an_answer_begins_with_what_its_template_says(
    tab: LettersTab,
    shell: Shell,
    office: Office,
    wanted: list[tuple[str, object]],
    settle: Settle,
) -> None:
    text = TemplateText("fi", "Pahoittelu", written("Pahoittelemme."))
    office.do(templates.add, TemplateForm("Sorry", (text,)))
    page = register_of(tab, "in")
    (letter,) = office.ask(letters_in.first, View(only=("assigned",)), 9)
    page.choose(letter.id)
    settle()

    do(shell, "letter.answer", settle)
    dialog = dialog_of(page, TemplateDialog)
    assert isinstance(dialog, TemplateDialog)
    press(dialog.hits, Key.Key_Return)
    settle()

    kind, record = wanted[-1]
    assert kind == "letter-out"
    assert isinstance(record, int)
    answer = office.ask(letters_out.get, LetterId(record))
    assert (answer.subject, answer.answers) == ("Pahoittelu", letter.id)


def test_a_new_letter_is_counted_by_the_calendar_and_registered(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    page = IncomingPage(shell, None)
    shown(qtbot, shell, page, settle)
    fields = page.fields
    assert fields is not None
    fields.received_on.put(date(2026, 3, 6))
    type_in(fields.party, "Vero")
    type_in(fields.subject, "Selvitys")
    type_in(fields.reply_days, "28")
    settle()
    moved = page.hint.text()

    do(shell, "letter.issue", settle)

    (row,) = office.ask(letters_in.first, View(), 9)
    assert (row.sender, row.subject) == ("Vero", "Selvitys")
    assert row.reply_by == date(2026, 4, 7)
    assert "no working day" in moved


def test_a_letter_that_lacks_a_sender_is_not_registered_and_says_so(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    page = IncomingPage(shell, None)
    shown(qtbot, shell, page, settle)

    do(shell, "letter.issue", settle)

    assert page.fields is not None
    assert page.fields.party.accessibleDescription()
    assert list(office.ask(letters_in.spine, View())) == []


def test_what_was_typed_of_a_letter_and_left_is_back(
    qtbot: QtBot, shell: Shell, office: Office, notes: list[Note], settle: Settle
) -> None:
    page = IncomingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    type_in(page.fields.subject, "Half")
    page.flush()
    settle()
    shell.let_go(page)
    page.close()
    settle()

    again = IncomingPage(shell, None)
    shown(qtbot, shell, again, settle)

    assert again.fields is not None
    assert again.fields.subject.text() == "Half"
    assert again.entity == page.entity


def test_a_corrected_letter_keeps_its_number_and_is_taken_back(
    qtbot: QtBot, shell: Shell, office: Office, notes: list[Note], settle: Settle
) -> None:
    letter = came_in(office, responsible="Aino")
    page = IncomingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    page.fields.subject.selectAll()
    type_in(page.fields.subject, "Claim")

    do(shell, "letter.issue", settle)
    changed = office.ask(letters_in.get, letter.id)
    assert notes[-1].undo is not None
    notes[-1].undo()
    settle()

    assert (changed.subject, changed.number) == ("Claim", letter.number)
    assert office.ask(letters_in.get, letter.id).subject == letter.subject


def test_a_typed_form_of_another_version_is_left_alone(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    letter = office.do(letters_in.receive, IncomingForm(date(2026, 3, 6), subject="x")).result
    office.do(drafts.keep, "letter-in", letter.id, 1, {"shoe": 43})

    page = IncomingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)

    assert page.fields is not None
    assert page.fields.subject.text() == "x"


def test_what_is_overdue_is_marked_counted_and_kept_by_its_chip(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    late = came_in(office, reply_days=None, reply_by=date(2026, 3, 9))
    came_in(office, reply_days=None, reply_by=date(2026, 3, 10))
    tab = LettersTab(shell)
    shown(qtbot, shell, tab, settle)
    page = register_of(tab, "in")

    page.filters.show_states((OVERDUE,))
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)

    (row,) = office.ask(letters_in.first, View(only=(OVERDUE,)), 9)
    due = next(one for one in page.listing.columns if one.title == "Reply by")
    assert row.id == late.id
    assert due.tone is not None
    assert due.tone(row) == "bad"
