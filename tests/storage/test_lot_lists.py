"""Lists of lots: what expires first stands first, and chips keep what a clerk looks for."""

from __future__ import annotations

from datetime import timedelta

from app.domain.shared.ids import ProductId
from app.domain.shared.paging import View
from app.domain.stock.item import Tracking
from app.domain.stock.lot import LotStatus
from app.services import lots
from app.services.office import Office
from app.storage.database import Database
from tests.builders import TODAY
from tests.stocking import came, qty, stock_office, stocked, went

CODES = ("LATE", "NOW", "SOON", "FOR-GOOD", "GONE")
DAYS = (-2, 0, 20, None, 5)


def kept(database: Database) -> tuple[Office, ProductId]:
    """Return an office with five lots of a product, of which the last was all sent."""
    office = stock_office(database)
    product = stocked(office, "M-1", tracking=Tracking.LOT)
    for code, days in zip(CODES, DAYS, strict=True):
        expires = TODAY + timedelta(days) if days is not None else None
        came(office, product, "2", "1", lot=code, expires_on=expires)
    return office, product


def test_lots_are_listed_sorted_and_narrowed(database: Database) -> None:
    office, product = kept(database)
    went(office, product, "2")
    (held,) = office.ask(lots.coded, "FOR-GOOD")
    office.do(lots.set_status, held.id, LotStatus.QUARANTINED, "Tasting")

    def shown(**parts: object) -> list[str]:
        view = View(**parts)  # type: ignore[arg-type]  # names and values of a View
        return [one.lot for one in office.ask(lots.first, view, 9)]

    assert shown()[0] == "LATE"
    assert shown(sort="lot") == sorted(CODES)
    assert shown(only=("expired",)) == ["LATE"]
    assert shown(only=("check",)) == shown(only=("blocked",)) == ["FOR-GOOD"]
    assert "NOW" not in shown(only=("there",))
    assert shown(only=("soon",)) == ["GONE", "SOON"]
    assert shown(words="soo") == ["SOON"]
    assert len(shown(words="m-1")) == len(CODES)
    counts = office.ask(lots.counts)
    assert (counts["there"], counts["soon"], counts["check"]) == (4, 2, 1)


def test_a_lot_is_shown_with_what_lies_where(database: Database) -> None:
    office, product = kept(database)
    ids = tuple(one.id for one in office.ask(lots.of_product, product))

    rows = office.ask(lots.rows, ids)

    assert {one.on_hand for one in rows} == {qty("2")}
    assert {one.places for one in rows} == {("MAIN",)}
    assert [one.days_left(TODAY) for one in rows] == [-2, 0, 5, 20, None]
    assert rows[0].name_in("fi")
    assert len(office.ask(lots.spine, View())) == len(CODES)
