"""The list of standing orders narrows and orders plans as that of recurring invoices does."""

from __future__ import annotations

from app.domain.recurring.plan import Makes, PlanState
from app.domain.shared.paging import View
from app.services import plans, standing
from app.services.office import Office
from app.storage.database import Database
from tests.order_desk import an_ordering_office
from tests.services.recurring import planned


def test_standing_orders_are_found_by_words_and_by_where_they_stand(database: Database) -> None:
    office: Office = an_ordering_office(database)
    running = planned(office, name="Weekly bread", makes=Makes.ORDER)
    ended = planned(office, name="Monthly milk", makes=Makes.CONFIRMED)
    planned(office, name="Bread insurance")
    office.do(plans.end, ended.id, ended.version)

    assert list(office.ask(standing.spine, View(words="bread"))) == [running.id]
    over = office.ask(standing.spine, View(only=(PlanState.ENDED.value,)))
    assert list(over) == [ended.id]
    assert [row.name for row in office.ask(standing.first, View(sort="name"), 9)] == [
        "Monthly milk",
        "Weekly bread",
    ]
    assert office.ask(standing.counts) == {"running": 1, "paused": 0, "ended": 1, "due": 1}
