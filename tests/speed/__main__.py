"""``python dev.py bench``: every figure beside its limit, for offices of the sizes asked for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.speed.bench import Bench, Figure, Site, benches

USUAL_SIZES = (10_000, 100_000)
LINE = "{:<52} {:>10} {:>10} {:>7}  {:<18} {}"


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the exit code says whether every goal was reached."""
    asked = parsed(arguments)
    chosen = benches(asked.only)
    if asked.list:
        for one in chosen:
            say(f"{one.row:>3}  {one.name}")
        return 0
    sizes = asked.size or USUAL_SIZES
    missed = measured(
        "any office", Site(sizes[0], say), [one for one in chosen if not one.is_sized]
    )
    for size in sizes:
        sized = [one for one in chosen if one.is_sized]
        missed += measured(f"{size:,} invoices", Site(size, say), sized)
    for missing in missed:
        say(f"not reached: {missing}")
    return 1 if missed else 0


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--size", type=int, action="append", help="invoices in the office")
    parser.add_argument("--only", default="", metavar="NAME", help="benches whose name holds this")
    parser.add_argument("--list", action="store_true", help="name the benches and stop")
    return parser.parse_args(arguments)


def measured(heading: str, site: Site, chosen: Sequence[Bench]) -> list[str]:
    """Run benches over one office, print their figures and return the goals that were missed."""
    missed: list[str] = []
    if not chosen:
        return missed
    say(f"\n{heading}")
    say(LINE.format("", "ours", "limit", "ratio", "goal", "limit is"))
    for one in chosen:
        for figure in one.measure(site):
            say(written(one, figure))
            if not figure.is_reached:
                missed.append(f"{heading}: {one.name}: {figure.what}")
    site.close()
    return missed


def written(one: Bench, figure: Figure) -> str:
    """Return a figure as a line of the table."""
    ratio = f"{figure.ours / figure.limit:.2f}" if figure.limit else ""
    most = "" if figure.ratio is None else f"≤ {figure.ratio:g} ×"
    highest = "" if figure.at_most is None else f"≤ {figure.at_most:g} {figure.unit}"
    goal = ", ".join(filter(None, (most, highest)))
    mark = "" if figure.is_reached else " !"
    return LINE.format(
        f"{one.row:>2} {one.name}: {figure.what}",
        _number(figure.ours, figure.unit),
        "" if figure.limit is None else _number(figure.limit, figure.unit),
        ratio,
        goal + mark,
        figure.against,
    )


def _number(value: float, unit: str) -> str:
    places = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{places}f} {unit}"


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
