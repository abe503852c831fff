"""Reminders: planning a run over a hundred thousand open items, beside reading them at all."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import text

from app.services import reminders
from tests.speed.bench import Figure, Site, bench

UNDO = text(
    "UPDATE allocation SET undone_on = '2026-03-09' WHERE invoice_id IN (SELECT invoice_id"
    " FROM open_item WHERE settled_on IS NOT NULL AND amount_minor > 0"
    " ORDER BY invoice_id DESC LIMIT 100000)"
)
OPEN = text(
    "UPDATE open_item SET open_minor = amount_minor, settled_on = NULL WHERE invoice_id IN"
    " (SELECT invoice_id FROM allocation WHERE undone_on IS NOT NULL)"
)
"""As if so many of the newest had never been paid."""
BARE = text(
    "SELECT o.invoice_id, i.number, o.customer_id, i.customer_name, o.due_on, o.amount_minor,"
    " o.open_minor, i.reference, s.level, s.reminded_on, s.disputed_on, s.is_stopped"
    " FROM open_item o JOIN invoice i ON i.id = o.invoice_id"
    " LEFT JOIN invoice_standing s ON s.invoice_id = o.invoice_id"
    " WHERE o.settled_on IS NULL ORDER BY i.customer_key, o.customer_id, o.due_on"
)


@bench("reminder run", row=4)
def planned(site: Site) -> Iterator[Figure]:
    with site.copied() as office:
        with office.database.write() as unit:
            unit.connection.execute(UNDO)
            unit.connection.execute(OPEN)
            count = unit.open_item_lists.counts(office.clock.today())["open"]

        def ours() -> bool:
            return bool(office.ask(reminders.preview).letters)

        def limit() -> bool:
            with office.database.read() as unit:
                return bool(unit.connection.execute(BARE).all())

        times = site.interleaved(ours, limit, rounds=3)
        yield Figure(f"preview over {count} open items", *times, "raw SQL, bare rows", ratio=12)
