"""The same invoice twice: same customer, sum and references within a fortnight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.invoices.invoice import Invoice, Kind, Totals
from app.domain.shared.ids import InvoiceId
from app.domain.shared.problems import Problem, Rule

WITHIN = timedelta(days=14)
LOOKS_LIKE = Rule("invoices.looks-like-another", "number", "day", is_warning=True)


@dataclass(frozen=True, slots=True)
class Sold:
    """What an issued invoice is compared by."""

    invoice_id: InvoiceId
    number: str
    issued_on: date
    gross_minor: int
    currency: str
    your_reference: str
    order_reference: str


def compared_days(draft: Invoice, today: date) -> tuple[date, date]:
    """Return the first and the last day on which another invoice would be the same."""
    day = draft.issued_on or today
    return max(day, date.min + WITHIN) - WITHIN, min(day, date.max - WITHIN) + WITHIN


def alike(draft: Invoice, totals: Totals, issued: Iterable[Sold]) -> Iterator[Problem]:
    """Yield a warning for the newest issued invoice that says the same as a draft.

    A credit note, a reissue or a final invoice repeats another on purpose and is not warned of.
    """
    if draft.kind is Kind.CREDIT_NOTE or draft.origin is not None or not totals.gross.minor:
        return
    wanted = _said(draft.your_reference, draft.order_reference)
    same = [
        one
        for one in issued
        if one.invoice_id != draft.id
        and (one.gross_minor, one.currency) == (totals.gross.minor, draft.currency)
        and _said(one.your_reference, one.order_reference) == wanted
    ]
    if same:
        newest = max(same, key=lambda one: (one.issued_on, one.invoice_id))
        yield LOOKS_LIKE.at("customer_id", number=newest.number, day=newest.issued_on)


def _said(*references: str) -> tuple[str, ...]:
    return tuple(" ".join(one.split()).casefold() for one in references)
