"""How fast paper is made, beside a tuned reportlab canvas that draws the same texts and boxes.

``python -m tests.speed.documents`` prints it. Every round prints texts of its own, and the two
sides of a ratio take turns in one run.
"""

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from babel.messages.pofile import read_po

from app.documents.invoices import describe
from app.documents.model import Document, Letterhead, Paragraph
from app.documents.pdf.render import render
from app.lang.texts import LOCALES
from tests.documents import papers
from tests.documents.papers import GOODS, a_line, a_paper, an_invoice
from tests.speed.bare import Script, drawn
from tests.speed.scripts import forget_words, script_of

ROUNDS = {5: 25, 20: 25, 200: 11, 2000: 5}
FRESH = """
import pickle, sys, time
what = pickle.load(open(sys.argv[1], "rb"))
start = time.perf_counter()
if sys.argv[2] == "ours":
    from app.documents.pdf.render import render
    render(what)
else:
    from tests.speed.bare import drawn
    drawn(what)
print(time.perf_counter() - start)
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured beside its limit; ``goal`` is the largest ratio of the two we aim for."""

    name: str
    ours: float
    limit: float
    unit: str
    against: str
    goal: float

    @property
    def ratio(self) -> float:
        return self.ours / self.limit

    def __str__(self) -> str:
        verdict = "ok" if self.ratio <= self.goal else "OVER"
        return (
            f"{self.name:<36}{self.ours:8.1f} {self.unit:<3}{self.limit:9.1f} {self.against:<30}"
            f"{self.ratio:6.2f} x (goal {self.goal:g}) {verdict}"
        )


def figures(rounds: Mapping[int, int] = ROUNDS) -> Iterator[Figure]:
    """Yield every figure of documents."""
    for lines, times in rounds.items():
        yield warm(lines, times)
    fewest, most = min(rounds), max(rounds)
    for lines in (fewest, most):
        yield cold(lines, min(5, rounds[fewest]))
    yield growth(most // 10, most)
    yield thai(min(15, rounds[fewest]))
    yield thai_invoice(min(15, rounds[fewest]))
    yield memory(most)


def invoice(lines: int, turn: int) -> Document:
    """Return an invoice whose texts and figures no other turn has."""
    made = tuple(
        a_line(f"{GOODS[at % len(GOODS)].description} {turn}-{at}", "3", f"{at + turn}.90", "25.5")
        for at in range(lines)
    )
    return describe(a_paper(an_invoice(lines=made, number=f"2026{turn:04}")))


def letters(count: int, *, is_thai: bool) -> list[Document]:
    """Return pages of running text: the program's own sentences, in Thai or in English."""
    with (LOCALES / "th" / "LC_MESSAGES" / "backdesk.po").open("rb") as file:
        known = [entry for entry in read_po(file) if entry.id and not entry.pluralizable]
    said = [str(entry.string if is_thai else entry.id) for entry in known if entry.string]
    size = len(said) // count
    return [
        Document(
            "en",
            "Letter",
            f"Letter {at}",
            Letterhead("Sender"),
            blocks=(Paragraph(" ".join(said[at * size : (at + 1) * size])),),
        )
        for at in range(count)
    ]


def warm(lines: int, times: int) -> Figure:
    """Measure an invoice in a process that has printed others before."""
    made = [invoice(lines, turn) for turn in range(times + 1)]
    scripts = [script_of(paper) for paper in made]
    forget_words()
    ours, limit = in_turns(
        [partial(render, paper) for paper in made],
        [partial(drawn, script) for script in scripts],
    )
    return Figure(f"PDF of {lines:,} lines, warm", ours, limit, "ms", "ms bare canvas", 2)


def cold(lines: int, times: int) -> Figure:
    """Measure the first invoice of a process, imports and fonts included.

    The bare canvas loads reportlab only; an invoice also needs HarfBuzz and what draws its codes.
    """
    paper = invoice(lines, 0)
    ours, limit = [], []
    for _ in range(times):
        ours.append(_fresh(paper, "ours"))
        limit.append(_fresh(script_of(paper), "bare"))
    return Figure(
        f"PDF of {lines:,} lines, cold", median(ours), median(limit), "ms", "ms bare canvas", 4
    )


def growth(few: int, many: int) -> Figure:
    """Measure whether ten times the lines take ten times as long."""
    short, long = invoice(few, 1), invoice(many, 1)
    ours, limit = in_turns([lambda: render(long)] * 4, [lambda: render(short)] * 4)
    name = f"{many:,} lines beside {few:,}"
    return Figure(name, ours, limit * many / few, "ms", f"ms, {many // few} times the few", 1.3)


def thai(times: int) -> Figure:
    """Measure pages of Thai that was never printed, beside the same sentences in English."""
    forget_words()
    ours, limit = in_turns(
        *(
            [partial(render, paper) for paper in letters(times, is_thai=is_thai)]
            for is_thai in (True, False)
        )
    )
    return Figure("Page of new Thai text", ours, limit, "ms", "ms the same in English", 2)


def thai_invoice(times: int) -> Figure:
    """Measure a Thai invoice beside an American one."""
    ours, limit = in_turns(
        [lambda: render(papers.thai())] * (times + 1),
        [lambda: render(papers.american())] * (times + 1),
    )
    return Figure("Thai invoice", ours, limit, "ms", "ms American invoice", 2)


def memory(lines: int) -> Figure:
    """Measure the most memory that a long invoice takes beyond its own description."""
    paper = invoice(lines, 0)
    script = script_of(paper)
    ours, limit = _peak(lambda: render(paper)), _peak(lambda: drawn(script))
    return Figure(f"Peak memory of {lines:,} lines", ours, limit, "MB", "MB bare canvas", 6)


def in_turns(
    ours: Sequence[Callable[[], object]], limit: Sequence[Callable[[], object]]
) -> tuple[float, float]:
    """Return the median milliseconds of both sides; their first round only warms up."""
    took: list[tuple[float, float]] = []
    for one, other in zip(ours, limit, strict=True):
        gc.collect()
        took.append((_milliseconds(one), _milliseconds(other)))
    sides = list(zip(*took[1:], strict=True))
    return median(sides[0]), median(sides[1])


def _milliseconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def _fresh(what: Document | Script, side: str) -> float:
    """Return the milliseconds of the first PDF of a new process."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "what"
        file.write_bytes(pickle.dumps(what))
        command = [sys.executable, "-c", FRESH, str(file), side]
        said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return float(said) * 1000


def _peak(work: Callable[[], object]) -> float:
    """Return the megabytes that work takes at most, from its beginning."""
    forget_words()
    gc.collect()
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def main() -> None:
    """Print every figure as it comes."""
    for figure in figures():
        sys.stdout.write(f"{figure}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
