"""Values of the log in words: amounts, days, yes and no, and what a choice is called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from app.lang.choice_words import choice_text
from app.lang.erasure_words import WHAT
from app.lang.formats import Formats
from app.lang.messages import sentence
from app.lang.texts import Say, mark

Told: TypeAlias = "bool | int | float | str | list[Told] | dict[str, Told] | None"

PRIVATE, ERASED = mark("private"), mark("erased")
_WORDS = {"sealed": PRIVATE, "private": PRIVATE, "erased": ERASED, "sha256": mark("a file")}
CHOICES = frozenset(
    {"billing", "channel", "closing", "column", "costing", "counting", "decision", "design"}
    | {"direction", "first_part", "journal", "kind", "last_part", "occasion", "priority"}
    | {"purpose", "readers", "role", "roles", "stage", "state", "status", "use", "usual_for"}
    | {"way", "what"}
)
"""Fields whose values are choices: they are told by what the window calls them."""
_WRITTEN = frozenset({"bic", "code", "gtin", "iban", "name", "note", "number", "phone", "text"})
"""Fields that somebody wrote: a number in them is no amount."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:\d\d|Z)?")
_DECIMAL = re.compile(r"-?\d{1,15}\.\d{1,8}")
_CHOICE = re.compile(r"[a-z]+(?:[-_][a-z]+)*")
_LARGEST, _ENDS = 10**15, 6
_SLOT = re.compile(r"\{\w+\}")


class Values:
    """Writes values as a reader's language does; ``names`` are those of records by their ids."""

    def __init__(self, say: Say, formats: Formats) -> None:
        self._say = say
        self._formats = formats

    def text(self, field: str, told: Told, names: Mapping[int, str]) -> str:
        """Return a value in words, empty for nothing."""
        if told is None or told == "":
            return ""
        if isinstance(told, bool):
            return self._say(mark("Yes")) if told else self._say(mark("No"))
        if isinstance(told, dict):
            return self._record(told, names)
        if isinstance(told, list):
            return ", ".join(self.text(field, one, names) for one in told)
        if isinstance(told, str):
            return self._written(field, told)
        return names.get(int(told)) or _number(told)

    def refusal(self, code: str) -> str:
        """Return why something was not done; what was named in it is not kept."""
        return _SLOT.sub("…", sentence(code, {}, self._say, self._formats).what)

    def _record(self, told: Mapping[str, Told], names: Mapping[int, str]) -> str:
        if told.keys() == {"amount", "currency"}:
            return self._money(str(told["amount"]), str(told["currency"]))
        for key, word in _WORDS.items():
            if key in told:
                return self._say(word)
        if "blocks" in told:
            return " ".join(_spoken(told["blocks"]).split())
        return ", ".join(self.text(key, one, names) for key, one in told.items() if one)

    def _money(self, amount: str, currency: str) -> str:
        places = self._formats.places(currency)
        return self._formats.money(int(Decimal(amount).scaleb(places)), currency)

    def _written(self, field: str, told: str) -> str:
        if field in _WRITTEN:
            return told
        if _DAY.fullmatch(told):
            return self._formats.day(date.fromisoformat(told))
        if _MOMENT.fullmatch(told):
            return self._formats.instant(datetime.fromisoformat(told).astimezone())
        if _DECIMAL.fullmatch(told):
            return self._formats.plain(Decimal(told))
        return self._chosen(field, told)

    def _chosen(self, field: str, told: str) -> str:
        if field == "what" and told in WHAT:
            return self._say(WHAT[told])
        return choice_text(told, self._say) if _is_choice(field, told) else told


def _is_choice(field: str, told: str) -> bool:
    return field in CHOICES and _CHOICE.fullmatch(told) is not None


def _number(told: float) -> str:
    """Return a number; the id of another record by its end, as nobody reads the whole."""
    return f"…{str(told)[-_ENDS:]}" if told > _LARGEST else str(told)


def _spoken(told: Told) -> str:
    """Return the text of formatted text."""
    if isinstance(told, list):
        return " ".join(map(_spoken, told))
    if not isinstance(told, dict):
        return ""
    text, field = told.get("text"), told.get("field")
    own = text if isinstance(text, str) else f"{{{field}}}" if isinstance(field, str) else ""
    return own + " ".join(_spoken(one) for one in told.values() if isinstance(one, list))
