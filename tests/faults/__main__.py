"""``python dev.py faults``: every fault over every kind of work, and what was found.

At full scale it takes hours of one core. ``--jobs`` lets several processes share it; ``--write``
puts each row into the page as it comes, in the place of the row of the same fault and work, so
that a run that was broken off goes on with what is left. ``--scale 0.05`` is what the suite does.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.faults.parts import Part, found
from tests.faults.runs import FAULTS
from tests.faults.table import Row, headed, merged, page, read_rows

PAGE = Path(__file__).parents[2] / "docs/faults.md"
TABLE = "| fault | work | runs |"


def main(arguments: Sequence[str]) -> int:
    """Try faults and print what was found; the exit code says whether everything held."""
    asked = parsed(arguments)
    rows: list[Row] = []
    say(headed())
    for row in found(list(parts(asked)), asked.jobs):
        rows.append(row)
        say(row.written())
        if asked.write:
            write([row])
    return 0 if rows and all(row.is_good for row in rows) else 1


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("--only", default="", metavar="NAME", help="faults whose name holds this")
    parser.add_argument("--work", default="", metavar="NAME", help="works whose name holds this")
    parser.add_argument("--scale", type=float, default=1.0, help="how much of the full number")
    parser.add_argument(
        "--jobs", type=int, default=1, metavar="N", help="so many processes at once"
    )
    parser.add_argument("--write", action="store_true", help="put the rows into docs/faults.md")
    return parser.parse_args(arguments)


def parts(asked: argparse.Namespace) -> Iterator[Part]:
    """Yield what is asked for, work by work where the works can be told apart."""
    for fault in FAULTS:
        if asked.only in fault.name:
            for work in fault.over:
                if not work or asked.work in work:
                    yield Part(fault.name, fault.tries(asked.scale), work or asked.work)


def write(rows: Iterable[Row]) -> None:
    """Put rows into the table of the page, each in the place of that of its fault and work."""
    above, _, table = PAGE.read_text("utf-8").partition(TABLE)
    PAGE.write_text(above + page(merged(read_rows(TABLE + table), rows)), "utf-8")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
