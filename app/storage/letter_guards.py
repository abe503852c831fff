"""Guards of letters and mails: what went out or came in is never written again."""

from __future__ import annotations

from app.storage.guarding import Guard, kept

FROZEN = (
    *("language", "thread_id", "number", "dated_on", "addressee_id", "addressee_name"),
    *("addressee_key", "subject", "type_id", "channel", "signatory_id", "layout"),
    *("our_reference", "your_reference", "template_id", "run_id", "answers", "document_id"),
    *("written_by", "approved_by", "enclosures", "attachments", "copies_to", "addressee", "body"),
)
"""What the paper of an issued letter says, and by whom: it is never written again."""
_ANOTHER = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in FROZEN)
_LETTER_ISSUED = "{row}.state IN ('issued', 'sent', 'filed', 'voided')"
_NEW_ISSUED = _LETTER_ISSUED.format(row="NEW")
_WITHOUT_PAPER = f"{_NEW_ISSUED} AND (NEW.number IS NULL OR NEW.document_id IS NULL)"
_BACKWARDS = (
    "NEW.state <> OLD.state AND (NEW.state NOT IN ('sent', 'filed', 'voided') "
    "OR OLD.state IN ('filed', 'voided') OR (NEW.state = 'voided' AND OLD.state <> 'issued') "
    "OR (NEW.state = 'filed' AND OLD.state <> 'sent'))"
)
_UNNUMBERED_IN = "NEW.state <> 'received' AND NEW.number IS NULL"

LETTER_GUARDS: tuple[Guard, ...] = (
    Guard("letter_in", "DELETE", "OLD.number IS NOT NULL", "numbered"),
    Guard(
        "letter_in",
        "UPDATE",
        "OLD.number IS NOT NULL AND (NEW.number IS DISTINCT FROM OLD.number "
        "OR NEW.state = 'received')",
    ),
    Guard("letter_in", "INSERT", _UNNUMBERED_IN, "numbered"),
    Guard("letter_in", "UPDATE", _UNNUMBERED_IN, "numbered"),
    Guard("letter_in", "UPDATE", "OLD.state = 'filed' AND NEW.state <> 'filed'", "filed"),
    Guard("letter_out", "DELETE", "OLD.number IS NOT NULL", "numbered"),
    Guard("letter_out", "UPDATE", f"OLD.number IS NOT NULL AND ({_ANOTHER})"),
    Guard("letter_out", "INSERT", _WITHOUT_PAPER, "numbered"),
    Guard("letter_out", "UPDATE", _WITHOUT_PAPER, "numbered"),
    Guard("letter_out", "UPDATE", f"OLD.number IS NOT NULL AND {_BACKWARDS}", "backwards"),
    *kept("letter_dispatch"),
)
"""A letter is never renumbered; what was issued is never written again, nor forgotten."""

_CAME = "IN ('received', 'handled')"
_WENT = f"(OLD.state = 'sent' OR OLD.state {_CAME})"
_OTHER_WAY = f"(NEW.state <> OLD.state AND NOT (OLD.state {_CAME} AND NEW.state {_CAME}))"
_UNSEEN = f"NEW.state = 'handled' AND (NEW.handled_at IS NULL OR NOT OLD.state {_CAME})"
_MESSAGE = ("sha256", "message_id", "subject", "sender", "text", "at")
_OTHER_MESSAGE = " OR ".join(f"NEW.{name} IS DISTINCT FROM OLD.{name}" for name in _MESSAGE)
MAIL_GUARDS: tuple[Guard, ...] = (
    Guard("mail", "DELETE", "OLD.state <> 'draft'"),
    Guard("mail", "UPDATE", f"{_WENT} AND ({_OTHER_WAY} OR {_OTHER_MESSAGE})"),
    Guard("mail", "UPDATE", _UNSEEN, "handled"),
)
"""What came in or went out is never written again, nor forgotten; where it is filed may change.

Only what came in is handled, and by somebody at a time.
"""
