"""Filing: what the archive's window does with a card: opened, saved, filed, and put back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.domain.archive.document import Document, DocumentState, link_of
from app.domain.archive.findable import KIND
from app.domain.archive.form import DocumentForm, form_of
from app.domain.archive.kinds import Tag, path_of
from app.domain.archive.row import DocumentRow, Wanted
from app.domain.contacts.row import ContactRow
from app.domain.correspondence.letter import INCOMING, OUTGOING
from app.domain.employees.employee import KIND as PERSON
from app.domain.shared.drafts import FormDraft
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, TagId
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict
from app.services import documents, kinds
from app.services.documents import Seen
from app.services.kinds import Sorting
from app.services.links import Linkable, Linked, Links
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import SHOWN, Register
from app.services.walls import Walls

LINKED = ("invoice", "contact", "entry", "product", INCOMING, OUTGOING, PERSON)
"""The kinds of record that documents are linked to by hand."""


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
    register, counts = Register(desk), desk.store.document_counts
    hidden, filed = register.hidden, DocumentState.FILED
    return Counted(
        states={state.value: n for state, n in counts.by_state(hidden).items()},
        types=counts.types(filed, hidden),
        tags=counts.tags(filed, hidden),
        sealed=counts.sealed(filed, hidden),
        due=desk.store.document_lists.count(register.scope(Wanted(due_by=desk.today))),
        day=desk.today,
    )


@query(Permission.ARCHIVE_READ)
def linked(desk: Desk, document_id: DocumentId) -> tuple[Linked, ...]:
    """Return the records that a document belongs to, named as far as the asker may read them."""
    Register(desk).get(document_id)
    return Links(desk).named(Walls(desk).links(document_id))


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as its card is written; ``draft`` is what was typed and not saved."""

    seen: Seen
    correspondent: ContactRow | None
    sorting: Sorting
    currency: str
    draft: FormDraft | None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is written on a card, and where its document stands."""

    form: DocumentForm
    state: DocumentState


@dataclass(frozen=True, slots=True)
class Saved:
    """A card before and after it was saved, and what waits next in the inbox."""

    before: Document
    after: Document
    next_id: DocumentId | None


@query(Permission.ARCHIVE_READ)
def opened(desk: Desk, document_id: DocumentId) -> Opened:
    """Return what a card's editor needs to begin with; raises NotFound."""
    found = documents.seen(desk, document_id)
    sender = found.document.correspondent_id
    rows = desk.store.contact_lists.rows((sender,)) if sender is not None else ()
    return Opened(
        found,
        rows[0] if rows else None,
        kinds.sorting(desk),
        desk.store.company.get().currency,
        desk.store.drafts.kept(KIND, document_id, desk.who.name),
    )


@command(Permission.ARCHIVE_FILE)
def save(desk: Desk, document_id: DocumentId, version: int, form: DocumentForm) -> Saved:
    """Save a card where its document stands; raises Invalid, Conflict."""
    return _saved(desk, document_id, version, form)


@command(Permission.ARCHIVE_FILE)
def save_and_file(desk: Desk, document_id: DocumentId, version: int, form: DocumentForm) -> Saved:
    """Save a card and take its document out of the inbox; a type that seals, seals it."""
    following = _following(desk, document_id)
    saved = _saved(desk, document_id, version, form)
    (filed,) = documents.file(desk, (document_id,))
    return Saved(saved.before, filed, following)


@command(Permission.ARCHIVE_FILE)
def put_back(
    desk: Desk, document_id: DocumentId, now: Standing, wanted: Standing
) -> tuple[DocumentId, Standing, Standing]:
    """Undo a save: ``wanted`` again, if it still is as in ``now``; else raises Conflict.

    Returns the document with how it stands now and how it stood, which undoes this in its turn.
    """
    document = Register(desk).get(document_id)
    if standing(document) != now:
        raise Conflict(record=KIND, id=document_id)
    if wanted.state is DocumentState.INBOX and now.state is DocumentState.FILED:
        (document,) = documents.unfile(desk, (document_id,))
    document = documents.change(desk, document_id, document.version, wanted.form)
    if wanted.state is DocumentState.FILED and now.state is DocumentState.INBOX:
        documents.file(desk, (document_id,))
    return document_id, wanted, now


@query(Permission.ARCHIVE_READ)
def find_tags(desk: Desk, words: str) -> tuple[Tag, ...]:
    """Return the tags whose path holds every word, in the order of their paths."""
    tags, wanted = desk.store.kinds.tags(), words.casefold().replace("/", " ").split()
    paths = sorted((path_of(tag, tags).casefold(), tag.id) for tag in tags.values())
    return tuple(tags[one] for path, one in paths if all(word in path for word in wanted))


@command(Permission.ARCHIVE_FILE)
def add_tag_path(desk: Desk, path: tuple[str, ...]) -> tuple[Tag, ...]:
    """Add a tag under others (``cars``, ``leases``) with those that are missing; raises Invalid."""
    found: list[Tag] = []
    for name in path:
        above = found[-1].id if found else None
        found.append(_tag_at(desk, name, above) or kinds.add_tag(desk, name, above))
    return tuple(found)


def _tag_at(desk: Desk, name: str, above: TagId | None) -> Tag | None:
    beside = (tag for tag in desk.store.kinds.tags().values() if tag.parent_id == above)
    return next((tag for tag in beside if tag.name.casefold() == name.strip().casefold()), None)


def standing(document: Document) -> Standing:
    """Return what is written on the card of a document, and where it stands."""
    return Standing(form_of(document), document.state)


def _saved(desk: Desk, document_id: DocumentId, version: int, form: DocumentForm) -> Saved:
    before = documents.get(desk, document_id)
    after = documents.change(desk, document_id, version, form)
    desk.store.drafts.drop(KIND, document_id, desk.who.name)
    return Saved(before, after, None)


def _following(desk: Desk, document_id: DocumentId) -> DocumentId | None:
    """Return what waits in the inbox after a document, the newest first, around the end."""
    waiting = list(documents.spine(desk, View(), Wanted((DocumentState.INBOX,))))
    here = waiting.index(document_id) if document_id in waiting else -1
    others = (*waiting[here + 1 :], *waiting[: max(here, 0)])
    return DocumentId(others[0]) if others else None


@query(Permission.ARCHIVE_READ)
def linkable(desk: Desk, words: str, limit: int = 20) -> tuple[Linkable, ...]:
    """Return the records that answer words, of the kinds that have documents and may be read."""
    return Links(desk).found(words, limit, LINKED)


@query(Permission.ARCHIVE_READ)
def belonging(desk: Desk, source: str, limit: int = 50) -> tuple[DocumentRow, ...]:
    """Return the documents of a record, the newest first; of a contact also those it sent.

    What lies in the trash is left out.
    """
    link = link_of(source)
    if link is None:
        return ()
    found: list[int] = list(Walls(desk).belonging(link))
    if link.kind == "contact":
        sent = Wanted(tuple(SHOWN), correspondent_ids=(ContactId(link.record_id),))
        found += documents.spine(desk, View(), sent)[:limit]
    shown = documents.rows(desk, tuple(dict.fromkeys(map(DocumentId, found))))
    kept = [row for row in shown if row.state in SHOWN]
    return tuple(sorted(kept, key=_newest, reverse=True)[:limit])


def _newest(row: DocumentRow) -> tuple[date, int]:
    return row.day or row.received_at.date(), row.id
