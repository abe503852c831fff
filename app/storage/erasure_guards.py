"""Guards of erasures: what was erased is remembered, and nothing is ended before its day."""

from __future__ import annotations

from app.storage.guarding import Guard, differs

_WHO = ("id", "kind", "record_id", "erased_on", "erased_by", "goes")
_ENDED = ("state", "kept_until", "stays", "ended_on", "ended_by")
ERASURE_GUARDS: tuple[Guard, ...] = (
    Guard("erasure", "DELETE"),
    Guard("erasure", "INSERT", "NEW.state = 'ending'", "begun"),
    Guard("erasure", "UPDATE", f"{differs(_WHO)} OR OLD.state = 'ended' AND ({differs(_ENDED)})"),
    Guard(
        "erasure",
        "UPDATE",
        "NEW.state <> 'kept' AND (NEW.ended_on IS NULL OR NEW.ended_on <= NEW.kept_until)",
        "over",
    ),
    Guard(
        "erasure",
        "UPDATE",
        "OLD.kept_until IS NOT NULL AND "
        "(NEW.kept_until IS NULL OR NEW.kept_until < OLD.kept_until)",
        "shortened",
    ),
)
"""The day until which something is kept may be found to be later, never earlier."""
