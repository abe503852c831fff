"""Giving up: what is closed of a claim without money counts like money that somebody moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from app.domain.admin.approvals import Need, hashed
from app.domain.admin.users import SecondPair
from app.domain.payments.checks import BESIDE_MONEY, is_given_up
from app.domain.payments.payment import Part
from app.domain.shared.codec import plain
from app.domain.shared.ids import InvoiceId
from app.domain.shared.money import Money, total
from app.services.limits import About, Limits
from app.services.office import Desk
from app.services.permissions import Permission
from app.services.second_looks import SecondLooks


class GivingUp:
    """Says at one desk what somebody may give up alone, whichever command closes it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def require(self, moved: Money, parts: Sequence[Part], on: date, about: About) -> None:
        """Raise AboveLimit where money and what is closed beside it are too much for who asks.

        Where the owner asks a second pair for what is cancelled, each loss waits for one.
        """
        beside = tuple(one.amount for one in parts if one.closing in BESIDE_MONEY)
        if amount := total((moved, *beside), moved.currency):
            Limits(self._desk).require(Permission.PAYMENTS_RECORD, amount, about)
        self._look(parts, on)

    def _look(self, parts: Iterable[Part], on: date) -> None:
        store, looks = self._desk.store, SecondLooks(self._desk)
        for part in parts:
            if part.invoice_id is None or part.closing not in BESIDE_MONEY:
                continue
            document = store.invoices.get(part.invoice_id)
            if is_given_up(part, document, on):
                seen = hashed(plain(self._position(part.invoice_id)))
                record = f"invoice:{part.invoice_id}"
                need = Need(SecondPair.CANCEL, record, document.number, seen, part.amount)
                looks.look(need)

    def _position(self, invoice_id: InvoiceId) -> object:
        return self._desk.store.open_items.get_all((invoice_id,)).get(invoice_id)
