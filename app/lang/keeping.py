"""Why something is kept, in one sentence: the class, the country's years, the last day, the law."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.lang.formats import Formats
from app.lang.texts import Say


class Kept(NamedTuple):
    """A class of records in the reader's language, and how its years run.

    ``begun_on`` and ``until`` are none while the clock waits for its event, or for ever.
    """

    name: str
    country: str
    years: int
    is_for_good: bool
    begun_on: date | None
    until: date | None
    law: str


def kept_because(kept: Kept, say: Say, formats: Formats) -> str:
    """Return ``Voucher, DE 8 years from the end of 2026: until 31.12.2034, AO § 147 (3)``."""
    if kept.is_for_good:
        said = say("{name}: kept for good", name=kept.name)
    elif kept.begun_on is None or kept.until is None:
        said = say.many(
            "{name}, {country} {n} year from its event, which is not known yet",
            "{name}, {country} {n} years from its event, which is not known yet",
            kept.years,
            name=kept.name,
            country=kept.country,
        )
    else:
        begun, until = _begun(kept.begun_on, say, formats), formats.day(kept.until)
        said = say.many(
            "{name}, {country} {n} year from {begun}: until {until}",
            "{name}, {country} {n} years from {begun}: until {until}",
            kept.years,
            name=kept.name,
            country=kept.country,
            begun=begun,
            until=until,
        )
    return ", ".join(part for part in (said, kept.law) if part)


def _begun(day: date, say: Say, formats: Formats) -> str:
    """Return from when years count: the end of a year, or a day."""
    if (day.month, day.day) != (12, 31):
        return formats.day(day)
    return say("the end of {year}", year=formats.year(day))
