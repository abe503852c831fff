"""Words and columns of what one person is paid by: items, tax cards and payslips."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.payroll.component import PayComponent, PayItem
from app.domain.payroll.payroll import TaxCard
from app.domain.payroll.standing import ItemStanding, card_standing, pay_days_left, standing_of
from app.domain.shared.money import Money
from app.lang.texts import mark
from app.services.pay_items import PersonSlip
from app.ui.employees.pay_run_words import STATES, TONES, days_text, money_text, run_title
from app.ui.employees.words import day_text, span_text
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, language

STANDINGS = {
    ItemStanding.COMING: mark("To come"),
    ItemStanding.RUNNING: mark("In force"),
    ItemStanding.ENDED: mark("Ended"),
    ItemStanding.SETTLED: mark("Settled"),
}
STANDING_TONES = {
    ItemStanding.COMING: "accent",
    ItemStanding.RUNNING: "good",
    ItemStanding.ENDED: "muted",
    ItemStanding.SETTLED: "muted",
}
FIELDS = {
    "amount": mark("Amount each time"),
    "quantity": mark("Quantity"),
    "percent": mark("Percentage"),
    "rest": mark("What is left of it"),
}
FIELDS_OF = {
    "garnishment": {
        "amount": mark("Protected part"),
        "quantity": mark("People who live on the pay"),
        "rest": mark("Debt that is left"),
    },
    "loan": {
        "amount": mark("Repaid each time"),
        "quantity": mark("People who live on the pay"),
        "rest": mark("Loan that is left"),
    },
    "advance": {
        "quantity": mark("People who live on the pay"),
        "rest": mark("Advance that is left"),
    },
}
"""What a figure is called with a component, where that says more."""


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item with the name of its component, as it stands today."""

    id: int
    item: PayItem
    name: str
    standing: ItemStanding


@dataclass(frozen=True, slots=True)
class CardRow:
    """A tax card as it stands today."""

    id: int
    card: TaxCard
    standing: ItemStanding


@dataclass(frozen=True, slots=True)
class SlipLine:
    """A payslip in the list of a person."""

    id: int
    slip: PersonSlip


def component_name(component: PayComponent) -> str:
    """Return the name of a component in the language of the window."""
    names = component.names
    return names.get(language()) or names.get("en") or component.code


def field_name(component: str, figure: str) -> str:
    """Return what a figure of an item is called."""
    return _(FIELDS_OF.get(component, {}).get(figure, FIELDS[figure]))


def figures_text(item: PayItem) -> str:
    """Return the figures of an item: its amount, how many, and by how many percent."""
    amount, quantity = item.amount, item.quantity
    parts = []
    if quantity is not None:
        parts.append(formats().decimal(quantity))
    if amount is not None:
        parts.append(money_text(amount))
    told = " × ".join(parts)
    percent = formats().percent(item.percent) if item.percent is not None else ""
    return " · ".join(part for part in (told, percent) if part)


def rest_text(item: PayItem) -> str:
    """Return what is left of an item, and on how many pay days more it is taken."""
    if item.rest is None:
        return ""
    left, times = money_text(item.rest), pay_days_left(item)
    return f"{left} ({times} ×)" if times and item.component == "loan" else left


def answers_text(card: TaxCard) -> str:
    """Return what a tax card says besides its figures."""
    answers = [f"{name}: {value}" for name, value in (card.answers or {}).items() if value]
    return " · ".join((*answers, card.note)) if card.note else " · ".join(answers)


def item_rows(items: tuple[PayItem, ...], names: Mapping[str, str], today: date) -> list[ItemRow]:
    """Return items as rows, as they stand today."""
    return [
        ItemRow(one.id, one, names.get(one.component, one.component), standing_of(one, today))
        for one in items
    ]


def card_rows(cards: tuple[TaxCard, ...], today: date) -> list[CardRow]:
    """Return tax cards as rows, as they stand today."""
    return [CardRow(one.id, one, card_standing(one, today)) for one in cards]


def slip_lines(slips: tuple[PersonSlip, ...]) -> list[SlipLine]:
    """Return payslips as rows."""
    return [SlipLine(one.payslip.id, one) for one in slips]


def _money(amount: Money | None) -> str:
    return "" if amount is None else money_text(amount)


def _percent(value: Decimal | None) -> str:
    return "" if value is None else formats().percent(value)


ITEMS: tuple[Column[ItemRow], ...] = (
    Column(mark("Component of pay"), lambda row: row.name, width=170, is_roomy=True),
    Column(mark("Text"), lambda row: row.item.text, width=130, is_spare=True),
    Column(
        mark("From – to"), lambda row: span_text(row.item.first_on, row.item.last_on), width=180
    ),
    Column(mark("Each time"), lambda row: figures_text(row.item), right=True, width=150),
    Column(mark("What is left"), lambda row: rest_text(row.item), right=True, width=150),
    Column(
        mark("Status"),
        lambda row: _(STANDINGS[row.standing]),
        tone=lambda row: STANDING_TONES[row.standing],
        is_pill=True,
        width=90,
    ),
)
_CARD_DAYS: Column[CardRow] = Column(
    mark("From – to"), lambda row: span_text(row.card.valid_from, row.card.valid_until), width=190
)
_CARD_NOTE: Column[CardRow] = Column(
    mark("Note"), lambda row: answers_text(row.card), width=180, is_roomy=True
)
_CARD_STATUS: Column[CardRow] = Column(
    mark("Status"),
    lambda row: _(STANDINGS[row.standing]),
    tone=lambda row: STANDING_TONES[row.standing],
    is_pill=True,
    width=90,
)
_PERCENT: Column[CardRow] = Column(
    mark("Percentage"), lambda row: _percent(row.card.percent), right=True, width=110
)
_LIMIT: Column[CardRow] = Column(
    mark("Yearly limit"), lambda row: _money(row.card.limit), right=True, width=130
)
_ABOVE: Column[CardRow] = Column(
    mark("Above the limit"), lambda row: _percent(row.card.percent_above), right=True, width=130
)
_ALLOWANCES: Column[CardRow] = Column(
    mark("Yearly allowances"), lambda row: _money(row.card.allowances), right=True, width=150
)
CARD_COLUMNS: Mapping[str, tuple[Column[CardRow], ...]] = {
    "FI": (_CARD_DAYS, _PERCENT, _LIMIT, _ABOVE, _CARD_NOTE, _CARD_STATUS),
    "TH": (_CARD_DAYS, _ALLOWANCES, _CARD_NOTE, _CARD_STATUS),
}
OTHER_CARDS = (_CARD_DAYS, _CARD_NOTE, _CARD_STATUS)
"""Where the adviser reckons the net a card is what its form asks."""
SLIPS: tuple[Column[SlipLine], ...] = (
    Column(mark("Pay day"), lambda row: day_text(row.slip.run.pay_on), width=110),
    Column(mark("Pay run"), lambda row: run_title(row.slip.run), width=140),
    Column(mark("From – to"), lambda row: days_text(row.slip.run), width=190, is_roomy=True),
    Column(
        mark("Gross pay"), lambda row: money_text(row.slip.payslip.gross), right=True, width=120
    ),
    Column(mark("Net pay"), lambda row: money_text(row.slip.payslip.net), right=True, width=120),
    Column(
        mark("Status"),
        lambda row: _(STATES[row.slip.run.state]),
        tone=lambda row: TONES[row.slip.run.state],
        is_pill=True,
        width=100,
    ),
)
