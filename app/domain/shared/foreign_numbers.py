"""Numbers in tables that others wrote: which mark stands before the decimals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_GROUPED = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(\1\d{3})*")
_PLAIN = re.compile(r"[+-]?\d{1,24}")
_COMMA = re.compile(r"-?[\d\s.]*\d,\d{1,2}")
_POINT = re.compile(r"-?[\d\s,]*\d\.\d{1,2}")


def number_of(text: str, decimal_mark: str) -> Decimal | None:
    """Return a number as offices write it, or none: ``1 234,50``, ``1.234,50``, ``1,234.50``.

    Where one mark could mean thousands or decimals, the mark of the table decides.
    """
    bare = _SPACES.sub("", text).strip("€$£฿%").removesuffix("EUR").replace("−", "-")
    mark = next((sign for sign in reversed(bare) if sign in ".,"), "")
    is_lone = mark != "" and bare.count(mark) == 1
    if _GROUPED.fullmatch(bare) and not (is_lone and mark == decimal_mark):
        whole, part = bare, ""
    elif is_lone:
        whole, _, part = bare.partition(mark)
        if not part.isdecimal():
            return None
    else:
        whole, part = bare, ""
    if not (_PLAIN.fullmatch(whole) or _GROUPED.fullmatch(whole)):
        return None
    return Decimal(f"{whole.replace('.', '').replace(',', '')}.{part}")


def decimal_mark_of(rows: Iterable[Iterable[str]], delimiter: str) -> str:
    """Return the mark before decimals in a table: the one seen most, else a comma beside ``;``."""
    commas = points = 0
    for row in rows:
        for cell in row:
            commas += _COMMA.fullmatch(cell) is not None
            points += _POINT.fullmatch(cell) is not None
    if commas == points:
        return "," if delimiter == ";" else "."
    return "," if commas > points else "."
