"""Refusals: what the office refuses is told where it is seen, with the ways out of it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.shared.refusals import Conflict, Invalid, OfficeError
from app.ui.kit.dialogs import tell_error
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from app.ui.kit.toast import Toast

_STOPPED = "office.cancelled"
"""The refusal of work that the clerk stopped: a dialog would tell what is known."""
_FULL, _READ_ONLY = "storage.disk-full", "office.read-only"
"""What a strip over the page tells as long as it holds: a dialog at each key would be too much."""
_NOT_ENOUGH = "stock.not-enough"
_SHUT_OUT = "users.shut-out"


class Refusals(QObject):
    """Tells what a shell refuses over a window."""

    def __init__(self, window: QWidget, shell: Shell, toast: Toast) -> None:
        super().__init__(shell)
        self._window = window
        self._shell = shell
        self._toast = toast
        shell.refused.connect(self.tell)
        shell.lacked.connect(self.lack)

    def tell(self, error: OfficeError) -> None:
        """Tell what could not be done: a slip in a line, all else in a dialog."""
        is_full = error.code == _FULL or (error.code == _READ_ONLY and _is_full(error))
        if error.code == _SHUT_OUT:
            self._shell.book.action("office.lock").trigger()
        elif isinstance(error, Invalid) or error.code == _STOPPED or is_full:
            self._toast.tell(error_sentence(error).what)
        elif error.code == _NOT_ENOUGH:
            from app.ui.kit.lacking import lacking_of  # noqa: PLC0415  loads the stock's domain

            self.lack(lacking_of(error))
        elif isinstance(error, Conflict):
            from app.ui.clash_dialog import tell_clash  # noqa: PLC0415  only where two were at work

            tell_clash(self._window, self._shell, error)
        else:
            tell_error(self._window, error)

    def lack(self, lacking: object) -> None:
        """Offer the ways out where a place holds too little."""
        from app.ui.kit.lacking import Lacking  # noqa: PLC0415  as above
        from app.ui.stock.ways_out import offer_ways  # noqa: PLC0415  as above

        if isinstance(lacking, Lacking):
            offer_ways(self._shell, self._window, lacking)


def _is_full(error: OfficeError) -> bool:
    return error.facts.get("why") == "disk-full"
