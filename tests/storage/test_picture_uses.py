"""Whose the bytes of a picture are is told by the records that name them."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.archive.record import Filing
from app.storage.database import Database
from app.storage.picture_uses import OTHERS, kept_by_others, shown
from app.storage.pictured import NAMED
from app.storage.sweeping import REFERENCES
from tests.builders import a_product

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)


def test_a_product_shows_a_picture_and_a_document_keeps_it(database: Database) -> None:
    with database.write() as unit:
        seen, filed, free = (unit.contents.put((name,)).sha256 for name in (b"s", b"f", b"x"))
        unit.products.add(a_product(image=seen), AT)
        unit.archive.add(Filing("f.png", "image/png"), (b"f",), AT)

    with database.read() as unit:
        assert shown(unit, {seen, filed, free}) == {seen}
        assert kept_by_others(unit, {seen, filed, free}) == {filed}
        assert (shown(unit, ()), kept_by_others(unit, ())) == (frozenset(), frozenset())


def test_whoever_keeps_bytes_is_known_to_keep_pictures_too() -> None:
    """What is no picture ever, as a message that was sent, need not be asked."""
    never = {"sealed_file.sha256", "mail.sha256", "letter_dispatch.sha256"}
    never |= {"reminder_dispatch.sha256", "product.image"}

    named = {f"{one.table.name}.{one.name}" for one in (*REFERENCES, *NAMED)}

    assert named - never == {f"{one.table.name}.{one.name}" for one in OTHERS} - {
        "archive_file.sha256"
    }
