"""The quotes of the window: list, card, editor, and what a clerk does with them."""

from __future__ import annotations
