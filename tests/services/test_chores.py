"""Chores are done in their order, those that are wanted, until nothing waits."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from sqlalchemy import select

from app.domain.shared.ids import ProductId
from app.domain.shared.jobs import JobKind
from app.domain.stock.item import Tracking
from app.outside.clock import FixedClock
from app.services import chores, finding, leave, reading, reindexing
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.services.reindexing import Again
from app.storage.audit import audit
from app.storage.database import Database
from tests.builders import TODAY
from tests.formats.stacks import a_pdf
from tests.services.leaving import an_employee, the_types
from tests.services.test_likeness import take
from tests.services.test_stacks import SEPARATORS, scan
from tests.stocking import came, qty, require_agreement, stock_office, stocked
from tests.trade import at


def test_a_stack_is_split_before_anything_of_it_is_read(office: Office, tmp_path: Path) -> None:
    scans = tmp_path / "scans"
    scans.mkdir()
    scan(office, scans, SEPARATORS, a_pdf("the harbour", "|PATCHT", "the lighthouse"))

    done = office.run(chores.some, 60)
    reading.rest(office)

    assert (done.stacks.done, done.reading.documents, done.is_over) == (1, 2, True)
    assert office.ask(finding.find, "harbour").total == 1
    assert not done.is_stuck
    assert office.run(chores.some, 1).is_stuck


def test_only_what_is_wanted_is_done(office: Office) -> None:
    take(office, "letter.pdf", a_pdf("the harbour"))
    office.run(reindexing.begin, Again.INDEX)

    done = office.run(chores.some, 1, (JobKind.SPLIT, JobKind.INDEX))

    assert (done.indexing.done, done.reading.documents, done.reading.waiting) == (1, 0, 1)
    assert not done.is_over


TOMORROW = TODAY + timedelta(days=1)


def test_what_went_past_its_day_is_blocked_once_its_day_is_over(database: Database) -> None:
    office, (product, _) = with_goods_until_today(database)

    for day, is_blocked in ((TODAY, "0"), (TOMORROW, "5"), (TOMORROW, "5")):
        at(office, day).run(chores.some, 1, ())
        assert blocked(office, product) == qty(is_blocked)

    with office.database.read() as unit:
        deeds = unit.connection.scalars(select(audit.c.command)).all()
    assert deeds.count("stock_levels.expire") == 2
    require_agreement(at(office, TOMORROW))


def test_what_is_being_picked_waits_and_keeps_nothing_else_from_being_blocked(
    database: Database,
) -> None:
    office, (picked, other) = with_goods_until_today(database)
    with office.database.write() as unit:
        (standing,) = unit.stock_levels.standings((picked,))
        promised = {(picked, standing.warehouse_id): {"reserved": qty("5")}}
        unit.stock_levels.add_to_standings(promised)

    at(office, TOMORROW).run(chores.some, 1, ())

    assert (blocked(office, picked), blocked(office, other)) == (qty("0"), qty("5"))


def test_who_may_not_move_goods_blocks_none(database: Database) -> None:
    office, (product, _) = with_goods_until_today(database)
    filing = Actor("Pekka", Role("filing", frozenset({Permission.ARCHIVE_FILE})))

    Office(office.database, FixedClock(TOMORROW), filing).run(chores.some, 1, ())

    assert blocked(office, product) == qty("0")


def with_goods_until_today(database: Database) -> tuple[Office, tuple[ProductId, ProductId]]:
    """Return an office with five of two products, which keep until the end of the day."""
    office = stock_office(database)
    one, other = (stocked(office, code, tracking=Tracking.LOT) for code in ("S-1", "S-2"))
    for product in (one, other):
        came(office, product, "5", "1", lot="L-1", expires_on=TODAY)
    return office, (one, other)


def blocked(office: Office, product: ProductId) -> Decimal:
    """Return how much of a product counts as blocked in its warehouse."""
    with office.database.read() as unit:
        (standing,) = unit.stock_levels.standings((product,))
    return standing.blocked


def test_what_leave_was_earned_is_written_while_the_office_rests(office: Office) -> None:
    person, kind = an_employee(office), the_types(office)["annual"]

    office.run(chores.some)

    proof = office.ask(leave.proof, person, kind.id)
    assert proof.lines
    assert not any(one.is_due for one in proof.lines)
