"""What was done is taken back step by step, done again, and never against somebody else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.contacts.contact import Contact
from app.domain.contacts.form import ContactForm, form_of
from app.domain.shared.refusals import Conflict, OfficeError
from app.services import contacts
from app.services.office import Office
from app.ui.contacts.deeds import added, changed, removed
from app.ui.kit.history import MOST, Deed, History
from app.ui.kit.shell import Note, Shell

Settle = Callable[[], None]


@pytest.fixture
def aamu(office: Office) -> Contact:
    return office.do(contacts.add, ContactForm("Aamu")).result


@pytest.fixture
def history(shell: Shell) -> History:
    return shell.history


def renamed(office: Office, before: Contact, name: str) -> Contact:
    form = replace(form_of(before), name=name)
    return office.do(contacts.change, before.id, before.version, form).result


def test_changes_are_taken_back_one_by_one_and_done_again(
    office: Office, shell: Shell, aamu: Contact, settle: Settle
) -> None:
    ilta = renamed(office, aamu, "Ilta")
    yo = renamed(office, ilta, "Yö")
    shell.did(changed(aamu, ilta))
    shell.did(changed(ilta, yo))
    names = []

    for step in (shell.history.undo, shell.history.undo, shell.history.redo, shell.history.redo):
        step()
        settle()
        names.append(office.ask(contacts.get, aamu.id).name)

    assert names == ["Ilta", "Aamu", "Ilta", "Yö"]


def test_steps_that_are_asked_for_quickly_wait_for_their_turn(
    office: Office, shell: Shell, aamu: Contact, settle: Settle
) -> None:
    ilta = renamed(office, aamu, "Ilta")
    shell.did(added((aamu.id,)))
    shell.did(changed(aamu, ilta))

    shell.history.undo()
    shell.history.undo()
    shell.history.redo()
    settle()

    found = office.ask(contacts.get, aamu.id)
    assert (found.name, found.is_archived) == ("Aamu", False)
    assert shell.history.to_undo == "1 contact added"
    assert shell.history.to_redo == "Aamu saved"


def test_what_somebody_else_changed_stays_and_the_step_is_gone(
    office: Office, shell: Shell, history: History, aamu: Contact, settle: Settle
) -> None:
    refused: list[OfficeError] = []
    shell.refused.connect(refused.append)
    ilta = renamed(office, aamu, "Ilta")
    shell.did(changed(aamu, ilta))
    renamed(office, ilta, "Theirs")

    history.undo()
    settle()

    assert office.ask(contacts.get, aamu.id).name == "Theirs"
    assert [type(error) for error in refused] == [Conflict]
    assert (history.to_undo, history.to_redo) == ("", "")


def test_something_new_ends_what_could_be_done_again(
    office: Office, shell: Shell, history: History, aamu: Contact, settle: Settle
) -> None:
    office.do(contacts.put_away, (aamu.id,))
    shell.did(removed((aamu.id,)))
    history.undo()
    settle()
    could = history.to_redo

    shell.did(removed((aamu.id,)))

    assert could == "1 contact added"
    assert history.to_redo == ""


def test_what_cannot_be_done_again_says_that_it_is_gone(
    shell: Shell, history: History, settle: Settle
) -> None:
    notes: list[Note] = []
    shell.noted.connect(notes.append)
    shell.did(Deed("Taken in", contacts.put_away, ((),), gone="Taken back", is_long=True))

    history.undo()
    settle()

    assert [note.text for note in notes] == ["Taken in", "Taken back"]
    assert history.to_redo == ""


def test_with_nothing_done_nothing_happens(history: History, settle: Settle) -> None:
    history.undo()
    history.redo()
    settle()

    assert (history.to_undo, history.to_redo) == ("", "")


def test_the_oldest_steps_are_forgotten(shell: Shell, history: History) -> None:
    for number in range(MOST + 5):
        history.note(Deed(f"{number}", contacts.put_away, ((),)))

    assert len(history._done) == MOST
    assert history.to_undo == f"{MOST + 4}"
