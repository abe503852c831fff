"""``python dev.py faults``: every fault over every work, and what was found.

At full scale it takes more than an hour; ``--scale 0.05`` is what the suite does.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.faults.runs import FAULTS
from tests.faults.table import Row, headed, page
from tests.faults.worker import make_cheap
from tests.faults.workers import site

PAGE = Path(__file__).parents[2] / "docs/faults.md"


def main(arguments: Sequence[str]) -> int:
    """Try faults and print what was found; the exit code says whether everything held."""
    asked = parsed(arguments)
    make_cheap()
    rows: list[Row] = []
    say(headed())
    with site() as where:
        for fault in FAULTS:
            if asked.only in fault.name:
                for row in fault.run(where, fault.tries(asked.scale), asked.work):
                    rows.append(row)
                    say(row.written())
    if asked.write:
        write(rows)
    return 0 if rows and all(row.is_good for row in rows) else 1


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=__doc__)
    parser.add_argument("--only", default="", metavar="NAME", help="faults whose name holds this")
    parser.add_argument("--work", default="", metavar="NAME", help="works whose name holds this")
    parser.add_argument("--scale", type=float, default=1.0, help="how much of the full number")
    parser.add_argument("--write", action="store_true", help="write the rows to docs/faults.md")
    return parser.parse_args(arguments)


def write(rows: Sequence[Row]) -> None:
    """Write the table into its page, after what stands above it."""
    above = PAGE.read_text("utf-8").partition("| fault |")[0]
    PAGE.write_text(above + page(rows), "utf-8")


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
