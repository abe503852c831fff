"""Arranging: many documents at once, sorted alike, and put back as they were."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.archive.form import DocumentForm, form_of
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, TagId
from app.domain.shared.refusals import Conflict
from app.services import documents
from app.services.office import Desk
from app.services.permissions import Permission, command


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What many documents get: a type, a sender, tags more or fewer; nothing named stays."""

    type_id: DocumentTypeId | None = None
    correspondent_id: ContactId | None = None
    tags: tuple[TagId, ...] = ()
    less: tuple[TagId, ...] = ()

    def onto(self, form: DocumentForm) -> DocumentForm:
        """Return a card with this on it; a stage that another type does not know goes."""
        is_other = self.type_id is not None and self.type_id != form.type_id
        kept = (tag for tag in form.tags if tag not in self.less)
        return replace(
            form,
            type_id=form.type_id if self.type_id is None else self.type_id,
            stage="" if is_other else form.stage,
            correspondent_id=self.correspondent_id or form.correspondent_id,
            tags=tuple(dict.fromkeys((*kept, *self.tags))),
        )


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A card as it is now, and as it was before."""

    document_id: DocumentId
    now: DocumentForm
    before: DocumentForm


@command(Permission.ARCHIVE_FILE)
def arrange(
    desk: Desk, ids: tuple[DocumentId, ...], arrangement: Arrangement
) -> tuple[Rewritten, ...]:
    """Sort many documents alike and return those that changed; raises Invalid, NotFound."""
    found: list[Rewritten] = []
    for done, document_id in enumerate(ids):
        desk.progress(done, len(ids))
        document = documents.get(desk, document_id)
        before = form_of(document)
        after = arrangement.onto(before)
        if after != before:
            documents.change(desk, document_id, document.version, after)
            found.append(Rewritten(document_id, after, before))
    return tuple(found)


@command(Permission.ARCHIVE_FILE)
def put_back(desk: Desk, rewritten: tuple[Rewritten, ...]) -> tuple[Rewritten, ...]:
    """Write cards as they were; raises Conflict where somebody changed one meanwhile."""
    for done, one in enumerate(rewritten):
        desk.progress(done, len(rewritten))
        document = documents.get(desk, one.document_id)
        if form_of(document) != one.now:
            raise Conflict(record="document", id=one.document_id)
        documents.change(desk, one.document_id, document.version, one.before)
    return tuple(Rewritten(one.document_id, one.before, one.now) for one in rewritten)
