"""Days in texts: of the document and of payment, in the writing of five languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from app.domain.archive.clues.clue import GUESSED, LIKELY, Clue, ClueKind, Page
from app.domain.archive.clues.labels import answers, label

_BUDDHIST = 543
_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_THAI = re.compile("[ก-๛]")
_MONTHS = """
tammikuu=1 tammi=1 januari=1 january=1 januar=1 jan=1 มกราคม=1 ม.ค.=1
helmikuu=2 helmi=2 februari=2 february=2 februar=2 feb=2 กุมภาพันธ์=2 ก.พ.=2
maaliskuu=3 maalis=3 mars=3 march=3 märz=3 mar=3 มีนาคม=3 มี.ค.=3
huhtikuu=4 huhti=4 april=4 apr=4 เมษายน=4 เม.ย.=4
toukokuu=5 touko=5 maj=5 may=5 mai=5 พฤษภาคม=5 พ.ค.=5
kesäkuu=6 kesä=6 juni=6 june=6 jun=6 มิถุนายน=6 มิ.ย.=6
heinäkuu=7 heinä=7 juli=7 july=7 jul=7 กรกฎาคม=7 ก.ค.=7
elokuu=8 elo=8 augusti=8 august=8 aug=8 สิงหาคม=8 ส.ค.=8
syyskuu=9 syys=9 september=9 sep=9 sept=9 กันยายน=9 ก.ย.=9
lokakuu=10 loka=10 oktober=10 october=10 oct=10 okt=10 ตุลาคม=10 ต.ค.=10
marraskuu=11 marras=11 november=11 nov=11 พฤศจิกายน=11 พ.ย.=11
joulukuu=12 joulu=12 december=12 dezember=12 dec=12 dez=12 ธันวาคม=12 ธ.ค.=12
"""
MONTHS = {
    name: int(number)
    for name, _is, number in (pair.partition("=") for pair in _MONTHS.split())
    if number
}
MONTHS |= {f"{name}ta": number for name, number in MONTHS.items() if name.endswith("kuu")}
_NAMES = "|".join(re.escape(name) for name in sorted(MONTHS, key=len, reverse=True))
DAY = re.compile(
    r"(?<![\d.,/-])(?:"
    r"(?P<iso>(?:19|20|25)\d\d-[01]?\d-[0-3]?\d)"
    r"|(?P<plain>[0-3]?\d ?[./-] ?[01]?\d ?[./-] ?(?:(?:19|20|25)\d\d|\d\d))"
    r"|(?P<american>[01]?\d/[0-3]?\d/(?:19|20|25)\d\d)"
    rf"|(?P<named>[0-3]?\d\.? ?(?:{_NAMES})\.?,? ?(?:พ\.ศ\. ?)?(?:19|20|25)\d\d)"
    rf"|(?P<lettered>(?:{_NAMES})\.? [0-3]?\d,? (?:19|20)\d\d)"
    r")(?![\d/-]|[.,]\d)",
    re.IGNORECASE,
)
_TERMS = re.compile(
    r"(?:maksuehto|maksuaika|betalningsvillkor|terms(?: of payment)?|payment terms|เครดิต|"
    r"ชำระภายใน|zahlungsbedingungen|zahlbar (?:innerhalb|binnen)(?: von)?)"
    r"\W{0,4}(?:net )?(?P<days>\d{1,3}) ?(?:pv|päivä|dagar|days|วัน|tage)",
    re.IGNORECASE,
)


def days_in(page: Page, country: str = "") -> Iterator[Clue]:
    """Yield the days of a page that it calls its own or those of payment, and its first day."""
    due = list(_answered(page, ClueKind.DUE, country))
    own = [one for one in _answered(page, ClueKind.DAY, country) if not _is_among(one, due)]
    yield from (*due, *own)
    if not own and (first := _first(page, country, due)):
        own = [first]
        yield first
    if own and not due and (terms := _TERMS.search(page.text)):
        after = date.fromisoformat(own[0].value) + timedelta(int(terms["days"]))
        yield page.clue(ClueKind.DUE, after.isoformat(), terms.span(), LIKELY)


def _answered(page: Page, kind: ClueKind, country: str) -> Iterator[Clue]:
    taken = [found.span() for found in label(ClueKind.DUE).finditer(page.text)]
    for found, sureness in answers(page, kind, DAY):
        if kind is ClueKind.DAY and _belongs_to_another(page, found.start(), taken):
            continue
        if day := read_day(found, country, is_thai=bool(_THAI.search(page.text))):
            yield page.clue(kind, day.isoformat(), found.span(), sureness)


def _belongs_to_another(page: Page, at: int, labels: list[tuple[int, int]]) -> bool:
    """Say whether the label nearest before a day is one of payment, on the same line."""
    before = [start for start, _end in labels if start < at and "\n" not in page.text[start:at]]
    own = [one.start() for one in label(ClueKind.DAY).finditer(page.text, 0, at)]
    return bool(before) and (not own or max(own) <= _end_of(labels, max(before)))


def _end_of(labels: list[tuple[int, int]], start: int) -> int:
    return next(end for begin, end in labels if begin == start)


def _is_among(one: Clue, others: list[Clue]) -> bool:
    return any(one.start == other.start for other in others)


def _first(page: Page, country: str, due: list[Clue]) -> Clue | None:
    taken = {clue.start for clue in due}
    for found in DAY.finditer(page.text):
        day = read_day(found, country, is_thai=bool(_THAI.search(page.text)))
        if day and found.start() not in taken:
            return page.clue(ClueKind.DAY, day.isoformat(), found.span(), GUESSED)
    return None


def read_day(found: re.Match[str], country: str = "", *, is_thai: bool = False) -> date | None:
    """Return the day that was found, or none where no calendar has it."""
    text = found[0]
    if found.lastgroup in ("named", "lettered"):
        month = next(MONTHS[name] for name in _by_length() if name in text.casefold())
        figures = [int(part) for part in re.findall(r"\d+", text)]
        return _day(figures[-1], month, figures[0])
    first, second, third = (int(part) for part in re.findall(r"\d+", text))
    if found.lastgroup == "iso":
        return _day(first, second, third)
    year = _century(third, is_thai=is_thai) if third < 100 else third
    is_american = "/" in text and (country == "US" or second > 12)
    return _day(year, first, second) if is_american else _day(year, second, first)


def _by_length() -> list[str]:
    return sorted(MONTHS, key=len, reverse=True)


def _century(year: int, *, is_thai: bool) -> int:
    return year + 2500 if is_thai and year > 43 else year + 2000


def _day(year: int, month: int, day: int) -> date | None:
    plain = year - _BUDDHIST if year > _LAST_YEAR + 300 else year
    try:
        found = date(plain, month, day)
    except ValueError:
        return None
    return found if _FIRST_YEAR <= plain <= _LAST_YEAR else None
