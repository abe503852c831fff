"""A keeper knows why each document is kept, and what may go today."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from app.domain.archive.disposal import DisposalKind, Stay
from app.services.keeping import Keeper, masked
from app.services.office import Desk, Office
from tests.services.test_disposing import filed, office

__all__ = ["office"]
"""The office of the disposals' tests, as a fixture."""


@contextmanager
def a_keeper(office: Office) -> Iterator[tuple[Keeper, Desk]]:
    with office.database.read() as unit:
        desk = Desk(unit, office.clock.today(), office.clock.now(), office.who)
        yield Keeper(desk), desk


def test_a_ground_names_class_and_law(office: Office) -> None:
    ids = (filed(office, "a"), filed(office, "b", type_id=None))

    with a_keeper(office) as (keeper, desk):
        bill, loose = map(keeper.ground, desk.store.documents.get_all(ids))

    assert bill is not None
    assert (bill.retention, bill.until) == ("voucher", date(2032, 12, 31))
    assert "1336/1997" in bill.law
    assert loose is None


def test_what_is_due_may_go_and_nothing_else(office: Office) -> None:
    ids = (filed(office, "a", day=date(2010, 1, 1)), filed(office, "b"))

    with a_keeper(office) as (keeper, desk):
        cards = desk.store.documents.get_all(ids)
        stays = [keeper.stay(DisposalKind.DUE, card) for card in cards]
        found = keeper.candidates(DisposalKind.DUE)

    assert stays == [None, Stay.NOT_DUE]
    assert found == (ids[0],)


def test_a_personnel_file_is_listed_without_its_title(office: Office) -> None:
    ids = (filed(office, "salary.pdf", "personnel"), filed(office, "bill.pdf"))

    with a_keeper(office) as (keeper, desk):
        items = [masked(keeper.item(card), keeper) for card in desk.store.documents.get_all(ids)]

    assert [item.title for item in items] == ["", "bill.pdf"]
