"""Subjects: the records that notes and follow-ups are about, as far as the asker may see them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from app.domain.archive.document import Link, link_of
from app.domain.correspondence.letter import INCOMING, OUTGOING
from app.domain.correspondence.mail import MAIL
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.ids import ContactId, DocumentId, EmployeeId, InvoiceId, LetterId, MailId
from app.domain.shared.refusals import NotFound
from app.services.office import Desk
from app.services.permissions import Permission
from app.services.registering import Register

HIDDEN = frozenset({"document", PERSON})
"""Kinds of record with walls of their own: notes about one are found only beside it."""
Names: TypeAlias = Iterator[tuple[int, str]]


class Subjects:
    """Finds and names the records of one asker."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def require(self, source: str) -> Link:
        """Return the record that a source names; raises NotFound, also for one that is hidden."""
        link = link_of(source)
        if link is None or link.kind not in KINDS:
            raise NotFound(record=source)
        permission, get, _names = KINDS[link.kind]
        self._desk.who.role.require(permission, link.kind)
        get(self._desk, link.record_id)
        return link

    def names(self, links: Iterable[Link | None]) -> dict[Link, str]:
        """Return what these records are called; what the asker may not see is left out."""
        asked: dict[str, set[int]] = defaultdict(set)
        for link in links:
            if link is not None:
                asked[link.kind].add(link.record_id)
        held = self._desk.who.role.permissions
        found: dict[Link, str] = {}
        for kind, ids in asked.items():
            permission, _get, names = KINDS[kind]
            if permission in held:
                named = names(self._desk, tuple(sorted(ids)))
                found.update({Link(kind, one): name for one, name in named})
        return found


def _get_contact(desk: Desk, record: int) -> object:
    return desk.store.contacts.get(ContactId(record))


def _get_invoice(desk: Desk, record: int) -> object:
    return desk.store.invoices.get(InvoiceId(record))


def _get_incoming(desk: Desk, record: int) -> object:
    return desk.store.letters_in.get(LetterId(record))


def _get_outgoing(desk: Desk, record: int) -> object:
    return desk.store.letters_out.get(LetterId(record))


def _get_document(desk: Desk, record: int) -> object:
    return Register(desk).get(DocumentId(record))


def _contacts(desk: Desk, ids: Sequence[int]) -> Names:
    return ((one.id, one.name) for one in desk.store.contacts.get_all(ids))


def _invoices(desk: Desk, ids: Sequence[int]) -> Names:
    rows = desk.store.invoices.rows(ids)
    return ((one.id, _joined(one.number or "", one.customer_name)) for one in rows)


def _incoming(desk: Desk, ids: Sequence[int]) -> Names:
    rows = desk.store.letters_in.rows(ids)
    return ((one.id, _joined(one.number, one.sender, one.subject)) for one in rows)


def _outgoing(desk: Desk, ids: Sequence[int]) -> Names:
    rows = desk.store.letters_out.rows(ids)
    return ((one.id, _joined(one.number, one.addressee, one.subject)) for one in rows)


def _get_mail(desk: Desk, record: int) -> object:
    return desk.store.mails.get(MailId(record))


def _mails(desk: Desk, ids: Sequence[int]) -> Names:
    rows = desk.store.mails.rows(ids)
    return ((one.id, _joined(one.subject, one.who)) for one in rows)


def _documents(desk: Desk, ids: Sequence[int]) -> Names:
    hidden = Register(desk).hidden
    known = desk.store.documents.get_all(ids)
    return ((one.id, one.title) for one in known if one.type_id not in hidden)


def _get_person(desk: Desk, record: int) -> object:
    return desk.store.employees.get(EmployeeId(record))


def _people(desk: Desk, ids: Sequence[int]) -> Names:
    rows = desk.store.employee_lists.rows(ids, desk.today)
    return ((one.id, _joined(one.name, one.number)) for one in rows)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


Get: TypeAlias = Callable[[Desk, int], object]
KINDS: dict[str, tuple[Permission, Get, Callable[[Desk, Sequence[int]], Names]]] = {
    "contact": (Permission.CONTACTS_READ, _get_contact, _contacts),
    "invoice": (Permission.INVOICES_READ, _get_invoice, _invoices),
    INCOMING: (Permission.LETTERS_READ, _get_incoming, _incoming),
    OUTGOING: (Permission.LETTERS_READ, _get_outgoing, _outgoing),
    MAIL: (Permission.MAIL_READ, _get_mail, _mails),
    PERSON: (Permission.EMPLOYEES_READ, _get_person, _people),
    "document": (Permission.ARCHIVE_READ, _get_document, _documents),
}
"""Which records notes may be about, who sees them, and how they are read."""
