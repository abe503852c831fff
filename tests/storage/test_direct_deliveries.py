"""What suppliers delivered is kept with its line, and taken back when it was noted by mistake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.domain.orders.direct import DirectDelivery
from app.domain.shared.ids import DirectDeliveryId
from app.services import contacts
from app.storage.database import Database
from tests.order_desk import an_ordering_office, asked, confirmed, qty, ten_of
from tests.trade import AAMU, AT


def test_deliveries_are_read_by_their_lines_and_removed_alone(database: Database) -> None:
    office = an_ordering_office(database)
    order = confirmed(office, asked(ten_of(office, "P-17"), 4))
    supplier = office.ask(contacts.get, AAMU.id).id
    later = DirectDelivery(
        DirectDeliveryId(1), order.lines[0].id, supplier, qty("1.5"), date(2026, 3, 9), "A", AT, "M"
    )
    earlier = replace(later, id=DirectDeliveryId(2), delivered_on=date(2026, 3, 2), reference="")

    with database.write() as unit:
        unit.direct_deliveries.add_all((later, earlier))
        assert unit.direct_deliveries.of_lines((order.lines[0].id,)) == (earlier, later)
        assert unit.direct_deliveries.get_all((later.id,)) == (later,)
        unit.direct_deliveries.remove_all((later,))

        assert unit.direct_deliveries.of_lines((order.lines[0].id,)) == (earlier,)
        assert unit.direct_deliveries.of_lines(()) == ()
