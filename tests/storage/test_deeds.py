"""Changes are noted in order as plain values, and taken once."""

from __future__ import annotations

from app.domain.shared.money import Money
from app.storage.deeds import Change, Changes


def test_a_change_is_noted_as_plain_values() -> None:
    changes = Changes()

    changes.note("contact:1", None, Money(1050, "EUR"))

    assert changes.noted == [Change("contact:1", None, {"amount": "10.50", "currency": "EUR"})]


def test_what_was_taken_is_noted_no_more() -> None:
    changes = Changes()
    changes.note("contact:1", None, "Aamu")

    taken = changes.taken()

    assert [one.record for one in taken.noted] == ["contact:1"]
    assert changes.noted == []
