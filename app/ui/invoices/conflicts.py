"""Two versions of one draft: what differs, side by side, and whose words stay."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.invoices.draft import Draft, DraftLine, content_of
from app.domain.invoices.invoice import Invoice
from app.ui.invoices.rows import Reader
from app.ui.kit.dialogs import Dialog
from app.ui.kit.labels import plain_label
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_MOST = 12


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be done about two versions."""

    keep_mine: Callable[[], object]
    take_theirs: Callable[[], object]
    keep_both: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the two versions say in different words."""

    what: str
    mine: str
    theirs: str


def differences(mine: Draft, theirs: Draft, reader: Reader) -> Iterator[Difference]:
    """Yield what differs, fields first, then line by line."""
    for what, one, other in _fields(mine, theirs, reader):
        if one != other:
            yield Difference(what, one, other)
    for place in range(max(len(mine.lines), len(theirs.lines))):
        one, other = (_line(draft.lines, place, reader) for draft in (mine, theirs))
        if one != other:
            yield Difference(_("Line {n}", n=place + 1), one, other)


def settle_conflict(parent: QWidget, differing: tuple[Difference, ...], choices: Choices) -> Dialog:
    """Show both versions and let the clerk choose; until then nothing is lost."""
    dialog = Dialog(
        parent,
        _("This draft was changed elsewhere meanwhile"),
        _("Nothing is lost: choose which version stays, or keep both as two drafts."),
        "git-merge",
    )
    dialog.add_field(_table(differing))
    dialog.add_button(_("Keep both"), _closing(dialog, choices.keep_both), primary=False)
    dialog.add_button(_("Take theirs"), _closing(dialog, choices.take_theirs), primary=False)
    dialog.add_button(_("Keep mine"), _closing(dialog, choices.keep_mine), primary=True)
    dialog.open()
    return dialog


def _closing(dialog: Dialog, done: Callable[[], object]) -> Callable[[], object]:
    def close() -> None:
        dialog.accept()
        done()

    return close


def _table(differing: tuple[Difference, ...]) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, theme().px(8), 0, 0)
    grid.setHorizontalSpacing(theme().px(20))
    for column, title in enumerate((_("What"), _("Mine"), _("Theirs"))):
        grid.addWidget(plain_label(title, "label"), 0, column)
    for row, one in enumerate(differing[:_MOST], start=1):
        for column, text in enumerate((one.what, one.mine or "–", one.theirs or "–")):
            grid.addWidget(plain_label(text), row, column)
    more = len(differing) - _MOST
    if more > 0:
        grid.addWidget(plain_label(_("and {n} more", n=more), "muted"), _MOST + 1, 0)
    return table


def _fields(mine: Draft, theirs: Draft, reader: Reader) -> Iterator[tuple[str, str, str]]:
    yield _("Customer"), str(mine.customer_id or ""), str(theirs.customer_id or "")
    days = {
        _("Date"): (mine.issued_on, theirs.issued_on),
        _("Due"): (mine.due_on, theirs.due_on),
        _("Delivered"): (mine.delivered_on, theirs.delivered_on),
    }
    for what, (one, other) in days.items():
        yield what, _day(one, reader), _day(other, reader)
    yield _("Your reference"), mine.your_reference, theirs.your_reference
    yield _("Our reference"), mine.our_reference, theirs.our_reference
    yield _("Discount"), reader.discount(mine.discount), reader.discount(theirs.discount)
    yield _("Note"), mine.note, theirs.note


def _day(day: date | None, reader: Reader) -> str:
    return reader.formats.day(day) if day else ""


def _line(lines: tuple[DraftLine, ...], place: int, reader: Reader) -> str:
    if place >= len(lines):
        return ""
    line = lines[place]
    price = reader.price(line.price) if line.price is not None else ""
    parts = (reader.number(line.quantity), line.unit, line.description, price)
    discount = reader.discount(line.discount)
    return " ".join(part for part in (*parts, f"−{discount}" if discount else "") if part)


def with_theirs(mine: Draft, theirs: Invoice, reader: Reader) -> tuple[Difference, ...]:
    """Return what differs between what is written here and a record."""
    return tuple(differences(mine, content_of(theirs), reader))
