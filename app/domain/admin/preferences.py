"""Preferences: how this machine shows Backdesk to whoever sits at it; no business rule here."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

LOOKS = ("system", "light", "dark", "contrast")
DENSITIES = ("compact", "normal", "comfortable")
LANGUAGES = ("", "en", "fi", "th")
TEXT_SIZES = (80, 300)
MOST_RECENT = 8
MOST_OFF = 150
"""A printer is not off by more tenths of a millimetre; then its tray is set wrong."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """Where the window stood; of no size when it was never shown."""

    x: int = 0
    y: int = 0
    width: int = 0
    height: int = 0
    is_maximised: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a clerk chose for the window, and how it was left.

    ``language`` is empty as long as the system's is followed; ``recent`` are the paths of offices
    opened last, newest first; ``columns`` are, per list, the columns in order with their widths
    (``number:120``, hidden ones with ``-`` before); ``session`` is, per office, the module and
    the records that were open (``invoices``, ``invoice:17``). ``without_page`` hides the page
    beside the form of an invoice, ``without_card`` the card beside their list. ``views`` are
    saved views of lists (``contacts/Overdue``) that an older version kept here: the next office
    that is opened takes them over, each as the lines of a ``SavedView``. With
    ``reads_documents`` the text of what was taken in is read while the clerk rests; ``told`` are
    the hints that were told once.
    With ``checks_spelling`` words that no dictionary knows are underlined; ``words`` are those that
    the clerk says are right.
    ``print_right`` and ``print_down`` are by how many tenths of a millimetre labels and envelopes
    are drawn aside on the printer of this machine, as its calibration page says.
    """

    language: str = ""
    look: str = "system"
    density: str = "normal"
    text_size: int = 100
    is_still: bool = False
    is_narrow: bool = False
    without_page: bool = False
    without_card: bool = False
    reads_documents: bool = True
    checks_spelling: bool = True
    print_right: int = 0
    print_down: int = 0
    geometry: Geometry = Geometry()
    recent: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    columns: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    session: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    views: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)

    def opened(self, path: str) -> Preferences:
        """Return these preferences with an office first among the recent ones."""
        others = tuple(one for one in self.recent if one != path)
        return dataclasses.replace(self, recent=(path, *others)[:MOST_RECENT])

    def checked(self) -> Preferences:
        """Return these preferences with every value that is out of range put to its default."""
        default = Preferences()
        low, high = TEXT_SIZES
        return dataclasses.replace(
            self,
            language=self.language if self.language in LANGUAGES else default.language,
            look=self.look if self.look in LOOKS else default.look,
            density=self.density if self.density in DENSITIES else default.density,
            text_size=min(max(self.text_size, low), high),
            print_right=min(max(self.print_right, -MOST_OFF), MOST_OFF),
            print_down=min(max(self.print_down, -MOST_OFF), MOST_OFF),
        )


def tenths(mm: Decimal | None) -> int:
    """Return millimetres as whole tenths, within what a printer can be off by."""
    return min(max(int((mm or Decimal(0)) * 10), -MOST_OFF), MOST_OFF)
