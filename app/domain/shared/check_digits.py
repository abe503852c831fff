"""Check digits: what the last digits of a number must be, given those before them."""

from __future__ import annotations

_FINNISH = (7, 9, 10, 5, 8, 4, 2)


def business_id(body: str) -> str | None:
    """Return the check digit of seven digits of a Finnish business id; some have none."""
    weighed = sum(int(digit) * weight for digit, weight in zip(body, _FINNISH, strict=True))
    check = -weighed % 11
    return None if check == 10 else str(check)


def thai(body: str) -> str:
    """Return the check digit of twelve digits of a Thai tax or national id."""
    weighed = sum(int(digit) * (13 - place) for place, digit in enumerate(body))
    return str((11 - weighed % 11) % 10)


def german_vat(body: str) -> str:
    """Return the check digit of eight digits of a German VAT id (ISO 7064 mod 11, 10)."""
    product = 10
    for digit in body:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return str((11 - product) % 10)


def gtin(body: str) -> str:
    """Return the check digit of a GTIN (GS1: weights 3 and 1 from the right)."""
    weighed = sum(
        int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(body))
    )
    return str(-weighed % 10)


def mod_97(body: str) -> str:
    """Return the two check digits that follow digits and letters (ISO 7064 mod 97-10)."""
    number = int("".join(str(int(char, 36)) for char in f"{body}00"))
    return f"{98 - number % 97:02}"
