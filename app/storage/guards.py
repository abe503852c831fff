"""Guards: what the database itself refuses, whoever asks, on both databases.

Each guard names a table, a deed and the condition under which it is refused. What was issued,
posted, filed or recorded is never changed or removed; numbers rise by one; an entry balances.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, text

from app.storage.archive import archive_file
from app.storage.books import journal_entry, journal_posting
from app.storage.dispatches import letter_dispatch
from app.storage.disposals import disposal_item
from app.storage.document_tables import document, document_version
from app.storage.erasure_guards import ERASURE_GUARDS
from app.storage.guarding import Guard, differs, kept
from app.storage.hours_guards import HOURS_GUARDS
from app.storage.hours_tables import time_entry, time_week
from app.storage.invoice_tables import invoice, invoice_line
from app.storage.leave_guards import LEAVE_GUARDS
from app.storage.leave_tables import leave_entry
from app.storage.letter_guards import LETTER_GUARDS, MAIL_GUARDS
from app.storage.letter_tables import letter_in, letter_out
from app.storage.mail_tables import mail
from app.storage.order_guards import DELIVERY_GUARDS
from app.storage.order_tables import delivery, goods_return, order_amendment
from app.storage.payment_tables import payment
from app.storage.plan_tables import recurring_plan
from app.storage.quote_tables import quote
from app.storage.released import released
from app.storage.reminder_tables import reminder, reminder_dispatch, reminder_item
from app.storage.stock_guards import STOCK_GUARDS
from app.storage.stock_tables import stock_move
from app.storage.tax_tables import certificate

EMPTYING = "guard_against_emptying"
_NO_EMPTYING = (
    f"CREATE OR REPLACE FUNCTION {EMPTYING}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    f"RAISE EXCEPTION '{EMPTYING}' USING ERRCODE = '23514'; END $$"
)


_POSTED = {
    "sqlite": "SELECT name, tbl_name AS place FROM sqlite_master "
    "WHERE type = 'trigger' AND name LIKE 'guard!_%' ESCAPE '!'",
    "postgresql": "SELECT tgname AS name, relname AS place FROM pg_trigger "
    "JOIN pg_class ON pg_class.oid = tgrelid WHERE tgname LIKE 'guard!_%' ESCAPE '!'",
}


_ISSUED = "EXISTS (SELECT 1 FROM invoice AS issued"


def _of_issued(row: str) -> str:
    return f"{_ISSUED} WHERE issued.id = {row}.invoice_id AND issued.state <> 'draft')"


_SIDES = "FROM journal_posting AS side WHERE side.entry_id = NEW.id"
_SERIES = (
    "FROM number_series AS series WHERE series.kind = NEW.kind "
    "AND series.year = NEW.year AND series.branch = NEW.branch"
)

_HELD = (
    "EXISTS (SELECT 1 FROM legal_hold AS hold WHERE hold.lifted_at IS NULL AND ({covers} "
    "OR EXISTS (SELECT 1 FROM legal_hold_document AS named WHERE named.hold_id = hold.id "
    "AND named.document_id = NEW.id)))"
)
_COVERS = "hold.contact_id = {row}.correspondent_id OR hold.type_id = {row}.type_id"
_LOST = (  # noqa: S608  every word of it is ours
    "(NEW.correspondent_id IS DISTINCT FROM OLD.correspondent_id "
    "OR NEW.type_id IS DISTINCT FROM OLD.type_id) "
    "AND EXISTS (SELECT 1 FROM legal_hold AS hold WHERE hold.lifted_at IS NULL "
    "AND ({old}) AND ({new}) IS NOT TRUE AND NOT EXISTS (SELECT 1 FROM legal_hold_document "
    "AS named WHERE named.hold_id = hold.id AND named.document_id = NEW.id))"
).format(old=_COVERS.format(row="OLD"), new=_COVERS.format(row="NEW"))
_CERTIFIED_ITEM = (
    "EXISTS (SELECT 1 FROM disposal_item AS item JOIN disposal AS list ON list.id = "
    "item.disposal_id WHERE item.document_id = NEW.id AND item.fate = 'destroyed' "
    "AND list.state = 'under-way' AND (item.kept_until IS NULL OR item.kept_until < list.begun_on))"
)
_LIST = "EXISTS (SELECT 1 FROM disposal AS list WHERE list.id = {row}.disposal_id AND {what})"
_SETTLED = "list.state IN ('under-way', 'done', 'dropped')"

RETENTION_GUARDS: tuple[Guard, ...] = (
    Guard(
        "document",
        "UPDATE",
        "NEW.state IN ('trashed', 'disposed') AND NEW.state <> OLD.state AND "
        + _HELD.format(covers=f"{_COVERS.format(row='OLD')} OR {_COVERS.format(row='NEW')}"),
        "held",
    ),
    Guard("document", "UPDATE", _LOST, "kept_held"),
    Guard(
        "document",
        "UPDATE",
        f"NEW.state = 'disposed' AND OLD.state <> 'disposed' AND NOT {_CERTIFIED_ITEM}",
        "certified",
    ),
    Guard("document", "UPDATE", "OLD.state = 'disposed' AND NEW.state <> 'disposed'", "disposed"),
    Guard("document", "INSERT", "NEW.state = 'disposed'", "disposed"),
    Guard(
        "document",
        "UPDATE",
        "OLD.is_sealed = 1 AND ((OLD.day IS NOT NULL AND NEW.day IS DISTINCT FROM OLD.day) "
        "OR (OLD.type_id IS NOT NULL AND NEW.type_id IS DISTINCT FROM OLD.type_id))",
        "sealed_card",
    ),
    Guard("legal_hold", "DELETE"),
    Guard(
        "legal_hold",
        "UPDATE",
        "OLD.lifted_at IS NOT NULL OR NEW.contact_id IS DISTINCT FROM OLD.contact_id "
        "OR NEW.type_id IS DISTINCT FROM OLD.type_id OR NEW.placed_at <> OLD.placed_at",
    ),
    *kept("legal_hold_document"),
    Guard("disposal", "DELETE"),
    Guard("disposal", "UPDATE", "OLD.state IN ('done', 'dropped')"),
    Guard("disposal_item", "INSERT", _LIST.format(row="NEW", what="list.state <> 'proposed'")),
    Guard("disposal_item", "UPDATE", _LIST.format(row="OLD", what=_SETTLED)),
    Guard("disposal_item", "DELETE"),
)
"""What is held or still has its years to run is neither trashed nor given up."""

_PAID = (
    *("number", "direction", "contact_id", "payer", "paid_on", "currency", "amount_minor"),
    *("account_id", "entry_id", "reference", "text", "charges"),
)
_SETTLING = (
    *("payment_id", "invoice_id", "credit_id", "refund_id", "closing", "currency"),
    *("amount_minor", "booked_on", "entry_id"),
)
_ITEM = ("customer_id", "currency", "issued_on", "due_on", "amount_minor")


PAYMENT_GUARDS: tuple[Guard, ...] = (
    Guard("payment", "DELETE"),
    Guard("payment", "UPDATE", f"OLD.state = 'reversed' OR {differs(_PAID)}"),
    Guard("allocation", "DELETE"),
    Guard("allocation", "UPDATE", f"OLD.undone_on IS NOT NULL OR {differs(_SETTLING)}"),
    Guard("open_item", "DELETE"),
    Guard(
        "open_item",
        "UPDATE",
        f"{differs(_ITEM)} OR (NEW.open_minor < 0 AND NEW.amount_minor > 0) "
        "OR (NEW.open_minor > 0 AND NEW.amount_minor < 0) "
        "OR abs(NEW.open_minor) > abs(NEW.amount_minor)",
    ),
    Guard("payment", "UPDATE", "NEW.open_minor NOT BETWEEN 0 AND NEW.amount_minor", "within"),
)
"""What was paid and what it settled stays; nothing is settled twice over."""

_OFFERED = (
    *("number", "revision", "replaces_id", "customer_id", "customer_name", "issued_on"),
    *("valid_until", "currency", "offer", "positions"),
)
QUOTE_GUARDS: tuple[Guard, ...] = (
    Guard("quote", "DELETE"),
    Guard("quote", "UPDATE", f"OLD.state <> 'draft' AND ({differs(_OFFERED)})"),
    Guard("quote", "UPDATE", "NEW.state = 'draft' AND OLD.state <> 'draft'", "backwards"),
)
"""A quote that was sent is never written again: it is decided on, or made anew."""

PLAN_GUARDS: tuple[Guard, ...] = (
    Guard("plan_period", "DELETE"),
    Guard("plan_period", "UPDATE", differs(("plan_id", "begins_on", "ends_on"))),
    Guard("recurring_plan", "DELETE"),
)
"""What was billed of a plan stays billed; only its invoice may be another."""
_REMINDED = (
    *("run_id", "contact_id", "name", "currency", "level", "language", "pay_by"),
    *("principal_minor", "credit_minor", "interest_minor", "fee_minor", "number", "reference"),
    *("document_id", "issued_on"),
)
_OF_REMINDER = (
    "EXISTS (SELECT 1 FROM reminder AS letter WHERE letter.id = {row}.reminder_id "
    "AND letter.number IS NOT NULL)"
)
REMINDER_GUARDS: tuple[Guard, ...] = (
    Guard("reminder", "DELETE", "OLD.number IS NOT NULL"),
    Guard(
        "reminder",
        "UPDATE",
        f"OLD.number IS NOT NULL AND ({differs(_REMINDED)} "
        "OR NEW.state NOT IN ('issued', 'withdrawn') OR OLD.state = 'withdrawn')",
    ),
    Guard("reminder_item", "DELETE", _OF_REMINDER.format(row="OLD")),
    Guard("reminder_item", "UPDATE", _OF_REMINDER.format(row="OLD")),
    *kept("reminder_dispatch"),
)
"""What a reminder claimed stays as it was issued."""

TAX_GUARDS: tuple[Guard, ...] = (
    *kept("invoice_tax"),
    Guard("withholding_certificate", "DELETE"),
    Guard(
        "withholding_certificate",
        "UPDATE",
        "OLD.state = 'voided' OR NEW.number <> OLD.number OR NEW.lines <> OLD.lines "
        "OR NEW.payee <> OLD.payee OR NEW.payer <> OLD.payer OR NEW.tax_minor <> OLD.tax_minor",
        "issued",
    ),
    Guard("tax_code", "DELETE"),
)
"""What was withheld, and what each authority gets, stays as it was."""

_OF_ENDED_COUNT = (
    "EXISTS (SELECT 1 FROM stock_count AS ended WHERE ended.id = {row}.count_id "
    "AND ended.state IN ('posted', 'cancelled'))"
)
COUNT_GUARDS: tuple[Guard, ...] = (
    Guard("stock_count", "DELETE"),
    Guard("stock_count", "UPDATE", "OLD.state IN ('posted', 'cancelled')"),
    Guard("stock_count_line", "DELETE"),
    Guard("stock_count_line", "INSERT", _OF_ENDED_COUNT.format(row="NEW")),
    Guard("stock_count_line", "UPDATE", _OF_ENDED_COUNT.format(row="OLD")),
)
"""What was counted and posted stays as it was counted."""

_ALL: tuple[Guard, ...] = (
    *ERASURE_GUARDS,
    *COUNT_GUARDS,
    *PLAN_GUARDS,
    *PAYMENT_GUARDS,
    *QUOTE_GUARDS,
    *TAX_GUARDS,
    *STOCK_GUARDS,
    *LEAVE_GUARDS,
    *HOURS_GUARDS,
    *REMINDER_GUARDS,
    *DELIVERY_GUARDS,
    *RETENTION_GUARDS,
    *LETTER_GUARDS,
    *MAIL_GUARDS,
    *kept("audit"),
    *kept("audit_record"),
    *kept("day_closing"),
    *kept("archive_file"),
    *kept("document_version"),
    *kept("order_amendment"),
    Guard("document", "DELETE"),
    Guard(
        "document",
        "UPDATE",
        "OLD.is_sealed = 1 AND (NEW.is_sealed = 0 OR NEW.file_id <> OLD.file_id "
        "OR NEW.state = 'trashed')",
        "sealed",
    ),
    Guard(
        "document_version",
        "INSERT",
        "EXISTS (SELECT 1 FROM document AS sealed WHERE sealed.id = NEW.document_id "
        "AND sealed.is_sealed = 1)",
        "sealed",
    ),
    *kept("journal_entry"),
    *kept("journal_posting"),
    *kept("number_taken"),
    *kept("invoice", "OLD.state <> 'draft'"),
    *kept("invoice_layout", "OLD.frozen_of IS NOT NULL"),
    Guard("invoice", "INSERT", "NEW.state = 'issued' AND NEW.number IS NULL", "numbered"),
    Guard("invoice", "UPDATE", "NEW.state = 'issued' AND NEW.number IS NULL", "numbered"),
    Guard("invoice_line", "INSERT", _of_issued("NEW")),
    Guard("invoice_line", "UPDATE", f"{_of_issued('OLD')} OR {_of_issued('NEW')}"),
    Guard("invoice_line", "DELETE", _of_issued("OLD")),
    Guard(
        "journal_posting",
        "INSERT",
        "EXISTS (SELECT 1 FROM journal_entry AS posted WHERE posted.id = NEW.entry_id)",
    ),
    Guard(
        "journal_entry",
        "INSERT",
        f"(SELECT count(*) {_SIDES}) < 2 OR (SELECT sum(side.amount_minor) {_SIDES}) <> 0 "
        f"OR EXISTS (SELECT 1 {_SIDES} AND side.currency <> NEW.currency)",
        "balanced",
    ),
    Guard(
        "number_series",
        "UPDATE",
        "NEW.last NOT IN (OLD.last, OLD.last + 1) OR NEW.last_on < OLD.last_on "
        "OR NEW.start <> OLD.start",
        "rises",
    ),
    Guard(
        "number_taken", "INSERT", f"NEW.position <> (SELECT series.last {_SERIES})", "is_the_last"
    ),
)
_WORDED = (
    *(archive_file, certificate, delivery, disposal_item, document, document_version),
    *(goods_return, invoice, invoice_line, journal_entry, journal_posting, leave_entry),
    *(letter_dispatch, letter_in, letter_out, mail, order_amendment, payment, quote),
    *(recurring_plan, reminder, reminder_dispatch, reminder_item, stock_move, time_entry),
    time_week,
)
_COLUMNS = {one.name: one.columns.keys() for one in _WORDED}
ROW_GUARDS: tuple[Guard, ...] = released(_ALL, _COLUMNS)
"""Every guard; those that keep words let them go while an erasure is ended."""
_CERTIFIED = "EXISTS (SELECT 1 FROM content_disposed AS gone WHERE gone.certificate_id > 0"
CONTENT_GUARDS: tuple[Guard, ...] = (
    Guard("content", "UPDATE"),
    Guard("content", "DELETE", f"NOT {_CERTIFIED} AND gone.content_id = OLD.id)"),
    Guard("content_chunk", "UPDATE"),
    Guard("content_chunk", "DELETE", f"NOT {_CERTIFIED} AND gone.content_id = OLD.content_id)"),
    *kept("content_disposed"),
)
"""Bytes are never changed, and removed only where a certificate names them."""


def post_guards(connection: Connection, guards: Iterable[Guard]) -> None:
    """Create guards in the database."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(_NO_EMPTYING)
    written = {"sqlite": _on_sqlite, "postgresql": _on_postgresql}[connection.dialect.name]
    for guard in guards:
        for statement in written(guard):
            connection.exec_driver_sql(statement)


def withdraw_guards(connection: Connection) -> None:
    """Remove every guard for the rest of a transaction; post them again before its end."""
    for name, table in _posted(connection):
        place = f" ON {table}" if connection.dialect.name == "postgresql" else ""
        connection.exec_driver_sql(f"DROP TRIGGER {name}{place}")


def missing(connection: Connection, guards: Iterable[Guard]) -> tuple[Guard, ...]:
    """Return the guards that are not in the database any more."""
    posted = {name for name, _ in _posted(connection)}
    return tuple(guard for guard in guards if guard.name not in posted)


def _posted(connection: Connection) -> list[tuple[str, str]]:
    found = connection.execute(text(_POSTED[connection.dialect.name]))
    return [(row.name, row.place) for row in found]


def _on_sqlite(guard: Guard) -> tuple[str, ...]:
    trigger = (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.deed} ON {guard.table} "
        f"WHEN {guard.condition} BEGIN SELECT RAISE(ABORT, '{guard.name}'); END"
    )
    return (trigger,)


def _on_postgresql(guard: Guard) -> tuple[str, ...]:
    """Return a function and its trigger; what is kept row by row cannot be emptied either."""
    row = "OLD" if guard.deed == "DELETE" else "NEW"
    function = (
        f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {guard.condition} THEN RAISE EXCEPTION '{guard.name}' USING ERRCODE = '23514'; "
        f"END IF; RETURN {row}; END $$"
    )
    trigger = (
        f"CREATE TRIGGER {guard.name} BEFORE {guard.deed} ON {guard.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {guard.name}()"
    )
    if guard.deed != "DELETE":
        return (function, trigger)
    emptying = (
        f"CREATE TRIGGER {guard.name}_all BEFORE TRUNCATE ON {guard.table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {EMPTYING}()"
    )
    return (function, trigger, emptying)
