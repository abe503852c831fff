"""The log tells who did what and when, and what was written to who may read it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from app.domain.admin.log import Change, LogEntry, LogWanted
from app.domain.contacts.form import ContactForm
from app.domain.shared.codec import plain
from app.domain.shared.refusals import NotFound, OfficeError
from app.outside.clock import FixedClock
from app.services import contacts, log, roles
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from app.storage.deeds import Changes, Deed
from tests.builders import TODAY
from tests.databases import on_sqlite
from tests.employing import CLERK, as_role, hire
from tests.services.test_canary import leaked
from tests.trade import opened_books

READER = Role("auditor", frozenset({Permission.AUDIT_READ, Permission.CONTACTS_READ}))
ONLY_LOG = Role("watcher", frozenset({Permission.AUDIT_READ}))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Anna"))
    opened_books(opened)
    return opened


@pytest.fixture
def renamed(office: Office) -> int:
    """Add a contact and give it another name; return its id."""
    added = office.do(contacts.add, ContactForm("Kahvila Aamu Oy")).result
    as_role(office, READER_AND_WRITER, "Boon").do(
        contacts.change, added.id, added.version, ContactForm("Kahvila Ilta Oy")
    )
    return int(added.id)


READER_AND_WRITER = Role("writer", frozenset(Permission))


def newest(office: Office, **wanted: object) -> LogEntry:
    (seq, *_rest) = office.ask(log.spine, LogWanted(**wanted))  # type: ignore[arg-type]  # by name
    return office.ask(log.entry, seq, "en")


def test_an_entry_says_what_changed_from_old_to_new(office: Office, renamed: int) -> None:
    entry = newest(office, who="Boon")

    (change,) = entry.changes
    assert (entry.command, entry.who, entry.refused) == ("contacts.change", "Boon", "")
    assert change.record == f"contact:{renamed}"
    assert change.change is Change.CHANGED
    assert [one.path for one in change.fields] == [("name",)]
    assert change.fields[0].after == "Kahvila Ilta Oy"
    assert len(entry.proof) == 8


def test_lines_name_what_the_entry_is_about(office: Office, renamed: int) -> None:
    seqs = office.ask(log.spine, LogWanted(record=f"contact:{renamed}"))
    lines = office.ask(log.rows, tuple(seqs), "en")
    first = office.ask(log.first, 2, LogWanted(record=f"contact:{renamed}"), "en")

    assert [one.command for one in lines] == ["contacts.change", "contacts.add"]
    assert "Kahvila Ilta Oy" in lines[0].name
    assert first == lines


def test_the_log_is_narrowed_by_area_command_day_and_words(office: Office, renamed: int) -> None:
    def found(**wanted: object) -> set[str]:
        seqs = office.ask(log.spine, LogWanted(**wanted), "en")  # type: ignore[arg-type]  # by name
        return {one.command for one in office.ask(log.rows, tuple(seqs))}

    assert found(area="contacts") == {"contacts.add", "contacts.change"}
    assert found(area="contacts", command="contacts.add") == {"contacts.add"}
    assert found(area="invoices", command="contacts.add") == set()
    assert found(words="Ilta") == {"contacts.add", "contacts.change"}
    assert "contacts.add" in found(words="add a con")
    assert found(since=TODAY + timedelta(days=1)) == set()
    assert found(since=TODAY, until=TODAY, who="Boon") == {"contacts.change"}
    assert found(until=TODAY - timedelta(days=1)) == set()


def test_rising_is_the_opposite_order(office: Office, renamed: int) -> None:
    seqs = list(office.ask(log.spine))

    assert list(office.ask(log.spine, is_rising=True)) == seqs[::-1]
    assert office.ask(log.first, 1, is_rising=True)[0].id == seqs[-1]


def test_a_refused_command_is_told_with_its_code(office: Office, renamed: int) -> None:
    with pytest.raises(OfficeError):
        office.do(contacts.add, ContactForm(""))

    entry = newest(office, is_refused=True)

    assert (entry.command, entry.refused) == ("contacts.add", "office.invalid")
    assert entry.changes == ()


def test_the_reason_of_a_command_is_told(office: Office) -> None:
    with office.database.write() as unit:
        told = [[7, "The customer asked for it"], {}]
        unit.audit.record(Deed(office.clock.now(), "Anna", "orders.hold", told), Changes())

    assert newest(office, command="orders.hold").reason == "The customer asked for it"
    assert newest(as_role(office, ONLY_LOG), command="orders.hold").reason == ""


def test_what_was_written_opens_to_who_may_read_it(office: Office, renamed: int) -> None:
    reader, watcher = as_role(office, READER), as_role(office, ONLY_LOG)

    open_to_reader = newest(reader, who="Boon")
    closed = newest(watcher, who="Boon")
    (line,) = watcher.ask(log.rows, (closed.id,))

    assert open_to_reader.changes[0].fields
    assert closed.is_private
    assert [(one.record, one.fields, one.is_private) for one in closed.changes] == [
        (f"contact:{renamed}", (), True)
    ]
    assert (closed.who, closed.command) == ("Boon", "contacts.change")
    assert line.name == ""


def test_words_are_not_found_in_what_is_closed(office: Office, renamed: int) -> None:
    watcher = as_role(office, ONLY_LOG)

    assert list(watcher.ask(log.spine, LogWanted(words="Ilta"))) == []
    assert len(watcher.ask(log.spine, LogWanted(words="Boon"))) == 1


def test_who_may_not_read_the_audit_is_refused(office: Office) -> None:
    nobody = as_role(office, Role("clerk", frozenset(Permission) - {Permission.AUDIT_READ}))

    for ask in (log.spine, log.people):
        with pytest.raises(NotAllowed):
            nobody.ask(ask)
    with pytest.raises(NotAllowed):
        nobody.ask(log.entry, 1)


def test_an_entry_that_is_not_there_is_refused(office: Office) -> None:
    with pytest.raises(NotFound):
        office.ask(log.entry, 10**6)


def test_everybody_who_did_something_is_named(office: Office, renamed: int) -> None:
    assert office.ask(log.people) == ("Anna", "Boon")


def test_what_is_private_of_a_person_opens_behind_the_wall_only(office: Office) -> None:
    hire(office)
    entry = newest(office, command="contracts.draft")
    clerk = newest(as_role(office, CLERK), command="contracts.draft")

    assert leaked(json.dumps(plain(entry)))
    assert [(one.fields, one.is_private) for one in clerk.changes] == [((), True)]


@on_sqlite
@pytest.mark.parametrize(
    "role",
    [one for one in roles.BUILT_IN if Permission.EMPLOYEES_PRIVATE not in one.permissions],
    ids=lambda role: role.name,
)
def test_no_salary_comes_out_of_the_log(office: Office, role: Role) -> None:
    hire(office)
    seen = as_role(office, Role(role.name, role.permissions | {Permission.AUDIT_READ}))

    seqs = tuple(seen.ask(log.spine))
    told = [json.dumps(plain(seen.ask(log.entry, one)), ensure_ascii=False) for one in seqs]
    told.append(json.dumps(plain(seen.ask(log.rows, seqs)), ensure_ascii=False))

    assert len(seqs) == 4
    assert leaked("\n".join(told)) == []
    assert list(seen.ask(log.spine, LogWanted(words="4711.23"))) == []
