from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.documents.pdf.tags import Tag, heading, instead, spoken


@given(st.lists(st.integers(1, 3)))
def test_no_level_of_a_heading_is_left_out(wanted: list[int]) -> None:
    root = Tag()

    levels = [int(root.add("Sect").headed(level).role[1]) for level in wanted]

    before = 0
    for level, asked in zip(levels, wanted, strict=True):
        assert level <= min(asked, before + 1)
        before = level


def test_a_part_of_which_nothing_is_drawn_is_known_as_such() -> None:
    root = Tag()
    table = root.add("Table")
    table.add("TR").add("TD")

    assert not root.is_drawn
    table.add("TR").add("TD").mark(0, 7)
    assert root.is_drawn


def test_a_row_has_cells_while_it_is_drawn_and_forgets_them_when_it_is_written() -> None:
    row = Tag().add("Table").row(("TH", ""), ("TH", heading(2)))

    first = row.cells
    assert [cell.role for cell in first] == ["TH", "TH"] and row.cells is first
    row.close()
    assert row.is_drawn and row.kids == []


def test_entries_hold_any_text() -> None:
    assert instead("ฏ)").startswith("/Alt<FEFF0E0F") and spoken("fi") == "/Lang<FEFF00660069>"
