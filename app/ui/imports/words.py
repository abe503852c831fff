"""The words of imports: what a column may be, and what becomes of rows."""

from __future__ import annotations

from app.domain.shared.imports import BadRow, ImportKind, ImportRun, Twin, TwinBy
from app.lang.headings import CONTACTS, ORDERS, PRODUCTS
from app.lang.texts import mark
from app.ui.kit.messages import problem_text
from app.ui.kit.texts import _, formats, many

FIELDS = {
    ImportKind.CONTACTS: CONTACTS,
    ImportKind.PRODUCTS: PRODUCTS,
    ImportKind.ORDERS: ORDERS,
}
TITLES = {
    ImportKind.CONTACTS: mark("Import contacts"),
    ImportKind.PRODUCTS: mark("Import products"),
    ImportKind.ORDERS: mark("Take orders in from files"),
}
RECORDS = {
    ImportKind.CONTACTS: "contact",
    ImportKind.PRODUCTS: "product",
    ImportKind.ORDERS: "order",
}
_TWINS = {
    TwinBy.WHOLE: mark("imported before as {other}"),
    TwinBy.IDENTIFIER: mark("same identifier as {other}"),
    TwinBy.NAME: mark("same name and town as {other}"),
    TwinBy.CODE: mark("same code as {other}"),
    TwinBy.GTIN: mark("same GTIN as {other}"),
}
_REPEATED = {
    TwinBy.WHOLE: mark("says the same as row {row}"),
    TwinBy.IDENTIFIER: mark("same identifier as row {row}"),
    TwinBy.NAME: mark("same name and town as row {row}"),
    TwinBy.CODE: mark("same code as row {row}"),
    TwinBy.GTIN: mark("same GTIN as row {row}"),
}


def bad_text(kind: ImportKind, bad: BadRow) -> str:
    """Return one line for a row that is left out: where, who, and every reason."""
    reasons = [
        f"{_(FIELDS[kind].get(one.field, one.field))}: {problem_text(one)}"
        for one in bad.problems
        if not one.is_warning
    ]
    return _line(bad.row, bad.title, " ".join(reasons))


def twin_text(twin: Twin) -> str:
    """Return one line for a row that is there already: where, who, and as what."""
    if twin.same_row:
        return _line(twin.row, twin.title, _(_REPEATED[twin.by], row=twin.same_row))
    return _line(twin.row, twin.title, _(_TWINS[twin.by], other=twin.other))


def run_text(run: ImportRun) -> str:
    """Return one line for an import that was done."""
    day = formats().day(run.at.date())
    made = many("{n} record made", "{n} records made", run.created)
    state = _("taken back") if run.taken_back_at else ""
    told = " · ".join(part for part in (made, state) if part)
    return f"{day}   {run.name}   {told}"


def fresh_text(kind: ImportKind, count: int) -> str:
    """Return how many records there will be."""
    if kind is ImportKind.CONTACTS:
        return many("{n} new contact", "{n} new contacts", count)
    return many("{n} new product", "{n} new products", count)


def do_text(kind: ImportKind, count: int) -> str:
    """Return what the button does."""
    if kind is ImportKind.CONTACTS:
        return many("Import {n} contact", "Import {n} contacts", count)
    if kind is ImportKind.ORDERS:
        return many("Take {n} order in as a draft", "Take {n} orders in as drafts", count)
    return many("Import {n} product", "Import {n} products", count)


def done_text(kind: ImportKind, count: int) -> str:
    """Return what was done."""
    if kind is ImportKind.CONTACTS:
        return many("{n} contact imported", "{n} contacts imported", count)
    if kind is ImportKind.ORDERS:
        return many("{n} order taken in as a draft", "{n} orders taken in as drafts", count)
    return many("{n} product imported", "{n} products imported", count)


def _line(row: int, title: str, reason: str) -> str:
    return " · ".join(part for part in (_("Row {row}", row=row), title, reason) if part)
