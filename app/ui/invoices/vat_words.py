"""VAT codes as a clerk says them: by the beginning of their rate or of their name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.shared.vat import VatCode
from app.lang.formats import Formats


@dataclass(frozen=True, slots=True)
class VatWords:
    """Finds and writes the VAT codes of a country in the language of the window."""

    codes: Mapping[str, VatCode]
    formats: Formats
    today: date

    def find(self, words: str) -> str:
        """Return the code that is meant, or nothing."""
        asked = words.strip().casefold()
        if not asked or asked in self.codes:
            return asked
        return next((code for code in self.codes if self.begins(code, asked)), "")

    def begins(self, code: str, words: str) -> bool:
        """Say whether the rate or the name of a code begins with these words."""
        if self.codes[code].is_archived:
            return False
        asked = words.strip().casefold()
        digits = asked.removesuffix("%").rstrip().replace(".", ",")
        rate = self.rate(code)
        shown = f"{rate.normalize():f}".replace(".", ",") if rate is not None else ""
        return shown.startswith(digits) or self.name(code).casefold().startswith(asked)

    def name(self, code: str) -> str:
        """Return the name of a code."""
        return self.codes[code].name_in(self.formats.language)

    def rate(self, code: str) -> Decimal | None:
        """Return the rate of a code today; None for one that is unknown or has none yet."""
        periods = self.codes[code].rates if code in self.codes else ()
        held = [period.rate for period in periods if period.since <= self.today]
        return held[-1] if held else None

    def text(self, code: str, rate: Decimal | None = None) -> str:
        """Write a code as its rate, today's unless given; one without tax also by its name."""
        known = self.rate(code) if rate is None else rate
        if known is None:
            return code
        shown = self.formats.percent(known.normalize() if known else known)
        return shown if known or code not in self.codes else f"{shown} {self.name(code)}"
