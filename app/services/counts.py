"""Counts: planned, counted while goods move, looked at, approved by a second, posted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.shared.ids import CountId, CountLineId, LocationId, new_id
from app.domain.shared.lines import one_line
from app.domain.shared.paging import Spine, View
from app.domain.shared.quantities import Quantity
from app.domain.shared.refusals import Conflict
from app.domain.stock.count import (
    KIND,
    Count,
    CountKind,
    CountLine,
    CountState,
    Rest,
    Scope,
)
from app.domain.stock.count_findable import findable
from app.domain.stock.count_refusals import WITHOUT_CANCEL_REASON
from app.domain.stock.count_row import CountLineRow, CountRow
from app.domain.stock.location import Location
from app.domain.stock.move import Spot
from app.services.count_papers import CountPapers
from app.services.count_planning import CountPlanning
from app.services.counting_goods import CountingGoods
from app.services.issuing import require_right
from app.services.numbering import Numbering
from app.services.office import Desk
from app.services.permissions import Permission, command, query
from app.services.stock_booking import Booking
from app.services.stock_places import StockPlaces

ALL = Scope()


@dataclass(frozen=True, slots=True)
class CountCard:
    """A count with its lines in the order of the sheet; while it is blind they say no books.

    Else a line that nobody counted says what the books say now.
    """

    count: Count
    row: CountRow
    lines: tuple[CountLineRow, ...]

    @property
    def count_above(self) -> tuple[CountLineRow, ...]:
        """The lines whose difference a second person has to approve."""
        return tuple(one for one in self.lines if one.line.is_above(self.count.limit))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a line differs."""

    line_id: CountLineId
    reason: str


@query(Permission.STOCK_READ)
def spine(desk: Desk, view: View) -> Spine:
    """Return the ids of the list of counts in its order."""
    among = desk.store.search.ids(view.words, KIND) if view.words.strip() else None
    return desk.store.count_lists.spine(view, among)


@query(Permission.STOCK_READ)
def first(desk: Desk, view: View, size: int) -> tuple[CountRow, ...]:
    """Return the first rows of the list of counts."""
    lists, among = desk.store.count_lists, None
    if view.words.strip():
        among = desk.store.search.ids(view.words, KIND)
    return lists.rows(lists.first(view, size, among))


@query(Permission.STOCK_READ)
def rows(desk: Desk, ids: tuple[CountId, ...]) -> tuple[CountRow, ...]:
    """Return the rows of these counts; what is gone is left out."""
    return desk.store.count_lists.rows(ids)


@query(Permission.STOCK_READ)
def counts(desk: Desk) -> Mapping[str, int]:
    """Return how many counts stand where."""
    found = desk.store.count_lists.counts()
    return {state.value: found.get(state, 0) for state in CountState}


@query(Permission.STOCK_READ)
def get(desk: Desk, count_id: CountId) -> CountCard:
    """Return a count with its lines; raises NotFound."""
    count = desk.store.counts.head(count_id)
    (row,) = desk.store.count_lists.rows((count_id,))
    lines = CountingGoods(desk).with_books(count, desk.store.count_lists.lines(count_id))
    shown = replace(row, differing=0) if count.hides_books else row
    return CountCard(count, shown, lines)


@command(Permission.STOCK_MOVE)
def plan(desk: Desk, warehouse_id: LocationId, scope: Scope = ALL) -> Count:
    """Plan a count of a warehouse: of all that lies there, of what is due, or of what is chosen.

    Raises NotAWarehouse, NothingToCount, CountedElsewhere.
    """
    planning = CountPlanning(desk)
    warehouse = planning.warehouse(warehouse_id)
    return _planned(desk, warehouse, scope, planning.spots(warehouse, scope))


@command(Permission.STOCK_MOVE)
def at_once(desk: Desk, spot: Spot) -> Count:
    """Begin to count one spot now; an open count that has it is the one, begun if it is not yet.

    Raises NothingToCount of goods with lots where the books say nothing, NotFound.
    """
    planning = CountPlanning(desk)
    warehouse = planning.warehouse(StockPlaces(desk).warehouse(spot.location_id))
    spots = planning.spots_at(warehouse, spot)
    taken = desk.store.counts.counted_elsewhere(spots)
    if taken is not None:
        count = desk.store.counts.head(desk.store.count_lists.numbered(taken[0]))
    else:
        chosen = Scope(CountKind.CHOSEN, (spot.product_id,), (spot.location_id,))
        count = _planned(desk, warehouse, chosen, spots)
    return start(desk, count.id) if count.state is CountState.PLANNED else count


@command(Permission.STOCK_MOVE)
def start(desk: Desk, count_id: CountId) -> Count:
    """Begin to count; raises NotInState."""
    before = desk.store.counts.head(count_id, is_locked=True)
    return _saved(desk, before, before.started(desk.now))


@command(Permission.STOCK_MOVE)
def enter(
    desk: Desk,
    count_id: CountId,
    line_id: CountLineId,
    counted: Quantity,
    counted_at: datetime | None = None,
) -> CountLine:
    """Write what lies there now, or lay there at an earlier moment since the count began.

    Raises CountedAlready where somebody else has counted it, NotInState, Invalid.
    """
    return CountingGoods(desk).tell(count_id, line_id, counted, counted_at)


@command(Permission.STOCK_MOVE)
def recount(
    desk: Desk,
    count_id: CountId,
    line_id: CountLineId,
    counted: Quantity,
    counted_at: datetime | None = None,
) -> CountLine:
    """Write what was found when a line was counted once more; the difference is reckoned anew.

    Raises NotCounted, NotInState, Invalid.
    """
    return CountingGoods(desk).tell(count_id, line_id, counted, counted_at, again=True)


@command(Permission.STOCK_MOVE)
def found(desk: Desk, count_id: CountId, spot: Spot, counted: Quantity) -> CountLine:
    """Write what was found where the sheet has nothing; a spot with a line is counted there.

    Raises Elsewhere, CountedElsewhere, CountedAlready, Invalid.
    """
    return CountingGoods(desk).found(count_id, spot, counted)


@command(Permission.STOCK_MOVE)
def review(desk: Desk, count_id: CountId, rest: Rest = Rest.COUNT) -> Count:
    """End the counting: differences are looked at; raises NothingCounted, LinesLeft, NotInState."""
    before = desk.store.counts.get(count_id, is_locked=True)
    return _saved(desk, before, before.reviewed(rest))


@command(Permission.STOCK_MOVE)
def explain(desk: Desk, count_id: CountId, version: int, reasons: tuple[Reason, ...]) -> Count:
    """Say why lines differ; raises NotInState, Conflict, NotFound."""
    before = _as_seen(desk, count_id, version)
    told = {before.line(one.line_id).id: one_line(one.reason) for one in reasons}
    return _saved(desk, before, before.explained(told))


@command(Permission.STOCK_APPROVE)
def approve(desk: Desk, count_id: CountId, version: int) -> Count:
    """Approve differences as somebody who did not count; raises OwnApproval, Invalid, Conflict."""
    before = _as_seen(desk, count_id, version)
    return _saved(desk, before, before.approved(desk.who.name))


@command(Permission.STOCK_MOVE)
def post(desk: Desk, count_id: CountId, version: int) -> Count:
    """Book every difference as it was when the line was counted, once, whatever has moved since.

    What came of the count is filed for good with it.

    Raises PostedAlready, DifferenceNotApproved, Conflict, Invalid, and NotEnough where less lies
    there now than is to be taken off: then nothing is booked, and the line is counted once more.
    """
    before = _as_seen(desk, count_id, version)
    after = before.posted(desk.today)
    moves = CountingGoods(desk).moves(after)
    if moves:
        Booking(desk).move(*moves, paper=after.number)
    saved = _saved(desk, before, after)
    CountPapers(desk).file(saved)
    return saved


@command(Permission.STOCK_MOVE)
def cancel(desk: Desk, count_id: CountId, reason: str) -> Count:
    """Give a count up: nothing of it is booked; raises Invalid without a reason, NotInState."""
    why = one_line(reason)
    require_right(() if why else (WITHOUT_CANCEL_REASON.at("reason"),))
    before = desk.store.counts.head(count_id, is_locked=True)
    return _saved(desk, before, before.cancelled(why))


def _planned(desk: Desk, warehouse: Location, scope: Scope, spots: Sequence[Spot]) -> Count:
    """Return a new count of these spots."""
    company = desk.store.company.get()
    new = Count(
        id=CountId(new_id()),
        version=1,
        state=CountState.PLANNED,
        kind=scope.kind,
        warehouse_id=warehouse.id,
        lines=tuple(CountLine(CountLineId(new_id()), spot) for spot in spots),
        number=Numbering(desk, company).take(KIND, desk.today),
        is_blind=scope.is_blind,
        limit=desk.store.stock_rules.get().approve_above,
        planned_on=scope.planned_on or desk.today,
        made_by=desk.who.name,
    )
    desk.store.counts.add(new)
    desk.store.search.put(findable(new, warehouse.name or warehouse.code))
    return new


def _as_seen(desk: Desk, count_id: CountId, version: int) -> Count:
    """Return a count that nobody changed since it was looked at; raises Conflict.

    One that was posted says so itself, whoever saw which version.
    """
    found = desk.store.counts.get(count_id, is_locked=True)
    found.require(CountState.REVIEW)
    if found.version != version:
        raise Conflict(record=KIND, id=count_id)
    return found


def _saved(desk: Desk, before: Count, after: Count) -> Count:
    desk.store.counts.save(before, after)
    place = StockPlaces(desk).get(after.warehouse_id)
    desk.store.search.put(findable(after, place.name or place.code))
    return after
