"""Writing: one invoice, a thousand, and an import, beside the same rows in raw SQL."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator
from dataclasses import replace

from app.domain.invoices.invoice import Invoice
from app.domain.shared.ids import InvoiceId
from app.domain.shared.references import viitenumero
from app.services import invoices
from app.services.office import Office
from app.services.papers import Outfit, pdf_of
from tests.builders import TODAY
from tests.speed.bench import Figure, Site, bench
from tests.speed.raw import (
    Sold,
    prepared,
    raw_connection,
    something_sold,
    written_by_hand,
)
from tests.trade import LUMO

IMPORTED = 5000
MANY = 200


@bench("one invoice", row=2)
def one_invoice(site: Site) -> Iterator[Figure]:
    with site.copied() as office:
        sold = something_sold(office)
        ours = iter([sold.fresh() for _ in range(site.rounds)])
        theirs = iter([prepared(office, (sold.fresh(),)) for _ in range(site.rounds)])
        with raw_connection(office) as raw:
            times = site.interleaved(
                lambda: _written(office, next(ours)), lambda: written_by_hand(raw, next(theirs))
            )
        yield Figure("rows and postings", *times, "raw SQL", ratio=3)
        drafts = iter(_drafts(office, sold, site.rounds))
        whole = site.alone(lambda: office.do(invoices.issue, next(drafts)))
        yield Figure("issue with PDF, archive, audit", whole[len(whole) // 2], times[1], at_most=40)
        yield Figure("the slowest of them", whole[-1], times[1], "raw SQL of its rows")


@bench("import", row=3)
def imported(site: Site) -> Iterator[Figure]:
    rounds = 3
    with site.copied() as office:
        sold = something_sold(office)
        batches = [[sold.fresh() for _ in range(IMPORTED)] for _ in range(2 * rounds)]
        ours = iter(batches[:rounds])
        theirs = iter([prepared(office, batch) for batch in batches[rounds:]])
        with raw_connection(office) as raw:
            times = site.interleaved(
                lambda: _all_written(office, next(ours)),
                lambda: written_by_hand(raw, next(theirs)),
                rounds=rounds,
            )
        what = f"{IMPORTED:,} invoices with their entries"
        yield Figure(what, *times, "raw SQL, executemany", ratio=3)
        yield Figure("which is a second", IMPORTED / times[0] * 1000, None, unit="/s")


@bench("issue many", row=2)
def issued_many(site: Site) -> Iterator[Figure]:
    with site.copied() as office:
        sold = something_sold(office).fresh()
        drafts = _drafts(office, sold, MANY)
        before, began = _peak(), time.perf_counter()
        office.do(invoices.issue_many, drafts)
        each = (time.perf_counter() - began) * 1000 / MANY
        page = site.alone(lambda: pdf_of(_page(sold), sold.totals, Outfit(LUMO)))
        floor = page[len(page) // 2]
        yield Figure(f"each of {MANY} in one command", each, floor, "its page alone", ratio=3)
        yield Figure("memory for all of them", _peak() - before, None, unit="MB", at_most=100)


def _page(sold: Sold) -> Invoice:
    """Return an invoice that was never printed, with a reference of its own."""
    issued = sold.fresh().issued()
    return replace(issued, reference=viitenumero(issued.number))


def _written(office: Office, sold: Sold) -> None:
    with office.database.write() as unit:
        unit.invoices.add_all(((sold.draft, sold.totals),))
        unit.numbers.take("invoice", TODAY, str(TODAY.year))
        unit.invoices.save(sold.draft, sold.issued(), sold.totals)
        unit.numbers.take("journal", TODAY, str(TODAY.year))
        unit.ledger.post_all((sold.entry,))


def _all_written(office: Office, batch: list[Sold]) -> None:
    with office.database.write() as unit:
        for at in range(0, len(batch), 1000):
            part = batch[at : at + 1000]
            unit.invoices.add_all([(one.draft, one.totals) for one in part])
            unit.ledger.post_all([one.entry for one in part])


def _drafts(office: Office, sold: Sold, wanted: int) -> tuple[InvoiceId, ...]:
    """Return copies of an invoice of five lines."""
    return tuple(office.do(invoices.copy, sold.copied_from).result.id for _ in range(wanted))


def _peak() -> float:
    """Return the most memory this process has used so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
