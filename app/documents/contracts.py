"""An agreed pay on paper, in the language of who reads it."""

from __future__ import annotations

from app.domain.employees.contract import Pay
from app.lang.formats import Formats
from app.lang.person_words import BASES
from app.lang.texts import Say


def pay_words(pay: Pay, say: Say, formats: Formats) -> str:
    """Return an agreed pay in words: how much, and for what."""
    return f"{formats.money(pay.amount.minor, pay.amount.currency)} {say(BASES[pay.basis.value])}"
