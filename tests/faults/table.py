"""The table of faults: one row for each fault over each work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tests.faults.work import Verdict

HEAD = ("fault", "work", "runs", "lost", "half", "chain", "untyped", "seconds", "note")
LINE = "{:<22} {:<16} {:>7} {:>5} {:>5} {:>6} {:>8} {:>8}  {}"

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Row:
    """What was found of a fault over a work; every figure but the runs must be 0."""

    fault: str
    work: str
    runs: int = 0
    lost: int = 0
    half: int = 0
    chain: int = 0
    untyped: int = 0
    seconds: float = 0.0
    note: str = ""

    @property
    def is_good(self) -> bool:
        return bool(self.runs) and not (self.lost or self.half or self.chain or self.untyped)

    def with_run(self, verdict: Verdict, untyped: str = "") -> Row:
        """Return the row with one run more; the first thing that is wrong is its note."""
        return replace(
            self,
            runs=self.runs + 1,
            lost=self.lost + verdict.lost,
            half=self.half + verdict.half,
            chain=self.chain + verdict.chain,
            untyped=self.untyped + bool(untyped),
            note=self.note or untyped or verdict.why,
        )

    def written(self) -> str:
        """Return the row as a line."""
        return LINE.format(*self._cells())

    def _cells(self) -> tuple[str, ...]:
        figures = (self.runs, self.lost, self.half, self.chain, self.untyped)
        seconds = f"{self.seconds:.0f}"
        return (self.fault, self.work, *(f"{one:,}" for one in figures), seconds, self.note[:200])

    def as_markdown(self) -> str:
        """Return the row as a line of a page."""
        return f"| {' | '.join(cell.replace('|', '/') for cell in self._cells())} |"


def read_rows(page: str) -> list[str]:
    """Return the lines of the rows of a page."""
    return [line for line in page.splitlines() if line.startswith("| ")][1:]


def merged(before: Iterable[str], rows: Iterable[Row]) -> list[str]:
    """Return lines with those of new rows in the place of those they are of, or at the end."""
    found = {_of(line): line for line in before}
    found |= {(row.fault, row.work): row.as_markdown() for row in rows}
    faults = list(dict.fromkeys(fault for fault, _work in found))
    return [found[one] for one in sorted(found, key=lambda one: faults.index(one[0]))]


def _of(line: str) -> tuple[str, str]:
    """Return of which fault and work a line is."""
    _, fault, work, *_rest = line.split("|")
    return fault.strip(), work.strip()


def headed() -> str:
    """Return the line above the rows."""
    return LINE.format(*HEAD)


def page(lines: Iterable[str]) -> str:
    """Return the lines of rows as a table of a page."""
    return "\n".join((f"| {' | '.join(HEAD)} |", f"|{'---|' * len(HEAD)}", *lines)) + "\n"
