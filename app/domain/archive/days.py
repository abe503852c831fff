"""Days as people write them in a question: ``yesterday``, ``viime kuussa``, ``3.2026``."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_BUDDHIST = 543
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2})")
_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Days:
    """The days from the first to the last, both included."""

    first: date
    last: date


def days(text: str, today: date) -> Days | None:
    """Return the days that a text means, or none; years may be those of the Buddhist era."""
    said = " ".join(text.casefold().replace("-", " ").split())
    if named := _NAMED.get(said):
        return named(today)
    return _written(text.strip().rstrip("."))


def _written(text: str) -> Days | None:
    if found := _DAY.fullmatch(text):
        day, month, year = (found[1], found[2], found[3]) if found[3] else found.group(6, 5, 4)
        return _day(int(year), int(month), int(day))
    if found := _MONTH.fullmatch(text):
        month, year = (found[1], found[2]) if found[2] else (found[4], found[3])
        return _month(_christian(int(year)), int(month))
    if _YEAR.fullmatch(text):
        return _year(_christian(int(text)))
    return None


def _christian(year: int) -> int:
    return year - _BUDDHIST if year >= _FIRST_YEAR + _BUDDHIST else year


def _day(year: int, month: int, day: int) -> Days | None:
    try:
        found = date(_christian(year), month, day)
    except ValueError:
        return None
    return Days(found, found)


def _month(year: int, month: int) -> Days | None:
    if not (1 <= month <= 12 and _FIRST_YEAR <= year <= _LAST_YEAR):
        return None
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _year(year: int) -> Days | None:
    is_one = _FIRST_YEAR <= year <= _LAST_YEAR
    return Days(date(year, 1, 1), date(year, 12, 31)) if is_one else None


def _one_day(back: int) -> Callable[[date], Days]:
    return lambda today: Days(today - timedelta(back), today - timedelta(back))


def _week(back: int) -> Callable[[date], Days]:
    def of(today: date) -> Days:
        monday = today - timedelta(today.weekday() + 7 * back)
        return Days(monday, monday + timedelta(6))

    return of


def _months(back: int) -> Callable[[date], Days]:
    def of(today: date) -> Days:
        months = today.year * 12 + today.month - 1 - back
        year, month = divmod(months, 12)
        return Days(date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]))

    return of


def _years(back: int) -> Callable[[date], Days]:
    return lambda today: Days(date(today.year - back, 1, 1), date(today.year - back, 12, 31))


_NAMES: tuple[tuple[Callable[[date], Days], tuple[str, ...]], ...] = (
    (_one_day(0), ("today", "tänään", "วันนี้")),
    (_one_day(1), ("yesterday", "eilen", "เมื่อวาน", "เมื่อวานนี้")),
    (_week(0), ("this week", "tällä viikolla", "tämä viikko", "สัปดาห์นี้", "อาทิตย์นี้")),
    (_week(1), ("last week", "viime viikolla", "viime viikko", "สัปดาห์ที่แล้ว", "อาทิตย์ที่แล้ว")),
    (_months(0), ("this month", "tässä kuussa", "tämä kuukausi", "tässä kuukaudessa", "เดือนนี้")),
    (_months(1), ("last month", "viime kuussa", "viime kuukausi", "viime kuukaudessa")),
    (_months(1), ("เดือนที่แล้ว", "เดือนก่อน")),
    (_years(0), ("this year", "tänä vuonna", "tämä vuosi", "ปีนี้")),
    (_years(1), ("last year", "viime vuonna", "viime vuosi", "ปีที่แล้ว", "ปีก่อน")),
)
_NAMED = {name: of for of, names in _NAMES for name in names}
MOST_WORDS = max(name.count(" ") + 1 for name in _NAMED)
"""Of how many words the longest name of days is."""
