"""The glance: what a window shows first of an office, read by the driver alone.

SQLAlchemy takes longer to load than the window to show its first list, so the list does not wait
for it. What is read here is what the stores would answer; a test holds both against each other.
"""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from typing import Any

from app.domain.admin.company import Company
from app.domain.invoices.invoice import InvoiceRow, Kind, State
from app.domain.shared.codec import parsed
from app.domain.shared.ids import InvoiceId
from app.domain.shared.refusals import NotFound
from app.storage.files import File, named_faults

_COMPANY = "SELECT facts FROM company WHERE id = 1"
_INVOICES = """
SELECT id, state, coalesce(number, ''), customer_name, invoice.issued_on, invoice.due_on,
       invoice.currency, net_minor, gross_minor, reference, open_minor,
       kind
  FROM invoice LEFT JOIN open_item ON invoice_id = id
 WHERE id NOT IN (SELECT id FROM invoice WHERE state = ?)
 ORDER BY invoice.issued_on DESC NULLS FIRST, id DESC
 LIMIT ?
"""


def company_and_newest(file: File, size: int) -> tuple[Company, tuple[InvoiceRow, ...]]:
    """Return the company and the first rows of the list of invoices; raises NotFound."""
    with named_faults(file=file.path.name), closing(file.open()) as connection:
        connection.execute("BEGIN")
        facts = connection.execute(_COMPANY).fetchone()
        found = connection.execute(_INVOICES, (State.DISCARDED.value, size)).fetchall()
    if facts is None:
        raise NotFound(record="company")
    company: Company = parsed(Company, json.loads(facts[0]))
    return company, tuple(_row(*row) for row in found)


def _row(*found: Any) -> InvoiceRow:
    record, state, number, customer, issued_on, due_on, *figures, kind = found
    is_credit = kind == Kind.CREDIT_NOTE.value
    values: tuple[Any, ...] = (number, customer, _day(issued_on), _day(due_on), *figures, is_credit)
    return InvoiceRow(InvoiceId(record), State(state), *values)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
