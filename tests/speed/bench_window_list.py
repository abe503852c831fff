"""The list of invoices in its window, and the palette: what a clerk waits for, and stutters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from tempfile import TemporaryDirectory

from app.domain.shared.paging import View
from app.services import invoices, search
from tests.speed.bench import Figure, Site, bench
from tests.speed.bench_window import Figures, told

LONGEST_GAP = 50
IDS = "SELECT id FROM invoice ORDER BY issued_on DESC, id DESC"


@bench("window list", row=4)
def window_list(site: Site) -> Iterator[Figure]:
    """Open, sort, filter, jump and scroll in a process of its own."""
    found = seen(site)
    ids = site.alone(partial(_ids, site), rounds=5)[2]
    yield Figure("page built", found["built"], None)
    yield Figure("page built and its first rows shown", found["first"], None, at_most=50)
    yield Figure("whole list", found["whole"], ids, "ids by raw SQL", at_most=600)
    yield Figure("memory added", found["memory"], None, unit="MB")
    yield Figure("sorted by amount", found["sort"], None)
    yield Figure("found by number", found["filter"], None, at_most=100)
    yield Figure("jump to the end", found["end"], None)
    yield Figure("jump p50", found["jump p50"], None)
    yield Figure("jump p99", found["jump p99"], None, at_most=25)
    yield Figure("scroll p50", found["scroll p50"], None)
    yield Figure("scroll p99", found["scroll p99"], None, at_most=16)
    for what in ("open", "sort", "filter", "clear", "scroll"):
        yield Figure(f"longest gap: {what}", found[f"gap {what}"], None, at_most=LONGEST_GAP)


@bench("window paint", row=5)
def window_paint(site: Site) -> Iterator[Figure]:
    """Paint one page beside Qt's own items and delegate."""
    found = seen(site)
    plain = found["paint plain"]
    yield Figure("a page of cells", found["paint"], plain, "C++ items", ratio=1.3)
    yield Figure("a page never painted before", found["paint new"], plain, "C++ items")


@bench("window search", row=6)
def window_search(site: Site) -> Iterator[Figure]:
    """Find a record by its number, and from the palette, its rest of 30 ms included."""
    found = seen(site)
    some = site.office.ask(invoices.first, View(), 1)[0]
    for what, words in {"a number": some.number, "a common word": "Lumo"}.items():
        times = site.alone(partial(site.office.ask, search.find, words, 12))
        yield Figure(f"{what}, median", times[len(times) // 2], None, at_most=50)
    yield Figure("palette, typed to shown, median", found["palette p50"], None, at_most=100)
    yield Figure("palette, the slowest", found["palette most"], None, at_most=150)


def seen(site: Site) -> Figures:
    """Return what the script saw over an office; it runs once for all benches."""
    return _seen(site.size, str(site.folder))


@cache
def _seen(size: int, folder: str) -> Figures:
    with TemporaryDirectory() as place:
        return told(place, "tests.speed.window_list", folder)


def _ids(site: Site) -> int:
    with site.office.database.read() as unit:
        return len(unit.connection.exec_driver_sql(IDS).all())
