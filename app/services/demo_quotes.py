"""The sample company's quotes: some wait, some were decided on, and one is still written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from app.domain.invoices.draft import Draft
from app.domain.quotes.quote import Choice, Position, QuoteDraft
from app.domain.shared.ids import QuoteId
from app.services import quotes
from app.services.office import Office

Story = Mapping[str, Any]


def tell_quote(office: Office, content: Draft, one: Story) -> None:
    """Write a quote of a story, send it if it has a day, and let become of it what is told."""
    choices = (Choice(choice) for choice in one.get("choices", ()))
    positions = tuple(Position(choice) for choice in choices)
    if "days_ago" not in one:
        office.do(quotes.draft, QuoteDraft(content, positions))
        return
    today = office.clock.today()
    until = today + timedelta(days=one["valid_days"])
    day = today - timedelta(days=one["days_ago"])
    dated = replace(content, issued_on=day, delivered_on=None)
    draft = office.do(quotes.draft, QuoteDraft(dated, positions, until)).result
    sent = office.do(quotes.send, draft.id).result
    _become(office, sent.id, one)


def _become(office: Office, quote_id: QuoteId, one: Story) -> None:
    match one.get("becomes", "open"):
        case "accepted":
            office.do(quotes.accept, quote_id, tuple(one.get("chosen", ())))
        case "rejected":
            office.do(quotes.reject, quote_id, one.get("reason", ""))
