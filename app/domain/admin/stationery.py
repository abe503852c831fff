"""Stationery: the firm's own sheets under and after its letters, and the custom they follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from app.domain.shared.problems import Problem, Rule


class On(Enum):
    """Which pages of a letter a sheet lies under.

    The pages of the sheet go with those of the letter, and its last one with all that follow;
    alternating ones begin again from the first.
    """

    FIRST = "first"
    ALL = "all"
    ALTERNATING = "alternating"
    LAST = "last"


class Part(Enum):
    """What of the stationery is stored as a file."""

    SHEET = "sheet"
    WATERMARK = "watermark"
    TERMS = "terms"


@dataclass(frozen=True, slots=True)
class Stationery:
    """The company's stationery; audited, one row.

    ``sheet``, ``watermark`` and ``terms`` are the SHA-256 of stored contents (PDF, PNG, JPEG; the
    terms a PDF) or empty. A sheet ``has_head`` where it shows the sender itself, so that letters
    do not write it again; it takes ``top_mm`` at the head of later pages and ``foot_mm`` at the
    foot of every page. ``layout`` names a letter custom or is empty for the country's own.
    """

    version: int = 1
    sheet: str = ""
    sheet_on: On = On.ALL
    watermark: str = ""
    watermark_on: On = On.ALL
    terms: str = ""
    has_head: bool = False
    top_mm: int = 0
    foot_mm: int = 0
    layout: str = ""

    @property
    def files(self) -> Mapping[Part, str]:
        """The SHA-256 of what is stored for each part, or an empty text."""
        return {Part.SHEET: self.sheet, Part.WATERMARK: self.watermark, Part.TERMS: self.terms}

    def with_files(self, files: Mapping[Part, str]) -> Stationery:
        """Return this stationery with other files; a part that is not named keeps its own."""
        own = {**self.files, **files}
        return replace(
            self,
            sheet=own[Part.SHEET],
            watermark=own[Part.WATERMARK],
            terms=own[Part.TERMS],
        )


MOST_PAGES = {Part.SHEET: 4, Part.WATERMARK: 2, Part.TERMS: 20}
MOST_MM = 80

LAYOUTS = ("sfs2487", "din5008", "din5008a", "us", "th")
"""The letter customs that can be chosen, by name."""

UNKNOWN_LAYOUT = Rule("stationery.unknown-layout", "layout")
ROOM_OUT_OF_RANGE = Rule("stationery.room-out-of-range", "mm", "most")

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


def check(stationery: Stationery) -> tuple[Problem, ...]:
    """Return what is wrong with a stationery: room that leaves a letter too little, no custom."""
    rooms = {"top_mm": stationery.top_mm, "foot_mm": stationery.foot_mm}
    unknown = stationery.layout not in {"", *LAYOUTS}
    return (
        *(
            ROOM_OUT_OF_RANGE.at(field, mm=room, most=MOST_MM)
            for field, room in rooms.items()
            if not 0 <= room <= MOST_MM
        ),
        *([UNKNOWN_LAYOUT.at("layout", layout=stationery.layout)] if unknown else ()),
    )
