"""Amounts in words, as they stand on cheques, receipts and Thai tax invoices.

Thai is our own, exact in whole numbers. English, Finnish and German take the cardinal from
num2words, mended where it is wrong, and the names of the currencies from here; a language that
num2words does not write correctly (Swedish) is answered in English.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from app.lang.formats import Amount, formats_in


class _Names(NamedTuple):
    """A currency and its hundredth part, for one and for several."""

    one: str
    several: str
    minor_one: str = ""
    minor_several: str = ""


_NAMES = {
    "en": {
        "EUR": _Names("euro", "euros", "cent", "cents"),
        "USD": _Names("dollar", "dollars", "cent", "cents"),
        "GBP": _Names("pound", "pounds", "penny", "pence"),
        "THB": _Names("baht", "baht", "satang", "satang"),
        "SEK": _Names("krona", "kronor", "öre", "öre"),
        "NOK": _Names("krone", "kroner", "øre", "øre"),
        "DKK": _Names("krone", "kroner", "øre", "øre"),
        "CHF": _Names("franc", "francs", "centime", "centimes"),
        "JPY": _Names("yen", "yen"),
    },
    "fi": {
        "EUR": _Names("euro", "euroa", "sentti", "senttiä"),
        "USD": _Names("dollari", "dollaria", "sentti", "senttiä"),
        "GBP": _Names("punta", "puntaa", "penny", "pennyä"),
        "THB": _Names("baht", "bahtia", "satang", "satangia"),
        "SEK": _Names("kruunu", "kruunua", "äyri", "äyriä"),
        "NOK": _Names("kruunu", "kruunua", "äyri", "äyriä"),
        "DKK": _Names("kruunu", "kruunua", "äyri", "äyriä"),
        "CHF": _Names("frangi", "frangia", "rappen", "rappenia"),
        "JPY": _Names("jeni", "jeniä"),
    },
    "de": {
        "EUR": _Names("Euro", "Euro", "Cent", "Cent"),
        "USD": _Names("Dollar", "Dollar", "Cent", "Cent"),
        "THB": _Names("Baht", "Baht", "Satang", "Satang"),
        "CHF": _Names("Franken", "Franken", "Rappen", "Rappen"),
        "JPY": _Names("Yen", "Yen"),
    },
    "th": {
        "THB": _Names("บาท", "บาท", "สตางค์", "สตางค์"),
        "EUR": _Names("ยูโร", "ยูโร", "เซนต์", "เซนต์"),
        "USD": _Names("ดอลลาร์สหรัฐ", "ดอลลาร์สหรัฐ", "เซนต์", "เซนต์"),
        "JPY": _Names("เยน", "เยน"),
    },
}
_AND = {"en": "and", "fi": "ja", "de": "und"}
_MINUS = {"en": "minus", "fi": "miinus", "de": "minus", "th": "ลบ"}
_DIGITS = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = 10**6


def in_words(amount: Amount, language: str) -> str:
    """Return an amount in words, whatever its size, beginning with a capital letter.

    US dollars in English are written as on a cheque, where the word dollars is printed:
    ``One thousand three hundred thirty-six and 41/100``.
    """
    known = language if language in _NAMES else "en"
    places = formats_in(known).places(amount.currency)
    whole, minor = divmod(abs(amount.minor), 10**places)
    if known == "en" and amount.currency == "USD":
        text = f"{_cardinal(whole, 'en').replace(' and ', ' ')} and {minor:02}/100"
    elif names := _NAMES[known].get(amount.currency):
        text = _thai(whole, minor, names) if known == "th" else _named(whole, minor, known, names)
    else:
        part = f" {minor:0{places}}/{10**places}" if places else ""
        text = f"{_cardinal(whole, known)} {amount.currency}{part}"
    if amount.minor < 0:
        text = _MINUS[known] + ("" if known == "th" else " ") + text
    return text[0].upper() + text[1:]


def _named(whole: int, minor: int, language: str, names: _Names) -> str:
    parts = []
    if whole or not minor:
        parts.append(f"{_counted(whole, language)} {names.one if whole == 1 else names.several}")
    if minor:
        name = names.minor_one if minor == 1 else names.minor_several
        parts.append(f"{_counted(minor, language)} {name}")
    return f" {_AND[language]} ".join(parts)


def _thai(whole: int, minor: int, names: _Names) -> str:
    """Below one baht there is no ``ศูนย์บาท``; an even sum of baht ends in ``ถ้วน``."""
    units = f"{_thai_cardinal(whole)}{names.several}" if whole or not minor else ""
    if minor:
        return f"{units}{_thai_cardinal(minor)}{names.minor_several}"
    return f"{units}ถ้วน" if names.one == "บาท" else units


def _thai_cardinal(number: int) -> str:
    if not number:
        return "ศูนย์"
    higher, rest = divmod(number, _MILLION)
    front = f"{_thai_cardinal(higher)}ล้าน" if higher else ""
    digits = [int(digit) for digit in reversed(str(rest))]
    words = [_thai_digit(digit, place, number) for place, digit in enumerate(digits)]
    return front + "".join(reversed(words))


def _thai_digit(digit: int, place: int, number: int) -> str:
    """A last one is ``เอ็ด`` after anything; ten and twenty have their own words."""
    if not digit:
        return ""
    if place == 0 and digit == 1 and number > 1:
        return "เอ็ด"
    if place == 1 and digit <= 2:
        return ("", "สิบ", "ยี่สิบ")[digit]
    return _DIGITS[digit] + _PLACES[place]


def _counted(number: int, language: str) -> str:
    """Return a cardinal before a noun: German counts ``ein Euro``, not ``eins Euro``."""
    text = _cardinal(number, language)
    return text.removesuffix("s") if language == "de" and text.endswith("eins") else text


@lru_cache(maxsize=1024)
def _cardinal(number: int, language: str) -> str:
    if language == "th":
        return _thai_cardinal(number)
    # num2words costs 20 ms to import and few offices ever write a cheque.
    from num2words import num2words  # noqa: PLC0415  20 ms

    text = str(num2words(number, lang=language)).replace(",", "")
    # Finnish writes kaksi miljoonaa apart and kaksituhatta together; num2words joins both.
    return re.sub(r"(?<=\w)(?=milj|bilj|trilj)", " ", text) if language == "fi" else text
