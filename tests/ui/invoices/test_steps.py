"""Steps of typing: whatever is done can be undone and done again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.invoices.rows import Field, RowText, a_row
from app.ui.invoices.steps import MOST, Splice, Steps


class Sheet:
    """Rows that steps are done to."""

    def __init__(self) -> None:
        self.rows: list[RowText] = [a_row("first")]
        self.steps = Steps(self._apply)

    def _apply(self, splice: Splice) -> Splice:
        taken = self.rows[splice.place : splice.place + splice.count]
        self.rows[splice.place : splice.place + splice.count] = splice.rows
        return Splice(splice.place, len(splice.rows), tuple(taken), splice.cell)

    def texts(self) -> list[str]:
        return [row.texts[Field.DESCRIPTION] for row in self.rows]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2), st.integers(0, 3)), max_size=30))
def test_every_step_can_be_taken_back_and_done_again(edits: list[tuple[int, int, int]]) -> None:
    sheet = Sheet()
    seen = [list(sheet.rows)]
    for place, count, rows in edits:
        sheet.steps.do(
            Splice(min(place, len(sheet.rows)), count, tuple(a_row("x") for _ in range(rows)))
        )
        seen.append(list(sheet.rows))

    for before in reversed(seen[:-1]):
        assert sheet.steps.undo()
        assert sheet.rows == before
    for after in seen[1:]:
        assert sheet.steps.redo()
        assert sheet.rows == after
    assert not sheet.steps.redo()


def test_strokes_in_one_cell_are_one_step() -> None:
    sheet = Sheet()
    row = sheet.rows[0]

    for text in ("L", "La", "Lamp"):
        sheet.steps.do(Splice(0, 1, (row.typed(Field.DESCRIPTION, text),), (row.key, 0)))
    sheet.steps.undo()

    assert sheet.texts() == ["first"]


def test_another_visit_of_the_cell_is_another_step() -> None:
    sheet = Sheet()
    row = sheet.rows[0]

    sheet.steps.do(Splice(0, 1, (row.typed(Field.DESCRIPTION, "Lamp"),), (row.key, 0)))
    sheet.steps.end()
    sheet.steps.do(Splice(0, 1, (row.typed(Field.DESCRIPTION, "Cable"),), (row.key, 0)))
    sheet.steps.undo()

    assert sheet.texts() == ["Lamp"]


def test_the_last_hundred_steps_are_remembered() -> None:
    sheet = Sheet()
    for _step in range(MOST + 10):
        sheet.steps.do(Splice(0, 0, (a_row(),)))

    undone = 0
    while sheet.steps.undo():
        undone += 1

    assert undone == MOST


def test_nothing_is_undone_after_clearing() -> None:
    sheet = Sheet()
    sheet.steps.do(Splice(0, 0, (a_row(),)))

    sheet.steps.clear()

    assert not sheet.steps.undo()
