"""Stepping: what is to do with documents and until when, and each step done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.archive.document import DocumentState
from app.domain.archive.form import form_of
from app.domain.archive.row import DocumentRow, DocumentSort, Wanted
from app.domain.archive.steps import stepped
from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import View
from app.services import documents
from app.services.arranging import Rewritten
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.registering import Register

MOST_LISTED = 500
_LIVING = (DocumentState.INBOX, DocumentState.FILED)
_WHENEVER = Wanted(_LIVING, due_by=date.max)


@dataclass(frozen=True, slots=True)
class ToDo:
    """The documents that have a next step, the most urgent first; ``count`` is of all of them."""

    rows: tuple[DocumentRow, ...]
    count: int
    overdue: int
    day: date


@query(Permission.ARCHIVE_READ)
def to_do(desk: Desk) -> ToDo:
    """Return what is to do with documents, and how much of it is late."""
    rows = documents.first(desk, View(sort=DocumentSort.DUE.value), MOST_LISTED, _WHENEVER)
    late = Wanted(_LIVING, due_by=desk.today - timedelta(1))
    return ToDo(rows, documents.count(desk, _WHENEVER), documents.count(desk, late), desk.today)


@command(Permission.ARCHIVE_FILE)
def step(desk: Desk, ids: tuple[DocumentId, ...], stage: str = "") -> tuple[Rewritten, ...]:
    """Do the step of documents: to a stage, or to the only one that follows; what changed is told.

    Where no stage follows nothing is due any more. Raises NotAStep, ManySteps, NotFound.
    """
    register, types = Register(desk), desk.store.kinds.types()
    found: list[Rewritten] = []
    for document_id in ids:
        before = register.get(document_id)
        kind = types.get(before.type_id) if before.type_id is not None else None
        after = stepped(before, kind, stage, desk.today)
        if after != before:
            register.save(before, after)
            found.append(Rewritten(document_id, form_of(after), form_of(before)))
    return tuple(found)
