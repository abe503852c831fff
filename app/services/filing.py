"""Filing: what the archive's window asks beside single documents: counts and what was typed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.archive.document import DocumentState, Link
from app.domain.archive.row import Wanted
from app.domain.shared.ids import DocumentId, DocumentTypeId, TagId
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.registering import Register
from app.services.search import NEEDED


@dataclass(frozen=True, slots=True)
class Counted:
    """How many documents lie where: types and tags count what is filed."""

    states: Mapping[str, int]
    types: Mapping[DocumentTypeId, int]
    tags: Mapping[TagId, int]
    sealed: int
    due: int
    day: date

    @property
    def all(self) -> int:
        """How many documents there are, those in the trash among them."""
        return sum(self.states.values())

    def of(self, state: DocumentState) -> int:
        """Return how many documents are in a state."""
        return self.states.get(state.value, 0)


@query(Permission.ARCHIVE_READ)
def counted(desk: Desk) -> Counted:
    """Return how many documents lie in each place that the asker may see."""
    register, lists = Register(desk), desk.store.document_lists
    filed = register.scope(Wanted())
    return Counted(
        states={state.value: n for state, n in lists.by_state(register.hidden).items()},
        types=lists.by_type(filed),
        tags=lists.by_tag(filed),
        sealed=lists.count(register.scope(Wanted(is_sealed=True))),
        due=lists.count(register.scope(Wanted(due_by=desk.today))),
        day=desk.today,
    )


@dataclass(frozen=True, slots=True)
class Linked:
    """A record that a document belongs to, and what it is called; no name for what is hidden."""

    kind: str
    record_id: int
    name: str


@query(Permission.ARCHIVE_READ)
def linked(desk: Desk, document_id: DocumentId) -> tuple[Linked, ...]:
    """Return the records that a document belongs to, named as far as the asker may read them."""
    Register(desk).get(document_id)
    links = desk.store.document_links.of(document_id)
    return tuple(Linked(one.kind, one.record_id, _name_of(desk, one)) for one in links)


def _name_of(desk: Desk, link: Link) -> str:
    if NEEDED.get(link.kind) not in desk.who.role.permissions:
        return ""
    ids = (link.record_id,)
    store = desk.store
    names: dict[str, Callable[[], Iterator[str]]] = {
        "invoice": lambda: (row.number for row in store.invoices.rows(ids)),
        "contact": lambda: (row.name for row in store.contact_lists.rows(ids)),
        "entry": lambda: (row.number for row in store.journal.rows(ids)),
        "product": lambda: (row.code for row in store.product_lists.rows(ids)),
    }
    return next(names[link.kind](), "") if link.kind in names else ""
