"""A record written in a form: problems at its fields, drafts as typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.shared.drafts import FormDraft
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, OfficeError
from app.services import contacts, drafts
from app.services.office import Office
from app.ui.kit.fields import TextEdit
from app.ui.kit.form import Form
from app.ui.kit.form_page import FormPage
from app.ui.kit.history import Deed
from app.ui.kit.shell import Note, Shell
from tests.ui.keys import press, type_in
from tests.windows import bring_up

Settle = Callable[[], None]


class NamePage(FormPage):
    """A page with one field that must be filled."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, "person", None, "contact.save")
        self.sent: list[object] = []
        self.name = TextEdit()
        form = Form()
        form.add("name", "Name", self.name)
        form.add("note", "Note", TextEdit())
        self.begin(form, 0)

    def touch(self) -> None:
        assert self._form is not None
        self._form.touch()

    def problems(self) -> Sequence[Problem]:
        return () if self.name.value() else (Problem("name", "contacts.without-name"),)

    def content(self) -> object:
        return {"name": self.name.value()}

    def send(self) -> None:
        self.sent.append(self.content())


@pytest.fixture
def page(qtbot: QtBot, shell: Shell) -> NamePage:
    page = NamePage(shell)
    qtbot.addWidget(page)
    bring_up(qtbot, page)
    page.name.setFocus()
    return page


def told(page: NamePage) -> str:
    return page.name.accessibleDescription()


def test_a_problem_is_told_when_its_field_was_left_and_goes_when_it_is_mended(
    page: NamePage,
) -> None:
    before = told(page)
    press(page.name, Qt.Key.Key_Return)
    after = told(page)

    type_in(page.name, "A")

    assert (before, bool(after), told(page)) == ("", True, "")


def test_nothing_is_sent_while_something_must_be_mended(page: NamePage) -> None:
    page.save()
    type_in(page.name, "Aamu")
    page.save()

    assert page.sent == [{"name": "Aamu"}]


def test_what_the_office_refuses_stays_until_something_is_typed(page: NamePage) -> None:
    type_in(page.name, "Aamu")
    page.save()
    page.refused(Invalid((Problem("name", "contacts.without-name"),)))
    press(page.name, Qt.Key.Key_Return)
    stayed = told(page)

    type_in(page.name, "x")

    assert bool(stayed)
    assert told(page) == ""


def test_other_refusals_go_to_the_window(page: NamePage, shell: Shell) -> None:
    refused: list[OfficeError] = []
    shell.refused.connect(refused.append)
    error = Conflict(contact=1)

    page.refused(error)

    assert refused == [error]


def test_what_is_typed_is_kept_as_a_draft_and_forgotten_on_request(
    qtbot: QtBot, page: NamePage, shell: Shell, office: Office, settle: Settle
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    type_in(page.name, "Half")
    page.flush()
    settle()
    kept = office.ask(drafts.kept, "person", page.entity)

    page.offer_typed(page.name.clear)
    assert notes[0].undo is not None
    notes[0].undo()
    settle()

    assert kept is not None and kept.body == {"name": "Half"}
    assert office.ask(drafts.kept, "person", page.entity) is None
    assert page.name.value() == ""
    assert page.record is None


def test_what_was_saved_is_told_and_the_page_closes(
    qtbot: QtBot, page: NamePage, shell: Shell
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)

    with qtbot.waitSignal(page.finished):
        page.done(7, Deed("Aamu saved", contacts.put_away, ((),)))

    assert (page.record, notes[0].text) == (7, "Aamu saved")
    assert shell.history.to_undo == "Aamu saved"


def test_two_new_records_are_kept_apart(
    qtbot: QtBot, page: NamePage, shell: Shell, office: Office, settle: Settle
) -> None:
    other = NamePage(shell)
    qtbot.addWidget(other)
    type_in(page.name, "One")
    other.name.put("Two")
    other.touch()
    page.flush()
    other.flush()
    settle()

    kept = {draft.entity: draft.body for draft in office.ask(drafts.all_kept)}

    assert kept == {page.entity: {"name": "One"}, other.entity: {"name": "Two"}}
    assert shell.held("person") == {page.entity, other.entity}


def test_what_another_tab_holds_is_not_taken_twice(
    qtbot: QtBot, page: NamePage, shell: Shell
) -> None:
    draft = FormDraft("person", 77, 0, {"name": "Half"}, "Aino", datetime(2026, 3, 10, tzinfo=UTC))
    other = NamePage(shell)
    qtbot.addWidget(other)

    first, second = page._taken(draft), other._taken(draft)

    assert (first, second) == (draft, None)
    assert (page.entity, other.record) == (77, None)
