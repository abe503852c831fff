"""Who changed a record last is told from the audit, to whom may read it."""

from __future__ import annotations

from app.domain.contacts.form import ContactForm
from app.services import contacts, last_changes
from app.services.last_changes import UNTOUCHED, LastChange
from app.services.office import Office
from app.services.permissions import OWNER, Actor, Permission, Role

BLIND = Role("blind", OWNER.permissions - {Permission.AUDIT_READ})


def beside(office: Office, name: str, role: Role = OWNER) -> Office:
    return Office(office.database, office.clock, Actor(name, role))


def test_the_last_of_several_changes_is_told_with_its_command(office: Office) -> None:
    made = office.do(contacts.add, ContactForm("Lumo")).result
    other = office.do(contacts.add, ContactForm("Suoni")).result
    beside(office, "Anna").do(contacts.change, made.id, made.version, ContactForm("Lumo Oy"))
    office.do(contacts.change, other.id, other.version, ContactForm("Suoni Oy"))

    found = office.ask(last_changes.last_change, (f"contact:{made.id}",))

    assert (found.who, found.command, found.at) == ("Anna", "contacts.change", office.clock.now())


def test_of_a_record_that_nobody_touched_nothing_is_told(office: Office) -> None:
    assert office.ask(last_changes.last_change, ("contact:1",)) == UNTOUCHED


def test_who_may_not_read_the_audit_is_told_of_somebody(office: Office) -> None:
    made = office.do(contacts.add, ContactForm("Lumo")).result

    found = beside(office, "Bert", BLIND).ask(last_changes.last_change, (f"contact:{made.id}",))

    assert found.seq > 0
    assert found == LastChange(found.seq)
