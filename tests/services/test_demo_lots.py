"""The sample company keeps a product by lots, one of which is held back."""

from __future__ import annotations

from app.domain.shared.paging import View
from app.domain.stock.lot import LotStatus
from app.services import lots
from app.services.demo_lots import tell_lots
from app.storage.database import Database
from tests.databases import on_sqlite
from tests.stocking import require_agreement, stock_office
from tests.trade import LAMP

LOTS = (
    {"code": "K-1", "quantity": "12", "cost": "2", "keeps": 9},
    {"code": "K-2", "quantity": "5", "cost": "2", "keeps": 90, "held": "Tasting"},
)


@on_sqlite
def test_lots_of_a_story_lie_there_and_one_is_held(database: Database) -> None:
    office = stock_office(database)

    tell_lots(office, LAMP.id, {"lots": LOTS})

    rows = office.ask(lots.first, View(), 9)
    assert [(one.lot, one.status) for one in rows] == [
        ("K-1", LotStatus.OK),
        ("K-2", LotStatus.QUARANTINED),
    ]
    require_agreement(office)
