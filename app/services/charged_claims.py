"""What of the claims of reminders is paid: interest and fees that came with a payment."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.payments.claims import spread
from app.domain.payments.payment import Charge, ChargeKind, NewPayment
from app.domain.reminders.standing import InvoiceStanding
from app.domain.shared.ids import InvoiceId
from app.services.office import Desk

_CLAIMED = frozenset({ChargeKind.INTEREST, ChargeKind.FEE})


class ChargedClaims:
    """Notes at one desk what of interest and fees was paid, and what is owed again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def spread(self, new: NewPayment) -> tuple[Charge, ...]:
        """Return the charges of a payment, each of the invoice whose reminder claimed it.

        Those of the documents that it settles come first.
        """
        is_open = any(one.kind in _CLAIMED and one.invoice_id is None for one in new.charges)
        if not is_open or new.contact_id is None:
            return new.charges
        claims = self._desk.store.standings.claims((new.contact_id,))
        first = [one.invoice_id for one in new.parts if one.invoice_id in claims]
        order = dict.fromkeys((*first, *claims))
        return spread(new.charges, {one: claims[one] for one in order if one is not None})

    def take(self, charges: Iterable[Charge]) -> None:
        """Note that claims were paid."""
        self._move(charges, 1)

    def give_back(self, charges: Iterable[Charge]) -> None:
        """Note that what was paid of claims was taken back: it is owed again."""
        self._move(charges, -1)

    def _move(self, charges: Iterable[Charge], sign: int) -> None:
        sums: dict[InvoiceId, dict[ChargeKind, int]] = {}
        for one in charges:
            if one.invoice_id is not None and one.kind in _CLAIMED:
                mine = sums.setdefault(one.invoice_id, dict.fromkeys(_CLAIMED, 0))
                mine[one.kind] += sign * one.amount.minor
        before = self._desk.store.standings.get_all(tuple(sums))
        moved = []
        for invoice_id, paid in sums.items():
            now = before.get(invoice_id, InvoiceStanding(invoice_id))
            moved.append((now, now.paid(paid[ChargeKind.INTEREST], paid[ChargeKind.FEE])))
        self._desk.store.standings.save(moved)
