"""Suggesting: what a document's card could say, why, and how it is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.archive.clues.clue import ClueKind, Clues
from app.domain.archive.clues.marks import keys_of_clue
from app.domain.archive.document import Document
from app.domain.archive.features import Features, sender_feature
from app.domain.archive.form import tidied
from app.domain.archive.kinds import DocumentType, FieldKind, path_of
from app.domain.archive.offers import (
    Choice,
    Offer,
    by_contacts,
    by_lessons,
    by_text,
    chosen,
    title_by_text,
    weighed,
)
from app.domain.archive.suggesting import BINDER, CORRESPONDENT, FIELD, TAG, TYPE, Because, likely
from app.domain.contacts.duplicates import Reason
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, TagId
from app.domain.shared.refusals import Conflict
from app.services import documents
from app.services.learning import Learner
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import Register
from app.services.walls import Walls


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What one field of a document could say; ``field`` is named as in its form.

    ``value`` is how it is accepted, ``shown`` how people call it (the name of a contact, a type or
    a tag); days and amounts are shown as they are kept. ``because`` names the reasons, of which
    ``app.lang.reasons`` makes words. What is sure is accepted with one key.
    """

    field: str
    value: str
    shown: str
    sureness: int
    is_sure: bool
    because: tuple[Because, ...]

    @property
    def choice(self) -> Choice:
        """What accepts it."""
        return Choice(self.field, self.value)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Everything suggested for a document as it was at ``version``, the surest first."""

    document_id: DocumentId
    version: int
    items: tuple[Suggestion, ...]

    @property
    def sure(self) -> tuple[Suggestion, ...]:
        """What one key accepts."""
        return tuple(one for one in self.items if one.is_sure)


@query(Permission.ARCHIVE_READ)
def suggestions(desk: Desk, document_id: DocumentId) -> Suggestions:
    """Return what the empty fields of a document could say, and why; raises NotFound."""
    document = Register(desk).get(document_id)
    return Suggestions(document_id, document.version, tuple(Thought(desk, document).suggested()))


@command(Permission.ARCHIVE_FILE)
def accept(
    desk: Desk, document_id: DocumentId, version: int, choices: tuple[Choice, ...]
) -> Document:
    """Write what was chosen on a document's card; raises Conflict if it changed since, Invalid."""
    document = Register(desk).get(document_id)
    if document.version != version:
        raise Conflict(record="document", id=document_id)
    return documents.change(desk, document_id, version, tidied(chosen(document, choices)))


@command(Permission.ARCHIVE_FILE)
def accept_all(desk: Desk, document_id: DocumentId, version: int) -> Document:
    """Write everything that is sure on a document's card; raises Conflict if it changed since."""
    sure = suggestions(desk, document_id).sure
    return accept(desk, document_id, version, tuple(one.choice for one in sure))


class Thought:
    """What is thought of one document, for one asker."""

    def __init__(self, desk: Desk, document: Document) -> None:
        self._store = desk.store
        self._document = document
        walls = Walls(desk)
        hidden, self._readers = walls.hidden, walls.circles
        types = desk.store.kinds.types().values()
        self._types = {one.id: one for one in types if one.id not in hidden and not one.is_archived}
        self._tags = desk.store.kinds.tags()
        self._fields = desk.store.kinds.fields()
        self._features, self._clues = Learner(desk).read(document)

    def suggested(self) -> Iterator[Suggestion]:
        """Yield what is worth showing, and still there to be chosen."""
        offers = self.offers()
        names = self._names(offers)
        for one in offers:
            if (shown := self._shown(one, names)) is not None:
                yield Suggestion(
                    one.field, one.value, shown, one.sureness, one.is_sure, one.because
                )

    def offers(self) -> tuple[Offer, ...]:
        """Return what its empty fields could say, the surest first."""
        senders = tuple(self._senders())
        return weighed(self._document, (*senders, *self._answers(senders), *self._by_text()))

    def _senders(self) -> Iterator[Offer]:
        counted = self._store.evidence.counts(
            self._features, (CORRESPONDENT,), readers=self._readers, is_rare=True
        )
        yield from by_lessons(likely(self._features, counted))
        yield from by_contacts(self._clues, self._holders(self._clues))

    def _answers(self, senders: tuple[Offer, ...]) -> Iterator[Offer]:
        """Yield types, tags, binders and choices, as documents of the same sender have them."""
        sender = self._document.correspondent_id
        if sender is None:
            found = [one for one in weighed(self._document, senders) if one.is_sure]
            known = found[0].value if found else ""
        else:
            known = str(sender)
        features = _of_sender(self._features, known) if known else self._features
        choices = [one.code for one in self._fields.values() if one.kind is FieldKind.CHOICE]
        for families, is_rare in (
            ((TYPE, *(f"{FIELD}{code}" for code in choices)), False),
            ((TAG, BINDER), True),
        ):
            counted = self._store.evidence.counts(
                features, families, readers=self._readers, is_rare=is_rare
            )
            yield from by_lessons(likely(features, counted))

    def _by_text(self) -> Iterator[Offer]:
        file = self._store.archive.get(self._document.file_id)
        yield from by_text(self._document, self._clues, self._types.values())
        yield from title_by_text(self._document, self._clues, file.name)

    def _holders(self, clues: Clues) -> dict[tuple[str, Reason], list[ContactId]]:
        asked: dict[Reason, list[str]] = {}
        for clue in (*clues.found,):
            for value, reason in keys_of_clue(clue) if clue.kind in _OF_SENDERS else ():
                asked.setdefault(reason, []).append(value)
        found: dict[tuple[str, Reason], list[ContactId]] = {}
        for reason, values in asked.items():
            holders = self._store.contact_lists.holders(values, reason)
            found.update(((value, reason), ids) for value, ids in holders.items())
        return found

    def _names(self, offers: tuple[Offer, ...]) -> dict[str, str]:
        """Return the names of the contacts that are offered and were not put away."""
        ids = [int(one.value) for one in offers if one.field == "correspondent_id"]
        rows = self._store.contact_lists.rows(ids)
        return {str(row.id): row.name for row in rows if not row.is_archived}

    def _shown(self, one: Offer, names: dict[str, str]) -> str | None:
        """Return how an offer is called, or none for what is not there any more."""
        match one.field:
            case "correspondent_id":
                return names.get(one.value)
            case "type_id":
                kind = self._types.get(DocumentTypeId(int(one.value)))
                return self._name_of(kind) if kind else None
            case "tags":
                tag = self._tags.get(TagId(int(one.value)))
                return path_of(tag, self._tags) if tag else None
        custom = self._fields.get(one.field.removeprefix("fields."))
        is_gone = one.field.startswith("fields.") and (
            custom is None or custom.is_archived or one.value not in custom.choices
        )
        return None if is_gone else one.value

    def _name_of(self, kind: DocumentType) -> str:
        return kind.name_in(self._store.company.get().language)


_OF_SENDERS = frozenset(
    {
        ClueKind.IBAN,
        ClueKind.IDENTIFIER,
        ClueKind.EMAIL,
        ClueKind.WEBSITE,
        ClueKind.PHONE,
        ClueKind.NAME,
    }
)


def _of_sender(found: Features, sender: str) -> Features:
    return replace(found, all=(*found.all, sender_feature(sender)))
