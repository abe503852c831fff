"""Years of trade: who is sold what on which day, and the rows that this leaves."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from app.domain.accounting.chart import Account
from app.domain.archive.record import Record
from app.domain.contacts.contact import Contact
from app.domain.invoices.buyers import buyer_of
from app.domain.products.product import Product
from app.domain.shared.codec import plain
from app.domain.shared.ids import RecordId
from app.domain.shared.money import Money
from app.domain.shared.numbering import Series, written
from app.domain.shared.search import SearchItem
from app.formats.packs import pack
from app.storage.archive import archive_file
from app.storage.books import journal_entry, journal_posting
from app.storage.contents import Stored
from app.storage.invoice_tables import invoice, invoice_line, invoice_row, line_rows
from app.storage.numbering import taken
from app.storage.sorting import dictionary_key
from app.storage.unit import Unit
from tests.speed.rows import Rows
from tests.speed.templates import SINCE, Template, Templates
from tests.trade import LUMO

FIRST, LAST = date(2022, 1, 3), date(2026, 3, 9)
STEP = 1 << 34
TABLES = (invoice, invoice_line, journal_entry, journal_posting, archive_file, taken)

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mould:
    """A template as rows whose values are bound, and the words that find it."""

    invoice: Row
    lines: tuple[Row, ...]
    entry: Row
    postings: tuple[Row, ...]
    words: str
    amounts: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class Sale:
    """One invoice of the trade: its place in the order of all, day, customer and number."""

    place: int
    day: date
    customer: Contact
    number: str
    entry_number: str
    mould: Mould

    def id_of(self, kind: int, part: int = 0) -> int:
        """Return an id that rises with the day: 0 invoice, 1 entry, 2 posting, 3 document."""
        morning = datetime.combine(self.day, time(8), tzinfo=UTC)
        return (int(morning.timestamp()) * 1000 << 21) + kind * STEP + self.place * 8 + part


class Trade:
    """Sells over four years; some customers buy often and most of them seldom."""

    def __init__(
        self, contacts: Sequence[Contact], products: Sequence[Product], chart: Sequence[Account]
    ) -> None:
        self._contacts = contacts
        self._chance = Random(3)  # noqa: S311  the same every time
        self._pack = pack(LUMO.country)
        self._templates = Templates(self._pack, chart, {one.id: one for one in products})
        self._moulds: dict[date, tuple[Mould, ...]] = {}
        self._counts = {str(year): 0 for year in range(FIRST.year, LAST.year + 1)}

    def sell(self, unit: Unit, places: range, size: int, paper: Stored) -> None:
        """Write the invoices at these places of the order of all."""
        tables = {table.name: Rows(table, unit.connection) for table in TABLES}
        if not self._moulds:
            self._cast(tables)
        sales = [self._sale(place, size) for place in places]
        rows: dict[str, list[Row]] = {name: [] for name in tables}
        for sale in sales:
            for name, row in _rows(sale, self._pack.reference_of(sale.number)):
                rows[name].append(row)
        filed = tables["archive_file"]
        rows[archive_file.name] = [filed.bound(_record(sale, paper)) for sale in sales]
        for name, table in tables.items():
            table.write(rows[name])
        unit.search.put_many(_findable(sale) for sale in sales)

    def series(self) -> Iterator[Series]:
        """Yield every series as it stands after the last sale so far."""
        for kind in ("invoice", "journal"):
            for year, count in self._counts.items():
                yield Series(kind, year, "", self._pack.series[kind], count)

    def _cast(self, tables: Mapping[str, Rows]) -> None:
        for since in SINCE:
            found = self._templates.of(since, self._contacts[0], self._chance)
            self._moulds[since] = tuple(_mould(one, tables) for one in found)

    def _sale(self, place: int, size: int) -> Sale:
        day = FIRST + timedelta(days=place * ((LAST - FIRST).days + 1) // size)
        year = str(day.year)
        count = self._counts[year] = self._counts[year] + 1
        since = max(since for since in SINCE if since <= day)
        among = self._moulds[since]
        return Sale(
            place=place,
            day=day,
            customer=self._contacts[int(len(self._contacts) * self._chance.random() ** 4)],
            number=written(self._pack.series["invoice"], count, day),
            entry_number=written(self._pack.series["journal"], count, day),
            mould=among[self._chance.randrange(len(among))],
        )


def _mould(template: Template, tables: Mapping[str, Rows]) -> Mould:
    made, entry = template.invoice, template.entry
    head = {
        "journal": entry.journal,
        "amount_minor": sum(max(side.amount.minor, 0) for side in entry.postings),
        "currency": made.currency,
        "booked_on": entry.booked_on,
    }
    blank = {"id": 0, "number": "", "text": "", "source": "", "entry_id": 0}
    postings = (
        head
        | blank
        | {
            "account_id": side.account_id,
            "amount_minor": side.amount.minor,
            "vat": side.vat,
        }
        for side in entry.postings
    )
    return Mould(
        invoice=tables["invoice"].bound(invoice_row(made, template.totals, LUMO.country)),
        lines=tuple(tables["invoice_line"].bound(row) for row in line_rows(made)),
        entry=tables["journal_entry"].bound(head | blank),
        postings=tuple(tables["journal_posting"].bound(row) for row in postings),
        words=" ".join(line.description for line in made.lines),
        amounts=(template.totals.gross, template.totals.net),
    )


def _rows(sale: Sale, reference: str) -> Iterator[tuple[str, Row]]:
    """Yield every row of a sale with the name of its table."""
    day, mould = sale.day.isoformat(), sale.mould
    invoice_id, entry_id, customer = sale.id_of(0), sale.id_of(1), sale.customer.id
    key, buyer = _written_buyer(sale.customer)
    due_on = (sale.day + timedelta(days=14)).isoformat()
    yield (
        "invoice",
        {
            **mould.invoice,
            "id": invoice_id,
            "number": sale.number,
            "reference": reference,
            "customer_id": customer,
            "customer_name": sale.customer.name,
            "customer_key": key,
            "issued_on": day,
            "due_on": due_on,
            "buyer": buyer,
        },
    )
    for line in mould.lines:
        yield "invoice_line", {**line, "invoice_id": invoice_id, "customer_id": customer}
    for place, side in enumerate(mould.postings):
        fresh = {"id": sale.id_of(2, place), "entry_id": entry_id, "booked_on": day}
        yield "journal_posting", {**side, **fresh}
    text, source = f"{sale.number} {sale.customer.name}", f"invoice:{invoice_id}"
    entry = {"id": entry_id, "number": sale.entry_number, "text": text, "source": source}
    yield "journal_entry", {**mould.entry, **entry, "booked_on": day}
    count = int(sale.number[4:])
    same = {"year": day[:4], "branch": "", "position": count, "day": day}
    yield "number_taken", {"kind": "invoice", "number": sale.number, **same}
    yield "number_taken", {"kind": "journal", "number": sale.entry_number, **same}


_buyers: dict[int, tuple[str, str]] = {}


def _written_buyer(customer: Contact) -> tuple[str, str]:
    """Return how a buyer is sorted, and written as JSON."""
    if customer.id not in _buyers:
        buyer = json.dumps(plain(buyer_of(customer)), ensure_ascii=False, sort_keys=True)
        _buyers[customer.id] = dictionary_key(customer.name, LUMO.country), buyer
    return _buyers[customer.id]


def _record(sale: Sale, paper: Stored) -> Row:
    record = Record(
        id=RecordId(sale.id_of(3)),
        name=f"{sale.number}.pdf",
        media_type="application/pdf",
        size=paper.size,
        sha256=paper.sha256,
        source=f"invoice:{sale.id_of(0)}",
        filed_at=datetime.combine(sale.day, time(9), tzinfo=UTC),
        is_sealed=True,
    )
    return {name: getattr(record, name) for name in Record.__slots__}


def _findable(sale: Sale) -> SearchItem:
    return SearchItem(
        kind="invoice",
        entity_id=sale.id_of(0),
        title=sale.number,
        detail=sale.customer.name,
        words=sale.mould.words,
        amounts=sale.mould.amounts,
        day=sale.day,
    )
