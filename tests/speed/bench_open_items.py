"""Open items: what is open now and was open on a day, however many invoices were settled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import text

from app.domain.shared.paging import View
from app.services import open_items
from tests.speed.bench import Figure, Site, bench

DAYS = {"as of yesterday": date(2026, 3, 9), "as of a day two years ago": date(2024, 3, 9)}
BARE = text(
    "SELECT o.invoice_id, o.amount_minor - coalesce((SELECT sum(a.amount_minor) FROM allocation a"
    " WHERE a.invoice_id = o.invoice_id AND a.booked_on <= :day), 0)"
    " FROM open_item o JOIN invoice i ON i.id = o.invoice_id"
    " WHERE o.issued_on <= :day AND (o.settled_on IS NULL OR o.settled_on > :day)"
)


@bench("open items", row=4)
def listed(site: Site) -> Iterator[Figure]:
    for what, day in DAYS.items():

        def ours(day: date = day) -> int:
            return sum(item.open.minor for item in site.office.ask(open_items.as_of, day))

        def limit(day: date = day) -> int:
            with site.office.database.read() as unit:
                rows = unit.connection.execute(BARE, {"day": day.isoformat()}).all()
                return sum(row[1] for row in rows)

        yield Figure(what, *site.interleaved(ours, limit, rounds=5), "raw SQL, bare rows", ratio=6)
    view = View()
    first = site.alone(lambda: site.office.ask(open_items.first, view, 200))
    yield Figure("first 200, the first due on top", first[len(first) // 2], None, at_most=50)
