"""Quotes: what is offered to a customer, for how long, and what became of it."""

from __future__ import annotations
