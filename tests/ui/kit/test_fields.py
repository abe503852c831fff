"""Fields: what an office types, and what it means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, PercentEdit, TextEdit
from app.ui.kit.texts import speak
from tests.ui.keys import press, type_in

TODAY = date(2026, 3, 10)


def today() -> date:
    return TODAY


@pytest.mark.parametrize(
    ("language", "typed", "value", "shown"),
    [
        ("fi", "12*3,5", Decimal(42), "42,00"),
        ("fi", "1234,5", Decimal("1234.5"), "1 234,50"),
        ("en", "(2+3)*4", Decimal(20), "20.00"),
        ("en", "1,234.5", Decimal("1234.5"), "1,234.50"),
        ("fi", "129,9 €", Decimal("129.9"), "129,90"),
    ],
)
def test_an_amount_takes_sums_in_every_language(
    qtbot: QtBot, language: str, typed: str, value: Decimal, shown: str
) -> None:
    speak(language, "FI")
    field = MoneyEdit("EUR")
    qtbot.addWidget(field)

    type_in(field, typed)
    field.editingFinished.emit()

    assert field.value() == value
    assert field.text().replace("\u00a0", " ") == shown


def test_a_number_that_is_none_is_told_from_an_empty_one(qtbot: QtBot) -> None:
    field = NumberEdit(3)
    qtbot.addWidget(field)
    empty = (field.value(), field.is_readable())

    type_in(field, "12,5x")

    assert empty == (None, True)
    assert (field.value(), field.is_readable()) == (None, False)
    field.editingFinished.emit()
    assert field.text() == "12,5x"


def test_no_digit_of_an_amount_is_lost_in_showing_it(qtbot: QtBot) -> None:
    field = MoneyEdit("EUR")
    qtbot.addWidget(field)

    field.put(Decimal("0.005"))
    shown = field.value()
    field.setText("1.2345678")
    field.editingFinished.emit()

    assert shown == Decimal("0.005")
    assert field.text() == "1.2345678"
    assert not field.is_readable()


@pytest.mark.parametrize("typed", ["25,5", "25,5 %", "25,5%"])
def test_a_percentage_may_carry_its_sign(qtbot: QtBot, typed: str) -> None:
    speak("fi")
    field = PercentEdit(4)
    qtbot.addWidget(field)

    type_in(field, typed)

    assert field.value() == Decimal("25.5")


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ("3.4", date(2026, 4, 3)),
        ("+14", date(2026, 3, 24)),
        ("t", date(2026, 3, 10)),
        ("m", date(2026, 3, 1)),
        ("mm", date(2026, 2, 1)),
        ("h", date(2026, 3, 31)),
        ("hh", date(2026, 4, 30)),
        ("y", date(2026, 1, 1)),
        ("yy", date(2025, 1, 1)),
        ("r", date(2026, 12, 31)),
        ("w", date(2026, 3, 9)),
        ("k", date(2026, 3, 15)),
        ("+", date(2026, 3, 11)),
        ("++-", date(2026, 3, 11)),
        ("h+", date(2026, 4, 1)),
        ("", None),
    ],
)
def test_a_day_is_typed_as_in_quickbooks(qtbot: QtBot, keys: str, day: date | None) -> None:
    speak("fi", "FI")
    field = DateEdit(today)
    qtbot.addWidget(field)

    type_in(field, keys)

    assert field.value() == day
    assert field.is_readable()


def test_an_impossible_day_is_not_readable(qtbot: QtBot) -> None:
    speak("fi", "FI")
    field = DateEdit(today)
    qtbot.addWidget(field)

    type_in(field, "31.2.2026")

    assert (field.value(), field.is_readable()) == (None, False)


def test_a_thai_day_is_written_in_the_buddhist_year(qtbot: QtBot) -> None:
    speak("th", "TH")
    field = DateEdit(today)
    qtbot.addWidget(field)

    field.put(TODAY)

    assert "2569" in field.text()
    assert field.value() == TODAY


def test_letters_in_the_middle_of_a_day_are_letters(qtbot: QtBot) -> None:
    speak("en", "FI")
    field = DateEdit(today)
    qtbot.addWidget(field)

    type_in(field, "1")
    field.setText("12 ")
    type_in(field, "M")

    assert field.text() == "12 M"


def test_putting_a_value_is_not_typing(qtbot: QtBot) -> None:
    field = TextEdit()
    qtbot.addWidget(field)
    typed: list[object] = []
    field.edited.connect(lambda: typed.append(None))

    field.put("Lumo")
    assert typed == []

    type_in(field, "x")
    assert field.value() == "xLumo"
    assert len(typed) == 1


def test_a_choice_keeps_what_was_chosen_when_the_offer_changes(qtbot: QtBot) -> None:
    field: ChoiceEdit[str] = ChoiceEdit([("fi", "Finland"), ("th", "Thailand")])
    qtbot.addWidget(field)
    field.put("th")

    field.offer([("de", "Germany"), ("th", "Thailand")])
    kept = field.value()
    field.put("none such")

    assert (kept, field.value()) == ("th", "th")


def test_a_choice_is_made_by_its_first_letters(qtbot: QtBot) -> None:
    field: ChoiceEdit[str] = ChoiceEdit([("fi", "Finland"), ("th", "Thailand")])
    qtbot.addWidget(field)
    field.show()

    press(field, Qt.Key.Key_T)

    assert field.value() == "th"


def test_the_wheel_over_a_choice_scrolls_the_page_instead(qtbot: QtBot) -> None:
    field: ChoiceEdit[str] = ChoiceEdit([("fi", "Finland"), ("th", "Thailand")])
    qtbot.addWidget(field)
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003  Qt's own order
    )

    QApplication.sendEvent(field, turn)

    assert field.value() == "fi"
    assert not turn.isAccepted()
