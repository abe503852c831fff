"""A list, written to a CSV or XLSX file that the clerk names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language, many

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.exports import Exported

KINDS = "CSV (*.csv);;XLSX (*.xlsx)"


class Saving(QObject):
    """Saves the list of a page."""

    def __init__(self, shell: Shell, page: QWidget, kinds: str = KINDS) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self._kinds = kinds

    def ask(self, name: str, export: Callable[..., Any], *wanted: object, **also: object) -> None:
        """Ask for a file and write what is wanted to it; say how many rows were written."""
        target, _kind = QFileDialog.getSaveFileName(
            self._page, _("Export the list"), f"{name}.csv", self._kinds
        )
        if target:
            more = {**also, "language": language(), "replace": True}
            self._shell.client.ask(self._written, export, Path(target), *wanted, **more)

    def _written(self, exported: Exported) -> None:
        text = many(
            "{n} row written to {file}",
            "{n} rows written to {file}",
            exported.rows,
            file=exported.target.name,
        )
        self._shell.say(text)
