"""The log in words: what was done, to which record, and what changed from old to new."""

from __future__ import annotations

from app.domain.admin.log import Change, FieldChange, LogEntry, LogRow, RecordChange
from app.lang.command_words import BY_AREA, area_text, command_text
from app.lang.field_words import path_text
from app.lang.log_values import Values
from app.lang.record_words import record_text
from app.lang.texts import mark
from app.ui.kit.texts import _, formats, say

CHANGES = {
    Change.ADDED: mark("added"),
    Change.CHANGED: mark("changed"),
    Change.REMOVED: mark("removed"),
}
NOTHING = "–"


def what_text(command: str) -> str:
    """Return what was done, in words."""
    return command_text(command, say())


def who_text(who: str) -> str:
    """Return who did it; what nobody asked for was done by the program."""
    return who or _("the program")


def record_line(row: LogRow) -> str:
    """Return which record an entry is about, and how many more."""
    if not row.record:
        return ""
    more = f"+{row.others}" if row.others else ""
    return " · ".join(part for part in (_called(row.record, row.name), more) if part)


def change_title(change: RecordChange) -> str:
    """Return which record was changed and what became of it."""
    return f"{_called(change.record, change.name)} ({_(CHANGES[change.change])})"


def field_lines(entry: LogEntry, change: RecordChange) -> list[tuple[str, str]]:
    """Return what changed, a line for each field: its name, and from what to what."""
    values = Values(say(), formats())
    return [
        (path_text(one.path, say()), _from_to(entry, change, one, values)) for one in change.fields
    ]


def refusal_text(code: str) -> str:
    """Return why it was not done."""
    return Values(say(), formats()).refusal(code) if code else ""


def areas() -> list[tuple[str, str]]:
    """Return the areas of the office with their words, in the order of the alphabet."""
    return sorted(((one, area_text(one, say())) for one in BY_AREA), key=lambda pair: pair[1])


def _called(record: str, name: str) -> str:
    return " ".join(part for part in (record_text(record, say()), name) if part)


def _from_to(entry: LogEntry, change: RecordChange, one: FieldChange, values: Values) -> str:
    field = str(next((step for step in reversed(one.path) if isinstance(step, str)), ""))
    before = values.text(field, one.before, entry.names)
    after = values.text(field, one.after, entry.names)
    if change.change is Change.ADDED:
        return after or NOTHING
    if change.change is Change.REMOVED:
        return before or NOTHING
    return f"{before or NOTHING} → {after or NOTHING}"
