"""Deliveries in the window: planned, picked, packed, sent and proven."""

from __future__ import annotations
