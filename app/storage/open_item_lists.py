"""Lists of open items: now, or as of any day; what was settled before is passed over."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    case,
    func,
    or_,
    select,
    union_all,
)

from app.domain.payments.open_item import (
    OLDEST_ITEMS,
    ItemSort,
    ItemsShown,
    OpenItem,
)
from app.domain.shared.ids import ContactId, InvoiceId
from app.domain.shared.money import Money
from app.domain.shared.paging import View, sort_of, states_of
from app.domain.shared.references import national, rf
from app.storage.invoice_tables import invoice
from app.storage.lists import found_first, found_spine, in_order, ordered, slices, whole
from app.storage.open_items import moved, sign
from app.storage.payment_tables import allocation, open_item
from app.storage.reminder_tables import invoice_standing
from app.storage.sorting import dictionary_key, home_of
from app.storage.types import Rows

_SORTED: dict[ItemSort, ColumnElement[Any]] = {
    ItemSort.DUE_ON: open_item.c.due_on,
    ItemSort.ISSUED_ON: open_item.c.issued_on,
    ItemSort.NUMBER: invoice.c.number,
    ItemSort.CUSTOMER: invoice.c.customer_key,
    ItemSort.OPEN: open_item.c.open_minor,
    ItemSort.AMOUNT: open_item.c.amount_minor,
}
_OF_INVOICE = frozenset({ItemSort.NUMBER, ItemSort.CUSTOMER})
_LINE = (
    open_item.c.invoice_id,
    invoice.c.kind,
    func.coalesce(invoice.c.number, "").label("number"),
    open_item.c.customer_id,
    invoice.c.customer_name,
    open_item.c.issued_on,
    open_item.c.due_on,
    open_item.c.amount_minor,
    open_item.c.currency,
    invoice.c.reference,
    func.coalesce(invoice_standing.c.level, 0).label("level"),
    invoice_standing.c.disputed_on.is_not(None).label("is_disputed"),
    func.coalesce(invoice_standing.c.is_stopped, 0).label("is_stopped"),
)


class OpenItemLists:
    """Reads lists of open items on one open connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def spine(self, view: View, today: date, among: Collection[int] | None = None) -> array[int]:
        """Return what is open in the order of a view; ``among`` keeps only these."""
        wanted = _listed(view, today)
        return found_spine(self._connection, wanted, open_item.c.invoice_id, among)

    def first(
        self, view: View, size: int, today: date, among: Collection[int] | None = None
    ) -> array[int]:
        """Return the first of what is open in the order of a view."""
        wanted = _listed(view, today)
        return found_first(self._connection, wanted, open_item.c.invoice_id, size, among)

    def rows(self, ids: Sequence[int]) -> tuple[OpenItem, ...]:
        """Return these open items as they stand now, in the order asked for."""
        found: dict[int, OpenItem] = {}
        for group in slices(ids):
            wanted = _joined(open_item.c.open_minor).where(open_item.c.invoice_id.in_(group))
            found.update((row.invoice_id, _item(row)) for row in whole(self._connection, wanted))
        return in_order(ids, found)

    def counts(self, today: date) -> Mapping[str, int]:
        """Return how many items are open, and how many of them are overdue."""
        is_open = open_item.c.settled_on.is_(None)
        late = and_(open_item.c.due_on < today, open_item.c.open_minor > 0)
        wanted: Rows = select(func.count(), func.sum(case((late, 1), else_=0))).where(is_open)
        every, overdue = self._connection.execute(wanted).one()
        return {"open": int(every), "overdue": int(overdue or 0)}

    def sums(
        self, view: View, today: date, among: Collection[int] | None = None
    ) -> tuple[Money, ...]:
        """Return what the items of a view leave open together, in each currency."""
        money, left = open_item.c.currency, func.sum(open_item.c.open_minor)
        wanted: Rows = select(money, left).where(*_narrowed(view, today)).group_by(money)
        groups = [None] if among is None else slices(self.spine(view, today, among))
        sums: dict[str, int] = {}
        for group in groups:
            kept = wanted if group is None else wanted.where(open_item.c.invoice_id.in_(group))
            for currency, minor in self._connection.execute(kept):
                sums[currency] = sums.get(currency, 0) + int(minor)
        return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))

    def as_of(self, day: date, contact: ContactId | None = None) -> tuple[OpenItem, ...]:
        """Return what was open at the end of a day, the first due before the others."""
        rows = self._connection.execute(as_of(day, contact))
        return tuple(_item(row) for row in rows if row.open_minor)

    def of_contact(self, contact: ContactId) -> array[int]:
        """Return the documents of a customer that are open, the first due before the others."""
        mine = (open_item.c.customer_id == contact, open_item.c.settled_on.is_(None))
        wanted = select(open_item.c.invoice_id).where(*mine)
        ordered_ = wanted.order_by(open_item.c.due_on, open_item.c.invoice_id)
        return found_spine(self._connection, ordered_, open_item.c.invoice_id, None)

    def named(self, reference: str) -> array[int]:
        """Return the open documents that a reference names, in either form, or their number."""
        wanted = national(reference)
        if not wanted:
            return array("q")
        ours = "".join(reference.split())
        forms = {ours, ours.upper(), wanted, rf(wanted) if wanted.isalnum() else wanted}
        ids = union_all(
            select(invoice.c.id).where(invoice.c.reference.in_(forms)),
            select(invoice.c.id).where(invoice.c.number.in_(forms)),
        )
        key = open_item.c.invoice_id
        found = select(key).where(key.in_(ids), open_item.c.open_minor != 0)
        return found_spine(self._connection, found.distinct(), key, None)

    def payer_named(self, name: str) -> ContactId | None:
        """Return the customer of this name that owes something, if there is but one."""
        key = dictionary_key(name, home_of(self._connection).country)
        wanted = (
            select(open_item.c.customer_id)
            .distinct()
            .join(invoice, invoice.c.id == open_item.c.invoice_id)
            .where(
                invoice.c.customer_key == key,
                open_item.c.settled_on.is_(None),
                open_item.c.customer_id.is_not(None),
            )
            .limit(2)
        )
        found = self._connection.scalars(wanted).all()
        return ContactId(found[0]) if len(found) == 1 and found[0] is not None else None


def as_of(day: date, contact: ContactId | None = None) -> Rows:
    """Return the query of what was open at the end of a day.

    What was settled before is passed over by an index; of the rest the allocations are counted.
    """
    kept = [open_item.c.issued_on <= day]
    if contact is not None:
        kept.append(open_item.c.customer_id == contact)
    ids = union_all(
        select(open_item.c.invoice_id).where(open_item.c.settled_on.is_(None), *kept),
        select(open_item.c.invoice_id).where(open_item.c.settled_on > day, *kept),
    )
    found = open_item.c.invoice_id.in_(ids)
    wanted = _joined(_open_then(day)).where(found)
    return wanted.order_by(open_item.c.due_on, open_item.c.invoice_id)


def _open_then(day: date) -> ColumnElement[int]:
    then = (allocation.c.booked_on <= day, _counted(day))
    settled = moved(allocation.c.invoice_id, *then) + moved(allocation.c.credit_id, *then)
    return open_item.c.amount_minor - sign() * settled


def _counted(day: date) -> ColumnElement[bool]:
    return or_(allocation.c.undone_on.is_(None), allocation.c.undone_on > day)


def _joined(left: ColumnElement[int]) -> Rows:
    return (
        select(*_LINE, left.label("open_minor"))
        .join(invoice, invoice.c.id == open_item.c.invoice_id)
        .outerjoin(invoice_standing, invoice_standing.c.invoice_id == open_item.c.invoice_id)
    )


def _item(row: Row[Any]) -> OpenItem:
    return OpenItem(
        invoice_id=InvoiceId(row.invoice_id),
        kind=row.kind,
        number=row.number,
        contact_id=None if row.customer_id is None else ContactId(row.customer_id),
        customer_name=row.customer_name,
        issued_on=row.issued_on,
        due_on=row.due_on,
        amount=Money(row.amount_minor, row.currency),
        open=Money(int(row.open_minor), row.currency),
        reference=row.reference,
        level=row.level,
        is_disputed=bool(row.is_disputed),
        is_stopped=bool(row.is_stopped),
    )


def _listed(view: View, today: date) -> Select[int]:
    asked = view if view.sort else OLDEST_ITEMS
    sort = sort_of(ItemSort, asked.sort, ItemSort.DUE_ON)
    wanted = select(open_item.c.invoice_id).where(*_narrowed(view, today))
    if sort in _OF_INVOICE:
        wanted = wanted.join(invoice, invoice.c.id == open_item.c.invoice_id)
    return ordered(wanted, _SORTED[sort], open_item.c.invoice_id, asked)


def _narrowed(view: View, today: date) -> tuple[ColumnElement[bool], ...]:
    """Return what holds of the items of a view: they are open, and among what it shows."""
    is_open = open_item.c.settled_on.is_(None)
    shown = states_of(ItemsShown, view.only)
    return (is_open, or_(*(_kept(one, today) for one in shown))) if view.only else (is_open,)


def _kept(shown: ItemsShown, today: date) -> ColumnElement[bool]:
    is_claim = open_item.c.open_minor > 0
    return {
        ItemsShown.OVERDUE: and_(is_claim, open_item.c.due_on < today),
        ItemsShown.NOT_DUE: and_(is_claim, open_item.c.due_on >= today),
        ItemsShown.CREDIT: open_item.c.open_minor < 0,
    }[shown]
