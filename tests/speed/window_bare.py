"""The limit of a start: a bare window with a table of a hundred rows read by the bare driver.

``python -m tests.speed.window_bare FILE KEY STATEMENT`` prints when its rows were painted.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

from tests.speed.window_start import Seen, peak, since_began, tell


class Last(Seen):
    """Tells the figures at the first paint and ends the process."""

    def _note(self) -> None:
        if not self.moment:
            self.moment = since_began()
            tell(painted=self.moment, rows=self.moment, peak=peak())
            QApplication.exit(0)


def main() -> int:
    """Show a hundred rows."""
    app = QApplication(sys.argv[:1])
    rows = read(*sys.argv[1:])
    window = QMainWindow()
    table = QTableWidget(len(rows), len(rows[0]))
    table.setHorizontalHeaderLabels([str(place) for place in range(len(rows[0]))])
    for at, row in enumerate(rows):
        for place, value in enumerate(row):
            item = QTableWidgetItem(str(value))
            item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter)
            table.setItem(at, place, item)
    window.menuBar().addMenu("File")
    window.setCentralWidget(table)
    window.resize(1200, 800)
    table.viewport().installEventFilter(Last("rows", window))
    window.show()
    return app.exec()


def read(file: str, key: str, statement: str) -> list[tuple[object, ...]]:
    """Return rows, read by the driver alone."""
    from sqlcipher3 import dbapi2 as driver  # noqa: PLC0415  a part of what is measured

    connection = driver.connect(f"file:{file}?mode=ro", uri=True)
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    found: list[tuple[object, ...]] = connection.execute(statement).fetchall()
    connection.close()
    return found


if __name__ == "__main__":
    sys.exit(main())
