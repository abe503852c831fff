"""Eight clerks at one office on one computer, each at the pace of a quick person."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from app.domain.shared.ids import InvoiceId
from app.services import invoices
from app.services.office import Office
from tests.faults.table import Row
from tests.faults.trade_works import issued_in
from tests.faults.work import closing, created, judged_at
from tests.faults.workers import Site
from tests.trade import drafted, opened_books

FAULT = "eight clerks"
CLERKS = 8
PAUSE = 0.8
"""So many seconds lie between two invoices of one clerk, more or less."""


def paced(where: Site, each: int, only: str = "") -> Iterator[Row]:
    """Let eight clerks issue so many invoices each, and tell how long one takes."""
    if only not in "issue":
        return
    place, began = where.root / "paced", time.monotonic()
    place.mkdir()
    with closing(created(place)) as office:
        opened_books(office)
        drafts = [drafted(office).id for _ in range(CLERKS * each)]
        together, took = Barrier(CLERKS), list[float]()
        with ThreadPoolExecutor(CLERKS) as clerks:
            parts = [drafts[at::CLERKS] for at in range(CLERKS)]
            for times in clerks.map(lambda mine: _issue(office, mine, together), parts):
                took += times
    verdict = judged_at(place, (), issued_in)
    took.sort()
    note = (
        f"p50 {took[len(took) // 2] * 1000:.0f} ms, p99 {took[len(took) * 99 // 100] * 1000:.0f} ms"
    )
    row = Row(FAULT, "issue", len(took), half=verdict.half, chain=verdict.chain)
    yield Row(FAULT, row.work, row.runs, 0, row.half, row.chain, 0, time.monotonic() - began, note)


def _issue(office: Office, drafts: list[InvoiceId], together: Barrier) -> list[float]:
    """Issue drafts one after the other with a pause between, and return what each took."""
    chance, took = random.Random(drafts[0]), []  # noqa: S311  the same pauses every time
    together.wait()
    for draft in drafts:
        time.sleep(chance.uniform(0.5, 1.5) * PAUSE)
        began = time.monotonic()
        office.do(invoices.issue, draft)
        took.append(time.monotonic() - began)
    return took
