"""Arranging: many documents at once, sorted alike, and put back as they were."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.domain.archive.form import DocumentForm, form_of
from app.domain.archive.kinds import IN_A_CIRCLE, CustomField, check_field, within
from app.domain.archive.row import Scope, Wanted
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, TagId
from app.domain.shared.lines import one_line
from app.domain.shared.paging import View
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.services import documents, kinds
from app.services.office import Desk
from app.services.permissions import Permission, command
from app.services.registering import Register
from app.services.walls import Walls


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


@command(Permission.ARCHIVE_ARRANGE)
def merge_tags(desk: Desk, tag_id: TagId, into: TagId) -> int:
    """Put a tag together with another: its documents and the tags under it go there.

    Returns how many documents that the asker may see had it; raises NotFound, Invalid.
    """
    tags = desk.store.kinds.tags()
    if tag_id not in tags or into not in tags:
        raise NotFound(record="tag", id=tag_id if tag_id not in tags else into)
    if into in within(tag_id, tags):
        raise Invalid((IN_A_CIRCLE.at("into", name=tags[tag_id].name),))
    for child in tags.values():
        if child.parent_id == tag_id:
            kinds.change_tag(desk, replace(child, parent_id=into))
    register, lists = Register(desk), desk.store.document_lists
    bearing = Scope(Wanted(states=()), tags=(frozenset({tag_id}),))
    ids, seen = lists.spine(View(), bearing), Walls(desk).bearing(tag_id)
    for done, one in enumerate(ids):
        desk.progress(done, len(ids))
        before = desk.store.documents.get(DocumentId(one))
        others = (tag for tag in before.tags if tag != tag_id)
        register.save(before, replace(before, tags=tuple(dict.fromkeys((*others, into)))))
    kinds.remove_tag(desk, tag_id)
    return seen


@command(Permission.ARCHIVE_ARRANGE)
def change_field(desk: Desk, changed: CustomField) -> CustomField:
    """Rename a field or change its choices; its code and kind stay; raises Invalid, Conflict."""
    fields = {one.id: one for one in desk.store.kinds.fields().values()}
    if (before := fields.get(changed.id)) is None:
        raise NotFound(record="custom_field", id=changed.id)
    if before.version != changed.version:
        raise Conflict(record="custom_field", id=changed.id)
    names = {language: one_line(name) for language, name in changed.names.items()}
    after = replace(
        before,
        version=before.version + 1,
        names={language: name for language, name in names.items() if name},
        choices=changed.choices,
        is_archived=changed.is_archived,
    )
    if problems := check_field(after):
        raise Invalid(problems)
    desk.store.kinds.save(before, after)
    return after
