"""A deed is offered again over a colleague's version only where it changes one thing."""

from __future__ import annotations

from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import AccountId, ContactId, ExpenseClaimId, NoteId, ThreadId
from app.domain.shared.refusals import Conflict, OfficeError
from app.services import accounts, contacts, expenses, notes, threads
from app.ui.kit.again import Asked, Redo, offering, version_at
from app.ui.kit.shell import Shell


def again(*told: object) -> object:
    return told


def test_one_thing_is_done_over_the_version_that_stands() -> None:
    named = Asked(threads.name, (ThreadId(7), 3, "Lease"), again)

    assert named.over(5) == (7, 5, "Lease")
    assert named.over(None) is None
    assert version_at(accounts.close) == 1
    assert Asked(accounts.close, (AccountId(7), 3), again).over(4) == (7, 4)


def test_a_whole_record_is_never_written_over_theirs() -> None:
    form = ContactForm("Aamu")

    assert Asked(contacts.change, (ContactId(7), 3, form), again).over(5) is None
    assert Asked(notes.change, (NoteId(7), 3, "words"), again).over(5) is None
    assert Asked(contacts.add, (form,), again).over(5) is None


def test_what_somebody_answers_for_is_looked_at_first() -> None:
    assert Asked(expenses.approve, (ExpenseClaimId(7), 3), again).over(4) is None


def test_a_view_may_offer_to_do_it_again_by_itself(shell: Shell) -> None:
    told: list[OfficeError] = []
    done: list[str] = []
    shell.refused.connect(told.append)
    error = Conflict(record="intake_folder", id=7)

    offering(shell, lambda: done.append("again"))(error)

    found = shell.client.clashes[error]
    assert isinstance(found, Redo)
    assert told == [error]
    assert found.over(2) == ()
    found.again()
    assert done == ["again"]
