"""A flow: lines break where there is no more room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.kit.flow import Flow


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    box = QWidget()
    flow = Flow(4, box)
    for text in ("All", "Drafts", "Open", "Paid"):
        flow.addWidget(QPushButton(text))
    qtbot.addWidget(box)
    box.show()
    return box


def tops(box: QWidget) -> list[int]:
    return [button.y() for button in box.findChildren(QPushButton)]


def test_with_room_all_stand_on_one_line(box: QWidget) -> None:
    layout = box.layout()
    assert layout is not None

    box.resize(layout.sizeHint().width(), 200)

    assert len(set(tops(box))) == 1


def test_without_room_lines_break_and_height_grows(box: QWidget) -> None:
    layout = box.layout()
    assert layout is not None
    box.resize(layout.sizeHint().width() // 2, 200)

    assert len(set(tops(box))) > 1
    assert layout.heightForWidth(box.width()) > layout.heightForWidth(2000)


def test_what_is_hidden_takes_no_room(box: QWidget) -> None:
    layout = box.layout()
    assert layout is not None
    before = layout.sizeHint().width()

    box.findChildren(QPushButton)[1].hide()

    assert layout.sizeHint().width() < before
    assert layout.count() == 4
    assert layout.itemAt(9) is None
    assert layout.takeAt(9) is None
