"""The list of invoices in a window: ``python -m tests.speed.window_list OFFICE`` prints figures.

The office has answered a question before: what the program loads beside its window, SQLAlchemy
first of all, is no part of any figure here. So it is for every list that a clerk opens; the list
that is there at the start shows rows read without it, and is measured by "window start". Inside
"first rows shown" is all else: the page is built, asks, and is answered; its painting is not.

A second word says how many jumps and steps to take: a few are enough to see that all of it works.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView

from app.domain.admin.preferences import Preferences
from app.outside.clock import FixedClock
from app.outside.memory import keep_tidy
from app.services import admin, welcome
from app.services.logging_in import Wants
from app.services.permissions import Actor
from app.ui.actions import with_modules
from app.ui.invoices.listing import LISTING
from app.ui.invoices.tab import InvoicesTab
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.list_page import ListPage
from app.ui.kit.palette import Palette
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.texts import speak
from app.ui.kit.theme import theme
from app.ui.modules import MODULES
from tests.builders import TODAY
from tests.speed.memory import memory
from tests.speed.watch import Watch, turn_until
from tests.speed.window_start import leave, tell

JUMPS, STEPS_A_JUMP, PAINTS, WHEEL = 200, 3, 60, 3


class Window:
    """An open office, and all that a page of it needs around it, shown offscreen."""

    def __init__(self, office: Path, *, wants: Wants = "reader") -> None:
        opened = welcome.open_office(office, FixedClock(TODAY), Actor("Bench"), wants=wants)
        opened.ask(admin.company)
        self.lanes = Lanes()
        self.client = OfficeClient(opened, self.lanes)
        self.book = ActionBook(with_modules(MODULES))
        self.shell = Shell(self.client, self.book, Settings(Preferences()))
        self.watch = Watch()

    def until(self, is_there: Callable[[], bool]) -> float:
        """Run the window until something is there; returns the milliseconds it took."""
        began = time.perf_counter()
        self.watch.begin()
        turn_until(is_there)
        return (time.perf_counter() - began) * 1000

    def rest(self) -> None:
        """Wait until all is answered: a late answer would be taken for the next one."""
        self.until(lambda: not self.lanes.questions.is_busy)

    def close(self) -> None:
        self.lanes.close()
        self.client.office.close()


def shown(window: Window) -> InvoicesTab:
    """Return the tab of invoices, shown as on a usual screen."""
    page = InvoicesTab(window.shell)
    page.resize(1200, 800)
    page.show()
    return page


def measured(window: Window, jumps: int = JUMPS) -> dict[str, float]:
    """Return every figure of the list."""
    found: dict[str, float] = {}
    before = memory()
    began = time.perf_counter()
    page = shown(window)
    found["built"] = (time.perf_counter() - began) * 1000
    told: list[object] = []
    page.shown.connect(told.append)
    found["first"] = found["built"] + window.until(lambda: page.model.rowCount() > 0)
    found["whole"] = found["first"] + window.until(lambda: bool(told))
    found["gap open"] = window.watch.longest
    found["count"] = page.model.rowCount()
    found["memory"] = memory() - before
    window.rest()
    found |= asked(window, page, told)
    found |= moved(window, page, jumps)
    found |= painted(page)
    found |= palette(window)
    page.hide()
    return found


def asked(window: Window, page: InvoicesTab, told: list[object]) -> dict[str, float]:
    """Sort by another column, find a word, and show everything again."""
    found: dict[str, float] = {}
    asks: dict[str, Callable[[], object]] = {
        "sort": partial(page.table.sorted.emit, "gross", True),  # noqa: FBT003  a signal's
        "filter": partial(page.filters.box.setText, str(page.model.row_at(0).number)),  # type: ignore[union-attr]  # it is there
        "clear": page.filters.clear,
    }
    for what, ask in asks.items():
        told.clear()
        ask()
        found[what] = window.until(lambda: bool(told))
        found[f"gap {what}"] = window.watch.longest
        window.until(lambda: page.model.row_at(0) is not None)
        window.rest()
    return found


def moved(window: Window, page: ListPage[Any], count: int) -> dict[str, float]:
    """Jump to places far apart, and scroll through the list by the wheel."""
    bar, table = page.table.verticalScrollBar(), page.table
    chance = Random(7)  # noqa: S311  the same places every time
    places = [bar.maximum(), *(chance.randrange(bar.maximum() + 1) for _ in range(count))]
    jumps = [jumped(window, page, place) for place in places]
    bar.setValue(0)
    window.until(lambda: page.model.row_at(0) is not None)
    window.watch.begin()
    frames = []
    for _ in range(count * STEPS_A_JUMP):
        began = time.perf_counter()
        bar.setValue(bar.value() + WHEEL * theme().row_height)
        table.viewport().repaint()
        QApplication.processEvents()
        frames.append((time.perf_counter() - began) * 1000)
        pause(16 - frames[-1])
    return {
        "end": jumps[0],
        "jump p50": part(jumps, 0.5),
        "jump p99": part(jumps, 0.99),
        "scroll p50": part(frames, 0.5),
        "scroll p99": part(frames, 0.99),
        "gap scroll": window.watch.longest,
    }


def jumped(window: Window, page: ListPage[Any], place: int) -> float:
    """Return the milliseconds until the rows of a place are painted."""
    began = time.perf_counter()
    page.table.verticalScrollBar().setValue(place)
    page.table.viewport().repaint()
    last = page.table.viewport().height() - 1
    rows = [page.table.rowAt(at) for at in (0, last)]
    rows = [row if row >= 0 else page.model.rowCount() - 1 for row in rows]
    window.until(lambda: all(page.model.row_at(row) is not None for row in rows))
    QApplication.processEvents()
    return (time.perf_counter() - began) * 1000


def painted(page: InvoicesTab) -> dict[str, float]:
    """Paint the same page from our model and from Qt's own, in turns."""
    plain = QTableView()
    plain.setModel(copy_of(page))
    plain.verticalHeader().setDefaultSectionSize(theme().row_height)
    plain.setShowGrid(False)
    plain.resize(page.table.size())
    for place in range(len(LISTING.columns)):
        plain.setColumnWidth(place, page.table.columnWidth(place))
    plain.show()
    QApplication.processEvents()
    fresh, again, limit = [], [], []
    for _ in range(PAINTS):
        page.table.forget()
        fresh.append(repainted(page.table))
        again.append(repainted(page.table))
        limit.append(repainted(plain))
    plain.hide()
    return {
        "paint": part(again, 0.5),
        "paint new": part(fresh, 0.5),
        "paint plain": part(limit, 0.5),
    }


def repainted(table: QTableView) -> float:
    """Return the milliseconds that the page that is shown takes to paint."""
    began = time.perf_counter()
    table.viewport().repaint()
    return (time.perf_counter() - began) * 1000


def copy_of(page: InvoicesTab) -> QStandardItemModel:
    """Return the page that is shown as items of Qt's own model."""
    model, first = QStandardItemModel(), page.table.rowAt(0)
    for row in range(first, min(first + 60, page.model.rowCount())):
        texts = (page.model.cell(row, place).text for place in range(len(LISTING.columns)))
        model.appendRow([QStandardItem(text) for text in texts])
    return model


def palette(window: Window) -> dict[str, float]:
    """Type into the palette until what is found is shown; its pause of 30 ms is a part of it."""
    around = shown(window)
    finder = Palette(around, window.book)
    finder.search_in(window.shell)
    window.until(lambda: around.model.row_at(0) is not None if around.model.rowCount() else False)
    times = []
    for row in range(12):
        known = around.model.row_at(row)
        finder.open()
        if known is not None:
            finder.box.setText(known.number)
            times.append(window.until(lambda: bool(finder._hits)))
            finder.close_layer()
    around.hide()
    return {"palette p50": part(times, 0.5), "palette most": max(times)}


def pause(milliseconds: float) -> None:
    """Let the window rest as between two frames."""
    if milliseconds > 0:
        loop = QEventLoop()
        QTimer.singleShot(round(milliseconds), loop, loop.quit)
        loop.exec()


def part(times: list[float], share: float) -> float:
    """Return the time that a share of all took at most."""
    return sorted(times)[min(int(len(times) * share), len(times) - 1)]


def main() -> int:
    """Measure over the office that is named, with what the program tells the C library."""
    keep_tidy()
    app = QApplication(sys.argv[:1])
    theme().attach(app)
    speak("en", "FI")
    window = Window(Path(sys.argv[1]))
    tell(**measured(window, *map(int, sys.argv[2:])))
    window.close()
    return 0


if __name__ == "__main__":
    leave(main())
