"""What a description asks of the language rooms: words, numbers and days in the reader's way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Protocol


class Formats(Protocol):
    """Writes figures and days as the reader's language does."""

    def amount(self, minor: int, currency: str) -> str: ...

    def money(self, minor: int, currency: str) -> str: ...

    def decimal(self, value: Decimal, places: int | None = None) -> str: ...

    def percent(self, value: Decimal) -> str: ...

    def day(self, day: date) -> str: ...
