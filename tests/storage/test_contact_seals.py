"""What a contact's key sealed opens at its place alone, and never after the key is gone."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.admin.erasure import Owner, Part
from app.domain.shared.ids import ContactId
from app.storage.contact_seals import ERASED, Standing, _standing
from app.storage.database import Database
from app.storage.person_keys import SealBroken
from app.storage.trust_tables import contact_seal

AINO, BO = ContactId(7), ContactId(8)
CARD, BOOKS = Owner(AINO, Part.CARD), Owner(AINO, Part.BOOKS)
TOLD = {"name": "Aino Kanerva", "phone": ["040 123"]}
TODAY = date(2026, 3, 10)


def test_what_was_sealed_opens_in_a_later_transaction(database: Database) -> None:
    with database.write() as unit:
        lying = unit.contact_seals.seal(CARD, "contact:7", TOLD)

    with database.read() as unit:
        assert "Aino" not in lying
        assert unit.contact_seals.opened("contact:7", lying) == TOLD


@pytest.mark.parametrize("part", Part)
def test_it_opens_at_its_own_place_and_part_alone(database: Database, part: Part) -> None:
    other = Part.BOOKS if part is Part.CARD else Part.CARD
    with database.write() as unit:
        lying = unit.contact_seals.seal(Owner(AINO, part), "contact:7", TOLD)
        unit.contact_seals.seal(Owner(BO, part), "contact:8", TOLD)
        moved = (
            ("contact:8", lying),
            ("contact:7", lying.replace(part.value, other.value)),
            ("contact:7", lying.replace("7/", "8/")),
        )

        for place, text in moved:
            with pytest.raises(SealBroken):
                unit.contact_seals.opened(place, text)


def test_who_is_erased_is_read_in_the_books_until_these_end(database: Database) -> None:
    with database.write() as unit:
        card = unit.contact_seals.seal(CARD, "contact:7", TOLD)
        books = unit.contact_seals.seal(BOOKS, "invoice:1", TOLD)
        unit.contact_seals.destroy_card(AINO, TODAY)
        later = unit.contact_seals.seal(CARD, "contact:7", TOLD)

    with database.write() as unit:
        assert unit.contact_seals.opened("contact:7", card) == ERASED
        assert unit.contact_seals.opened("contact:7", later) == ERASED
        assert unit.contact_seals.opened("invoice:1", books) == TOLD
        assert unit.contact_seals.erased() == {AINO: TODAY}
        unit.contact_seals.destroy(AINO, TODAY)
        last = unit.contact_seals.seal(BOOKS, "invoice:1", TOLD)

    with database.write() as unit:
        afterwards = unit.contact_seals.seal(CARD, "contact:7", TOLD)
        assert unit.contact_seals.opened("invoice:1", books) == ERASED
        assert unit.contact_seals.opened("invoice:1", last) == ERASED
        assert unit.contact_seals.opened("contact:7", afterwards) == ERASED
        assert unit.contact_seals.erased() == {}
        (row,) = unit.connection.execute(contact_seal.select()).all()
        assert _standing(row.secret) == Standing(b"", b"", TODAY)


def test_one_contact_is_erased_and_another_is_not(database: Database) -> None:
    with database.write() as unit:
        lying = unit.contact_seals.seal(Owner(BO, Part.CARD), "contact:8", TOLD)
        unit.contact_seals.destroy_card(AINO, TODAY)

        assert unit.contact_seals.opened("contact:8", lying) == TOLD
        assert unit.contact_seals.erased_on(BO) is None
        assert unit.contact_seals.erased_on(AINO) == TODAY


@given(st.binary(max_size=32), st.binary(max_size=32), st.none() | st.dates())
def test_keys_lie_as_text_and_come_back(card: bytes, books: bytes, day: date | None) -> None:
    kept = Standing(card, books, day)

    assert _standing(kept.text) == kept
