"""The field of an early-payment discount reads what trade writes, and its own words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.domain.shared.early import NO_EARLY_PAYMENT, EarlyPayment
from app.domain.shared.quantities import Rate
from app.ui.kit.early_edit import EarlyEdit
from app.ui.kit.texts import speak
from tests.ui.keys import type_in

TWO = EarlyPayment(10, Rate(Decimal(2)))
HALF = EarlyPayment(7, Rate(Decimal("1.5")))


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [
        ("en", "2/10", TWO),
        ("en", "2 % 10", TWO),
        ("fi", "1,5/7", HALF),
        ("en", "1.5% within 7 days", HALF),
        ("en", "0", NO_EARLY_PAYMENT),
        ("en", "", None),
    ],
)
def test_per_cent_and_days_are_read(
    qtbot: QtBot, language: str, typed: str, meant: EarlyPayment | None
) -> None:
    speak(language, "FI")
    field = EarlyEdit()
    qtbot.addWidget(field)

    type_in(field, typed)

    assert field.is_readable()
    assert field.value() == meant
    speak("en", "FI")


@pytest.mark.parametrize("typed", ["2", "2/10/30", "two in ten", "-2/10", "2/1.5", "1.23456/10"])
def test_anything_else_stays_and_is_not_guessed(qtbot: QtBot, typed: str) -> None:
    field = EarlyEdit()
    qtbot.addWidget(field)

    type_in(field, typed)
    field.editingFinished.emit()

    assert (field.is_readable(), field.value()) == (False, None)
    assert field.text() == typed


@pytest.mark.parametrize("language", ["en", "fi", "th"])
def test_its_own_words_are_read_back(qtbot: QtBot, language: str) -> None:
    speak(language, "FI")
    field = EarlyEdit()
    qtbot.addWidget(field)

    for early in (TWO, HALF, EarlyPayment(1, Rate(Decimal(3)))):
        field.put(early)
        field.tidy()

        assert field.value() == early
    speak("en", "FI")
