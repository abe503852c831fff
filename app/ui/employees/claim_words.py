"""What an expense of a claim may be: usual receipts, kilometres and days by tariff."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.expenses.expense import ExpenseKind
from app.domain.expenses.making import LineForm
from app.domain.expenses.tariffs import Preset, Tariff
from app.domain.shared.ids import AccountId
from app.domain.shared.vat import NoRateYet, VatCode
from app.services.expenses import OpenedClaim
from app.ui.kit.texts import _, formats, language

OTHER = "receipt"
PRESET, TARIFF = "preset:", "tariff:"


@dataclass(frozen=True, slots=True)
class Sorts:
    """The sorts of expenses that a claim may have, each with its key and its words."""

    opened: OpenedClaim
    today: date

    def choices(self) -> list[tuple[str, str]]:
        """Return the keys and words: receipts first, then kilometres, then days."""
        return [*self._receipts(), *self._tariffs(), (OTHER, _("Another receipt"))]

    def key_of(self, line: LineForm) -> str:
        """Return the sort of a line that is there already."""
        if line.kind is not ExpenseKind.RECEIPT:
            return f"{TARIFF}{line.tariff}"
        for one in self.opened.law.presets:
            if line.account_id == self.account_of(one.account) and line.vat == one.vat:
                return f"{PRESET}{one.code}"
        return OTHER

    def preset(self, key: str) -> Preset | None:
        """Return the usual receipt of a key, or none."""
        code = key.removeprefix(PRESET)
        return next((one for one in self.opened.law.presets if key != code == one.code), None)

    def tariff(self, key: str, day: date | None = None) -> Tariff | None:
        """Return the tariff of a key as it holds on a day, or none."""
        code = key.removeprefix(TARIFF)
        fit = [one for one in self.opened.law.tariffs if key != code == one.code]
        on = day or self.today
        return next((one for one in fit if one.holds_on(on)), fit[0] if fit else None)

    def kind(self, key: str) -> ExpenseKind:
        """Return the kind of expense of a key."""
        held = self.tariff(key)
        return held.kind if held is not None else ExpenseKind.RECEIPT

    def account_of(self, number: str) -> AccountId | None:
        """Return the open account of a number."""
        fit = (one for one in self.opened.accounts if one.number == number and not one.is_closed)
        return next((one.id for one in fit), None)

    def _receipts(self) -> Iterator[tuple[str, str]]:
        for one in self.opened.law.presets:
            yield f"{PRESET}{one.code}", one.name_in(language())

    def _tariffs(self) -> Iterator[tuple[str, str]]:
        told: set[str] = set()
        for kind in (ExpenseKind.MILEAGE, ExpenseKind.PER_DIEM):
            for one in self.opened.law.tariffs:
                if one.kind is kind and one.code not in told:
                    told.add(one.code)
                    yield f"{TARIFF}{one.code}", one.name_in(language())


def rate_text(code: VatCode, day: date) -> str:
    """Return a VAT code with the rate that it has on a day."""
    try:
        rate = formats().percent(code.rate_on(day))
    except NoRateYet:
        return code.name_in(language())
    return f"{rate} · {code.name_in(language())}"


def unit_text(tariff: Tariff) -> str:
    """Return what the quantity of a tariff is called."""
    if tariff.kind is ExpenseKind.PER_DIEM:
        return _("Days")
    return _("Miles") if tariff.unit == "mi" else _("Kilometres")
