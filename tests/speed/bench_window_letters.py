"""Letters in their window: the register beside the list of invoices, a key and its page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.speed.bench import Figure, Site, bench
from tests.speed.bench_window import Figures, told
from tests.speed.bench_window_list import LONGEST_GAP, seen
from tests.speed.registers import kept_letters

AGAINST = "the list of invoices"
BESIDE = {
    "first": ("first rows shown", 50),
    "whole": ("whole list", 600),
    "filter": ("found by number", 100),
    "jump p50": ("jump p50", None),
    "jump p99": ("jump p99", 25),
    "scroll p50": ("scroll p50", None),
    "scroll p99": ("scroll p99", 16),
}


@bench("window letters", row=4)
def window_letters(site: Site) -> Iterator[Figure]:
    """Open, filter, jump and scroll the register of as many letters as there are invoices."""
    ours, theirs = lettered(site), seen(site)
    for name, (what, most) in BESIDE.items():
        yield Figure(what, ours[name], theirs[name], AGAINST, at_most=most)
    yield Figure("memory added", ours["memory"], theirs["memory"], AGAINST, unit="MB")
    for what in ("open", "scroll"):
        yield Figure(f"longest gap: {what}", ours[f"gap {what}"], None, at_most=LONGEST_GAP)


@bench("window letter", row=8)
def window_letter(site: Site) -> Iterator[Figure]:
    """Write a letter: its page after a key, and keys among words that are checked."""
    found = lettered(site)
    yield Figure("page after a key, median", found["page p50"], None, at_most=100)
    yield Figure("page after a key, the slowest", found["page most"], None)
    checked = "words not checked" if found["is spelt"] else "hunspell: not installed"
    limit = found["key plain"]
    yield Figure("a key in a long letter, checked", found["key spelt"], limit, checked, at_most=16)
    gaps = found["gap spelt"], found["gap plain"]
    yield Figure("longest gap: keys, checked", *gaps, checked, at_most=LONGEST_GAP)


def lettered(site: Site) -> Figures:
    """Return what the script saw over letters; it runs once for all benches."""
    return _lettered(str(kept_letters(site.size, site.told)))


@cache
def _lettered(kept: str) -> Figures:
    with TemporaryDirectory(dir=Path(kept).parent, prefix="copy-") as place:
        folder = Path(place) / "Speed.backdesk"
        shutil.copytree(kept, folder)
        return told(place, "tests.speed.window_letters", str(folder))
