"""A VAT code as a choice says its rate and its name in the window's language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.domain.shared.quantities import Rate
from app.services.products import VatChoice
from app.ui.kit.texts import speak
from app.ui.kit.vat_choices import vat_text

NAMES = {"en": "Standard", "fi": "Yleinen"}


@pytest.mark.parametrize(
    ("language", "choice", "shown"),
    [
        ("fi", VatChoice("standard", NAMES, Rate(Decimal("25.5"))), "25,5 % · Yleinen"),
        ("th", VatChoice("standard", NAMES, Rate(Decimal(7))), "7% · Standard"),
        ("en", VatChoice("own", {}, None), "own"),
    ],
)
def test_a_code_is_told_by_rate_and_name(language: str, choice: VatChoice, shown: str) -> None:
    speak(language, "FI")

    assert vat_text(choice).replace("\u00a0", " ") == shown
    speak("en", "FI")
