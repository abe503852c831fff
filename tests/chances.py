"""How many examples a test plays: in CI a quarter, the same ones every time; elsewhere all."""

from __future__ import annotations

import os

FEWEST = 2
PART = 4


def few(many: int) -> int:
    """Return how many of so many examples are played here."""
    return max(FEWEST, many // PART) if "CI" in os.environ else many
