"""Suits: what a design wears on paper – its type scale, its colours, its rules and spaces."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from app.documents.look import Look
from app.documents.model import RowKind, Tone
from app.documents.pdf.fonts import Style
from app.documents.pdf.pens import ACCENT, HAIRLINE, INK, PALE, QUIET, WHITE, Colour, Pen
from app.domain.invoices.designs import Design, parts_of, readable

KEPT_SUITS = 32
WASHED = 0.93
"""How much of a wash is white."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The pens of running matter: paragraphs, labels, headings, sums."""

    text: Pen
    strong: Pen
    label: Pen
    small: Pen
    heading: Pen
    total: Pen

    def of(self, tone: Tone) -> Pen:
        """Return the pen of a tone."""
        if tone is Tone.QUIET:
            return self.small
        return self.strong if tone is Tone.STRONG else self.text


@dataclass(frozen=True, slots=True)
class Heads:
    """The head of the first page.

    With a ``flag`` a short bar of the accent stands over a sender without a logo; with a ``panel``
    the facts stand on a wash of the accent.
    """

    title: Pen
    name: Pen
    by_logo: Pen
    lines: Pen
    flag: bool = False
    panel: bool = False


@dataclass(frozen=True, slots=True)
class Tabled:
    """Tables: ``pad`` is the space over and under a line, ``weight`` that of the rule under a row.

    On a ``band`` the head stands white on the accent and reaches ``bleed`` beyond the column;
    ``striped`` rows have every other one on a wash instead of rules.
    """

    cell: Pen
    sums: Pen
    head: Pen
    carried: Pen
    pad: float
    head_pad: float
    gutters: tuple[float, ...]
    weight: float
    before: float
    bleed: float = 0.0
    band: Colour | None = None
    striped: Colour | None = None
    dark: Colour = INK

    def of(self, kind: RowKind) -> Pen:
        """Return the pen of a kind of row."""
        return self.cell if kind in (RowKind.ENTRY, RowKind.NOTE) else self.sums


@dataclass(frozen=True, slots=True)
class Suit:
    """All that a document wears; ``space`` stands above a block, ``boxed`` sums on the accent.

    ``minor`` tables, which stand beside something, are quieter where a band would shout.
    """

    texts: Texts
    heads: Heads
    tables: Tabled
    foot: Pen
    space: float
    accent: Colour = ACCENT
    wash: Colour = PALE
    boxed: bool = False
    minor: Tabled | None = None
    foot_rule: Colour = HAIRLINE


CLASSIC = Suit(
    texts=Texts(
        text=Pen(),
        strong=Pen(Style.BOLD),
        label=Pen(size=8.5, colour=QUIET),
        small=Pen(size=8.5, colour=QUIET),
        heading=Pen(Style.BOLD, 12, ACCENT),
        total=Pen(Style.BOLD, 12, INK),
    ),
    heads=Heads(
        title=Pen(Style.BOLD, 19, ACCENT),
        name=Pen(Style.BOLD, 12.5, INK),
        by_logo=Pen(Style.BOLD, 9.5, INK),
        lines=Pen(size=8.5, colour=QUIET),
    ),
    tables=Tabled(
        cell=Pen(size=9),
        sums=Pen(Style.BOLD, 9),
        head=Pen(size=8, colour=QUIET),
        carried=Pen(Style.ITALIC, 8.5, QUIET),
        pad=2.6,
        head_pad=2.6,
        gutters=(16.0, 13.0, 9.0),
        weight=0.4,
        before=14.0,
    ),
    foot=Pen(size=7.5, colour=QUIET),
    space=12.0,
)


@lru_cache(KEPT_SUITS)
def suit_of(look: Look) -> Suit:
    """Return what a look wears; a pale accent is darkened until it can be read."""
    accent = colour_of(readable(look.accent)) if look.accent else ACCENT
    match look.design:
        case Design.CLASSIC:
            return _classic(accent)
        case Design.MODERN:
            return _modern(accent)
        case Design.COMPACT:
            return _compact(accent)


def colour_of(text: str) -> Colour:
    """Return a colour of six hexadecimal digits as pens use it."""
    red, green, blue = (round(part, 4) for part in parts_of(text))
    return Colour(red, green, blue)


def washed(colour: Colour) -> Colour:
    """Return a colour so pale that texts stand on it as on paper."""
    parts = (colour.red, colour.green, colour.blue)
    red, green, blue = (round(part + (1 - part) * WASHED, 4) for part in parts)
    return Colour(red, green, blue)


def _classic(accent: Colour) -> Suit:
    if accent is ACCENT:
        return CLASSIC
    texts = replace(CLASSIC.texts, heading=replace(CLASSIC.texts.heading, colour=accent))
    heads = replace(CLASSIC.heads, title=replace(CLASSIC.heads.title, colour=accent))
    return replace(CLASSIC, texts=texts, heads=heads, accent=accent)


def _modern(accent: Colour) -> Suit:
    wash = washed(accent)
    return Suit(
        texts=replace(
            CLASSIC.texts,
            heading=Pen(Style.BOLD, 12.5, accent),
            total=Pen(Style.BOLD, 13, WHITE),
        ),
        heads=Heads(
            title=Pen(Style.BOLD, 25, accent, 1.16),
            name=Pen(Style.BOLD, 14, INK),
            by_logo=Pen(Style.BOLD, 10, INK),
            lines=CLASSIC.heads.lines,
            flag=True,
            panel=True,
        ),
        tables=replace(
            CLASSIC.tables,
            head=Pen(Style.BOLD, 8, WHITE),
            pad=3.6,
            head_pad=4.2,
            weight=0.0,
            before=16.0,
            bleed=7.0,
            band=accent,
            striped=wash,
            dark=accent,
        ),
        accent=accent,
        wash=wash,
        space=14.0,
        boxed=True,
        minor=replace(CLASSIC.tables, pad=3.0, dark=accent),
        foot=CLASSIC.foot,
        foot_rule=accent,
    )


def _compact(accent: Colour) -> Suit:
    return Suit(
        texts=Texts(
            text=Pen(size=8.3, spacing=1.3),
            strong=Pen(Style.BOLD, 8.3, spacing=1.3),
            label=Pen(size=7.6, colour=QUIET, spacing=1.3),
            small=Pen(size=7.6, colour=QUIET, spacing=1.3),
            heading=Pen(Style.BOLD, 10, accent),
            total=Pen(Style.BOLD, 10, INK),
        ),
        heads=Heads(
            title=Pen(Style.BOLD, 14.5, INK),
            name=Pen(Style.BOLD, 10.5, accent),
            by_logo=Pen(Style.BOLD, 8.5, INK),
            lines=Pen(size=7.6, colour=QUIET),
        ),
        tables=Tabled(
            cell=Pen(size=7.8, spacing=1.26),
            sums=Pen(Style.BOLD, 7.8, spacing=1.26),
            head=Pen(Style.BOLD, 7, QUIET),
            carried=Pen(Style.ITALIC, 7.6, QUIET),
            pad=1.5,
            head_pad=1.6,
            gutters=(12.0, 9.0, 7.0),
            weight=0.3,
            before=9.0,
            dark=accent,
        ),
        accent=accent,
        space=8.0,
        foot=Pen(size=7, colour=QUIET),
    )
