"""What can be done with goods, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_STOCK = ("record", "stock")

GOODS: tuple[Action, ...] = (
    Action("stock.on-hand", mark("On hand"), *_STOCK, shortcut="Alt+1", icon="packages"),
    Action("stock.moves", mark("Moves"), *_STOCK, shortcut="Alt+2", icon="arrows-exchange"),
    Action("stock.receipts", mark("Receipts of goods"), *_STOCK, shortcut="Alt+3", icon="truck"),
    Action("stock.places", mark("Places"), *_STOCK, shortcut="Alt+6", icon="map-pin"),
    Action("stock.lots", mark("Lots"), *_STOCK, shortcut="Alt+8", icon="barcode"),
    Action(
        "goods.receive",
        mark("Receive goods…"),
        *_STOCK,
        shortcut="Ctrl+Shift+R",
        icon="package-import",
        tip=mark("Goods that are here now, or are expected on a day"),
        is_apart=True,
    ),
    Action("goods.open", mark("Where it lies"), *_STOCK, icon="eye"),
    Action(
        "goods.trail",
        mark("Where the pieces went"),
        *_STOCK,
        letter="w",
        icon="history",
        tip=mark("Every move and count of the goods, with its paper and who made it"),
    ),
    Action(
        "trail.counted",
        mark("Since the last count"),
        *_STOCK,
        icon="checkbox",
        tip=mark("Up to the last count the books were right"),
    ),
    Action("trail.paper", mark("Open its paper"), *_STOCK, icon="external-link"),
    Action("goods.transfer", mark("Transfer…"), *_STOCK, letter="t", icon="arrows-exchange"),
    Action("goods.scrap", mark("Scrap…"), *_STOCK, letter="s", icon="trash"),
    Action("goods.use", mark("Use in the office…"), *_STOCK, letter="u", icon="tools"),
    Action(
        "goods.day",
        mark("As of a day"),
        *_STOCK,
        letter="d",
        icon="calendar",
        tip=mark("What was on hand at the end of a day, and what it was worth"),
    ),
    Action(
        "goods.export",
        mark("Export…"),
        *_STOCK,
        shortcut="Ctrl+Shift+E",
        icon="file-export",
        tip=mark("The stock list of the day, with cost and value, as CSV or XLSX"),
    ),
    Action("goods.receipt", mark("Open the receipt"), *_STOCK, icon="external-link"),
    Action("goods.arrived", mark("All of it is here"), *_STOCK, letter="a", icon="check"),
    Action(
        "goods.lines",
        mark("What came…"),
        *_STOCK,
        letter="l",
        icon="list-details",
        tip=mark("Line by line: how much, to which place, of which lot"),
    ),
    Action(
        "goods.land",
        mark("Add freight or duty…"),
        *_STOCK,
        letter="c",
        icon="coins",
        tip=mark("What the goods cost besides, divided by value, quantity or weight"),
    ),
    Action("goods.call-off", mark("Await no more"), *_STOCK, icon="ban"),
    Action("lot.open", mark("Who got it"), *_STOCK, icon="users"),
    Action(
        "lot.release",
        mark("Release…"),
        *_STOCK,
        letter="o",
        icon="shield-check",
        tip=mark("The lot was checked and is in order: what lies of it may go out"),
    ),
    Action(
        "lot.refuse",
        mark("Refuse…"),
        *_STOCK,
        letter="n",
        icon="ban",
        tip=mark("The lot was checked and is not in order: nothing of it goes out"),
    ),
    Action("lot.status", mark("Status…"), *_STOCK, letter="e", icon="adjustments"),
    Action(
        "lot.recall",
        mark("Call back…"),
        *_STOCK,
        icon="alert-triangle",
        tip=mark("Nothing of the lot goes out any more; its page tells who got some"),
    ),
    Action(
        "lot.write",
        mark("Write to them…"),
        *_STOCK,
        icon="mail",
        tip=mark("Keep who got some as a mailing list, to write letters or mails to"),
    ),
    Action("move.reverse", mark("Take the move back…"), *_STOCK, letter="r", icon="arrow-back-up"),
)
