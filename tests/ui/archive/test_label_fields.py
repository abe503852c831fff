"""The fields of labels: a whole sheet is offered, from the place where the last ended."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.domain.archive.serials import Feed, RangeUse, SerialRange
from app.domain.shared.ids import SerialRangeId
from app.services.serials import LabelKind
from app.services.shelving import Stock
from app.ui.archive.label_fields import LabelFields, kind_text

L7160 = LabelKind("l7160", "Avery L7160", 3, 7, Decimal("63.5"), Decimal("38.1"))
L4731 = LabelKind("l4731", "Avery L4731", 7, 27, Decimal("25.4"), Decimal(10))
AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
TAKEN = SerialRange(SerialRangeId(7), 1, 5, RangeUse.LABELS, AT, "Anna")
STOCK = Stock((L7160, L4731), 6, (TAKEN,))


@pytest.fixture
def fields(qtbot: QtBot) -> LabelFields:
    fields = LabelFields()
    qtbot.addWidget(fields)
    fields.know(STOCK)
    return fields


def test_a_whole_sheet_of_new_numbers_is_offered(fields: LabelFields) -> None:
    assert fields.numbers(STOCK) == (6, 26)
    assert fields.feed() == Feed("l7160", 0, 0.0, 0.0)


def test_the_rest_of_a_sheet_that_was_begun_is_offered(fields: LabelFields) -> None:
    fields.start.put(Decimal(20))
    fields.kind.edited.emit()

    assert fields.numbers(STOCK) == (6, 7)
    assert fields.feed().skip == 19


def test_a_range_that_was_taken_keeps_its_numbers(fields: LabelFields) -> None:
    fields.again.put(TAKEN.id)
    fields.again.edited.emit()

    assert fields.numbers(STOCK) == (1, 5)
    assert not fields.count.isEnabled()


def test_what_was_chosen_stays_when_the_stock_is_read_again(fields: LabelFields) -> None:
    fields.kind.put("l4731")
    fields.choose(TAKEN)

    fields.know(STOCK)

    assert fields.kind.value() == "l4731"
    assert fields.numbers(STOCK) == (1, 5)


def test_a_sheet_is_named_with_its_size(fields: LabelFields) -> None:
    assert kind_text(L7160) == "Avery L7160 – 21 labels, 63.5 × 38.1 mm"
