from __future__ import annotations

from app.services import kinds
from app.services.office import Office
from app.ui.archive.naming import Naming


def test_types_and_tags_are_called_as_the_office_calls_them(office: Office) -> None:
    cars = office.do(kinds.add_tag, "Cars").result
    leases = office.do(kinds.add_tag, "leases", cars.id).result
    urgent = office.do(kinds.add_tag, "urgent").result
    naming = Naming()

    naming.learn(office.ask(kinds.sorting))

    assert naming.tag(leases.id) == "Cars / leases"
    assert naming.tag_names((urgent.id, leases.id)) == ("leases", "urgent")
    assert [(tag.name, depth) for tag, depth in naming.tree()] == [
        ("Cars", 0),
        ("leases", 1),
        ("urgent", 0),
    ]
    bill = next(one for one in naming.types.values() if one.code == "bill")
    assert naming.type(bill.id) == "Bill"


def test_what_is_not_known_has_no_name() -> None:
    naming = Naming()

    assert (naming.type(None), naming.tree(), naming.stage(None, "signed")) == ("", (), "signed")
