"""Guards of hours: a week that payroll has taken never changes again, nor do its entries."""

from __future__ import annotations

from app.storage.guarding import Guard, kept

_LOCKED = (
    "EXISTS (SELECT 1 FROM time_week AS week WHERE week.id = {row}.week_id "
    "AND week.state = 'locked')"
)
_OF_OLD, _OF_NEW = _LOCKED.format(row="OLD"), _LOCKED.format(row="NEW")

HOURS_GUARDS: tuple[Guard, ...] = (
    *kept("time_week", "OLD.state = 'locked'"),
    Guard("time_entry", "INSERT", _OF_NEW),
    Guard("time_entry", "UPDATE", f"{_OF_OLD} OR {_OF_NEW}"),
    Guard("time_entry", "DELETE", _OF_OLD),
)
"""What was paid is shown by the hours as they were approved."""
