"""The limit of writing: the rows of invoices by the driver alone, as durable as ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from app.domain.accounting.journal import Entry
from app.domain.invoices.invoice import Invoice, State, Totals
from app.domain.invoices.issue import issue
from app.domain.invoices.totals import totals_of
from app.domain.shared.ids import EntryId, InvoiceId, new_id
from app.domain.shared.paging import View
from app.services import invoices
from app.services.office import Office
from app.storage.books import journal_entry, journal_posting
from app.storage.files import Use, open_file
from app.storage.invoice_tables import invoice, invoice_line, invoice_row, line_rows
from tests.builders import TODAY
from tests.speed.rows import Rows
from tests.trade import LUMO

LINES = 5
YEAR = str(TODAY.year)
TAKE = (
    "UPDATE number_series SET last = last + 1, last_on = ?"
    " WHERE kind = ? AND year = ? AND branch = '' RETURNING last"
)
TAKEN = "INSERT INTO number_taken VALUES (?, ?, '', ?, ?, ?)"
ADD = (
    "INSERT INTO account_balance VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
    " debit_minor = debit_minor + excluded.debit_minor,"
    " credit_minor = credit_minor + excluded.credit_minor"
)
ISSUE = "UPDATE invoice SET state = 'issued', number = ?, due_on = ?, version = 2 WHERE id = ?"
_marks = count(1)

Statement = tuple[str, list[tuple[Any, ...]]]
Prepared = tuple[tuple[str, ...], list[Statement]]
"""The numbers to be taken, and statements with their rows."""


@dataclass(frozen=True, slots=True)
class Sold:
    """A draft of five lines with its figures and its entry, to be written again and again."""

    draft: Invoice
    number: str
    totals: Totals
    entry: Entry
    copied_from: InvoiceId

    def fresh(self) -> Sold:
        """Return the same under other ids and another number."""
        number = f"X{next(_marks):09}"
        draft = replace(self.draft, id=InvoiceId(new_id()))
        entry = replace(self.entry, id=EntryId(new_id()), number=number)
        return replace(self, draft=draft, number=number, entry=entry)

    def issued(self) -> Invoice:
        """Return what becomes of the draft."""
        return issue(self.draft, self.number, TODAY, "")


def something_sold(office: Office) -> Sold:
    """Return the newest invoice that has five lines."""
    for row in office.ask(invoices.first, View(only=("issued",)), 200):
        found = office.ask(invoices.get, row.id)
        if len(found.lines) == LINES:
            with office.database.read() as unit:
                entry = unit.ledger.entries_of(f"invoice:{found.id}")[0]
            draft = replace(found, state=State.DRAFT, issued_on=TODAY, number="", reference="")
            entry = replace(entry, booked_on=TODAY)
            return Sold(draft, "", totals_of(found), entry, found.id)
    raise LookupError(LINES)


def prepared(office: Office, batch: Sequence[Sold]) -> Prepared:
    """Return everything that the driver needs to write these, with nothing left to compute."""
    with office.database.read() as unit:
        tables = {
            table.name: Rows(table, unit.connection)
            for table in (invoice, invoice_line, journal_posting, journal_entry)
        }
    rows: dict[str, list[Any]] = {name: [] for name in tables}
    for one in batch:
        rows["invoice"].append(invoice_row(one.draft, one.totals, LUMO.country))
        rows["invoice_line"] += line_rows(one.draft)
        head, sides = _entry_rows(one.entry)
        rows["journal_entry"].append(head)
        rows["journal_posting"] += sides
    bound = [
        (table.statement, table.ordered(map(table.bound, rows[name])))
        for name, table in tables.items()
    ]
    if len(batch) > 1:
        return (), [*bound, (ADD, _sums(batch))]
    marks = [(batch[0].number, TODAY.isoformat(), batch[0].draft.id)]
    return (batch[0].number,), [*bound, (ADD, _sums(batch)), (ISSUE, marks)]


@contextmanager
def raw_connection(office: Office) -> Iterator[Any]:
    """Lend the connection below SQLAlchemy, with the settings of ours."""
    kept = office.database.rows.file
    if kept is None:
        raise TypeError(office)
    connection = open_file(kept.path, kept.key, Use.WRITE, kept.page)
    try:
        yield connection
    finally:
        connection.close()


def written_by_hand(connection: Any, work: Prepared) -> None:
    """Write rows in one transaction."""
    numbers, statements = work
    connection.execute("BEGIN IMMEDIATE")
    for number in numbers:
        for kind in ("invoice", "journal"):
            day = TODAY.isoformat()
            ((last,),) = connection.execute(TAKE, (day, kind, YEAR)).fetchall()
            connection.execute(TAKEN, (kind, YEAR, last, number, day))
    for statement, rows in statements:
        connection.executemany(statement, rows)
    connection.execute("COMMIT")


def _entry_rows(entry: Entry) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    day, currency = entry.booked_on, entry.postings[0].amount.currency
    head = {
        "id": entry.id,
        "number": entry.number,
        "journal": entry.journal,
        "booked_on": day,
        "text": entry.text,
        "amount_minor": sum(max(side.amount.minor, 0) for side in entry.postings),
        "currency": currency,
        "source": entry.source,
    }
    same = {"entry_id": entry.id, "booked_on": day, "currency": currency}
    sides = [
        {
            **same,
            "id": new_id(),
            "account_id": side.account_id,
            "amount_minor": side.amount.minor,
            "text": side.text,
            "vat": side.vat,
        }
        for side in entry.postings
    ]
    return head, sides


def _sums(batch: Sequence[Sold]) -> list[tuple[Any, ...]]:
    sums: defaultdict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    for one in batch:
        for side in one.entry.postings:
            both = sums[side.account_id, side.amount.currency]
            both[side.amount.minor < 0] += abs(side.amount.minor)
    month = TODAY.isoformat()[:7]
    return [(account, month, currency, *both) for (account, currency), both in sums.items()]
