"""The trail of goods: every piece is explained by moves, counts, papers and people."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.shared.ids import MoveId, ProductId
from app.domain.stock.move import MoveKind
from app.domain.stock.trail import Trail
from app.services import counts, goods_trail, locations, stock_moves
from app.services.office import Office
from app.services.permissions import Actor
from app.services.stock_moves import Moving
from app.storage.database import Database
from tests.counting import ELEVEN, NINE, Moment, at, ready
from tests.stocking import came, qty, stocked, went
from tests.trade import opened_books

DAY = NINE.date()


@pytest.fixture
def office(database: Database) -> Office:
    office = Office(database, Moment(NINE - timedelta(days=1)), Actor("Aino"))
    opened_books(office)
    return office


@pytest.fixture
def lamp(office: Office) -> ProductId:
    product = stocked(office, "L-9")
    came(office, product, "120", "7.50")
    return product


def told(trail: Trail) -> list[tuple[MoveKind, str, str]]:
    """Return what happened, latest first: what, by how much, and what was left."""
    return [
        (one.kind, f"{one.by.normalize():f}", f"{one.left.normalize():f}") for one in trail.steps
    ]


def posted(office: Office, figure: str) -> None:
    """Count the lamp while nothing moves, and post what was found."""
    count = ready(office, figure)
    at(office, ELEVEN, "Maija").do(counts.approve, count.id, count.version)
    count = at(office, ELEVEN).ask(counts.get, count.id).count
    at(office, ELEVEN).do(counts.post, count.id, count.version)


def test_every_step_says_what_was_left_by_which_paper_and_who(
    office: Office, lamp: ProductId
) -> None:
    went(office, lamp, "5")
    house = office.do(locations.home).result
    office.do(stock_moves.scrap, Moving(lamp, qty("3"), house.id, reason="Broken"))

    trail = office.ask(goods_trail.trail, lamp)

    assert told(trail) == [
        (MoveKind.SCRAP, "-3", "112"),
        (MoveKind.SHIPMENT, "-5", "115"),
        (MoveKind.RECEIPT, "120", "120"),
    ]
    scrapped, _shipped, received = trail.steps
    assert (scrapped.who, scrapped.reason, scrapped.from_place) == ("Aino", "Broken", "MAIN")
    assert received.paper
    assert all(one.entry_id for one in trail.steps)
    assert office.ask(goods_trail.entry_of, MoveId(scrapped.id)) == scrapped.entry_id
    assert trail.is_explained
    assert trail.is_whole


def test_a_count_that_agrees_is_a_step_and_tells_how_far_the_books_were_right(
    office: Office, lamp: ProductId
) -> None:
    posted(office, "120")

    trail = at(office, ELEVEN).ask(goods_trail.trail, lamp, DAY)

    assert trail.opening == qty("120")
    assert [(one.kind, one.counted, one.by) for one in trail.steps] == [
        (MoveKind.COUNT, qty("120"), qty("0"))
    ]
    assert trail.counted_on == DAY
    assert trail.steps[0].paper
    assert at(office, ELEVEN).ask(goods_trail.trail, lamp, None, DAY - timedelta(days=1)).steps


def test_what_changed_no_value_has_no_entry(office: Office, lamp: ProductId) -> None:
    assert office.ask(goods_trail.entry_of, MoveId(7)) is None
    assert office.ask(goods_trail.trail, ProductId(7)).steps == ()
