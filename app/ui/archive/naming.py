"""Names of types, tags and stages, as the language of the window has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from zlib import crc32

from app.domain.archive.kinds import CustomField, DocumentType, Tag, path_of
from app.domain.archive.readers import Readers
from app.domain.shared.ids import DocumentTypeId, TagId
from app.ui.kit.table import Part
from app.ui.kit.texts import language

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.kinds import Sorting


class Naming:
    """Knows the office's types, tags and fields, and what they are called; empty at first.

    ``circles`` are those of readers to which the clerk belongs.
    """

    def __init__(self) -> None:
        self.types: Mapping[DocumentTypeId, DocumentType] = {}
        self.tags: Mapping[TagId, Tag] = {}
        self.fields: Mapping[str, CustomField] = {}
        self.circles: frozenset[Readers] = frozenset()

    def learn(self, sorting: Sorting) -> None:
        """Take over how the office sorts now."""
        self.types = {one.id: one for one in sorting.types}
        self.tags = {one.id: one for one in sorting.tags}
        self.fields = {one.code: one for one in sorting.fields}
        self.circles = frozenset(sorting.circles)

    def type(self, type_id: DocumentTypeId | None) -> str:
        """Return what a type is called; nothing for none."""
        found = self.types.get(type_id) if type_id is not None else None
        return found.name_in(language()) if found else ""

    def tag(self, tag_id: TagId) -> str:
        """Return a tag with those above it: ``cars / leases``."""
        found = self.tags.get(tag_id)
        return path_of(found, self.tags) if found else ""

    def hue(self, tag_id: TagId) -> str:
        """Return the hue of a tag: that of the one on top, so that a family looks alike."""
        path = self.tag(tag_id)
        top = path.partition(" / ")[0].casefold()
        return f"hue{crc32(top.encode())}" if path else ""

    def tag_parts(self, tag_ids: Iterable[TagId]) -> tuple[Part, ...]:
        """Return tags as badges, in the order of their names."""
        known = sorted(
            (one for one in tag_ids if one in self.tags),
            key=lambda one: self.tags[one].name.casefold(),
        )
        return tuple(Part(self.tags[one].name, self.hue(one)) for one in known)

    def tag_names(self, tag_ids: Iterable[TagId]) -> tuple[str, ...]:
        """Return the names of tags, in their order."""
        named = (self.tags[one].name for one in tag_ids if one in self.tags)
        return tuple(sorted(named, key=str.casefold))

    def stage(self, type_id: DocumentTypeId | None, code: str) -> str:
        """Return what a step of the course of a type is called."""
        kind = self.types.get(type_id) if type_id is not None else None
        stage = kind.stage(code) if kind is not None else None
        if stage is None:
            return code
        return stage.names.get(language()) or stage.names.get("en") or code

    def tree(self) -> tuple[tuple[Tag, int], ...]:
        """Return every tag with its depth, those under it right after it."""
        under: dict[TagId | None, list[Tag]] = {}
        for tag in sorted(self.tags.values(), key=lambda one: one.name.casefold()):
            above = tag.parent_id if tag.parent_id in self.tags else None
            under.setdefault(above, []).append(tag)
        return tuple(_branch(under, None, 0))


def _branch(
    under: Mapping[TagId | None, list[Tag]], above: TagId | None, depth: int
) -> Iterable[tuple[Tag, int]]:
    for tag in under.get(above, ()):
        yield tag, depth
        yield from _branch(under, tag.id, depth + 1)
