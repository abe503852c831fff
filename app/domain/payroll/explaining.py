"""Explaining differences: which lines of a payslip differ from last time, and by which figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.payroll.payroll import PayLine, Payslip
from app.domain.shared.ids import PayItemId
from app.domain.shared.money import Money, zero

FORMULA = "formula"
_SILENT = frozenset({"rule"})
Pair = tuple[PayLine | None, PayLine | None]


@dataclass(frozen=True, slots=True)
class StepChange:
    """A figure behind a line that is another than last time; empty where there was none."""

    name: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that differs: ``line`` is how it is now, or how it was where it fell away."""

    line: PayLine
    before: Money | None
    now: Money | None
    steps: tuple[StepChange, ...]

    @property
    def difference(self) -> Money:
        """By how much the line is higher than last time."""
        nothing = zero(self.line.amount.currency)
        return (self.now or nothing) - (self.before or nothing)


def changes(now: Payslip | None, before: Payslip | None) -> tuple[LineChange, ...]:
    """Return the lines of a person that differ, in the order of the payslip."""
    return tuple(
        _change(line, was)
        for line, was in _pairs(now.lines if now else (), before.lines if before else ())
        if (line.amount if line else None) != (was.amount if was else None)
    )


def _pairs(now: Iterable[PayLine], before: Iterable[PayLine]) -> Iterator[Pair]:
    """Yield each line beside that of last time: of the same item, else of the same component."""
    by_item: dict[tuple[str, PayItemId | None], PayLine] = {}
    rest: defaultdict[str, list[PayLine]] = defaultdict(list)
    for line in before:
        if (line.component, line.item_id) in by_item:
            rest[line.component].append(line)
        else:
            by_item[line.component, line.item_id] = line
    pairs = [(one, by_item.pop((one.component, one.item_id), None)) for one in now]
    for (code, _item), line in by_item.items():
        rest[code].append(line)
    for one, was in pairs:
        held = rest.get(one.component)
        yield one, was or (held.pop(0) if held else None)
    yield from ((None, line) for held in rest.values() for line in held)


def _change(now: PayLine | None, before: PayLine | None) -> LineChange:
    line = now or before
    assert line is not None
    steps = tuple(_steps(now, before)) if now and before else ()
    was, right = before.amount if before else None, now.amount if now else None
    return LineChange(line, was, right, steps)


def _steps(now: PayLine, before: PayLine) -> Iterator[StepChange]:
    right, paid = _figures(now), _figures(before)
    for name in [*right, *(name for name in paid if name not in right)]:
        was, is_now = paid.get(name, ""), right.get(name, "")
        if was != is_now:
            yield StepChange(name, *(("", "") if name == FORMULA else (was, is_now)))


def _figures(line: PayLine) -> Mapping[str, str]:
    """Return the figures behind a line by name; a part that is paid whole says nothing."""
    return {
        why.name: why.value
        for why in line.why
        if why.name not in _SILENT and not (why.name.startswith("part:") and _is_whole(why.value))
    }


def _is_whole(part: str) -> bool:
    """Say whether the days of a part are all of its period: ``3100 × 31 / 31``."""
    days, _, of = part.partition("×")[2].partition("/")
    return days.strip() == of.strip()
