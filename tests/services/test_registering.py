"""What a filed file begins as."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.archive.document import DocumentState
from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId
from app.services.registering import begun

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_file_begins_as_a_document_in_the_inbox_under_its_own_name() -> None:
    record = Record(RecordId(5), "a.pdf", "application/pdf", 7, "0" * 64, "", AT)

    document = begun(record)

    assert (document.id, document.file_id, document.title) == (5, 5, "a.pdf")
    assert (document.state, document.received_at) == (DocumentState.INBOX, AT)
    assert begun(record, " Bill ").title == "Bill"
