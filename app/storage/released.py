"""Released: the words about persons in what the law asks to be kept, once it does so no more.

What was issued, booked and filed is never changed; that holds for ever of its amounts, numbers,
days and taxes. The words about a person go when an erasure is ended, and only while it is: then
its row says so, inside that one transaction, which the row's own guards let begin only after the
last day on which something is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.storage.guarding import Guard, differs

GATE = "EXISTS (SELECT 1 FROM erasure AS over WHERE over.state = 'ending')"

WORDS: Mapping[str, tuple[str, ...]] = {
    "archive_file": ("name",),
    "billable": ("text",),
    "contractor_payment": ("text",),
    "delivery": (
        *("customer_name", "customer_key", "deliver_to", "carriage", "tracking", "received_by"),
        "reason",
    ),
    "direct_delivery": ("reference",),
    "disposal_item": ("title", "why", "files"),
    "document": ("title", "title_key", "reference", "note", "fields"),
    "document_arrival": ("name", "place"),
    "document_entry": ("title",),
    "document_version": ("note",),
    "draft_bill": ("form",),
    "employee_record": ("name", "name_key", "position", "reason", "profile"),
    "expense_claim": ("purpose", "answer"),
    "expense_line": ("text", "reason"),
    "goods_return": ("customer_name", "customer_key", "reason"),
    "goods_return_line": ("finding",),
    "invoice": (
        *("customer_name", "customer_key", "your_reference", "our_reference", "note", "buyer"),
        *("deliver_to", "reason", "order_reference", "contract_reference"),
    ),
    "invoice_line": ("description",),
    "invoice_standing": ("dispute",),
    "journal_entry": ("text",),
    "journal_posting": ("text",),
    "leave_entry": ("reason",),
    "leave_request": ("reason", "answer"),
    "letter_dispatch": ("to", "tracking"),
    "letter_in": (
        *("sender", "sender_key", "subject", "their_reference", "place", "note", "reason"),
    ),
    "letter_out": (
        *("addressee_name", "addressee_key", "subject", "our_reference", "your_reference", "note"),
        *("reason", "enclosures", "attachments", "copies_to", "addressee", "body"),
    ),
    "letter_thread": ("subject",),
    "mail": (
        *("message_id", "in_reply_to", "references", "subject", "sender", "to", "cc", "bcc"),
        *("text", "facts"),
    ),
    "mail_attachment": ("name",),
    "merge_item": ("name", "facts"),
    "order_amendment": ("reason", "before", "after"),
    "payment": ("payer", "payer_key", "reference", "text", "reason"),
    "payroll_run": ("name", "reason"),
    "quote": ("customer_name", "customer_key", "offer", "positions", "reason"),
    "receipt": ("supplier_name", "note"),
    "recurring_plan": ("name", "form"),
    "reminder": ("name", "email", "facts"),
    "reminder_dispatch": ("sent_to",),
    "reminder_item": ("facts",),
    "sales_order": (
        *("customer_name", "customer_key", "order_reference", "reference_key", "wanted"),
        *("reason", "override_reason"),
    ),
    "stock_move": ("reason",),
    "tax_exemption": ("number",),
    "time_entry": ("note",),
    "time_week": ("note",),
    "user_account": ("full_name",),
    "withholding_certificate": ("payee", "payer", "lines", "reason"),
}
"""The columns with words of what is kept, by table; all others of these tables stay for ever."""

OF_NOBODY = {
    name: WORDS[name]
    for name in (
        *("archive_file", "disposal_item", "document_arrival"),
        *("journal_entry", "journal_posting"),
    )
}
"""What names people and says of nobody whose it is; papers of others stay as long as theirs do."""


def released(guards: Iterable[Guard], columns: Mapping[str, Iterable[str]]) -> tuple[Guard, ...]:
    """Return guards that let words, and nothing else, be changed while an erasure is ended."""
    return tuple(_released(one, columns) for one in guards)


def _released(guard: Guard, columns: Mapping[str, Iterable[str]]) -> Guard:
    if guard.deed != "UPDATE" or guard.table not in WORDS:
        return guard
    rest = [f'"{name}"' for name in columns[guard.table] if name not in WORDS[guard.table]]
    open_for = f"{GATE} AND NOT ({differs(rest)})"
    return guard._replace(condition=f"({guard.condition}) AND NOT ({open_for})")
