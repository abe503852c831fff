"""The list of all invoices: its first rows, its whole order, a block, a jump, a sort, a filter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sized
from functools import partial
from random import Random

from app.domain.shared.ids import InvoiceId
from app.domain.shared.paging import View
from app.services import invoices
from tests.speed.bench import Figure, Site, bench

FIRST_ROWS = 200
BLOCK = 100
JUMPS = 200
NEWEST = "SELECT id FROM invoice ORDER BY issued_on DESC, id DESC"
ROW = (
    "id, state, number, customer_name, issued_on, due_on, currency, net_minor, gross_minor,"
    " reference"
)
SORTS = {
    "sorted by number": ("number", "SELECT id FROM invoice ORDER BY number, id"),
    "sorted by customer": ("customer", "SELECT id FROM invoice ORDER BY customer_key, id"),
    "sorted by amount": ("gross", "SELECT id FROM invoice ORDER BY gross_minor, id"),
}


@bench("invoice list", row=4)
def invoice_list(site: Site) -> Iterator[Figure]:
    page = f"SELECT {ROW} FROM invoice ORDER BY issued_on DESC, id DESC LIMIT {FIRST_ROWS}"  # noqa: S608  our own names
    first = partial(_count, lambda: site.office.ask(invoices.first, View(), FIRST_ROWS))
    yield Figure(
        "first rows", *site.interleaved(first, partial(_raw, site, page)), "keyset", at_most=50
    )
    everything = partial(_count, lambda: site.office.ask(invoices.spine, View()))
    times = site.interleaved(everything, partial(_raw, site, NEWEST), rounds=5)
    yield Figure("whole order of ids", *times, "ids by raw SQL", ratio=1.5, at_most=600)
    for what, (sort, statement) in SORTS.items():
        ours = partial(_count, partial(site.office.ask, invoices.spine, View(sort=sort)))
        times = site.interleaved(ours, partial(_raw, site, statement), rounds=3)
        yield Figure(what, *times, "ids by raw SQL", ratio=1.5)


@bench("invoice list rows", row=4)
def invoice_rows(site: Site) -> Iterator[Figure]:
    ids = site.office.ask(invoices.spine, View())
    chance = Random(5)  # noqa: S311  the same jumps every time
    starts = [chance.randrange(max(1, len(ids) - BLOCK)) for _ in range(JUMPS)]
    wanted = iter(starts * 2)

    def block() -> int:
        at = next(wanted)
        asked = tuple(InvoiceId(one) for one in ids[at : at + BLOCK])
        return len(site.office.ask(invoices.rows, asked))

    times = site.alone(block, rounds=JUMPS)
    yield Figure(f"jump to {BLOCK} rows, median", times[len(times) // 2], None, at_most=16)
    yield Figure(f"jump to {BLOCK} rows, p99", times[int(len(times) * 0.99) - 1], None, at_most=25)


@bench("invoice list filter", row=4)
def invoice_filter(site: Site) -> Iterator[Figure]:
    some = site.office.ask(invoices.first, View(), 1)[0]
    questions = {"a number": some.number, "an amount": f"{some.gross_minor / 100:.2f}"}
    questions["a common word"] = "Lumo"
    for what, words in questions.items():
        ours: Callable[[], object] = partial(
            site.office.ask, invoices.first, View(words=words), FIRST_ROWS
        )
        times = site.alone(ours)
        yield Figure(f"first rows for {what}", times[len(times) // 2], None, at_most=100)


def _count(ask: Callable[[], Sized]) -> int:
    return len(ask())


def _raw(site: Site, statement: str) -> int:
    with site.office.database.read() as unit:
        return len(unit.connection.exec_driver_sql(statement).all())
