"""A window that dies while somebody types: run by a test, and killed by it.

python -m tests.ui.invoices.killed OFFICE     prints the invoice's id once its texts are kept
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from app.outside.clock import FixedClock
from app.services import welcome
from app.services.permissions import Actor
from app.ui.actions import with_modules
from app.ui.invoices.page import InvoicePage
from app.ui.kit.actions import ActionBook
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.settings import Settings
from app.ui.kit.shell import Shell
from app.ui.kit.theme import theme

TODAY = date(2026, 3, 10)
FOREVER = 3_600_000


def main(office: Path) -> None:
    """Open a new invoice, type a line, tell when it is kept, and wait for the end."""
    app = QApplication(sys.argv[:1])
    theme().attach(app)
    opened = welcome.open_office(office, FixedClock(TODAY), Actor("Aino"))
    shell = Shell(OfficeClient(opened, Lanes()), ActionBook(with_modules(())), Settings())
    page, frame = InvoicePage(shell, None), QMainWindow()
    frame.setCentralWidget(page)
    frame.show()
    QTest.qWaitForWindowActive(frame)
    while page.editor is None:
        QTest.qWait(5)
    lines = page.editor.lines
    lines.setFocus()
    for sign in "Half a wo":
        QTest.keyClicks(app.focusWidget() or lines, sign)
    while not page.keeper.is_kept or shell.client.lanes.commands.is_busy:
        QTest.qWait(5)
    print(page.invoice_id, flush=True)  # noqa: T201  the test reads it
    QTest.qWait(FOREVER)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
