"""What can be done with a quote, by how it stands."""

from __future__ import annotations

from app.domain.quotes.standing import Standing

EVERY = (
    "invoice.open",
    "invoice.copy",
    "invoice.print",
    "invoice.customer",
    "invoice.save",
    "invoice.document",
    "invoice.mail",
    "invoice.issue",
    "invoice.discard",
    "quote.accept",
    "quote.reject",
    "quote.expire",
    "quote.revise",
    "quote.invoice",
    "quote.order",
)
_ANY = frozenset({"invoice.open", "invoice.copy", "invoice.print", "invoice.customer"})
_SENT = _ANY | {"invoice.save", "invoice.document", "invoice.mail"}
_POSSIBLE = {
    Standing.DRAFT: _ANY | {"invoice.issue", "invoice.discard"},
    Standing.OPEN: _SENT | {"quote.accept", "quote.reject", "quote.revise"},
    Standing.RUN_OUT: _SENT | {"quote.accept", "quote.reject", "quote.revise", "quote.expire"},
    Standing.REJECTED: _SENT | {"quote.revise"},
    Standing.EXPIRED: _SENT | {"quote.revise"},
    Standing.ACCEPTED: _SENT | {"quote.invoice", "quote.order"},
    Standing.ORDERED: _SENT | {"quote.invoice", "quote.order"},
    Standing.REPLACED: _SENT,
    Standing.DISCARDED: _ANY,
}


def possible(standing: Standing | None) -> frozenset[str]:
    """Return the names of what can be done with a quote that stands so; nothing without one."""
    return _POSSIBLE[standing] if standing is not None else frozenset()


_READ = ("invoice.save", "invoice.print")
_BUTTONS = {
    Standing.OPEN: ("invoice.mail", "quote.revise", "quote.reject", "quote.accept"),
    Standing.RUN_OUT: ("invoice.print", "quote.expire", "quote.reject", "quote.revise"),
    Standing.REJECTED: (*_READ, "quote.revise"),
    Standing.EXPIRED: (*_READ, "quote.revise"),
    Standing.ACCEPTED: (*_READ, "quote.invoice", "quote.order"),
    Standing.ORDERED: (*_READ, "quote.invoice"),
}


def buttons(standing: Standing) -> tuple[str, ...]:
    """Return the buttons over a quote that stands so, what comes next as the last."""
    return _BUTTONS.get(standing, ("invoice.copy", "invoice.print"))
