"""Two versions of one draft: what differs, side by side, and whose words stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.invoices.invoice import Invoice
from app.domain.shared.money import minor_digits
from app.domain.shared.quantities import UnitPrice
from app.ui.invoices.rows import Reader
from app.ui.invoices.titles import prices_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.labels import plain_label
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.texts import _, many
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


def differences(mine: Invoice, theirs: Invoice, reader: Reader) -> tuple[Difference, ...]:
    """Return what differs between what is written here and a record: fields, then lines."""
    ours, others = _fields(mine, reader), _fields(theirs, reader)
    found = [Difference(what, ours[what], others[what]) for what in ours]
    for place in range(max(len(mine.lines), len(theirs.lines))):
        one, other = (_line(invoice, place, reader) for invoice in (mine, theirs))
        found.append(Difference(_("Line {n}", n=place + 1), one, other))
    return tuple(one for one in found if one.mine != one.theirs)


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
        grid.addWidget(
            plain_label(many("and {n} more", "and {n} more", more), "muted"), _MOST + 1, 0
        )
    return table


def _fields(invoice: Invoice, reader: Reader) -> dict[str, str]:
    """Return every field in the words of the form: a customer by name, days as they are read."""
    language = LANGUAGES.get(invoice.language)
    return {
        _("Customer"): invoice.buyer.name if invoice.buyer else "",
        _("Date"): _day(invoice.issued_on, reader),
        _("Due"): _day(invoice.due_on, reader),
        _("Delivered"): _day(invoice.delivered_on, reader),
        _("Days to pay"): reader.number(Decimal(invoice.terms_days)),
        _("Your reference"): invoice.your_reference,
        _("Our reference"): invoice.our_reference,
        _("Language"): _(language) if language else invoice.language,
        _("Prices"): prices_text(is_gross=invoice.is_gross),
        _("Discount on all"): reader.discount(invoice.discount),
        _("Note"): invoice.note,
    }


def _day(day: date | None, reader: Reader) -> str:
    return reader.formats.day(day) if day else ""


def _line(invoice: Invoice, place: int, reader: Reader) -> str:
    if place >= len(invoice.lines):
        return ""
    line = invoice.lines[place]
    discount = reader.discount(line.discount)
    parts = (
        f"{reader.number(line.quantity)} {line.unit}".strip(),
        line.description,
        _price(line.price, invoice.currency, reader),
        f"−{discount}" if discount else "",
        reader.vat.text(line.vat),
        _day(line.delivered_on, reader),
    )
    return " · ".join(part for part in parts if part)


def _price(price: Decimal, currency: str, reader: Reader) -> str:
    """Return a price as money; one of more decimals than the currency has keeps them all."""
    minor = price.scaleb(minor_digits(currency))
    if minor == int(minor):
        return reader.formats.money(int(minor), currency)
    return f"{reader.price(UnitPrice(price))} {currency}"
