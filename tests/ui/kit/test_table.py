"""The table model: blank until rows come, blocks fetched once, spines replaced without a blink."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.ui.kit.table import BLOCK, Answer, Column, TableModel

DISPLAY = Qt.ItemDataRole.DisplayRole


@dataclass(frozen=True)
class Row:
    id: int
    name: str


COLUMNS: tuple[Column[Row], ...] = (
    Column("Id", lambda row: str(row.id), right=True, sort="id"),
    Column("Name", lambda row: row.name, tone=lambda _row: "good"),
)


class Office:
    """Answers when it is told to, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, ...]] = []
        self._waiting: list[tuple[tuple[int, ...], Answer[Row]]] = []
        self.names: dict[int, str] = {}

    def fetch(self, ids: tuple[int, ...], answer: Answer[Row]) -> None:
        self.asked.append(ids)
        self._waiting.append((ids, answer))

    def answer(self) -> None:
        waiting, self._waiting = self._waiting, []
        for ids, answer in waiting:
            answer([Row(one, self.names.get(one, f"row {one}")) for one in ids if one >= 0])


@pytest.fixture
def office() -> Office:
    return Office()


@pytest.fixture
def model(qtbot: QtBot, office: Office) -> TableModel[Row]:
    model: TableModel[Row] = TableModel(COLUMNS, office.fetch)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    return model


def shown(model: TableModel[Row], row: int, column: int = 1) -> object:
    return model.index(row, column).data(DISPLAY)


def test_a_row_is_blank_until_its_block_has_come(model: TableModel[Row], office: Office) -> None:
    model.show(range(1000))

    assert shown(model, 0) == ""
    office.answer()
    assert shown(model, 0) == "row 0"


def test_a_block_is_asked_for_once_and_only_when_it_is_looked_at(
    model: TableModel[Row], office: Office
) -> None:
    model.show(range(1000))
    office.answer()
    office.asked.clear()

    for row in range(500, 500 + BLOCK):
        shown(model, row)

    assert office.asked == [tuple(range(500, 500 + BLOCK))]


def test_the_first_page_stands_at_once_and_the_whole_spine_follows(
    qtbot: QtBot, model: TableModel[Row], office: Office
) -> None:
    model.show_first([Row(number, f"first {number}") for number in range(BLOCK)])
    resets: list[object] = []
    model.modelReset.connect(lambda: resets.append(None))

    with qtbot.waitSignal(model.rowsInserted):
        model.show(array("q", range(5 * BLOCK)))

    assert shown(model, 3) == "first 3"
    assert model.rowCount() == 5 * BLOCK
    assert not resets


def test_a_first_page_that_fills_no_block_is_completed(
    model: TableModel[Row], office: Office
) -> None:
    model.show_first([Row(number, "first") for number in range(30)])

    model.show(range(60))
    shown(model, 59)
    office.answer()

    assert [shown(model, row) for row in (0, 29, 30, 59)] == ["row 0", "row 29", "row 30", "row 59"]


def test_a_change_keeps_the_old_text_until_the_new_one_has_come(
    model: TableModel[Row], office: Office
) -> None:
    model.show(range(10))
    shown(model, 0)
    office.answer()

    office.names[4] = "changed"
    model.show(range(10))

    assert shown(model, 4) == "row 4"
    office.answer()
    assert shown(model, 4) == "changed"


def test_an_answer_from_before_the_change_is_not_shown(
    model: TableModel[Row], office: Office
) -> None:
    model.show(range(10))
    shown(model, 0)

    model.show(range(10, 20))
    office.answer()
    shown(model, 0)
    office.answer()

    assert shown(model, 0) == "row 10"


def test_a_record_that_is_gone_stays_blank(model: TableModel[Row], office: Office) -> None:
    model.show([-1, 5])
    shown(model, 0)
    office.answer()

    assert [shown(model, 0), shown(model, 1)] == ["", "row 5"]


def test_only_so_many_blocks_are_kept(office: Office) -> None:
    model: TableModel[Row] = TableModel(COLUMNS, office.fetch)
    model.show(range(300 * BLOCK))

    for block in range(300):
        shown(model, block * BLOCK)
        office.answer()

    assert len(model._blocks) * BLOCK == 10_000


def test_there_is_no_row_past_the_end_and_none_is_asked_for(
    model: TableModel[Row], office: Office
) -> None:
    model.show(range(3))
    office.asked.clear()

    assert model.row_at(3 * BLOCK) is None
    assert office.asked == []


def test_rows_are_found_by_id_and_ids_by_row(model: TableModel[Row]) -> None:
    model.show([7, 3, 9])

    assert [model.id_at(1), model.row_of(9), model.row_of(8)] == [3, 2, -1]


def test_numbers_stand_at_the_right_in_cells_and_header(model: TableModel[Row]) -> None:
    model.show([1])
    role = Qt.ItemDataRole.TextAlignmentRole

    assert model.index(0, 0).data(role) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(0, Qt.Orientation.Horizontal, role) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, 1).data(role) & Qt.AlignmentFlag.AlignLeft


def test_a_million_rows_cost_eight_bytes_each(office: Office) -> None:
    model: TableModel[Row] = TableModel(COLUMNS, office.fetch)
    model.show(array("q", range(1_000_000)))

    assert model.rowCount(QModelIndex()) == 1_000_000
    assert model.ids().itemsize == 8


def test_only_rows_that_are_painted_are_written_and_only_once(qtbot: QtBot, office: Office) -> None:
    written: list[int] = []

    def name(row: Row) -> str:
        written.append(row.id)
        return row.name

    model: TableModel[Row] = TableModel((Column("Name", name),), office.fetch)
    model.show(range(1000))
    shown(model, 0, 0)
    office.answer()

    for row in (3, 4, 3):
        shown(model, row, 0)

    assert written == [3, 4]
