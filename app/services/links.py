"""Links from one record to others: what these are called, and how they are found by words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.domain.archive.document import Link
from app.domain.archive.findable import KIND
from app.domain.archive.row import DocumentRow
from app.domain.correspondence.letter import INCOMING, OUTGOING
from app.domain.correspondence.mail import MAIL
from app.domain.employees.employee import KIND as PERSON
from app.domain.orders.delivery_findable import DELIVERY
from app.domain.orders.findable import KIND as ORDER
from app.domain.reminders.run import KIND as REMINDER
from app.domain.shared.ids import DocumentId, ReminderId
from app.domain.stock.count import KIND as COUNT
from app.services import documents
from app.services.office import Desk
from app.services.search import NEEDED


@dataclass(frozen=True, slots=True)
class Linked:
    """A record that a document belongs to, and what it is called; no name for what is hidden."""

    kind: str
    record_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Linkable:
    """A record that a document can belong to, found by words."""

    id: int
    kind: str
    name: str
    detail: str


class Links:
    """Names and finds records for one asker."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def named(self, links: Iterable[Link]) -> tuple[Linked, ...]:
        """Return linked records with what they are called, as far as the asker may read them."""
        return tuple(Linked(one.kind, one.record_id, self._name(one)) for one in links)

    def found(self, words: str, limit: int, wanted: tuple[str, ...]) -> tuple[Linkable, ...]:
        """Return the records of these kinds that answer words, as far as they may be read."""
        held = self._desk.who.role.permissions
        kinds_found = {kind for kind in wanted if NEEDED[kind] in held}
        is_asked = bool(words.strip() and kinds_found)
        found = self._desk.store.search.find(words, limit, kinds_found) if is_asked else ()
        return tuple(Linkable(hit.entity_id, hit.kind, hit.title, hit.detail) for hit in found)

    def _name(self, link: Link) -> str:
        if NEEDED.get(link.kind) not in self._desk.who.role.permissions:
            return ""
        ids = (link.record_id,)
        store = self._desk.store
        names: dict[str, Callable[[], Iterator[str]]] = {
            "invoice": lambda: (row.number for row in store.invoices.rows(ids)),
            "contact": lambda: (row.name for row in store.contact_lists.rows(ids)),
            "entry": lambda: (row.number for row in store.journal.rows(ids)),
            "product": lambda: (row.code for row in store.product_lists.rows(ids)),
            ORDER: lambda: (row.number for row in store.order_lists.heads(ids)),
            DELIVERY: lambda: (row.number for row in store.delivery_lists.rows(ids)),
            COUNT: lambda: (row.number for row in store.count_lists.rows(ids)),
            KIND: lambda: (row.title for row in self._documents(link)),
            INCOMING: lambda: (row.number or row.subject for row in store.letters_in.rows(ids)),
            MAIL: lambda: (row.subject or row.who for row in store.mails.rows(ids)),
            REMINDER: lambda: (
                one.number for one in store.reminders.get_all((ReminderId(link.record_id),))
            ),
            PERSON: lambda: (row.name for row in store.employee_lists.rows(ids, self._desk.today)),
            OUTGOING: lambda: (row.number or row.subject for row in store.letters_out.rows(ids)),
        }
        return next(names[link.kind](), "") if link.kind in names else ""

    def _documents(self, link: Link) -> tuple[DocumentRow, ...]:
        return documents.rows(self._desk, (DocumentId(link.record_id),))
