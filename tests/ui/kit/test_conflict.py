"""A record changed while somebody writes on it: the quiet line, the choice, and going on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import ContactId
from app.domain.shared.refusals import NotFound
from app.services import contacts, drafts
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission, Role
from app.ui.contacts.editor import ContactEditor
from app.ui.kit.dialogs import Dialog
from app.ui.kit.lane import Lanes
from app.ui.kit.shell import Shell
from tests.ui.two_desks import choose_mine, desk_of, shown_dialog, write

Settle = Callable[[], None]
BLIND = Role("blind", OWNER.permissions - {Permission.AUDIT_READ})
NAMED = ContactForm("Lumo Oy", number="1001")
NOTED = ContactForm("Lumo", number="1001", note="call back")


@pytest.fixture
def anna(office: Office, lanes: Lanes) -> Shell:
    return desk_of(office, lanes, "Anna")


@pytest.fixture
def known(office: Office) -> ContactId:
    return office.do(contacts.add, ContactForm("Lumo", number="1001")).result.id


def open_editor(qtbot: QtBot, shell: Shell, known: ContactId) -> ContactEditor:
    page = ContactEditor(shell, known)
    qtbot.addWidget(page)
    page.resize(1100, 800)
    page.show()
    qtbot.waitUntil(lambda: page.fields is not None)
    return page


def change_elsewhere(office: Office, known: ContactId, form: ContactForm) -> None:
    beside = Office(office.database, office.clock, Actor("Bert"))
    contact = office.ask(contacts.get, known)
    beside.do(contacts.change, known, contact.version, form)


def name_of(page: ContactEditor) -> str:
    assert page.fields is not None
    return page.fields.name.value()


def type_name(page: ContactEditor, name: str) -> None:
    assert page.fields is not None
    write(page.fields.name, name)


def test_the_quiet_line_says_who_changed_it_and_leaves_what_is_typed(
    qtbot: QtBot, anna: Shell, office: Office, known: ContactId, settle: Settle
) -> None:
    page = open_editor(qtbot, anna, known)
    settle()
    type_name(page, "Typed")
    change_elsewhere(office, known, NAMED)
    anna.client.changed.emit(frozenset({"contact"}))

    qtbot.waitUntil(page.standoff.line.isVisible)

    assert page.standoff.line.text.text().startswith("Bert changed this, ")
    assert name_of(page) == "Typed"


def test_looking_where_nothing_is_typed_shows_the_record_as_it_is(
    qtbot: QtBot, anna: Shell, office: Office, known: ContactId, settle: Settle
) -> None:
    page = open_editor(qtbot, anna, known)
    settle()
    change_elsewhere(office, known, NAMED)
    anna.client.changed.emit(frozenset({"contact"}))
    qtbot.waitUntil(page.standoff.line.isVisible)

    page.standoff.line.button.click()

    qtbot.waitUntil(lambda: name_of(page) == "Lumo Oy")
    assert not page.standoff.line.isVisible()


def test_what_does_not_clash_is_taken_by_itself(
    qtbot: QtBot, anna: Shell, office: Office, known: ContactId, settle: Settle
) -> None:
    page = open_editor(qtbot, anna, known)
    settle()
    type_name(page, "Mine")
    change_elsewhere(office, known, NOTED)
    page.save()

    dialog = shown_dialog(qtbot, page)
    assert not dialog.unsettled()
    choose_mine(dialog)
    settle()

    kept = office.ask(contacts.get, known)
    assert (kept.name, kept.note) == ("Mine", "call back")


def test_going_on_keeps_what_was_typed_and_saving_asks_again(
    qtbot: QtBot, anna: Shell, office: Office, known: ContactId, settle: Settle
) -> None:
    page = open_editor(qtbot, anna, known)
    settle()
    type_name(page, "Mine")
    change_elsewhere(office, known, NAMED)
    page.save()
    shown_dialog(qtbot, page).reject()
    settle()
    typed, kept = name_of(page), office.ask(contacts.get, known).name

    page.save()
    again = shown_dialog(qtbot, page)

    assert (typed, kept) == ("Mine", "Lumo Oy")
    assert again.unsettled()


def test_another_change_between_choosing_and_saving_is_asked_again(
    qtbot: QtBot, anna: Shell, office: Office, known: ContactId, settle: Settle
) -> None:
    page = open_editor(qtbot, anna, known)
    settle()
    type_name(page, "Mine")
    change_elsewhere(office, known, NAMED)
    page.save()
    first = shown_dialog(qtbot, page)
    change_elsewhere(office, known, ContactForm("Lumo Ab"))
    choose_mine(first)
    settle()

    second = shown_dialog(qtbot, page)

    assert [(row.base, row.theirs, row.mine) for row in second.rows] == [
        ("Lumo Oy", "Lumo Ab", "Mine")
    ]


def test_taking_theirs_forgets_what_was_typed(
    qtbot: QtBot, anna: Shell, office: Office, known: ContactId, settle: Settle
) -> None:
    page = open_editor(qtbot, anna, known)
    settle()
    type_name(page, "Mine")
    change_elsewhere(office, known, NAMED)
    page.save()
    shown_dialog(qtbot, page).take_button.click()
    settle()

    assert name_of(page) == "Lumo Oy"
    assert office.ask(drafts.kept, "contact", known) is None


def test_a_draft_that_is_older_than_its_record_is_not_put_over_it_silently(
    qtbot: QtBot, anna: Shell, office: Office, known: ContactId, settle: Settle
) -> None:
    page = open_editor(qtbot, anna, known)
    settle()
    type_name(page, "Typed before")
    page.flush()
    settle()
    page.hide()
    change_elsewhere(office, known, NAMED)
    held = drafts.keep
    anna.client.office.do(held, "contact", known, 1, ContactForm("Typed before", number="1001"))

    again = open_editor(qtbot, anna, known)
    dialog = shown_dialog(qtbot, again)

    assert [(row.theirs, row.mine) for row in dialog.rows] == [("Lumo Oy", "Typed before")]


def test_who_may_not_read_the_log_learns_that_somebody_changed_it(
    qtbot: QtBot, lanes: Lanes, office: Office, known: ContactId, settle: Settle
) -> None:
    page = open_editor(qtbot, desk_of(office, lanes, "Carl", BLIND), known)
    settle()
    type_name(page, "Mine")
    change_elsewhere(office, known, NAMED)
    page.save()

    assert shown_dialog(qtbot, page).windowTitle() == "Somebody changed this meanwhile"


def test_a_record_that_is_gone_is_said_so_and_what_was_typed_stays(
    qtbot: QtBot, anna: Shell, known: ContactId, settle: Settle
) -> None:
    page = open_editor(qtbot, anna, known)
    settle()
    type_name(page, "Mine")

    page.standoff.lost(NotFound())

    told = [one.windowTitle() for one in page.findChildren(Dialog) if one.isVisible()]
    assert told == ["This record is not there any more"]
    assert name_of(page) == "Mine"
