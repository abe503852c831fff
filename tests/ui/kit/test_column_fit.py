"""Columns that fit: as wide as their words, one takes the rest, and what was chosen stays."""

from __future__ import annotations

from dataclasses import dataclass
from unittest.mock import Mock

import pytest
from pytestqt.qtbot import QtBot

from app.lang.texts import mark
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column, TableModel
from app.ui.kit.theme import Density, Look, theme


@dataclass(frozen=True, slots=True)
class Sum:
    id: int
    name: str
    amount: str


COLUMNS: tuple[Column[Sum], ...] = (
    Column(mark("Name"), lambda row: row.name, width=100),
    Column(mark("Text"), lambda row: row.name, width=160, is_roomy=True),
    Column(mark("Amount"), lambda row: row.amount, right=True, width=60),
)
NAME, TEXT, AMOUNT = range(3)
LONG = "1 234 567 890 123,45 €"


@pytest.fixture
def table(qtbot: QtBot) -> ShortTable[Sum]:
    table: ShortTable[Sum] = ShortTable("Sums", COLUMNS)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    table.show_rows([Sum(1, "Aamu", "1,00 €")])
    return table


def whole(table: ShortTable[Sum]) -> int:
    return sum(table.columnWidth(place) for place in range(3))


def test_an_amount_is_never_cut_and_the_roomy_column_gives_way(table: ShortTable[Sum]) -> None:
    before = table.columnWidth(AMOUNT)

    table.show_rows([Sum(1, "Aamu", LONG)])

    assert table.columnWidth(AMOUNT) > table.fontMetrics().horizontalAdvance(LONG) > before
    assert whole(table) == table.viewport().width()


def test_columns_grow_and_do_not_shrink_again(table: ShortTable[Sum]) -> None:
    table.show_rows([Sum(1, "Aamu", LONG)])
    wide = table.columnWidth(AMOUNT)

    table.show_rows([Sum(1, "Aamu", "1,00 €")])

    assert table.columnWidth(AMOUNT) == wide


def test_long_words_have_a_limit(table: ShortTable[Sum]) -> None:
    table.show_rows([Sum(1, "Aamu " * 40, "1,00 €")])

    assert table.columnWidth(NAME) == 150


def test_a_small_table_keeps_the_roomy_column_readable(table: ShortTable[Sum]) -> None:
    table.resize(200, 300)

    assert table.columnWidth(TEXT) == 140
    assert table.horizontalScrollBar().maximum() > 0


def test_a_width_that_was_chosen_stays_until_it_is_forgotten(table: ShortTable[Sum]) -> None:
    table.setColumnWidth(AMOUNT, 90)
    table.show_rows([Sum(1, "Aamu", LONG)])
    chosen = table.columnWidth(AMOUNT)

    table.fit.forget()

    assert chosen == 90
    assert table.columnWidth(AMOUNT) > table.fontMetrics().horizontalAdvance(LONG)


def test_hiding_a_column_chooses_nothing_and_gives_its_room_away(table: ShortTable[Sum]) -> None:
    table.setColumnHidden(NAME, True)  # noqa: FBT003  Qt's own signature
    table.fit.fit()

    assert table.fit.chosen == set()
    assert table.columnWidth(TEXT) + table.columnWidth(AMOUNT) == table.viewport().width()


def test_chosen_widths_grow_with_the_text(table: ShortTable[Sum]) -> None:
    table.setColumnWidth(AMOUNT, 90)

    theme().wear(Look.LIGHT, Density.NORMAL, 200, still=True)

    assert table.columnWidth(AMOUNT) == 180


NARROWING: tuple[Column[Sum], ...] = (
    Column(mark("Name"), lambda row: row.name, width=60, is_roomy=True),
    Column(mark("Text"), lambda row: row.name, width=60),
    Column(mark("Day"), lambda row: row.amount, width=40, is_whole=True),
    Column(mark("Role"), lambda row: row.name, width=60, is_spare=True),
)
WORDS = "Ljusverket i Stockholm AB"


@pytest.fixture
def narrowing(qtbot: QtBot) -> ShortTable[Sum]:
    table: ShortTable[Sum] = ShortTable("Sums", NARROWING)
    qtbot.addWidget(table)
    table.resize(800, 300)
    table.show()
    table.show_rows([Sum(1, WORDS, "10 March 2026")])
    return table


def test_words_give_way_before_anything_is_out_of_sight(narrowing: ShortTable[Sum]) -> None:
    needed = narrowing.fontMetrics().horizontalAdvance("10 March 2026")
    before = narrowing.columnWidth(1)

    narrowing.resize(needed + 235, 300)

    assert narrowing.columnWidth(1) < before
    assert narrowing.columnWidth(2) > needed
    shown = sum(narrowing.columnWidth(place) for place in range(4))
    assert shown <= narrowing.viewport().width()


def test_a_spare_column_steps_aside_until_there_is_room(narrowing: ShortTable[Sum]) -> None:
    needed = narrowing.fontMetrics().horizontalAdvance("10 March 2026")
    narrowing.resize(needed + 160, 300)
    assert narrowing.isColumnHidden(3)
    assert narrowing.fit.shows(3)
    narrowing.resize(800, 300)
    assert not narrowing.isColumnHidden(3)

    narrowing.fit.want(3, wanted=False)
    narrowing.resize(700, 300)

    assert narrowing.isColumnHidden(3)
    assert not narrowing.fit.shows(3)


def test_a_fitting_measures_every_cell_once(
    narrowing: ShortTable[Sum], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = narrowing.model()
    assert isinstance(model, TableModel)
    cell = Mock(wraps=model.cell)
    monkeypatch.setattr(model, "cell", cell)

    narrowing.fit.fit()

    asked = [call.args for call in cell.call_args_list]
    assert asked
    assert len(asked) == len(set(asked))
