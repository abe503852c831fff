"""Parts of kits are told with their places, and no piece is told for two kits."""

from __future__ import annotations

import pytest

from app.domain.orders.delivery import Delivery
from app.services import deliveries
from app.services.office import Office
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.documents.reading import page_texts
from tests.kits import a_bin, a_set
from tests.order_desk import asked, confirmed
from tests.shipping_desk import arrives, ordered, started
from tests.shipping_office import a_shipping_office

pytestmark = on_sqlite


@pytest.fixture
def office(database: Database) -> Office:
    return a_shipping_office(database)


def test_the_pick_list_tells_of_each_part_where_it_lies_as_one_walks(office: Office) -> None:
    kit, mug, tea = a_set(office)
    arrives(office, mug, "2", location_id=a_bin(office, "Z-9", 9))
    arrives(office, tea, "4", location_id=a_bin(office, "A-1", 1))
    one = started(office, confirmed(office, asked(kit, 5)))

    rows = listed(office, one)

    assert rows == [
        "SET Gadget 5 pcs",
        "[ ] MAIN MUG – Gadget 3 pcs",
        "[ ] MAIN TEA – Gadget 2,5 pcs",
        "[ ] Z-9 MUG – Gadget 2 pcs",
    ]


def test_no_piece_is_told_for_two_kits_and_what_lies_nowhere_has_no_place(office: Office) -> None:
    kit, mug, _tea = a_set(office)
    arrives(office, mug, "2", location_id=a_bin(office, "Z-9", 9))
    first, second = (started(office, ordered(office, kit, 3)) for _ in range(2))

    rows = listed(office, first, second)

    assert [row for row in rows if "MUG" in row] == [
        "[ ] MAIN MUG – Gadget 3 pcs SO-2026-00001",
        "[ ] Z-9 MUG – Gadget 2 pcs SO-2026-00002",
        "MUG – Gadget 1 pcs SO-2026-00002",
    ]


def test_a_kit_that_is_picked_is_not_listed_any_more(office: Office) -> None:
    kit, _mug, _tea = a_set(office)
    one = started(office, ordered(office, kit, 2))
    office.do(deliveries.pick, one.id, one.lines[0].id, one.lines[0].quantity)

    assert not one.lines[0].picked
    assert listed(office, one) == []


def listed(office: Office, *some: Delivery) -> list[str]:
    """Return the lines of a pick list that name goods."""
    paper = office.ask(deliveries.pick_list, tuple(one.id for one in some))
    rows = "\n".join(page_texts(paper)).splitlines()
    return [row.strip() for row in rows if " pcs" in row]
