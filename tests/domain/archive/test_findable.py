"""A document is found by its name."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.archive.findable import findable
from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId


def test_a_document_is_found_by_its_name_on_the_day_it_was_filed() -> None:
    filed_at = datetime(2026, 3, 10, 23, 30, tzinfo=UTC)
    record = Record(RecordId(5), "a.pdf", "application/pdf", 7, "0" * 64, "invoice:5", filed_at)

    item = findable(record)

    assert (item.kind, item.entity_id, item.title) == ("document", 5, "a.pdf")
    assert (item.detail, item.day) == ("application/pdf", date(2026, 3, 10))
