"""Rates at one desk: by which rate an amount of another currency is booked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property

from app.domain.accounting.exchange import RATE_MISSING, Exchange, check_rate, holds_on
from app.domain.invoices.invoice import Invoice, Kind
from app.domain.shared.problems import Problem
from app.services.office import Desk


class Rates:
    """Looks up, at one desk, what other currencies are in the company's."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def home(self) -> str:
        """The currency of the books."""
        return self._desk.store.company.currency()

    def on(self, currency: str, day: date) -> Exchange | None:
        """Return the rate that holds on a day; None where none is known."""
        found = self._desk.store.exchange_rates.last(currency, day)
        return found.exchange if found is not None and holds_on(found, day) else None

    def by(self, currency: str, day: date, written: Decimal | None) -> Exchange | None:
        """Return the rate that was written for a deed, else the one that holds on its day."""
        if currency == self.home:
            return None
        return Exchange(written, day, "") if written is not None else self.on(currency, day)

    def frozen(self, draft: Invoice) -> Invoice:
        """Return a draft with the rate that it is issued by, where it needs one."""
        if draft.currency == self.home:
            return replace(draft, exchange=None) if draft.exchange else draft
        if draft.exchange is not None:
            return draft
        day = draft.issued_on or self._desk.today
        return replace(draft, exchange=self.on(draft.currency, day))

    def problems_of(self, draft: Invoice) -> Iterator[Problem]:
        """Yield that no rate is known, or what is wrong with the one that was written."""
        exchange = self.frozen(draft).exchange
        if exchange is not None:
            yield from (replace(one, field="exchange") for one in check_rate(exchange.rate))
        elif draft.currency != self.home and not self._is_older(draft):
            day = draft.issued_on or self._desk.today
            yield RATE_MISSING.at("exchange", currency=draft.currency, day=day)

    def _is_older(self, draft: Invoice) -> bool:
        """Say whether a credit note is on an invoice from before rates were frozen."""
        if draft.kind is not Kind.CREDIT_NOTE or draft.origin is None:
            return False
        return self._desk.store.invoices.get(draft.origin.invoice_id).exchange is None
