"""Claims: what stops a reminder of an invoice, and what starts it again; nothing is booked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.domain.reminders.run import DAY_TO_COME
from app.domain.reminders.standing import InvoiceStanding
from app.domain.shared.ids import InvoiceId
from app.domain.shared.refusals import Invalid, NotFound, Refusal
from app.services.office import Desk
from app.services.permissions import Permission, command, query


class NotAClaim(Refusal):
    """Only what is still owed on an issued invoice can be disputed, stopped or collected."""

    code = "reminders.not-a-claim"


@query(Permission.REMINDERS_READ)
def standing(desk: Desk, invoice_id: InvoiceId) -> InvoiceStanding:
    """Return how an invoice stands with reminders."""
    return desk.store.standings.get(invoice_id)


@command(Permission.REMINDERS_ISSUE)
def dispute(
    desk: Desk, invoice_ids: tuple[InvoiceId, ...], reason: str, on: date | None = None
) -> tuple[InvoiceStanding, ...]:
    """Note that a customer disputes invoices: no reminder tells of them until they are resumed.

    Raises Invalid without a reason or for a day to come, NotAClaim.
    """
    day = on or desk.today
    if day > desk.today:
        raise Invalid((DAY_TO_COME.at("on", day=day),))
    return _moved(desk, invoice_ids, lambda one: one.disputed(reason, day))


@command(Permission.REMINDERS_ISSUE)
def stop(desk: Desk, invoice_ids: tuple[InvoiceId, ...]) -> tuple[InvoiceStanding, ...]:
    """Remind of invoices no more until they are resumed; raises NotAClaim."""
    return _moved(desk, invoice_ids, InvoiceStanding.stopped)


@command(Permission.REMINDERS_ISSUE)
def resume(desk: Desk, invoice_ids: tuple[InvoiceId, ...]) -> tuple[InvoiceStanding, ...]:
    """Remind of invoices again that were disputed or stopped, from the level at which they were.

    Raises NothingStopped, NotAClaim.
    """
    return _moved(desk, invoice_ids, InvoiceStanding.resumed)


@command(Permission.REMINDERS_ISSUE)
def collect(desk: Desk, invoice_ids: tuple[InvoiceId, ...]) -> tuple[InvoiceStanding, ...]:
    """Note that claims were handed over to collection after their last reminder.

    Raises NotYetCollected, InCollection, NotAClaim.
    """
    return _moved(desk, invoice_ids, lambda one: one.collected(desk.today))


@command(Permission.REMINDERS_ISSUE)
def take_back(desk: Desk, invoice_ids: tuple[InvoiceId, ...]) -> tuple[InvoiceStanding, ...]:
    """Note that claims came back from collection; raises NotAClaim."""
    return _moved(desk, invoice_ids, InvoiceStanding.returned)


@command(Permission.REMINDERS_ISSUE)
def restore(desk: Desk, wanted: tuple[InvoiceStanding, ...]) -> tuple[InvoiceStanding, ...]:
    """Put dispute, stop and collection of invoices back as they were; claims stay as they are.

    Raises NotFound for an invoice that was never disputed, stopped or reminded of.
    """
    before = desk.store.standings.get_all([one.invoice_id for one in wanted])
    moved = []
    for one in wanted:
        now = before.get(one.invoice_id)
        if now is None:
            raise NotFound(record="invoice", id=one.invoice_id)
        moved.append((now, now.as_stopped(one)))
    desk.store.standings.save(moved)
    return tuple(now for now, _after in moved)


def _moved(
    desk: Desk,
    invoice_ids: tuple[InvoiceId, ...],
    move: Callable[[InvoiceStanding], InvoiceStanding],
) -> tuple[InvoiceStanding, ...]:
    """Move how invoices stand, and return how they stood before."""
    positions = desk.store.open_items.get_all(invoice_ids)
    standings = desk.store.standings.get_all(invoice_ids)
    moved = []
    for one in dict.fromkeys(invoice_ids):
        position = positions.get(one)
        if position is None or position.open_minor <= 0:
            raise NotAClaim(number=desk.store.invoices.get(one).number)
        before = standings.get(one, InvoiceStanding(one))
        moved.append((before, move(before)))
    desk.store.standings.save(moved)
    return tuple(before for before, _after in moved)
