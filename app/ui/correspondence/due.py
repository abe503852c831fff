"""What is due today: told when it changes, for the number beside the module and on the strips."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.shared.refusals import OfficeError
from app.services.letters_due import DueToday, due_today
from app.ui.kit.shell import Shell

_TABLES = frozenset({"letter_in", "follow_up", "mail", "quote"})


class DueCount(QObject):
    """Counts what is due, now and after every change; ``told(DueToday)``."""

    told = Signal(object)

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent or shell)
        self._shell = shell
        shell.client.changed.connect(self._news)

    def ask(self) -> None:
        """Count what is due."""
        self._shell.client.ask_or(self._tell, self._leave, due_today)

    def show_beside_module(self) -> None:
        """Show the number beside the name of the module from now on."""
        self.told.connect(self._count)
        self.ask()

    def _count(self, due: DueToday) -> None:
        self._shell.count("letters", due.all)

    def _tell(self, due: DueToday) -> None:
        self.told.emit(due)

    def _leave(self, error: OfficeError) -> None:
        """Say nothing to somebody who may not read letters."""

    def _news(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.ask()
