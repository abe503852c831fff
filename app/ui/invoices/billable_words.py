"""Words and the list of time and expenses to invoice."""

from __future__ import annotations

from functools import partial

from app.domain.billables.billable import Billable, BillableKind, BillableRow, BillablesShown
from app.domain.shared.ids import BillableId
from app.lang.texts import mark
from app.services import billables
from app.ui.kit.history import Deed
from app.ui.kit.listing import Empty, Filter, Listing, Source
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many

KINDS = {BillableKind.TIME: mark("Time"), BillableKind.EXPENSE: mark("Expense")}


def quantity_text(row: BillableRow) -> str:
    """Return a quantity with its unit."""
    return f"{formats().plain(row.quantity.normalize())} {row.unit}".rstrip()


def standing_text(row: BillableRow) -> str:
    """Return where work is: open, on a draft, or on the invoice of a number."""
    if row.invoice_id is None:
        return _("Not invoiced")
    return row.invoice_number or _("On a draft")


def standing_tone(row: BillableRow) -> str:
    """Return the tone of where work is."""
    if row.invoice_id is None:
        return "accent"
    return "good" if row.invoice_number else "warn"


LISTING: Listing[BillableRow] = Listing(
    name="billables",
    title=mark("Work to invoice"),
    columns=(
        Column(mark("Date"), lambda row: formats().day(row.done_on), sort="done_on", width=96),
        Column(mark("Customer"), lambda row: row.customer_name, sort="customer", width=190),
        Column(mark("Description"), lambda row: row.text, width=240, is_roomy=True),
        Column(mark("Who"), lambda row: row.who, width=100, is_hidden=True),
        Column(mark("Kind"), lambda row: _(KINDS[row.kind]), width=80, is_hidden=True),
        Column(mark("Quantity"), quantity_text, right=True, width=90),
        Column(
            mark("Price"),
            lambda row: formats().price(row.price, row.currency),
            right=True,
            width=96,
        ),
        Column(
            mark("Amount"),
            lambda row: formats().money(row.amount_minor, row.currency),
            sort="amount",
            right=True,
            width=104,
        ),
        Column(mark("Status"), standing_text, tone=standing_tone, is_pill=True, width=104),
    ),
    source=Source(billables.spine, billables.rows, billables.first),
    tables=frozenset({"billable", "invoice", "contact"}),
    counted=lambda n: many("{n} piece of work", "{n} pieces of work", n),
    empty=Empty(
        "clock",
        mark("No work to invoice"),
        mark("Hours and expenses that you write down here are invoiced together later."),
        ("billable.new",),
    ),
    filters=(
        Filter(BillablesShown.OPEN.value, mark("Not invoiced")),
        Filter(BillablesShown.INVOICED.value, mark("Invoiced")),
    ),
    buttons=("billable.invoice", "billable.new"),
    verbs=(
        "billable.open",
        "billable.new",
        "billable.invoice",
        "billable.sum",
        "billable.remove",
        "",
        "list.copy",
    ),
    sort="done_on",
    is_descending=True,
)


def removed(gone: tuple[Billable, ...]) -> Deed:
    """Return that work was removed: it can be written again."""
    text = many("{n} piece of work removed", "{n} pieces of work removed", len(gone))
    return Deed(text, billables.take_back, (gone,), added)


def added(back: tuple[Billable, ...]) -> Deed:
    """Return that work was written down: it can be removed."""
    text = many("{n} piece of work written down", "{n} pieces of work written down", len(back))
    ids: tuple[BillableId, ...] = tuple(one.id for one in back)
    return Deed(text, billables.remove, (ids,), removed)


def changed(before: Billable, after: Billable) -> Deed:
    """Return that work was changed: it can be as it was, unless it was changed again."""
    text = _("{text} saved", text=after.work.text)
    told = (after.id, after.version, before.work)
    return Deed(text, billables.change, told, partial(changed, after))
