"""Steps of typing: each is a splice of rows, and what undoes it is a splice, too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.ui.invoices.rows import RowText

MOST = 100
NO_CELL = (-1, -1)


@dataclass(frozen=True, slots=True)
class Splice:
    """At a place, so many rows give way to these; ``cell`` joins the strokes in one cell."""

    place: int
    count: int
    rows: tuple[RowText, ...]
    cell: tuple[int, int] = NO_CELL


class Steps:
    """Does splices, and takes back the last hundred of them; strokes in one cell are one step."""

    def __init__(self, apply: Callable[[Splice], Splice]) -> None:
        self._apply = apply
        self._undo: list[Splice] = []
        self._redo: list[Splice] = []

    def do(self, splice: Splice) -> None:
        """Do a splice and remember how to take it back."""
        back = self._apply(splice)
        self._redo.clear()
        is_going_on = bool(self._undo) and splice.cell == self._undo[-1].cell != NO_CELL
        if not is_going_on:
            self._undo.append(replace(back, cell=splice.cell))
            del self._undo[:-MOST]

    def end(self) -> None:
        """End the visit of a cell: what is typed there later is another step."""
        if self._undo:
            self._undo[-1] = replace(self._undo[-1], cell=NO_CELL)

    def undo(self) -> bool:
        """Take back the last step; says whether there was one."""
        return self._back(self._undo, self._redo)

    def redo(self) -> bool:
        """Do again what was taken back; says whether there was anything."""
        return self._back(self._redo, self._undo)

    def clear(self) -> None:
        """Forget all steps."""
        self._undo.clear()
        self._redo.clear()

    def _back(self, steps: list[Splice], others: list[Splice]) -> bool:
        if not steps:
            return False
        others.append(self._apply(steps.pop()))
        return True
