"""Names of firms, people and goods in Finnish, Thai and English, the same every time."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")

_FINNISH = ("Kahvila", "Puutyö", "Lumo", "Konepaja", "Kirjakauppa", "Sähkö", "Järvi", "Öljymäki")
_FINNISH_LAST = ("Virtanen", "Mäkelä", "Ääri", "Lahti", "Koskinen", "Åström", "Niemi", "Salo")
_THAI = ("บริษัท ภูเก็ต", "ร้านกาแฟ", "สยามการค้า", "หจก. น้ำทิพย์", "เชียงใหม่วัสดุ")
_THAI_LAST = ("จำกัด", "รุ่งเรือง", "พาณิชย์", "เอ็นจิเนียริ่ง")
_ENGLISH = ("Harbour", "North Star", "Willow", "Sample", "Bright", "Stone Bridge", "Fox & Hare")
_ENGLISH_LAST = ("Trading", "Works", "Supplies", "Bakery", "Consulting", "Logistics")
_KINDS = (
    (_FINNISH, _FINNISH_LAST, "Oy"),
    (_THAI, _THAI_LAST, ""),
    (_ENGLISH, _ENGLISH_LAST, "Ltd"),
)
_GOODS = ("Lamp", "Cable", "Chair", "Service hour", "Paper", "Coffee", "Screw", "Toner", "Freight")
TOWNS = (("33100", "Tampere"), ("00100", "Helsinki"), ("20100", "Turku"), ("90100", "Oulu"))


def firm(chance: Random, number: int) -> str:
    """Return the name of a firm; two of five are Finnish, Thai or English alike."""
    first, last, form = _pick(chance, _KINDS)
    return " ".join(filter(None, (_pick(chance, first), _pick(chance, last), str(number), form)))


def goods(chance: Random, number: int) -> str:
    """Return the name of something that is sold."""
    return f"{_pick(chance, _GOODS)} {number}"


def _pick(chance: Random, among: Sequence[T]) -> T:
    return among[chance.randrange(len(among))]
