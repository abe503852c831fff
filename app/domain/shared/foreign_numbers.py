"""Numbers in tables that others wrote: which mark stands before the decimals."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

_SPACES = re.compile(r"[\s\u00a0\u202f'’]")
_GROUPED = re.compile(r"[+-]?\d{1,3}([.,])\d{3}(\1\d{3})*")
_COMMA = re.compile(r"-?[\d\s.]*\d,\d{1,2}")
_POINT = re.compile(r"-?[\d\s,]*\d\.\d{1,2}")


def number_of(text: str, decimal_mark: str) -> Decimal | None:
    """Return a number as offices write it, or none: ``1 234,50``, ``1.234,50``, ``1,234.50``.

    Where one mark could mean thousands or decimals, the mark of the table decides.
    """
    bare = _SPACES.sub("", text).strip("€$£฿%").removesuffix("EUR").replace("−", "-")
    last = max(bare.rfind("."), bare.rfind(","))
    if last >= 0:
        marks = {sign for sign in bare if sign in ".,"}
        is_group = len(marks) == 1 and _GROUPED.fullmatch(bare) and bare[last] != decimal_mark
        whole, part = (bare, "") if is_group else (bare[:last], bare[last + 1 :])
        bare = re.sub(r"[.,]", "", whole) + (f".{part}" if part else "")
    return Decimal(bare) if re.fullmatch(r"[+-]?\d{1,30}(\.\d{1,12})?", bare) else None


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
