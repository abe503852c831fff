"""An invoice in its editor: keys, figures, and five thousand pasted lines."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.speed.bench import Figure, Site, bench
from tests.speed.bench_window import told
from tests.speed.bench_window_list import LONGEST_GAP


@bench("window invoice", row=4)
def window_invoice(site: Site) -> Iterator[Figure]:
    """Write an invoice in a process of its own, over a copy of the office."""
    with TemporaryDirectory(dir=site.folder.parent, prefix="copy-") as place:
        folder = Path(place) / "Speed.backdesk"
        shutil.copytree(site.folder, folder)
        found = told(place, "tests.speed.window_invoice", str(folder))
    yield Figure("first invoice open", found["first"], None, at_most=500)
    yield Figure("another invoice open", found["open"], None, at_most=200)
    yield Figure("a key, median", found["key few"], None, at_most=16)
    yield Figure("figures after the last key", found["figures few"], None, at_most=200)
    yield Figure("5,000 lines pasted, shown", found["paste shown"], None, at_most=1000)
    yield Figure("5,000 lines, figures", found["paste figures"], None)
    yield Figure("5,000 lines, page", found["paste page"], None)
    yield Figure("a key among 5,000 lines", found["key many"], None, at_most=16)
    yield Figure("figures among 5,000 lines", found["figures many"], None)
    yield Figure("longest gap: first", found["gap first"], None)
    for what in ("open", "few", "paste", "many"):
        yield Figure(f"longest gap: {what}", found[f"gap {what}"], None, at_most=LONGEST_GAP)
