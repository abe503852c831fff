"""The orders of the window: the queue, the card of an order, and what a clerk does with them."""

from __future__ import annotations
