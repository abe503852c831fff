"""Lines that two people wrote become one list: nothing that either wrote is lost unasked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.shared.merging import Fate, Merged, merge
from app.domain.shared.merging import Side as Whose
from app.services import invoices
from app.services.office import Office
from app.ui.invoices import versions
from app.ui.invoices.rows import Field, RowText, a_row
from app.ui.invoices.versions import LINES, LineHeld, row_of
from tests.ui.invoices.clerk import Clerk
from tests.ui.invoices.conftest import Opened, Trade
from tests.ui.invoices.test_page import a_draft, editor_of
from tests.ui.invoices.test_rows import a_reader

READER = a_reader("en")
NUMBERS = st.integers(1, 99).map(str)
PRICES = st.integers(1, 99).map("{}.00".format)
WORDS = st.sampled_from(["Lamp", "Cable", "Desk", "Chair", "Freight", "Advice"])
CELLS = st.sampled_from([Field.QUANTITY, Field.PRICE, Field.DESCRIPTION])
ROWS = st.builds(a_row, WORDS, NUMBERS, st.just("pcs"), PRICES)
SHEETS = st.lists(ROWS, min_size=1, max_size=5).map(tuple)
Rows = tuple[RowText, ...]


def held(rows: Sequence[RowText], *, is_read: bool = False) -> dict[str, Any]:
    return {LINES: tuple(LineHeld(row, READER, is_read=is_read) for row in rows)}


def merged(base: Rows, mine: Rows, theirs: Rows, **picks: Whose) -> Merged[Any]:
    named = {f"{LINES}.{path.replace('_', '.')}": side for path, side in picks.items()}
    return merge(held(base), held(mine), held(theirs, is_read=True), named)


def texts(found: Merged[Any]) -> list[tuple[str, ...]]:
    return [row_of(line).texts for line in found.value[LINES]]


def typed(rows: Rows, place: int, field: Field, text: str) -> Rows:
    return (*rows[:place], rows[place].typed(field, text), *rows[place + 1 :])


LAMP, CABLE, DESK = (a_row(name, "1", "pcs", "10.00") for name in ("Lamp", "Cable", "Desk"))


def test_each_changed_another_line_and_both_changes_are_kept() -> None:
    base = (LAMP, CABLE, DESK)
    mine = typed(base, 0, Field.QUANTITY, "5")
    theirs = typed(base, 2, Field.PRICE, "9.50")

    found = merged(base, mine, theirs)

    assert not found.clashes
    assert texts(found) == [mine[0].texts, CABLE.texts, theirs[2].texts]


def test_the_same_cell_of_one_line_is_asked_and_the_pick_is_kept() -> None:
    base = (LAMP, CABLE)
    mine = typed(base, 1, Field.QUANTITY, "5")
    theirs = typed(base, 1, Field.QUANTITY, "4")

    (clash,) = merged(base, mine, theirs).clashes
    chosen = merged(base, mine, theirs, **{"1_quantity": Whose.THEIRS})

    assert clash.path == "lines.1.quantity"
    assert (clash.mine.text, clash.theirs.text) == ("5", "4")
    assert texts(chosen)[1][Field.QUANTITY] == "4"


def test_a_line_that_is_written_anew_from_end_to_end_is_still_the_same_line() -> None:
    base = (LAMP, CABLE, DESK)
    anew = replace(CABLE, texts=a_row("Advice", "7", "h", "80.00").texts)
    theirs = (*typed(base, 0, Field.PRICE, "11.00"), a_row("Freight", "1", "pcs", "5.00"))

    found = merged(base, (LAMP, anew, DESK), theirs)

    assert not found.clashes
    assert [text[0] for text in texts(found)] == ["Lamp", "Advice", "Desk", "Freight"]


def test_a_line_is_known_by_what_it_says_where_others_went_and_came() -> None:
    base = (LAMP, CABLE)
    theirs = (*typed((CABLE,), 0, Field.PRICE, "9.00"), a_row("Freight", "2", "h", "5.00", "", "0"))

    found = merged(base, base, theirs)

    assert not found.clashes
    assert {one.path: one.fate for one in found.parts} == {
        "lines.0": Fate.THEIRS,
        "lines.1.price": Fate.THEIRS,
        "lines.2": Fate.THEIRS,
    }


def test_a_line_removed_there_and_changed_here_is_asked() -> None:
    base = (LAMP, CABLE)

    (clash,) = merged(base, typed(base, 1, Field.QUANTITY, "5"), ((LAMP,))).clashes

    assert clash.path == "lines.1"


def test_a_number_written_in_another_way_is_no_change() -> None:
    base = (LAMP,)

    assert merged(base, typed(base, 0, Field.QUANTITY, "1.0"), (base)).parts == ()


def test_what_cannot_be_read_stays_as_it_was_typed() -> None:
    base = (LAMP, CABLE)
    theirs = typed(base, 0, Field.PRICE, "11.00")

    found = merged(base, typed(base, 1, Field.QUANTITY, "many"), theirs)

    assert texts(found)[1][Field.QUANTITY] == "many"


@given(SHEETS, SHEETS)
def test_what_only_one_of_them_wrote_is_the_result(base: Rows, other: Rows) -> None:
    ours, others = merged(base, other, (base)), merged(base, base, (other))

    assert not ours.clashes
    assert not others.clashes
    assert texts(ours) == texts(others) == [row.texts for row in other]


@given(SHEETS, st.lists(ROWS, max_size=2), st.lists(ROWS, max_size=2), st.data())
def test_lines_that_either_added_are_all_there(
    base: Rows, mine: list[RowText], theirs: list[RowText], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(base)))
    ours = (*base[:place], *mine, *base[place:])

    found = texts(merged(base, ours, ((*base, *theirs))))

    for row in (*base, *mine, *theirs):
        assert row.texts in found
    assert len(base) <= len(found) <= len(base) + len(mine) + len(theirs)


@given(SHEETS, SHEETS, st.data())
def test_one_cell_that_a_colleague_changed_is_taken_or_asked(
    base: Rows, rest: Rows, data: st.DataObject
) -> None:
    place, cell = data.draw(st.integers(0, len(base) - 1)), data.draw(CELLS)
    theirs = typed(base, place, cell, "77")
    gone = data.draw(st.sets(st.integers(0, len(base) - 1)))
    kept = [row for no, row in enumerate(base) if no not in gone]
    mine = (*kept, *rest)

    found = merged(base, mine, (theirs))

    is_changed = base[place].texts != theirs[place].texts
    if place in gone:
        assert [one.fate for one in found.parts if one.is_clash] == [Fate.CLASH] * is_changed
    else:
        assert not found.clashes
        assert texts(found)[: len(kept)][kept.index(base[place])][cell] == "77"


@given(SHEETS, st.data())
def test_two_words_for_one_cell_are_never_settled_unasked(base: Rows, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(base) - 1))
    mine = typed(base, place, Field.QUANTITY, "101")
    theirs = typed(base, place, Field.QUANTITY, "102")

    found = merged(base, mine, theirs)

    assert [one.path for one in found.clashes] == [f"lines.{place}.quantity"]
    assert merged(base, theirs, mine).clashes


def test_lines_are_put_in_words_only_where_two_versions_meet(
    opened: Opened, clerk: Clerk, office: Office, trade: Trade, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Mock(wraps=versions._cells)
    monkeypatch.setattr(versions, "_cells", put)
    draft = office.do(invoices.draft, a_draft(trade)).result
    page = opened(draft.id)

    editor_of(page).tail.note.setFocus()
    clerk.type("Mine")
    page.flush()
    clerk.settle()

    assert office.ask(invoices.get, draft.id).note == "Mine"
    assert not put.called
