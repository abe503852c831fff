"""Behind a move: the paper it was made by, else the entry that booked it, opened by Enter."""

from __future__ import annotations

from app.domain.shared.ids import EntryId, MoveId
from app.services import goods_trail
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

PAGES = {
    "delivery": "delivery",
    "goods-return": "goods-return",
    "receipt": "goods-receipt",
    "stock-count": "stock-count",
}
"""The pages that show papers, by the names that moves give them."""


class Behind:
    """Opens what stands behind moves."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def open(self, source: str, move_id: int) -> None:
        """Open the paper of a move, else its entry in the books."""
        kind, _sep, record = source.partition(":")
        if kind in PAGES and record.isdigit():
            self._shell.open(PAGES[kind], int(record))
        else:
            self._shell.client.ask(self._open_entry, goods_trail.entry_of, MoveId(move_id))

    def _open_entry(self, entry_id: EntryId | None) -> None:
        if entry_id is None:
            self._shell.say(_("The move changed no value: nothing was booked for it."))
        else:
            self._shell.open("entry", entry_id)
