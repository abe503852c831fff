"""Recalls: who got a lot is written, printed and written to; what came back is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.shared.ids import LotId, ProductId
from app.domain.shared.refusals import NotFound
from app.domain.stock.item import Tracking
from app.domain.stock.lot import Lot
from app.services import lots, recalls
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.documents.reading import page_texts
from tests.shipping_desk import arrives, on_shelf, ordered, sent
from tests.shipping_office import a_shipping_office
from tests.trade import AAMU


@pytest.fixture
def office(database: Database) -> Office:
    return a_shipping_office(database)


@pytest.fixture
def milk(office: Office) -> ProductId:
    """Milk of one lot, of which Kahvila Aamu got two and then three."""
    product = on_shelf(office, "MILK", tracking=Tracking.LOT)
    arrives(office, product, "9", lot="M-1")
    sent(office, ordered(office, product, 2))
    sent(office, ordered(office, product, 3))
    return product


def lot_of(office: Office, product: ProductId) -> Lot:
    (found,) = office.ask(lots.of_product, product)
    return found


@on_sqlite
def test_every_delivery_of_a_lot_is_told_with_its_day(office: Office, milk: ProductId) -> None:
    recall = office.ask(lots.recall, lot_of(office, milk).id)

    assert [int(one.quantity) for one in recall.sent] == [2, 3]
    assert {one.contact_id for one in recall.sent} == {AAMU.id}
    assert all(one.number.startswith("DN-") for one in recall.sent)
    assert [int(one.quantity) for one in recall.got] == [5]


@on_sqlite
def test_the_list_is_written_as_a_file_and_as_a_paper(
    office: Office, milk: ProductId, tmp_path: Path
) -> None:
    lot = lot_of(office, milk).id
    target = tmp_path / "recall.csv"

    exported = office.ask(recalls.export, target, lot, "en")
    pdf = office.ask(recalls.page, lot, "fi")

    rows = target.read_text("utf-8-sig").splitlines()
    assert (exported.rows, len(rows)) == (2, 3)
    assert AAMU.name in rows[1]
    assert "DN-2026-00001" in " ".join(page_texts(pdf))
    with pytest.raises(NotFound):
        office.ask(recalls.page, LotId(7))


@on_sqlite
def test_who_got_it_is_kept_as_a_list_to_write_to_once(office: Office, milk: ProductId) -> None:
    lot = lot_of(office, milk).id

    first = office.do(recalls.write_to, lot, "en").result
    again = office.do(recalls.write_to, lot, "en").result

    assert first.form.name == "Recall of lot M-1 of MILK"
    assert first.form.added == (AAMU.id,)
    assert again.id == first.id
