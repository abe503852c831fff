"""What can be done with counts, reordering and reports of the stock, as lines of the table."""

from __future__ import annotations

from app.lang.texts import mark
from app.ui.kit.actions import Action

_STOCK = ("record", "stock")

COUNTS: tuple[Action, ...] = (
    Action("stock.counts", mark("Counts"), *_STOCK, shortcut="Alt+4", icon="checkbox"),
    Action("stock.reorder", mark("Reorder"), *_STOCK, shortcut="Alt+5", icon="repeat"),
    Action("stock.reports", mark("Stock reports"), *_STOCK, shortcut="Alt+7", icon="trending-up"),
    Action(
        "count.new",
        mark("Plan a count…"),
        *_STOCK,
        shortcut="Ctrl+Shift+I",
        icon="plus",
        tip=mark("Count everything, what is due by its turn, or some places, while goods move"),
        is_apart=True,
    ),
    Action("count.open", mark("Open the count"), *_STOCK, icon="eye"),
    Action(
        "count.start",
        mark("Begin to count"),
        *_STOCK,
        shortcut="Ctrl+Shift+B",
        icon="player-play",
        tip=mark("From now on what is found is written down"),
    ),
    Action(
        "count.recount",
        mark("Count once more"),
        *_STOCK,
        shortcut="F2",
        icon="refresh",
        tip=mark("Write another figure for the chosen line; the first one is kept"),
    ),
    Action(
        "count.review",
        mark("Look at the differences"),
        *_STOCK,
        shortcut="Ctrl+Shift+D",
        icon="scale",
        tip=mark("The counting is over; each difference gets its reason"),
    ),
    Action(
        "count.approve",
        mark("Approve the differences"),
        *_STOCK,
        shortcut="Ctrl+Shift+A",
        icon="shield-check",
        tip=mark("As a second person who did not count"),
    ),
    Action(
        "count.post",
        mark("Post the count"),
        *_STOCK,
        shortcut="Ctrl+Return",
        icon="check",
        tip=mark("Book every difference as it was when its line was counted, once"),
    ),
    Action(
        "count.print",
        mark("Print the sheet"),
        *_STOCK,
        shortcut="Ctrl+P",
        icon="printer",
        tip=mark("The sheet to count with, or the result"),
    ),
    Action("count.cancel", mark("Cancel the count…"), *_STOCK, icon="ban"),
    Action("count.rules", mark("Rules of counting…"), *_STOCK, icon="settings"),
    Action(
        "reorder.order",
        mark("Expect what is ticked"),
        *_STOCK,
        shortcut="Ctrl+Shift+Return",
        icon="truck",
        tip=mark("Each supplier's goods become a receipt that is expected"),
        is_apart=True,
    ),
    Action("reorder.tick", mark("Tick or untick"), *_STOCK, letter="x", icon="square-check"),
    Action("reorder.quantity", mark("Another quantity…"), *_STOCK, letter="q", icon="pencil"),
    Action("reorder.future", mark("Future stock"), *_STOCK, letter="f", icon="trending-up"),
    Action(
        "report.paper",
        mark("Show as it prints"),
        *_STOCK,
        shortcut="Ctrl+Shift+P",
        icon="file-text",
        tip=mark("The report as paper, to be printed or saved"),
    ),
    Action(
        "stock.place-labels",
        mark("Labels of the places"),
        *_STOCK,
        shortcut="Ctrl+Shift+L",
        icon="barcode",
        tip=mark("A label for each warehouse and bin, on sheets or for a label printer"),
    ),
    Action("paper.print", mark("Print the paper"), *_STOCK, icon="printer"),
    Action("paper.save", mark("Save the paper as PDF…"), *_STOCK, icon="file-type-pdf"),
)
