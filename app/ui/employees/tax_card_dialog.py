"""The dialog of a tax card: what the card or form of the country says, from which day on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.payroll.payroll import TaxCard
from app.domain.shared.ids import EmployeeId, TaxCardId
from app.domain.shared.money import Money, money
from app.lang.texts import mark
from app.services import pay_items
from app.services.pay_items import PersonPay
from app.ui.employees.form_dialog import FormDialog
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, PercentEdit, TextEdit
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

FIGURES = {
    "FI": ("percent", "limit", "percent_above"),
    "TH": ("allowances",),
}
"""Which figures the payroll of a country reads from a card."""
LABELS = {
    "percent": mark("Percentage"),
    "limit": mark("Yearly limit"),
    "percent_above": mark("Above the limit"),
    "allowances": mark("Allowances of the year"),
}
ANSWERS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "DE": {
        mark("Tax class"): ("1", "2", "3", "4", "5", "6"),
        mark("Child allowances"): (),
        mark("Church tax"): ("–", "ev", "rk"),
        mark("Health insurance fund"): (),
    },
    "US": {
        mark("Filing status"): (
            mark("Single or married filing separately"),
            mark("Married filing jointly"),
            mark("Head of household"),
        ),
        mark("Two jobs"): (mark("No"), mark("Yes")),
        mark("Dependents"): (),
        mark("Other income"): (),
        mark("Deductions claimed"): (),
        mark("Extra withholding"): (),
    },
}
"""What the form of a country asks whose net an adviser reckons; with choices where it has them."""
TEXTS = {
    "FI": mark("As the tax card says; without a card the law takes more."),
    "TH": mark("Form L.Y.01: what the person may deduct besides the personal allowance."),
    "US": mark("Form W-4: the adviser reckons by it."),
    "DE": mark("The electronic features of wage tax: the adviser reckons by them."),
}


class TaxCardDialog(FormDialog):
    """Writes a tax card; one of the same first day takes the place of the other."""

    def __init__(self, shell: Shell, parent: QWidget, about: PersonPay, before: TaxCard) -> None:
        text = _(TEXTS.get(about.country, TEXTS["FI"]))
        super().__init__(shell, parent, (_("Tax card"), text), "id")
        self._before = before
        self._currency = about.currency
        self.first, self.last = DateEdit(shell.today), DateEdit(shell.today)
        self.percent, self.percent_above = PercentEdit(), PercentEdit()
        self.limit, self.allowances = MoneyEdit(about.currency), MoneyEdit(about.currency)
        self.note = TextEdit()
        self.answers: dict[str, TextEdit | ChoiceEdit[str]] = {}
        self._put_fields(about.country)
        self._show_card()
        self.finish(_("Keep"))
        self.first.setFocus()

    def written(self) -> TaxCard:
        """Return the card as it is written."""
        answers = {name: field.value() for name, field in self.answers.items() if field.value()}
        return replace(
            self._before,
            valid_from=self.first.value() or self.shell.today(),
            valid_until=self.last.value(),
            percent=self.percent.value(),
            limit=self._money(self.limit),
            percent_above=self.percent_above.value(),
            allowances=self._money(self.allowances),
            answers=answers or None,
            note=self.note.value(),
        )

    def send(self) -> None:
        """Keep the card."""
        card = self.written()
        self.shell.client.do(self.kept, pay_items.set_card, card, refused=self.refused)

    def _put_fields(self, country: str) -> None:
        form = self.form
        form.add("valid_from", _("First day"), self.first, columns=6)
        form.add("valid_until", _("Last day"), self.last, columns=6)
        for figure in FIGURES.get(country, ()):
            form.add(figure, _(LABELS[figure]), getattr(self, figure), columns=4)
        for name, choices in ANSWERS.get(country, {}).items():
            offered = [("", ""), *((one, _(one)) for one in choices)]
            field: TextEdit | ChoiceEdit[str] = ChoiceEdit(offered) if choices else TextEdit()
            self.answers[name] = field
            form.add(f"answers.{name}", _(name), field, columns=6)
        form.add("note", _("Note"), self.note, columns=12)

    def _show_card(self) -> None:
        card = self._before
        self.first.put(card.valid_from)
        self.last.put(card.valid_until)
        self.percent.put(card.percent)
        self.percent_above.put(card.percent_above)
        self.limit.put(_decimal(card.limit))
        self.allowances.put(_decimal(card.allowances))
        self.note.put(card.note)
        for name, field in self.answers.items():
            field.put((card.answers or {}).get(name, ""))

    def _money(self, field: MoneyEdit) -> Money | None:
        value = field.value()
        return None if value is None else money(value, self._currency)


def new_card(shell: Shell, person: EmployeeId) -> TaxCard:
    """Return what a new card begins with: the first day of the year."""
    first = shell.today().replace(month=1, day=1)
    return TaxCard(TaxCardId(0), 0, person, first, None)


def _decimal(amount: Money | None) -> Decimal | None:
    return None if amount is None else amount.amount
