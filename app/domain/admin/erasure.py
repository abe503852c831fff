"""Erasure: whose a change is, and which of what is known of a person goes or stays, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Part(Enum):
    """Which of the two keys of a contact seals a change: that of the card, or of the books.

    The first is destroyed when the person is erased, the second when nothing has to be kept.
    """

    CARD = "card"
    BOOKS = "books"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a change is: a contact's, with the part that it belongs to, or an employee's."""

    id: int
    part: Part | None = None


CARD_KINDS = frozenset({"contact", "note", "follow_up", "mail"})
BOOK_KINDS = frozenset(
    {
        *("invoice", "quote", "order", "delivery", "goods_return", "payment", "reminder"),
        *("letter-in", "letter-out", "letter_thread", "billable", "plan", "receipt", "draft-bill"),
        *("document", "contractor_payment", "tax_exemption", "withholding_certificate"),
    }
)
SOURCED = frozenset({"entry", "record"})
"""What says which record it comes from."""
DISPATCHES = {"letter_dispatch": "letter-out", "reminder_dispatch": "reminder"}
OWN_KINDS = frozenset({"document", "record", "saved_query"})
PEOPLE_KINDS = frozenset(
    {
        *("employee", "employee_record", "qualification", "equipment", "checklist"),
        *("leave-request", "leave_entry"),
    }
)
CONTACT_FIELDS = (
    *("customer_id", "contact_id", "addressee_id", "sender_id", "correspondent_id"),
    "supplier_id",
)
CONTACT, EMPLOYEE, APPROVAL = "contact", "employee", "approval"
_CODE = re.compile(r"[a-z]{2}|\d{4}-\d\d-\d\d|")


def owner_of(record: str, before: Any, after: Any) -> Owner | None:
    """Return whose a change of a record is; none where it tells of nobody.

    A change that moves a record from one contact to another is the later one's.
    """
    kind, _, place = record.partition(":")
    if kind in PEOPLE_KINDS:
        head = place.partition(".")[0] if kind in {EMPLOYEE, "employee_record"} else ""
        found = int(head) if head.isdecimal() else _field(("employee_id",), after, before)
        return None if found is None else Owner(found)
    if kind == CONTACT and place.isdecimal():
        return Owner(int(place), Part.CARD)
    if kind == APPROVAL:
        about = next((one["record"] for one in (after, before) if isinstance(one, Mapping)), "")
        return owner_of(about, None, None) if str(about).startswith(f"{CONTACT}:") else None
    if kind in CARD_KINDS | BOOK_KINDS:
        found = _about(after, before) or _field(CONTACT_FIELDS, after, before)
        part = Part.CARD if kind in CARD_KINDS else Part.BOOKS
        return None if found is None else Owner(found, part)
    return None


def owners_of(changes: Iterable[tuple[str, Any, Any]]) -> tuple[Owner | None, ...]:
    """Return whose each change of one command is.

    What a record brings with it (the entry of an invoice, the file of a letter, its dispatch) is
    the same person's. What may name anybody and is about nobody yet has a key of its own, which
    goes with its words.
    """
    told = tuple(changes)
    found = {record: owner_of(record, before, after) for record, before, after in told}
    for record, before, after in told:
        if found[record] is None:
            found[record] = found.get(_origin(record, after, before) or "")
    for record, owner in tuple(found.items()):
        kind, _, place = record.partition(":")
        if owner is None and kind in OWN_KINDS and place.isdecimal():
            found[record] = found.get(f"record:{place}") or Owner(int(place), Part.BOOKS)
    return tuple(found[record] for record, _before, _after in told)


def _origin(record: str, *sides: Any) -> str | None:
    """Return the record that brings another with it, where its own kind says nothing of persons."""
    kind, _, place = record.partition(":")
    if kind in DISPATCHES:
        return f"{DISPATCHES[kind]}:{place.partition('/')[0]}"
    if kind in SOURCED:
        return next((one["source"] for one in sides if isinstance(one, Mapping)), None)
    return None


def holds_text(value: Any) -> bool:
    """Say whether JSON data holds words; ids, days and codes of languages and countries do not."""
    if isinstance(value, str):
        return _CODE.fullmatch(value) is None
    if isinstance(value, Mapping):
        return any(map(holds_text, value.values()))
    return isinstance(value, list) and any(map(holds_text, value))


def _about(*sides: Any) -> int | None:
    """Return the contact that a note or a follow-up is about."""
    for side in sides:
        about = side.get("about") if isinstance(side, Mapping) else None
        if isinstance(about, Mapping) and about.get("kind") == CONTACT:
            return int(about["record_id"])
    return None


def _field(names: tuple[str, ...], *sides: Any) -> int | None:
    for side in sides:
        for place in _places(side):
            for name in names:
                if isinstance(place.get(name), int):
                    return int(place[name])
    return None


def _places(side: Any) -> Iterator[Mapping[str, Any]]:
    """Yield a record and the records right inside it."""
    if isinstance(side, Mapping):
        yield side
        yield from (inner for inner in side.values() if isinstance(inner, Mapping))
