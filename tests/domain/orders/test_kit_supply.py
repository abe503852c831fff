"""A kit is there when its scarcest part is, after all who wait for that part."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from app.domain.orders.kit_supply import PartSupply, supply_of_kit
from app.domain.orders.promising import Incoming, Supply
from app.domain.shared.quantities import Quantity

MONDAY, FRIDAY = date(2026, 3, 16), date(2026, 3, 20)


def amount(text: str) -> Quantity:
    return Quantity(Decimal(text))


def test_the_scarcest_part_says_how_many_there_are() -> None:
    mugs = Supply(amount("9"), amount("7"))
    tea = Supply(amount("2"), amount("1.9"))

    kit = supply_of_kit((PartSupply(mugs, amount("2")), PartSupply(tea, amount("0.5"))))

    assert (kit.on_hand, kit.free, kit.incoming) == (amount("4"), amount("3"), ())


def test_more_of_a_kit_comes_when_the_last_of_its_parts_does() -> None:
    mugs = Supply(amount("1"), amount("1"), (Incoming(amount("5"), MONDAY, "PO-1"),), amount("2"))
    tea = Supply(
        amount("2"),
        amount("2"),
        (Incoming(amount("1"), FRIDAY, "PO-2"), Incoming(amount("4"), None, "PO-3")),
    )

    kit = supply_of_kit((PartSupply(mugs, amount("1")), PartSupply(tea, amount("1"))))

    assert kit.free == 1
    assert kit.incoming == (
        Incoming(amount("1"), MONDAY, "PO-1"),
        Incoming(amount("1"), FRIDAY, "PO-2"),
        Incoming(amount("1"), None, "PO-3"),
    )


def test_it_takes_as_long_as_its_slowest_part_where_that_is_known_of_all() -> None:
    slow = PartSupply(Supply(amount("0"), amount("0"), lead_days=9), amount("1"))
    fast = PartSupply(Supply(amount("0"), amount("0"), lead_days=2), amount("1"))
    unknown = PartSupply(Supply(amount("0"), amount("0")), amount("1"))

    assert supply_of_kit((slow, fast)).lead_days == 9
    assert supply_of_kit((slow, unknown)).lead_days == 0
