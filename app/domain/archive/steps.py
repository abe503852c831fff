"""Steps: a document goes through the stages of its type, and each may say until when.

The step is done when the next stage is taken; where none follows, nothing is due any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.domain.archive.document import Document
from app.domain.archive.kinds import DocumentType, Stage
from app.domain.shared.refusals import Refusal


class NotAStep(Refusal):
    """The stage does not follow the one in which the document stands."""

    code = "documents.not-a-step"


class ManySteps(Refusal):
    """Several stages follow: one of them has to be named."""

    code = "documents.many-steps"


def following(kind: DocumentType | None, stage: str) -> Sequence[Stage]:
    """Return the stages that may follow; the first of the course where it is not begun."""
    if kind is None or not kind.stages:
        return ()
    now = kind.stage(stage)
    if now is None:
        return kind.stages[:1]
    return [one for one in kind.stages if one.code in now.follows]


def due_in(stage: Stage, begun: date) -> date | None:
    """Return until when the step of a stage is due that begins on a day, or none."""
    return None if stage.due_days is None else begun + timedelta(stage.due_days)


def stepped(document: Document, kind: DocumentType | None, wanted: str, today: date) -> Document:
    """Return a document after its step; raises NotAStep, ManySteps.

    Nothing wanted takes the only stage that follows; where none does, the course is at its end.
    """
    found = following(kind, document.stage)
    if wanted:
        found = [one for one in found if one.code == wanted]
        if not found:
            raise NotAStep(document=document.title, stage=wanted)
    if len(found) > 1:
        raise ManySteps(document=document.title)
    if not found:
        return replace(document, due_on=None)
    return replace(document, stage=found[0].code, due_on=due_in(found[0], today))
