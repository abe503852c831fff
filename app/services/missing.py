"""Missing: bookings without voucher, suppliers without contract, invoices without paper."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.archive.gaps import Gap, Gaps
from app.services.office import Desk
from app.services.permissions import Permission, query
from app.services.registering import Register
from app.storage.gaps import Asked

MOST_SHOWN = 200
NEEDED = {
    Gap.VOUCHER: Permission.ACCOUNTING_READ,
    Gap.CONTRACT: Permission.CONTACTS_READ,
    Gap.PAPER: Permission.INVOICES_READ,
}
"""What somebody must be allowed to read to be told of each sort."""


@query(Permission.ARCHIVE_READ)
def gaps(desk: Desk, most: int = MOST_SHOWN) -> Gaps:
    """Return what is missing of each sort that the asker may read, and the first of each.

    A document that the asker may not see is not there for him: it fills no gap.
    """
    found = desk.store.gaps
    sorts = tuple(_readable(desk))
    asked = Asked(desk.today, Register(desk).hidden)
    counts = {gap.value: found.count(gap, asked) for gap in sorts}
    size = max(0, min(most, MOST_SHOWN))
    first = tuple(one for gap in sorts for one in found.first(gap, asked, size))
    return Gaps(counts, first)


def _readable(desk: Desk) -> Iterator[Gap]:
    for gap, permission in NEEDED.items():
        if permission in desk.who.role.permissions:
            yield gap
