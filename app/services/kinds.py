"""How documents are sorted: the office's types, tags and own fields, and the retention plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.archive.kinds import (
    CustomField,
    DocumentType,
    FieldKind,
    Stage,
    Tag,
    check_field,
    check_tag,
    check_type,
)
from app.domain.archive.readers import Readers
from app.domain.archive.retention import RetentionPlan
from app.domain.shared.ids import DocumentTypeId, FieldId, TagId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.formats.retention import plan
from app.services.learning import Learner
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.renaming import Renaming
from app.services.walls import Walls

CODE_TAKEN = Rule("kinds.code-taken", "code")
UNKNOWN_CLASS = Rule("kinds.unknown-class", "retention")


@dataclass(frozen=True, slots=True)
class TypeForm:
    """The editable part of a type of document."""

    code: str
    names: Mapping[str, str]
    retention: str = ""
    is_sealing: bool = False
    readers: Readers = Readers.EVERYONE
    stages: tuple[Stage, ...] = ()
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sorting:
    """Everything by which documents are sorted; types that the asker may not see are left out.

    ``circles`` are those to which he belongs: he may wall a type for one of them.
    """

    types: tuple[DocumentType, ...]
    tags: tuple[Tag, ...]
    fields: tuple[CustomField, ...]
    language: str
    circles: frozenset[Readers] = frozenset({Readers.EVERYONE})


@query(Permission.ARCHIVE_READ)
def sorting(desk: Desk) -> Sorting:
    """Return the types, tags and fields of the office."""
    kinds, walls = desk.store.kinds, Walls(desk)
    types = tuple(one for one in kinds.types().values() if one.id not in walls.hidden)
    language = desk.store.company.get().language
    tags, fields = tuple(kinds.tags().values()), tuple(kinds.fields().values())
    return Sorting(types, tags, fields, language, walls.circles)


@query(Permission.ARCHIVE_READ)
def retention(desk: Desk) -> RetentionPlan:
    """Return what the law of the company's country asks to be kept."""
    return plan(desk.store.company.get().country)


@command(Permission.ARCHIVE_ARRANGE)
def add_type(desk: Desk, form: TypeForm) -> DocumentType:
    """Add a type of document; raises Invalid, NotAllowed for a circle that is not the asker's."""
    Walls(desk).require((form.readers,), "kinds.change_type")
    new = _type(DocumentTypeId(new_id()), 1, form)
    _refuse((*check_type(new), *_class(desk, new), *_type_taken(desk, new)))
    desk.store.kinds.add(new)
    return new


@command(Permission.ARCHIVE_ARRANGE)
def change_type(desk: Desk, type_id: DocumentTypeId, version: int, form: TypeForm) -> DocumentType:
    """Change a type of document; raises Invalid, NotFound, Conflict, NotAllowed as ``add_type``.

    Another circle of readers holds for all documents of the type, those there already too.
    """
    walls = Walls(desk)
    before = desk.store.kinds.types().get(type_id)
    if before is None or before.id in walls.hidden:
        raise NotFound(record="document_type", id=type_id)
    if before.version != version:
        raise Conflict(record="document_type", id=type_id)
    walls.require((form.readers,), "kinds.change_type")
    after = replace(_type(type_id, version + 1, form), is_archived=before.is_archived)
    _refuse((*check_type(after), *_class(desk, after), *_type_taken(desk, after)))
    desk.store.kinds.save(before, after)
    if before.readers is not after.readers:
        Learner(desk).relearn(type_id)
    Renaming(desk).type(before, after)
    return after


@command(Permission.ARCHIVE_FILE)
def add_tag(desk: Desk, name: str, parent_id: TagId | None = None, colour: str = "") -> Tag:
    """Add a tag, under another one if it is named; raises NotFound, Invalid."""
    new = Tag(TagId(new_id()), 1, one_line(name), parent_id, colour)
    tags = desk.store.kinds.tags()
    _require_parent(new, tags)
    _refuse((*check_tag(new, tags), *_tag_taken(new, tags)))
    desk.store.kinds.add(new)
    return new


def _require_parent(new: Tag, tags: Mapping[TagId, Tag]) -> None:
    if new.parent_id is not None and new.parent_id not in tags:
        raise NotFound(record="tag", id=new.parent_id)


@command(Permission.ARCHIVE_ARRANGE)
def change_tag(desk: Desk, changed: Tag) -> Tag:
    """Rename or move a tag; ``changed.version`` is the one read; raises Invalid, Conflict."""
    tags = desk.store.kinds.tags()
    if (before := tags.get(changed.id)) is None:
        raise NotFound(record="tag", id=changed.id)
    if before.version != changed.version:
        raise Conflict(record="tag", id=changed.id)
    _require_parent(changed, tags)
    after = replace(changed, version=before.version + 1, name=one_line(changed.name))
    _refuse((*check_tag(after, {**tags, after.id: after}), *_tag_taken(after, tags)))
    desk.store.kinds.save(before, after)
    return after


@command(Permission.ARCHIVE_ARRANGE)
def remove_tag(desk: Desk, tag_id: TagId) -> int:
    """Remove a tag from every document; those under it move up.

    Returns how many documents that the asker may see had it.
    """
    tags = desk.store.kinds.tags()
    if (old := tags.get(tag_id)) is None:
        raise NotFound(record="tag", id=tag_id)
    for child in tags.values():
        if child.parent_id == tag_id:
            moved = replace(child, version=child.version + 1, parent_id=old.parent_id)
            desk.store.kinds.save(child, moved)
    seen = Walls(desk).bearing(tag_id)
    desk.store.kinds.remove_tag(old)
    return seen


@command(Permission.ARCHIVE_ARRANGE)
def add_field(
    desk: Desk,
    code: str,
    names: Mapping[str, str],
    kind: FieldKind = FieldKind.TEXT,
    choices: tuple[str, ...] = (),
) -> CustomField:
    """Add a field of the office's own; raises Invalid."""
    new = CustomField(FieldId(new_id()), 1, code, names, kind, choices)
    taken = (CODE_TAKEN.at("code", code=code),) if code in desk.store.kinds.fields() else ()
    _refuse((*check_field(new), *taken))
    desk.store.kinds.add(new)
    return new


def _type(type_id: DocumentTypeId, version: int, form: TypeForm) -> DocumentType:
    names = {language: one_line(name) for language, name in form.names.items()}
    return DocumentType(
        id=type_id,
        version=version,
        code=form.code.strip(),
        names={language: name for language, name in names.items() if name},
        retention=form.retention,
        is_sealing=form.is_sealing,
        readers=form.readers,
        stages=form.stages,
        fields=form.fields,
    )


def _class(desk: Desk, one: DocumentType) -> tuple[Problem, ...]:
    is_known = plan(desk.store.company.get().country).by_code(one.retention) is not None
    return () if is_known else (UNKNOWN_CLASS.at("retention", retention=one.retention),)


def _type_taken(desk: Desk, one: DocumentType) -> tuple[Problem, ...]:
    holder = desk.store.kinds.type_coded(one.code)
    return () if holder is None or holder.id == one.id else (CODE_TAKEN.at("code", code=one.code),)


def _tag_taken(one: Tag, tags: Mapping[TagId, Tag]) -> tuple[Problem, ...]:
    """Return that a tag of the same name stands beside it."""
    beside = (tag for tag in tags.values() if tag.parent_id == one.parent_id and tag.id != one.id)
    is_there = any(tag.name.casefold() == one.name.casefold() for tag in beside)
    return (CODE_TAKEN.at("name", code=one.name),) if is_there else ()


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Invalid(problems)
