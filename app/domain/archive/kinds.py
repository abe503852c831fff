"""How documents are sorted: types, nested tags, and the fields that an office adds itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.archive.readers import Readers
from app.domain.shared.ids import DocumentTypeId, FieldId, TagId
from app.domain.shared.problems import Problem, Rule

DEEPEST_TAG = 5


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of a course: what may follow, and after how many days something is due."""

    code: str
    names: Mapping[str, str]
    follows: tuple[str, ...] = ()
    due_days: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document: a bill, a contract, a letter.

    ``code`` is ours and unique; ``retention`` names a class of the country's retention plan.
    ``is_sealing`` seals what is filed under it, and only its ``readers`` know of its documents.
    ``stages`` is the course that its documents run, the first where they begin.
    """

    id: DocumentTypeId
    version: int
    code: str
    names: Mapping[str, str]
    retention: str = ""
    is_sealing: bool = False
    readers: Readers = Readers.EVERYONE
    stages: tuple[Stage, ...] = ()
    fields: tuple[str, ...] = ()
    is_archived: bool = False

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return _name_in(self.names, language) or self.code

    def stage(self, code: str) -> Stage | None:
        """Return a step of the course, or none."""
        return next((stage for stage in self.stages if stage.code == code), None)


@dataclass(frozen=True, slots=True)
class Tag:
    """A word to sort by; under another one it is more special."""

    id: TagId
    version: int
    name: str
    parent_id: TagId | None = None
    colour: str = ""


class FieldKind(Enum):
    """What a field of the office's own holds."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    MONEY = "money"
    CHOICE = "choice"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class CustomField:
    """A field that the office adds to its documents; ``code`` is how it is kept and searched."""

    id: FieldId
    version: int
    code: str
    names: Mapping[str, str]
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    is_archived: bool = False

    def name_in(self, language: str) -> str:
        """Return the name in a language, else in English, else any."""
        return _name_in(self.names, language) or self.code


WITHOUT_NAME = Rule("kinds.without-name")
BAD_CODE = Rule("kinds.bad-code", "code")
TOO_DEEP = Rule("kinds.too-deep", "most")
IN_A_CIRCLE = Rule("kinds.in-a-circle", "name")
UNKNOWN_STAGE = Rule("kinds.unknown-stage", "stage")
_CODE = re.compile(r"[a-z][a-z0-9-]{0,39}")


def check_type(one: DocumentType) -> tuple[Problem, ...]:
    """Return every problem of a type."""
    known = {stage.code for stage in one.stages}
    unknown = (
        UNKNOWN_STAGE.at(f"stages.{place}", stage=after)
        for place, stage in enumerate(one.stages)
        for after in stage.follows
        if after not in known
    )
    return (*_named(one.code, one.names), *unknown)


def check_field(one: CustomField) -> tuple[Problem, ...]:
    """Return every problem of a field."""
    return _named(one.code, one.names)


def check_tag(one: Tag, tags: Mapping[TagId, Tag]) -> tuple[Problem, ...]:
    """Return every problem of a tag among the tags that there are."""
    named = () if one.name.strip() else (WITHOUT_NAME.at("name"),)
    above = tuple(ancestors(one, tags))
    if any(tag.id == one.id for tag in above):
        return (*named, IN_A_CIRCLE.at("parent_id", name=one.name))
    deep = len(above) + 1 + _height(one, tags)
    return (*named, TOO_DEEP.at("parent_id", most=DEEPEST_TAG)) if deep > DEEPEST_TAG else named


def ancestors(one: Tag, tags: Mapping[TagId, Tag]) -> Iterator[Tag]:
    """Yield the tags above a tag, the nearest first; a circle ends where it closes."""
    seen: set[TagId] = set()
    above = one.parent_id
    while above is not None and above in tags and above not in seen:
        seen.add(above)
        yield tags[above]
        above = tags[above].parent_id


def path_of(one: Tag, tags: Mapping[TagId, Tag]) -> str:
    """Return a tag with those above it: ``cars / leases``."""
    return " / ".join(tag.name for tag in (*reversed(tuple(ancestors(one, tags))), one))


def within(tag_id: TagId, tags: Mapping[TagId, Tag]) -> frozenset[TagId]:
    """Return a tag and every tag under it."""
    found = {tag_id}
    while more := {t.id for t in tags.values() if t.parent_id in found} - found:
        found |= more
    return frozenset(found)


def _height(one: Tag, tags: Mapping[TagId, Tag]) -> int:
    """Return how many levels there are under a tag."""
    level, height = {one.id}, 0
    while level := {tag.id for tag in tags.values() if tag.parent_id in level} - {one.id}:
        height += 1
        if height > DEEPEST_TAG:
            break
    return height


def _named(code: str, names: Mapping[str, str]) -> tuple[Problem, ...]:
    found = (
        None if any(name.strip() for name in names.values()) else WITHOUT_NAME.at("names"),
        None if _CODE.fullmatch(code) else BAD_CODE.at("code", code=code),
    )
    return tuple(problem for problem in found if problem)


def _name_in(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or names.get("en") or next(iter(names.values()), "")
