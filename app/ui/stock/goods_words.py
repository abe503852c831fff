"""Words, columns and lists of goods: what is on hand, what moved, what is to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.domain.shared.quantities import Quantity
from app.domain.stock.lot import LotStatus
from app.domain.stock.move import MoveKind
from app.domain.stock.receipt import ReceiptState
from app.domain.stock.rows import MoveRow, OnHandRow, OnHandSort, ReceiptRow, ReceiptSort, Shown
from app.lang.texts import mark
from app.services import receiving_goods, stock_levels, stock_moves
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language, many, place_text

KINDS = {
    MoveKind.RECEIPT: mark("Came in"),
    MoveKind.SHIPMENT: mark("Shipped"),
    MoveKind.RETURN: mark("Came back"),
    MoveKind.TRANSFER: mark("Transferred"),
    MoveKind.COUNT: mark("Counted"),
    MoveKind.SCRAP: mark("Scrapped"),
    MoveKind.OWN_USE: mark("Used by the office"),
    MoveKind.ASSEMBLY: mark("Assembled"),
    MoveKind.OPENING: mark("Taken over"),
}
STATES = {
    ReceiptState.EXPECTED: mark("Expected"),
    ReceiptState.PART_RECEIVED: mark("Here in part"),
    ReceiptState.RECEIVED: mark("Here"),
    ReceiptState.CANCELLED: mark("Called off"),
}
STATE_TONES = {
    ReceiptState.EXPECTED: "accent",
    ReceiptState.PART_RECEIVED: "warn",
    ReceiptState.RECEIVED: "good",
    ReceiptState.CANCELLED: "muted",
}
LOT_STATES = {
    LotStatus.OK: mark("In order"),
    LotStatus.QUARANTINED: mark("In quarantine"),
    LotStatus.DAMAGED: mark("Damaged"),
    LotStatus.RECALLED: mark("Recalled"),
}


def written(value: Quantity, unit: str = "") -> str:
    """Return a quantity with its unit; nothing for none."""
    return f"{formats().decimal(value)} {unit}".strip() if value else ""


def day_text(day: date | None) -> str:
    """Return a day, or nothing."""
    return formats().day(day) if day is not None else ""


ON_HAND: tuple[Column[OnHandRow], ...] = (
    Column(mark("Code"), lambda row: row.code, sort=OnHandSort.CODE.value, width=120),
    Column(
        mark("Goods"),
        lambda row: row.name_in(language()),
        sort=OnHandSort.NAME.value,
        width=260,
        is_roomy=True,
    ),
    Column(
        mark("On hand"),
        lambda row: f"{formats().decimal(row.on_hand)} {row.unit}",
        right=True,
        sort=OnHandSort.ON_HAND.value,
        width=130,
    ),
    Column(mark("Reserved"), lambda row: written(row.reserved), right=True, width=100),
    Column(
        mark("Blocked"),
        lambda row: written(row.blocked),
        right=True,
        width=100,
        tone=lambda row: "warn" if row.blocked else "",
    ),
    Column(
        mark("Free"),
        lambda row: formats().decimal(row.free),
        right=True,
        sort=OnHandSort.FREE.value,
        width=110,
        tone=lambda row: "bad" if row.least and row.free < row.least else "",
    ),
    Column(mark("To come"), lambda row: written(row.incoming), right=True, width=110),
    Column(
        mark("Value"),
        lambda row: formats().amount(row.value_minor, row.currency),
        right=True,
        sort=OnHandSort.VALUE.value,
        width=130,
    ),
)

MOVES: tuple[Column[MoveRow], ...] = (
    Column(
        mark("Day"),
        lambda row: day_text(row.moved_on),
        sort="moved_on",
        width=92,
        is_whole=True,
    ),
    Column(mark("What happened"), lambda row: _(KINDS[row.kind]), width=120, is_pill=True),
    Column(mark("Goods"), lambda row: row.name_in(language()), width=140, is_roomy=True),
    Column(
        mark("Quantity"),
        lambda row: written(row.quantity, row.unit),
        right=True,
        sort="quantity",
        width=84,
        is_whole=True,
    ),
    Column(mark("From place"), lambda row: place_text(row.from_place), width=96),
    Column(mark("To place"), lambda row: place_text(row.to_place), width=96),
    Column(mark("Lot"), lambda row: row.lot, width=72, is_spare=True),
    Column(
        mark("Value"),
        lambda row: (
            formats().amount(row.value_minor, row.currency, sign=True) if row.value_minor else ""
        ),
        right=True,
        width=92,
        is_whole=True,
    ),
    Column(mark("Reason"), lambda row: row.reason, width=96),
    Column(mark("By"), lambda row: row.who, width=72, is_spare=True),
)

RECEIPTS: tuple[Column[ReceiptRow], ...] = (
    Column(mark("Number"), lambda row: row.number, sort=ReceiptSort.NUMBER.value, width=150),
    Column(
        mark("Status"),
        lambda row: _(STATES[row.state]),
        width=120,
        is_pill=True,
        tone=lambda row: STATE_TONES[row.state],
    ),
    Column(
        mark("Supplier"),
        lambda row: row.supplier_name,
        sort=ReceiptSort.SUPPLIER.value,
        width=220,
        is_roomy=True,
    ),
    Column(mark("Reference"), lambda row: row.reference, width=140),
    Column(
        mark("Expected on"),
        lambda row: day_text(row.expected_on),
        sort=ReceiptSort.EXPECTED_ON.value,
        width=120,
    ),
    Column(
        mark("Came on"),
        lambda row: day_text(row.received_on),
        sort=ReceiptSort.RECEIVED_ON.value,
        width=120,
    ),
    Column(mark("Lines"), lambda row: str(row.lines), right=True, width=70),
)
_CHIPS = {
    Shown.THERE: mark("There"),
    Shown.SHORT: mark("Running low"),
    Shown.OUT: mark("None left"),
    Shown.INCOMING: mark("To come"),
    Shown.BLOCKED: mark("Blocked"),
}


def counted_goods() -> Callable[[int], str]:
    """Return how a number of goods is said."""
    return lambda n: many("{n} product", "{n} products", n)


ON_HAND_LIST: Listing[OnHandRow] = Listing(
    name="on-hand",
    title=mark("On hand"),
    columns=ON_HAND,
    source=Source(stock_levels.spine, stock_levels.rows, stock_levels.first),
    tables=frozenset({"stock_item", "stock_level", "stock_standing", "stock_worth", "product"}),
    counted=counted_goods(),
    empty=Empty(
        "packages",
        mark("Nothing is kept in stock yet"),
        mark("Say on a product's page that it is kept in stock, then receive it."),
        ("goods.receive",),
    ),
    filters=tuple(Filter(one.value, text) for one, text in _CHIPS.items()),
    verbs=(
        "goods.open",
        "goods.trail",
        "",
        "goods.transfer",
        "goods.arrive",
        "goods.consign",
        "goods.scrap",
        "goods.use",
        "",
        "goods.make",
        "goods.revalue",
    ),
    sort=OnHandSort.NAME.value,
)
MOVE_LIST: Listing[MoveRow] = Listing(
    name="stock-moves",
    title=mark("Moves"),
    columns=MOVES,
    source=Source(stock_moves.spine, stock_moves.rows, stock_moves.first),
    tables=frozenset({"stock_move", "stock_value"}),
    counted=lambda n: many("{n} move", "{n} moves", n),
    empty=Empty(
        "arrows-exchange",
        mark("Nothing has moved yet"),
        mark("Every piece that comes, goes or changes its place is written here for good."),
        ("goods.receive",),
    ),
    filters=tuple(Filter(one.value, text) for one, text in KINDS.items()),
    verbs=("trail.paper", "goods.open", "", "move.reverse"),
    sort="moved_on",
    is_descending=True,
)
RECEIPT_LIST: Listing[ReceiptRow] = Listing(
    name="goods-receipts",
    title=mark("Receipts of goods"),
    columns=RECEIPTS,
    source=Source(receiving_goods.spine, receiving_goods.rows, receiving_goods.first),
    tables=frozenset({"receipt", "receipt_line"}),
    counted=lambda n: many("{n} receipt of goods", "{n} receipts of goods", n),
    empty=Empty(
        "truck",
        mark("No goods are expected"),
        mark("Goods that are on their way, and all that came, stand here."),
        ("goods.receive",),
    ),
    filters=tuple(Filter(one.value, text) for one, text in STATES.items()),
    verbs=("goods.receipt", "", "goods.arrived", "goods.lines", "goods.land", "goods.call-off"),
    sort=ReceiptSort.EXPECTED_ON.value,
    is_descending=True,
)
