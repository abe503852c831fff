"""Offices of any size, made once and kept: the same invoices every time, never all in memory."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from zlib import crc32

from app.domain.contacts.address import Address
from app.domain.contacts.contact import Contact, Role
from app.domain.contacts.findable import findable as findable_contact
from app.domain.invoices.totals import totals_of
from app.domain.products.findable import findable as findable_product
from app.domain.products.product import Product
from app.domain.shared.ids import ContactId, ProductId
from app.domain.shared.numbering import Series
from app.domain.shared.quantities import UnitPrice
from app.formats.packs import pack
from app.services.papers import Outfit, pdf_of
from app.storage.archive import archive_file
from app.storage.books import journal_entry, journal_posting
from app.storage.database import Database
from app.storage.guards import ROW_GUARDS, post_guards, withdraw_guards
from app.storage.invoice_tables import invoice, invoice_line
from app.storage.numbering import series
from app.storage.offices import create_office, open_office
from app.storage.types import metadata
from app.storage.unit import Unit
from tests.builders import a_contact, a_product, journey_6
from tests.speed import names
from tests.speed.settled import settle_most
from tests.speed.trade import Trade
from tests.trade import LUMO

KEPT = Path(__file__).resolve().parents[2] / ".work" / "speed"
SHAPE = 3
"""Counts up when the offices made here change, so that old ones are made anew."""
LAST = date(2026, 3, 9)
BATCH = 5000
AT = datetime(2022, 1, 3, 8, tzinfo=UTC)
FIRST_CONTACT, FIRST_PRODUCT, FIRST_ACCOUNT = 1 << 40, 2 << 40, 3 << 40
BIG = (invoice, invoice_line, journal_entry, journal_posting, archive_file)

Told = Callable[[str], None]


def kept_office(size: int, told: Told) -> Path:
    """Return the folder of an office with so many invoices; made when it is asked for first."""
    folder = KEPT / f"{size}-{SHAPE}-{schema()}" / "Speed.backdesk"
    if not folder.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        began = time.perf_counter()
        with TemporaryDirectory(dir=KEPT, prefix=f"{size}-making-") as making:
            make_office(Path(making) / "Speed.backdesk", size)
            Path(making).rename(folder.parent)
            Path(making).mkdir()
        told(f"made an office of {size:,} invoices in {time.perf_counter() - began:.0f} s")
    return folder


def schema() -> str:
    """Return a sign of the tables and indexes of now: with others, old offices are no use."""
    said = [
        f"{table.name} {column.name} {column.type!r}"
        for table in metadata.sorted_tables
        for column in table.columns
    ]
    said += [str(index.name) for table in metadata.sorted_tables for index in table.indexes]
    return f"{crc32(' '.join(sorted(said)).encode()):08x}"


def make_office(folder: Path, size: int) -> None:
    """Make an office of Lumo & Suoni with so many issued invoices over four years."""
    database = create_office(folder)
    with database.write() as unit:
        unit.company.add(LUMO)
    parties = some_contacts(max(20, min(50_000, size // 20)))
    products = some_products(max(20, min(5_000, size // 100)))
    _write_masters(database, parties, products)
    _write_invoices(database, parties, products, size)
    database.close()
    open_office(folder).close()


def some_contacts(count: int) -> tuple[Contact, ...]:
    """Return customers with names in three languages."""
    chance = Random(1)  # noqa: S311  the same every time
    made = []
    for number in range(count):
        postcode, town = names.TOWNS[chance.randrange(len(names.TOWNS))]
        street = f"Hämeenkatu {chance.randrange(1, 200)}"
        contact = a_contact(names.firm(chance, number), Role.CUSTOMER, number=str(1001 + number))
        made.append(
            replace(
                contact,
                id=ContactId(FIRST_CONTACT + number),
                addresses=(Address(street, "", postcode, town, "", "FI"),),
            )
        )
    return tuple(made)


def some_products(count: int) -> tuple[Product, ...]:
    """Return products at three rates."""
    chance = Random(2)  # noqa: S311  the same every time
    return tuple(
        a_product(
            f"P{number:05}",
            names.goods(chance, number),
            id=ProductId(FIRST_PRODUCT + number),
            vat=("standard", "standard", "reduced", "low")[number % 4],
            price=UnitPrice(Decimal(chance.randrange(100, 50_000)).scaleb(-2)),
        )
        for number in range(count)
    )


def _write_masters(
    database: Database, contacts: tuple[Contact, ...], products: tuple[Product, ...]
) -> None:
    with database.write() as unit:
        accounts = iter(range(FIRST_ACCOUNT, FIRST_ACCOUNT + 10_000))
        unit.ledger.add_account(*pack(LUMO.country).chart(lambda: next(accounts)))
        for at in range(0, len(contacts), BATCH):
            unit.contacts.add_all(contacts[at : at + BATCH], AT)
        unit.products.add_all(products, AT)
        unit.search.put_many(findable_contact(one, AT.date()) for one in contacts)
        unit.search.put_many(findable_product(one, "fi", AT.date()) for one in products)


def _write_invoices(
    database: Database, contacts: tuple[Contact, ...], products: tuple[Product, ...], size: int
) -> None:
    """Write invoices in batches, without guards and indices, which come back at the end."""
    with database.write() as unit:
        withdraw_guards(unit.connection)
        for table in BIG:
            for index in table.indexes:
                index.drop(unit.connection)
        paper = unit.contents.put((a_page(),))
        trade = Trade(contacts, products, unit.ledger.accounts())
        for one in trade.series():
            unit.numbers.open(one)
    for first in range(0, size, BATCH):
        with database.write() as unit:
            trade.sell(unit, range(first, min(first + BATCH, size)), size, paper)
    with database.write() as unit:
        for one in trade.series():
            _count_on(unit, one)
        for table in BIG:
            for index in sorted(table.indexes, key=lambda one: str(one.name)):
                index.create(unit.connection)
        unit.balances.rebuild()
        settle_most(unit)
        post_guards(unit.connection, ROW_GUARDS)


def _count_on(unit: Unit, counted: Series) -> None:
    """Let a series stand where its numbers end."""
    same = (series.c.kind == counted.kind, series.c.year == counted.year)
    values = {"last": counted.last, "last_on": LAST if counted.year == str(LAST.year) else None}
    unit.connection.execute(series.update().where(*same).values(values))


def a_page() -> bytes:
    """Return a page of an invoice; every invoice made here has this one."""
    draft = journey_6()
    return pdf_of(draft, totals_of(draft), Outfit(LUMO))
