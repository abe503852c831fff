"""Letters in their window: ``python -m tests.speed.window_letters OFFICE`` prints figures.

It writes into the office it is given: a copy, never the kept one. A second word says how many
jumps to take and keys to press: a few are enough to see that all of it works.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path
from statistics import median

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.domain.correspondence.body import written
from app.outside.spelling import programs
from app.ui.correspondence.outgoing_list import OutgoingList
from app.ui.correspondence.outgoing_page import OutgoingPage
from app.ui.kit.sections import Strip
from app.ui.kit.texts import speak
from app.ui.kit.theme import theme
from tests.speed.memory import memory
from tests.speed.window_list import JUMPS, Window, moved
from tests.speed.window_start import tell

KEYS = 40
PARAGRAPHS = 400
SAID = "We recieve the goods on Monday and thank you for teh letter about our adress in town."


def listed(window: Window, jumps: int) -> dict[str, float]:
    """Return every figure of the register of letters of ours."""
    before, told = memory(), list[object]()
    page = OutgoingList(window.shell, Strip((("out", "Out"),), "out"))
    page.shown.connect(told.append)
    page.resize(1200, 800)
    page.show()
    found = {"first": window.until(lambda: page.model.rowCount() > 0)}
    found["whole"] = found["first"] + window.until(lambda: bool(told))
    found["gap open"] = window.watch.longest
    found["count"] = page.model.rowCount()
    found["memory"] = memory() - before
    window.rest()
    row = page.model.row_at(0)
    told.clear()
    page.filters.box.setText(row.number if row else "")
    found["filter"] = window.until(lambda: bool(told))
    told.clear()
    page.filters.clear()
    window.until(lambda: bool(told))
    window.until(lambda: page.model.row_at(0) is not None)
    window.rest()
    found |= moved(window, page, jumps)
    page.hide()
    return found


def letter(window: Window, frame: QMainWindow, keys: int) -> dict[str, float]:
    """Return how long a key and its page take in a short letter, and keys in a long one."""
    page = OutgoingPage(window.shell, None)
    frame.setCentralWidget(page)
    opened = window.until(lambda: page.fields is not None and bool(page.page.pdf))
    assert page.fields is not None
    page.fields.language.put("en")
    page.fields.language.edited.emit()
    page.fields.writer.setFocus()
    shown = [refreshed(window, page) for _ in range(keys)]
    page.fields.writer.show_body(written("\n\n".join([SAID] * PARAGRAPHS)))
    found = {"letter open": opened, "page p50": median(shown), "page most": max(shown)}
    window.shell.settings.change(checks_spelling=False)
    for what, is_on in (("plain", False), ("spelt", True), ("plain", False), ("spelt", True)):
        window.shell.settings.change(checks_spelling=is_on)
        QTest.qWait(300)
        window.rest()
        times = typed(window, page, keys)
        key, gap = f"key {what}", f"gap {what}"
        found[key] = min(found.get(key, times[len(times) // 2]), times[len(times) // 2])
        found[gap] = min(found.get(gap, window.watch.longest), window.watch.longest)
    proof = page.fields.proof
    found["is spelt"] = float(bool(next(programs("en"), None)))
    found["is wrong"] = float(proof.is_wrong("recieve") is True)
    return found


def refreshed(window: Window, page: OutgoingPage) -> float:
    """Press a key, and return the milliseconds until its page is shown."""
    assert page.fields is not None
    before = page.page.pdf
    began = time.perf_counter()
    QTest.keyClicks(page.fields.writer, "a")
    window.until(partial(_is_other, page, before))
    return (time.perf_counter() - began) * 1000


def _is_other(page: OutgoingPage, before: bytes) -> bool:
    return page.page.pdf != before


def typed(window: Window, page: OutgoingPage, keys: int) -> list[float]:
    """Type into the middle of what is seen; return the milliseconds of each key, in order."""
    assert page.fields is not None
    times = []
    window.watch.begin()
    for sign in ("goods " * keys)[:keys]:
        began = time.perf_counter()
        QTest.keyClicks(page.fields.writer, sign)
        times.append((time.perf_counter() - began) * 1000)
        QTest.qWait(12)
    return sorted(times)


def main(office: Path, count: int = JUMPS) -> None:
    """Show the register and a letter over an office and print what was measured."""
    app = QApplication(sys.argv[:1])
    theme().attach(app)
    speak("fi", "FI")
    window, frame = Window(office, wants="window"), QMainWindow()
    frame.resize(1280, 800)
    frame.setCentralWidget(QWidget())
    frame.show()
    QTest.qWaitForWindowActive(frame)
    found = listed(window, count)
    found |= letter(window, frame, min(count, KEYS))
    tell(**found)
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
