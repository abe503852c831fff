"""A document goes through the stages of its type, and each falls due on its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.archive.document import Document, DocumentState
from app.domain.archive.kinds import DocumentType
from app.domain.archive.steps import ManySteps, NotAStep, due_in, following, stepped
from app.domain.shared.ids import DocumentId, DocumentTypeId, RecordId
from tests.domain.archive.courses import COURSE

TODAY = date(2026, 3, 10)
BILL = DocumentType(DocumentTypeId(1), 1, "bill", {"en": "Bill"}, stages=COURSE)
PAPER = Document(
    DocumentId(7),
    1,
    "Power",
    DocumentState.FILED,
    RecordId(7),
    datetime(2026, 3, 1, tzinfo=UTC),
    type_id=BILL.id,
    stage="new",
    due_on=date(2026, 3, 4),
)


def test_a_course_begins_with_its_first_stage() -> None:
    begun = stepped(replace(PAPER, stage=""), BILL, "", TODAY)

    assert (begun.stage, begun.due_on) == ("new", date(2026, 3, 13))


def test_the_stage_that_is_named_is_taken_with_its_day() -> None:
    after = stepped(PAPER, BILL, "checked", TODAY)

    assert (after.stage, after.due_on) == ("checked", date(2026, 3, 24))
    assert stepped(after, BILL, "", TODAY).due_on is None


def test_at_the_end_of_a_course_nothing_is_due_any_more() -> None:
    paid = replace(PAPER, stage="paid")

    assert stepped(paid, BILL, "", TODAY) == replace(paid, due_on=None)
    assert stepped(PAPER, None, "", TODAY) == replace(PAPER, due_on=None)


def test_what_does_not_follow_and_what_is_not_named_are_refused() -> None:
    with pytest.raises(NotAStep):
        stepped(PAPER, BILL, "paid", TODAY)
    with pytest.raises(ManySteps):
        stepped(PAPER, BILL, "", TODAY)


def test_only_a_stage_with_days_falls_due() -> None:
    assert [due_in(stage, TODAY) is None for stage in COURSE] == [False, False, True, True]
    assert [one.code for one in following(BILL, "new")] == ["checked", "refused"]
