"""Arithmetic in a field: what a clerk types into an amount, read as an exact decimal.

Nothing is evaluated by Python: signs and numbers are read one by one, and the length, the depth
and the size of the result are limited.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException

LONGEST = 100
DEEPEST = 20
LARGEST = Decimal(10) ** 40
QUOTIENT_PLACES = 6

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\t", " "),
        **dict.fromkeys("−–", "-"),
        **dict.fromkeys("×·", "*"),
        "÷": "/",
        "’": "'",
        **{chr(0x0E50 + digit): str(digit) for digit in range(10)},
    }
)
_NUMBER = r"[.,]?[0-9](?:[0-9.,']| (?=[0-9]))*"
_TOKEN = re.compile(rf" *(?:({_NUMBER})|([-+*/()])) *")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_WHOLE = re.compile(r"[0-9]*|[0-9]{1,3}(?:([ '.,])[0-9]{3})(?:\1[0-9]{3})*")


class _Unreadable(Exception):
    """The text is no sum that we can read."""


def reckoned(text: str, decimal: str, group: str) -> Decimal | None:
    """Return what the text comes to, or None where it is no number and no sum.

    ``decimal`` and ``group`` are the marks of the clerk's language; the other marks are
    understood where they cannot be mistaken. A quotient is rounded to six places, half up.
    """
    plain = text.translate(_PLAIN).strip()
    if not plain or len(plain) > LONGEST:
        return None
    try:
        return _Sum(plain, decimal, group).value()
    except (_Unreadable, DecimalException):
        return None


def number_in(text: str, decimal: str, group: str) -> Decimal | None:
    """Return one number as it is written, without signs, or None where its groups are wrong."""
    point = _point(text, decimal, group)
    whole, fraction = (text, "") if point < 0 else (text[:point], text[point + 1 :])
    if not _WHOLE.fullmatch(whole) or (fraction and not fraction.isdigit()):
        return None
    digits = re.sub(r"[^0-9]", "", whole)
    return Decimal(f"{digits or 0}.{fraction or 0}") if fraction else Decimal(digits or 0)


def _point(text: str, decimal: str, group: str) -> int:
    """Return where the decimal mark stands, -1 where there is none.

    Of two kinds of marks the last is the decimal one; a mark that is repeated groups; a single
    mark is decimal unless it is the language's own group mark before exactly three digits.
    """
    places = [place for place, sign in enumerate(text) if sign in ".,"]
    kinds = {text[place] for place in places}
    if len(kinds) == 1 and len(places) > 1:
        return -1
    if len(places) == 1 and text[places[0]] == group != decimal and _GROUPED.fullmatch(text):
        return -1
    return places[-1] if places else -1


class _Sum:
    """Reads a sum from left to right: products before sums, brackets before both."""

    def __init__(self, text: str, decimal: str, group: str) -> None:
        self._marks = (decimal, group)
        self._tokens = list(_tokens(text))
        self._depth = 0
        self._context = Context(prec=60, rounding=ROUND_HALF_UP, Emax=999, Emin=-999)

    def value(self) -> Decimal:
        found = self._terms()
        if self._tokens or abs(found) >= LARGEST:
            raise _Unreadable
        return found or abs(found)

    def _terms(self) -> Decimal:
        found = self._factors()
        while (sign := self._take("+", "-")) is not None:
            reckon = self._context.add if sign == "+" else self._context.subtract
            found = reckon(found, self._factors())
        return found

    def _factors(self) -> Decimal:
        found = self._factor()
        while (sign := self._take("*", "/")) is not None:
            right = self._factor()
            found = (
                self._context.multiply(found, right) if sign == "*" else self._over(found, right)
            )
        return found

    def _over(self, upper: Decimal, lower: Decimal) -> Decimal:
        quotient = self._context.divide(upper, lower)
        if -int(quotient.as_tuple().exponent) > QUOTIENT_PLACES:
            return quotient.quantize(Decimal(1).scaleb(-QUOTIENT_PLACES), context=self._context)
        return quotient

    def _factor(self) -> Decimal:
        self._depth += 1
        if self._depth > DEEPEST or not self._tokens:
            raise _Unreadable
        found = self._signed_or_bracketed()
        self._depth -= 1
        return found

    def _signed_or_bracketed(self) -> Decimal:
        word = self._tokens.pop(0)
        if word in "+-":
            found = self._factor()
            return found if word == "+" else found.copy_negate()
        if word == "(":
            found = self._terms()
            if self._take(")") is None:
                raise _Unreadable
            return found
        number = number_in(word, *self._marks) if word not in "*/)" else None
        if number is None:
            raise _Unreadable
        return number

    def _take(self, *signs: str) -> str | None:
        return self._tokens.pop(0) if self._tokens and self._tokens[0] in signs else None


def _tokens(text: str) -> list[str]:
    found, place = [], 0
    while place < len(text):
        word = _TOKEN.match(text, place)
        if word is None:
            raise _Unreadable
        found.append(word[1] or word[2])
        place = word.end()
    return found
