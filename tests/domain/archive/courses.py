"""A course that bills run, for tests: new, then checked or refused, then paid."""

from __future__ import annotations

from app.domain.archive.kinds import Stage

COURSE = (
    Stage("new", {"en": "New"}, ("checked", "refused"), 3),
    Stage("checked", {"en": "Checked"}, ("paid",), 14),
    Stage("refused", {"en": "Refused"}),
    Stage("paid", {"en": "Paid"}),
)
