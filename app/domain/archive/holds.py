"""Legal holds: what a dispute, an audit or a court asks for is neither trashed nor destroyed.

A hold is over single documents, over all of a contact, or over a type; it is in force until it is
lifted with a reason. What it once covered it covers until then, however the card is changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.archive.document import Document
from app.domain.shared.ids import ContactId, DocumentId, DocumentTypeId, HoldId
from app.domain.shared.lines import one_line
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import Refusal


class Held(Refusal):
    """A legal hold asks for the document: it is neither trashed nor destroyed."""

    code = "holds.held"


class AlreadyLifted(Refusal):
    """The hold was lifted before; what is lifted is not changed any more."""

    code = "holds.already-lifted"


WITHOUT_NAME = Rule("holds.without-name")
WITHOUT_REASON = Rule("holds.without-reason")
OVER_NOTHING = Rule("holds.over-nothing")


@dataclass(frozen=True, slots=True)
class HoldForm:
    """What is asked for when a hold is placed: documents, all of a contact, all of a type."""

    name: str
    reason: str
    documents: tuple[DocumentId, ...] = ()
    contact_id: ContactId | None = None
    type_id: DocumentTypeId | None = None


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold, who placed it and why; ``documents`` are held by name, beside contact and type."""

    id: HoldId
    version: int
    name: str
    reason: str
    placed_by: str
    placed_at: datetime
    documents: frozenset[DocumentId] = frozenset()
    contact_id: ContactId | None = None
    type_id: DocumentTypeId | None = None
    lifted_by: str = ""
    lifted_at: datetime | None = None
    lifted_because: str = ""

    @property
    def is_in_force(self) -> bool:
        """Say whether the hold was not lifted yet."""
        return self.lifted_at is None

    def covers(self, document: Document) -> bool:
        """Say whether the hold is over a document now."""
        return self.is_in_force and (document.id in self.documents or self.asks_for(document))

    def asks_for(self, document: Document) -> bool:
        """Say whether the contact or the type of a document brings it under the hold."""
        by_contact = self.contact_id is not None and self.contact_id == document.correspondent_id
        by_type = self.type_id is not None and self.type_id == document.type_id
        return by_contact or by_type

    def loses(self, before: Document, after: Document) -> bool:
        """Say whether a change would take a document out of the hold."""
        return self.covers(before) and not self.covers(after)

    def lifted(self, who: str, because: str, at: datetime) -> Hold:
        """Return the hold as lifted; raises AlreadyLifted."""
        if not self.is_in_force:
            raise AlreadyLifted(hold=self.name)
        return replace(self, lifted_by=who, lifted_because=one_line(because), lifted_at=at)


def tidied(form: HoldForm) -> HoldForm:
    """Return a form as it is kept: one-line texts, each document once."""
    documents = tuple(dict.fromkeys(form.documents))
    return replace(
        form, name=one_line(form.name), reason=one_line(form.reason), documents=documents
    )


def check(form: HoldForm) -> tuple[Problem, ...]:
    """Return every problem of a form."""
    is_over = form.documents or form.contact_id is not None or form.type_id is not None
    found = (
        None if form.name else WITHOUT_NAME.at("name"),
        None if form.reason else WITHOUT_REASON.at("reason"),
        None if is_over else OVER_NOTHING.at("documents"),
    )
    return tuple(problem for problem in found if problem)


def holds_over(document: Document, holds: Iterable[Hold]) -> tuple[Hold, ...]:
    """Return the holds that are over a document."""
    return tuple(hold for hold in holds if hold.covers(document))


def require_free(document: Document, holds: Iterable[Hold]) -> None:
    """Raise Held when a hold is over a document."""
    if over := holds_over(document, holds):
        names = ", ".join(hold.name for hold in over)
        raise Held(document=document.title, hold=names)
