"""An invoice in its editor: ``python -m tests.speed.window_invoice OFFICE`` prints figures.

It writes into the office it is given: a copy, never the kept one. Two more words say how many
lines to paste and keys to press: a few are enough to see that all of it works.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.domain.shared.paging import View
from app.services import contacts
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.page import InvoicePage
from app.ui.invoices.rows import Field
from app.ui.kit.texts import speak
from app.ui.kit.theme import theme
from tests.speed.window_list import Window
from tests.speed.window_start import tell

LINES, KEYS = 5000, 40
ROW = "Part {n}\t{n}\tkpl\t{n},50\t\t25,5"


def measured(
    window: Window, frame: QMainWindow, lines: int = LINES, keys: int = KEYS
) -> dict[str, float]:
    """Return every figure of the editor; the first one loads what prints, the second does not."""
    found: dict[str, float] = {}
    for what in ("first", "open"):
        page = InvoicePage(window.shell, None)
        frame.setCentralWidget(page)
        found[what] = window.until(partial(is_open, page))
        found[f"gap {what}"] = window.watch.longest
        window.until(partial(has_page, page))
    editor = page.editor
    assert editor is not None
    editor.head.customer.put(window.client.office.ask(contacts.first, View(), 1)[0])
    found |= typed(window, editor, "few", keys)
    found |= pasted(window, editor, lines)
    found |= typed(window, editor, "many", keys)
    return found


def is_open(page: InvoicePage) -> bool:
    return page.editor is not None and page.editor.latest is not None


def has_page(page: InvoicePage) -> bool:
    return page.editor is not None and bool(page.editor.preview.pdf)


def typed(window: Window, editor: DraftEditor, what: str, keys: int) -> dict[str, float]:
    """Type into the last row, key by key, until its figures and its page are there."""
    lines = editor.lines
    lines.setFocus()
    lines.go(editor.model.rowCount() - 1, Field.DESCRIPTION)
    times = []
    window.watch.begin()
    for sign in "x" * keys:
        began = time.perf_counter()
        QTest.keyClicks(QApplication.focusWidget() or lines, sign)
        times.append((time.perf_counter() - began) * 1000)
        QTest.qWait(12)
    lines.settle()
    times.sort()
    figures = window.until(lambda: is_reckoned(editor))
    return {
        f"key {what}": times[len(times) // 2],
        f"key {what} most": times[-1],
        f"figures {what}": figures,
        f"gap {what}": window.watch.longest,
    }


def pasted(window: Window, editor: DraftEditor, count: int) -> dict[str, float]:
    """Paste rows, and wait for their figures and for their pages."""
    text = "\n".join(ROW.format(n=n % 90 + 1) for n in range(count))
    QGuiApplication.clipboard().setText(text)
    editor.lines.go(editor.model.rowCount() - 1, Field.DESCRIPTION)
    window.watch.begin()
    editor.lines.rows.paste()
    shown = window.until(lambda: editor.model.rowCount() >= count)
    gap = window.watch.longest
    figures = shown + window.until(lambda: is_reckoned(editor))
    gap = max(gap, window.watch.longest)
    page = figures + window.until(lambda: editor.preview.pages.reading.pages > 1)
    return {
        "paste shown": shown,
        "paste figures": figures,
        "paste page": page,
        "gap paste": max(gap, window.watch.longest),
    }


def is_reckoned(editor: DraftEditor) -> bool:
    """Say whether the figures are those of what stands there now."""
    latest, rows = editor.latest, editor.model.rows
    if latest is None or len(latest.written.keys) != len(rows):
        return False
    last = latest.written.content.lines[-1]
    return bool(last.description == rows[-1].texts[Field.DESCRIPTION])


def main(office: Path, *amounts: int) -> None:
    """Show the editor over an office and print what was measured."""
    app = QApplication(sys.argv[:1])
    theme().attach(app)
    speak("fi", "FI")
    window, frame = Window(office, wants="window"), QMainWindow()
    frame.resize(1280, 800)
    frame.setCentralWidget(QWidget())
    frame.show()
    QTest.qWaitForWindowActive(frame)
    tell(**measured(window, frame, *amounts))
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
