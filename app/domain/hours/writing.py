"""Hours as they are typed: a figure (8:15, 8,25, 8 h 15) or times of the clock (8-16.30)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time
from decimal import ROUND_HALF_UP, Decimal

from app.domain.hours.measuring import DAY, HOUR, Stretch

_CLOCK = r"(\d{1,2})(?:[.:,h]?(\d{2}))?"
_RANGE = re.compile(rf"{_CLOCK}\s*[-\u2010-\u2015]\s*{_CLOCK}(?:\s*/\s*(\d{{1,3}}))?")
_HOURS = re.compile(r"(\d{1,2})\s*(?::|h)\s*(\d{2})?\s*(?:min)?")
_FIGURE = re.compile(r"(\d{1,2})(?:([.,])(\d{1,4}))?\s*h?")
MOST_RANGES = 8


@dataclass(frozen=True, slots=True)
class Written:
    """What was typed of a day: times of the clock, or only how many minutes."""

    stretches: tuple[Stretch, ...] = ()
    minutes: int = 0


def read_hours(text: str, decimal_mark: str) -> Written | None:
    """Return what was typed, or None where it cannot be read; an empty text is no hours.

    A point is read as the language writes decimals: 8.15 is 8 h 9 min in English, and 8.15 on the
    clock, 8 h 15 min, where the decimal mark is a comma. A figure behind a slash is a pause.
    """
    tidy = text.strip().casefold()
    if not tidy:
        return Written()
    stretches = _ranges(tidy)
    if stretches is not None:
        return Written(stretches)
    minutes = _figure(tidy, decimal_mark)
    return None if minutes is None or minutes > DAY else Written(minutes=minutes)


def read_time(text: str) -> time | None:
    """Return a time of the clock (16.30, 16:30, 1630 or 16), or None where it cannot be read."""
    match = re.fullmatch(_CLOCK, text.strip())
    return _time(match[1], match[2]) if match else None


def stretch_of(minutes: int, begins: time, pause: int = 0) -> Stretch:
    """Return the times of the clock of so many minutes of work from a time on."""
    ended = (begins.hour * HOUR + begins.minute + minutes + pause) % DAY
    return Stretch(begins, time(ended // HOUR, ended % HOUR), pause)


def written_of(stretches: tuple[Stretch, ...]) -> str:
    """Return times of the clock as one types them."""
    return " ".join(
        f"{one.began:%H:%M}-{one.ended:%H:%M}" + (f"/{one.pause}" if one.pause else "")
        for one in stretches
    )


def _ranges(text: str) -> tuple[Stretch, ...] | None:
    found: list[Stretch] = []
    rest = text
    while rest:
        match = _RANGE.match(rest)
        if match is None or len(found) == MOST_RANGES:
            return None
        began, ended = _time(match[1], match[2]), _time(match[3], match[4])
        if began is None or ended is None:
            return None
        found.append(Stretch(began, ended, int(match[5] or 0)))
        rest = rest[match.end() :].lstrip(" ;+&\t")
    return tuple(found)


def _time(hours: str, minutes: str | None) -> time | None:
    whole, part = int(hours), int(minutes or 0)
    if (whole, part) == (24, 0):
        whole = 0
    return time(whole, part) if whole < 24 and part < HOUR else None


def _figure(text: str, decimal_mark: str) -> int | None:
    if match := _HOURS.fullmatch(text):
        return _counted(int(match[1]), int(match[2] or 0))
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    if match[2] == "." and decimal_mark != ".":
        return _counted(int(match[1]), int(match[3])) if len(match[3]) == 2 else None
    hours = Decimal(f"{int(match[1])}.{int(match[3] or 0):0{len(match[3] or '0')}}")
    return int((hours * HOUR).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _counted(hours: int, minutes: int) -> int | None:
    return hours * HOUR + minutes if minutes < HOUR else None
