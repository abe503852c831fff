"""Days as a clerk types them: dates in every usual form, steps from today and single keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = 40
BUDDHIST_SINCE = 2400
"""A year above this is counted from the Buddha: 2569 is 2026."""
BUDDHIST_OFFSET = 543
FARTHEST_STEP = 99_999

_DIGITS = str.maketrans({chr(0x0E50 + digit): str(digit) for digit in range(10)})
_THAI_KEYS = str.maketrans("ะท้ัพไา", "tmhyrwk")
"""The same keys of the keyboard when it is switched to Thai (Kedmanee)."""
_STEP = re.compile(r"([-+−])\s*([0-9]*)")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_PART = re.compile(r"[0-9]+|[^\W\d_](?:[^\W\d_]|[\u0e31-\u0e4e.])*")
_ERA = re.compile(r"พ\.?\s?ศ\.?|ค\.?\s?ศ\.?")
_ENGLISH = (
    ("january",),
    ("february",),
    ("march",),
    ("april",),
    ("may",),
    ("june",),
    ("july",),
    ("august",),
    ("september",),
    ("october",),
    ("november",),
    ("december",),
)


@dataclass(frozen=True, slots=True)
class Habits:
    """How a language writes days: order of the parts, names of months, first day of the week."""

    order: str
    months: tuple[tuple[str, ...], ...]
    first_weekday: int
    year_offset: int


def day_in(text: str, today: date, habits: Habits) -> date | None:
    """Return the day that is meant, or None where there is no such day."""
    plain = text.translate(_DIGITS).strip().lower()
    if not plain or len(plain) > LONGEST:
        return None
    try:
        return _read(plain, today, habits)
    except (ValueError, OverflowError):
        return None


def _read(text: str, today: date, habits: Habits) -> date | None:
    if len(text) == 1 and text not in "+-−":
        return _by_key(text.translate(_THAI_KEYS), today, habits.first_weekday)
    if step := _STEP.fullmatch(text):
        days = int(step[2] or 1)
        return today + timedelta(days if step[1] == "+" else -days) if _near(days) else None
    if iso := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
        return date(_common(year), month, day)
    if text.isdecimal():
        return _in_a_row(text, today, habits)
    return _in_parts(text, today, habits)


def _near(days: int) -> bool:
    return days <= FARTHEST_STEP


def _by_key(key: str, today: date, first_weekday: int) -> date | None:
    """QuickBooks' keys: Today; first and last of Month, Year, Week (mntH, yeaR, weeK)."""
    week = today - timedelta((today.weekday() - first_weekday) % 7)
    next_month = (today.replace(day=28) + timedelta(4)).replace(day=1)
    return {
        "t": today,
        "m": today.replace(day=1),
        "h": next_month - timedelta(1),
        "y": today.replace(month=1, day=1),
        "r": today.replace(month=12, day=31),
        "w": week,
        "k": week + timedelta(6),
    }.get(key)


def _in_a_row(digits: str, today: date, habits: Habits) -> date | None:
    """Read ``0304``, ``030426`` and ``03042026`` in the order of the language, or ``20260403``."""
    if len(digits) not in {4, 6, 8}:
        return None
    year_width = len(digits) - 4
    order = [part for part in habits.order if part != "y" or year_width]
    found, rest = {}, digits
    for part in order:
        width = year_width if part == "y" else 2
        found[part], rest = rest[:width], rest[width:]
    day = _made(found, today, habits)
    if day is None and len(digits) == 8:
        return _made({"y": digits[:4], "m": digits[4:6], "d": digits[6:]}, today, habits)
    return day


def _in_parts(text: str, today: date, habits: Habits) -> date | None:
    """Read a date with separators or with the name of its month.

    Where dates are written year first, 3/4 and 3.4 still mean the third of April.
    """
    bare = _ERA.sub(" ", text)
    parts = _PART.findall(bare)
    if not 2 <= len(parts) <= 3 or re.search(r"[^\w\s.,/\u0e31-\u0e4e-]", bare):
        return None
    names = [part for part in parts if not part.isdecimal()]
    if not names:
        order = "dmy" if habits.order == "ymd" and "-" not in bare else habits.order
        return _made(_placed(parts, order), today, habits)
    numbers = [part for part in parts if part.isdecimal()]
    month = _month(names[0], habits.months)
    if len(names) != 1 or month is None or not numbers:
        return None
    is_year_first = len(numbers) == 2 and len(numbers[0]) == 4
    keys = "yd" if is_year_first else "dy"
    return _made({"m": str(month), **dict(zip(keys, numbers, strict=False))}, today, habits)


def _placed(parts: Sequence[str], order: str) -> dict[str, str]:
    """Give numbers their meaning; four digits in front are a year in every language."""
    if len(parts) == 2:
        order = order.replace("y", "")
    elif len(parts[0]) == 4:
        order = "ymd"
    elif len(parts[2]) == 4:
        order = order.replace("y", "") + "y"
    return dict(zip(order, parts, strict=True))


def _month(name: str, months: Sequence[Sequence[str]]) -> int | None:
    """Return the month of a name or of its first three letters; a dot at its end is no matter.

    English names are read everywhere, so a beginning that means two months is none: ``mar`` is
    March to some and marraskuu, November, to a Finn.
    """
    wanted = name.rstrip(".")
    exact = {m for m, names in enumerate(months, 1) if wanted in (n.rstrip(".") for n in names)}
    begun = _begun(wanted, months) | _begun(wanted, _ENGLISH)
    found = exact or begun
    return found.pop() if len(found) == 1 else None


def _begun(name: str, months: Sequence[Sequence[str]]) -> set[int]:
    if len(name) < 3:
        return set()
    return {m for m, names in enumerate(months, 1) if any(n.startswith(name) for n in names)}


def _made(parts: dict[str, str], today: date, habits: Habits) -> date | None:
    try:
        year = _year(parts["y"], today, habits) if "y" in parts else today.year
        return date(year, int(parts["m"]), int(parts["d"]))
    except ValueError:
        return None


def _year(digits: str, today: date, habits: Habits) -> int:
    """Return the common year; of two digits the century is the one nearest to today."""
    year = int(digits)
    if len(digits) == 4:
        return _common(year)
    if len(digits) != 2:
        raise ValueError(digits)
    offsets = {0, habits.year_offset}
    centuries = [c - offset for c in (1900, 2000, 2100, 2400, 2500, 2600) for offset in offsets]
    nearest = min(centuries, key=lambda century: abs(century + year - today.year))
    return nearest + year


def _common(year: int) -> int:
    """Return the year of the common era; years that no office writes are refused."""
    common = year - BUDDHIST_OFFSET if year > BUDDHIST_SINCE else year
    if not 1800 <= common <= 2300:
        raise ValueError(year)
    return common
