"""Envelopes: the sizes that offices use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Envelope:
    """A size of envelope in tenths of a millimetre; on a large one addresses are larger."""

    code: str
    name: str
    width: int
    height: int
    is_large: bool = False

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        return self.width / 10, self.height / 10


ENVELOPES = (
    Envelope("dl", "DL, 220 × 110 mm", 2200, 1100),
    Envelope("c65", "C6/5, 229 × 114 mm", 2290, 1140),
    Envelope("c5", "C5, 229 × 162 mm", 2290, 1620, is_large=True),
    Envelope("10", "No. 10, 9½ × 4⅛ in", 2413, 1048),
)
AMERICAN = frozenset({"US", "CA"})


def envelope(code: str) -> Envelope | None:
    """Return the envelope of a code, or none."""
    return next((one for one in ENVELOPES if one.code == code), None)


def usual(country: str) -> tuple[Envelope, ...]:
    """Return every envelope, the one that a country uses most first."""
    return tuple(sorted(ENVELOPES, key=lambda one: (one.code == "10") is not (country in AMERICAN)))
