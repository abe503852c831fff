"""Amounts typed in a dialog: what cannot be one is told there, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from app.domain.shared.quantities import QUANTITY_PLACES
from app.ui.kit.texts import _, formats

_SOME = Decimal(1).scaleb(-QUANTITY_PLACES)


def wrong_amounts(most: Sequence[tuple[str, Decimal]], words: Sequence[str]) -> str:
    """Return what is wrong with amounts, each of at most so much of what is named; else nothing.

    What is empty is none of it, but of one there must be some.
    """
    amounts = words[: len(most)]
    pairs = zip(most, amounts, strict=True)
    told = (wrong_amount(word, name, limit) for (name, limit), word in pairs)
    first = next(filter(None, told), "")
    if first or any(word.strip() for word in amounts):
        return first
    return _("Enter how much of one of them at least.")


def wrong_amount(word: str, name: str, most: Decimal, least: Decimal = _SOME) -> str:
    """Return what is wrong with an amount, or nothing; empty is none of it."""
    if not word.strip():
        return ""
    amount = formats().parse_decimal(word)
    if amount is None or amount < least or _places(amount) > QUANTITY_PLACES:
        return _("“{text}” is not an amount that can be taken.", text=word.strip())
    if amount > most:
        return _("{goods}: at most {most}.", goods=name, most=formats().plain(most))
    return ""


def _places(amount: Decimal) -> int:
    exponent = amount.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else QUANTITY_PLACES + 1
