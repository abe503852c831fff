"""Stationery: the firm's own sheets under and after its letters, and the custom they follow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class On(Enum):
    """Which pages of a letter a sheet lies under.

    The pages of the sheet go with those of the letter, and its last one with all that follow;
    alternating ones begin again from the first.
    """

    FIRST = "first"
    ALL = "all"
    ALTERNATING = "alternating"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Stationery:
    """The company's stationery; audited, one row.

    ``sheet``, ``watermark`` and ``terms`` are the SHA-256 of stored contents (PDF, PNG, JPEG; the
    terms a PDF) or empty. A sheet ``has_head`` where it shows the sender itself, so that letters
    do not write it again. ``layout`` names a letter custom or is empty for the country's own.
    """

    version: int = 1
    sheet: str = ""
    sheet_on: On = On.ALL
    watermark: str = ""
    watermark_on: On = On.ALL
    terms: str = ""
    has_head: bool = False
    layout: str = ""


PLAIN = Stationery()


def page_under(on: On, page: int, pages: int, sheets: int) -> int | None:
    """Return which page of a sheet (from 0) lies under a page of the letter, or none."""
    if not sheets:
        return None
    if on is On.ALTERNATING:
        return page % sheets
    if on is On.ALL:
        return min(page, sheets - 1)
    is_under = page == 0 if on is On.FIRST else page == pages - 1
    return 0 if is_under else None
