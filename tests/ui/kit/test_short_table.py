from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.lang.texts import mark
from app.ui.kit.short_table import ShortTable, SumLine
from app.ui.kit.table import Column
from tests.ui.keys import press


@dataclass(frozen=True, slots=True)
class Fruit:
    id: int
    name: str
    weight: int


COLUMNS: tuple[Column[Fruit], ...] = (
    Column(mark("Name"), lambda row: row.name, sort="name"),
    Column(mark("Amount"), lambda row: str(row.weight), sort="weight", right=True),
)
KEYS = {"name": lambda row: row.name, "weight": lambda row: row.weight}
PEAR, APPLE, FIG = Fruit(1, "Pear", 30), Fruit(2, "Apple", 20), Fruit(3, "Fig", 5)


@pytest.fixture
def table(qtbot: QtBot) -> ShortTable[Fruit]:
    table: ShortTable[Fruit] = ShortTable("Fruit", COLUMNS, KEYS)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    table.show_rows([PEAR, APPLE, FIG])
    return table


def names(table: ShortTable[Fruit]) -> list[str]:
    return [table.rows.index(row, 0).data() for row in range(table.rows.rowCount())]


def test_rows_stand_as_given_until_a_header_is_clicked(table: ShortTable[Fruit]) -> None:
    QAbstractItemModelTester(table.rows)
    before = names(table)

    table.horizontalHeader().sectionClicked.emit(0)
    rising = names(table)
    table.horizontalHeader().sectionClicked.emit(0)

    assert before == ["Pear", "Apple", "Fig"]
    assert rising == ["Apple", "Fig", "Pear"]
    assert names(table) == ["Pear", "Fig", "Apple"]


def test_the_cursor_stays_on_its_record(table: ShortTable[Fruit]) -> None:
    table.choose(FIG.id)

    table.show_rows([FIG, PEAR])
    assert table.chosen_id() == FIG.id
    table.show_rows([PEAR])

    assert table.chosen_id() == PEAR.id
    assert table.row_of(FIG.id) is None


def test_enter_opens_the_record_under_the_cursor(qtbot: QtBot, table: ShortTable[Fruit]) -> None:
    with qtbot.waitSignal(table.opened) as opened:
        press(table, Qt.Key.Key_Return)

    assert opened.args == [PEAR.id]


def test_one_row_chosen_copies_all_and_several_copy_themselves(table: ShortTable[Fruit]) -> None:
    assert table.copy_rows() == 3
    press(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert table.copy_rows() == 2
    assert QGuiApplication.clipboard().text() == "Name\tAmount\nPear\t30\nApple\t20"


def test_thousands_of_rows_come_back_when_they_are_looked_at(
    qtbot: QtBot, table: ShortTable[Fruit]
) -> None:
    table.show_rows([Fruit(n, f"Fruit {n}", n) for n in range(12_000)])

    def first() -> str:
        return str(table.rows.index(0, 0).data())

    qtbot.waitUntil(lambda: first() == "Fruit 0")


def test_sums_stand_under_their_columns(qtbot: QtBot, table: ShortTable[Fruit]) -> None:
    table.give_room("Name")
    sums = SumLine(table)
    qtbot.addWidget(sums)
    sums.resize(400, 40)
    before = sums.grab().toImage()

    sums.show_sums({"Name": "Total", "Amount": "55"})

    assert sums.accessibleName() == "Sum: Name Total, Amount 55"
    assert sums.grab().toImage() != before
