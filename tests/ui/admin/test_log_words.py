"""The log's records, deeds and refusals in the window's words."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.admin.log import Change, FieldChange, LogEntry, LogRow, RecordChange
from app.ui.admin.log_words import (
    areas,
    change_title,
    field_lines,
    record_line,
    refusal_text,
    what_text,
    who_text,
)

AT = datetime(2026, 3, 10, tzinfo=UTC)


def row(record: str = "contact:12", name: str = "Aamu", others: int = 0) -> LogRow:
    return LogRow(1, AT, "Anna", "contacts.add", record, name, others, "", "abcd1234")


def entry(*changes: RecordChange) -> LogEntry:
    return LogEntry(1, AT, "Anna", "contacts.add", "", "abcd1234", changes=changes)


def test_a_line_names_the_record_and_how_many_more() -> None:
    assert record_line(row()) == "Contact Aamu"
    assert record_line(row(others=2)) == "Contact Aamu · +2"
    assert record_line(row(record="", name="")) == ""


def test_a_change_is_told_from_old_to_new() -> None:
    name = FieldChange(("name",), "Aamu", "Ilta")
    gone = FieldChange(("note",), "x", None)
    changed = RecordChange("contact:12", "Ilta", Change.CHANGED, (name, gone))
    added = RecordChange("contact:12", "Ilta", Change.ADDED, (name,))
    removed = RecordChange("contact:12", "Ilta", Change.REMOVED, (name,))

    assert change_title(changed) == "Contact Ilta (changed)"
    assert field_lines(entry(changed), changed) == [("Name", "Aamu → Ilta"), ("Note", "x → –")]
    assert field_lines(entry(added), added) == [("Name", "Ilta")]
    assert field_lines(entry(removed), removed) == [("Name", "Aamu")]


def test_who_and_what_are_told() -> None:
    assert (who_text("Anna"), who_text("")) == ("Anna", "the program")
    assert what_text("invoices.issue") == "Issue an invoice"
    assert refusal_text("") == ""
    assert refusal_text("office.invalid")


def test_areas_stand_in_the_order_of_the_alphabet() -> None:
    texts = [text for _area, text in areas()]

    assert texts == sorted(texts)
    assert "Invoices" in texts
