"""Deliveries by area: what goes the same way is picked together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.orders.areas import Area, areas_of
from app.domain.orders.delivery import DeliveryState
from app.domain.shared.ids import DeliveryId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Refusal, as_problem
from app.services.going_out import GoingOut
from app.services.office import Desk
from app.services.permissions import Permission, command, query


@dataclass(frozen=True, slots=True)
class Begun:
    """Which deliveries are being picked now, and why others are not."""

    ids: tuple[DeliveryId, ...]
    problems: tuple[Problem, ...] = ()


@query(Permission.ORDERS_READ)
def areas(desk: Desk, signs: int = 2, until: date | None = None) -> tuple[Area, ...]:
    """Return the deliveries that are still here, planned until a day, by postcode."""
    home = desk.store.company.get().country
    return areas_of(desk.store.delivery_lists.stops(until), signs, home)


@command(Permission.STOCK_MOVE)
def begin(desk: Desk, ids: tuple[DeliveryId, ...]) -> Begun:
    """Give all planned deliveries among these to the pickers; what cannot go stays planned."""
    started: list[DeliveryId] = []
    problems: list[Problem] = []
    for one in ids:
        delivery = desk.store.deliveries.get(one)
        if delivery.state is DeliveryState.DRAFT:
            try:
                GoingOut(desk).start(one)
            except Refusal as refused:
                problems.append(as_problem(str(one), refused))
                continue
        if delivery.state in {DeliveryState.DRAFT, DeliveryState.PICKING}:
            started.append(one)
    return Begun(tuple(started), tuple(problems))
