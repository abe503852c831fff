"""Words and columns of lots, and the list of them as data."""

from __future__ import annotations

from app.domain.stock.lot import LotStatus
from app.domain.stock.lot_row import LotRow, LotShown, LotSort
from app.lang.texts import mark
from app.services import lots
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many, place_text
from app.ui.stock.goods_words import LOT_STATES, day_text

TONES = {
    LotStatus.OK: "good",
    LotStatus.QUARANTINED: "warn",
    LotStatus.DAMAGED: "bad",
    LotStatus.RECALLED: "bad",
}
_CHIPS = {
    LotShown.THERE: mark("There"),
    LotShown.CHECK: mark("To be checked"),
    LotShown.SOON: mark("Expires soon"),
    LotShown.EXPIRED: mark("Expired"),
    LotShown.BLOCKED: mark("Not in order"),
}


def places_text(row: LotRow) -> str:
    """Return where a lot lies."""
    return ", ".join(place_text(code) for code in row.places)


LOTS: tuple[Column[LotRow], ...] = (
    Column(mark("Lot or serial number"), lambda row: row.lot, sort=LotSort.LOT.value, width=130),
    Column(mark("Code"), lambda row: row.code, sort=LotSort.PRODUCT.value, width=96),
    Column(mark("Goods"), lambda row: row.name_in(language()), width=160, is_roomy=True),
    Column(
        mark("Keeps until"),
        lambda row: day_text(row.expires_on),
        sort=LotSort.EXPIRES_ON.value,
        width=100,
        is_whole=True,
    ),
    Column(
        mark("Status"),
        lambda row: _(LOT_STATES[row.status]),
        width=120,
        is_pill=True,
        tone=lambda row: TONES[row.status],
    ),
    Column(
        mark("On hand"),
        lambda row: f"{formats().decimal(row.on_hand)} {row.unit}",
        right=True,
        width=96,
        is_whole=True,
    ),
    Column(mark("Where"), places_text, width=110),
    Column(
        mark("Came on"),
        lambda row: day_text(row.received_on),
        sort=LotSort.RECEIVED_ON.value,
        width=100,
        is_spare=True,
    ),
    Column(mark("Why, or what was found"), lambda row: row.note, width=120, is_spare=True),
)
LOT_LIST: Listing[LotRow] = Listing(
    name="lots",
    title=mark("Lots"),
    columns=LOTS,
    source=Source(lots.spine, lots.rows, lots.first),
    tables=frozenset({"lot", "stock_level", "product"}),
    counted=lambda n: many("{n} lot", "{n} lots", n),
    empty=Empty(
        "barcode",
        mark("Nothing is kept by lots yet"),
        mark("Say on a product's page that it is kept by lots or serial numbers, then receive it."),
        ("goods.receive",),
    ),
    filters=tuple(Filter(one.value, text) for one, text in _CHIPS.items()),
    buttons=("lot.refuse", "lot.release"),
    verbs=(
        "lot.open",
        "goods.open",
        "",
        "lot.release",
        "lot.refuse",
        "lot.status",
        "lot.recall",
    ),
    sort=LotSort.EXPIRES_ON.value,
)
