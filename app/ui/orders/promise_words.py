"""How a promise is told: each line's earliest day, from what, and what goes out when in parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.orders.promising import Going, Part, Promise, Source
from app.lang.texts import mark
from app.services.promising import Goods, Simulation
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One line of an order with when it can be there; ``found`` is none where any day does."""

    goods: Goods
    found: Promise | None

    @property
    def id(self) -> int:
        """The line."""
        return self.goods.line_id


def promise_rows(found: Simulation) -> Iterator[PromiseRow]:
    """Yield the lines of an order in their places."""
    promises = {one.place: one for one in found.lines}
    for goods in found.goods:
        yield PromiseRow(goods, promises.get(goods.place))


def day_text(day: date | None) -> str:
    """Return a day, or that nobody knows it."""
    return formats().day(day) if day else _("not known")


def part_text(part: Part) -> str:
    """Return how much comes from where, and when."""
    amount = formats().plain(part.quantity)
    match part.source:
        case Source.HELD:
            return _("{n} held for it", n=amount)
        case Source.SHELF:
            return _("{n} on the shelf", n=amount)
        case Source.RECEIPT:
            name = part.reference or _("a receipt")
            return _("{n} with {receipt} on {day}", n=amount, receipt=name, day=day_text(part.day))
        case Source.LEAD_TIME:
            day = day_text(part.day)
            return _("{n} if it is ordered today: {day}", n=amount, day=day)
    if part.reference:
        told = _("{n} with {receipt}, day not known", n=amount, receipt=part.reference)
    else:
        told = _("{n} missing, none expected", n=amount)
    return f"✕ {told}"


def why_then(row: PromiseRow) -> str:
    """Return from what a line can be there on its day."""
    if row.found is None:
        return _("Not kept in stock: it can be promised for any day")
    return " · ".join(map(part_text, row.found.parts))


def whole_text(found: Simulation) -> str:
    """Return when all of an order can be there at once."""
    if found.whole_on is None:
        return _("All at once: nobody can say when; something is missing that is not expected")
    return _("All at once: {day}", day=day_text(found.whole_on))


def parts_text(found: Simulation) -> str:
    """Return what can go out on each day, or nothing where all goes out at once."""
    if len(found.goings) < 2:
        return ""
    return _("In parts: {parts}", parts=" · ".join(map(_going, found.goings)))


def _going(one: Going) -> str:
    lines = many("{n} line", "{n} lines", len(one.quantities))
    day = formats().day(one.day) if one.day else _("day not known")
    return f"{day}: {lines}"


def _tone(row: PromiseRow) -> str:
    if row.found is None:
        return "muted"
    if row.found.day is None:
        return "bad"
    return "warn" if row.found.missing else "good"


COLUMNS: tuple[Column[PromiseRow], ...] = (
    Column(mark("Product"), lambda row: row.goods.description, width=150, is_roomy=True),
    Column(
        mark("Open quantity"),
        lambda row: f"{formats().plain(row.goods.quantity)} {row.goods.unit}",
        right=True,
        width=92,
        is_whole=True,
    ),
    Column(
        mark("Earliest"),
        lambda row: day_text(row.found.day) if row.found else _("any day"),
        width=96,
        tone=_tone,
        is_whole=True,
    ),
    Column(mark("From what"), why_then, width=260, is_roomy=True),
)
