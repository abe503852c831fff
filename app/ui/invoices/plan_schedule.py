"""The fields of a plan around its content: how often, from when, until when, and what it makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from app.domain.invoices.draft import Draft
from app.domain.recurring.plan import PlanForm
from app.ui.invoices.plan_words import BILLINGS, MAKES, SUPPLIES, UNITS
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

E = TypeVar("E", bound=Enum)


class ScheduleFields(Form):
    """What is written of a plan beside its content."""

    def __init__(self, shell: Shell, base: PlanForm) -> None:
        super().__init__()
        self._base = base
        self.name = TextEdit()
        self.every = NumberEdit(0)
        self.unit: ChoiceEdit[str] = ChoiceEdit(_choices(UNITS))
        self.anchor_on, self.ends_on = DateEdit(shell.today), DateEdit(shell.today)
        self.first_on = DateEdit(shell.today)
        self.times, self.lead_days = NumberEdit(0), NumberEdit(0)
        self.billing: ChoiceEdit[str] = ChoiceEdit(_choices(BILLINGS))
        self.supply: ChoiceEdit[str] = ChoiceEdit(_choices(SUPPLIES))
        self.makes: ChoiceEdit[str] = ChoiceEdit(_choices(MAKES))
        self.coming = plain_label("", "muted")
        self.coming.setWordWrap(True)
        self._lay_out()

    def form(self, content: Draft) -> PlanForm:
        """Return the plan that is written here, around a content."""
        every, times, lead = (one.value() for one in (self.every, self.times, self.lead_days))
        return replace(
            self._base,
            name=self.name.value(),
            content=content,
            every=1 if every is None else int(every),
            unit=_chosen(UNITS, self.unit.value()),
            anchor_on=self.anchor_on.value() or self._base.anchor_on,
            first_on=self.first_on.value(),
            ends_on=self.ends_on.value(),
            times=None if times is None else int(times),
            billing=_chosen(BILLINGS, self.billing.value()),
            lead_days=0 if lead is None else int(lead),
            supply=_chosen(SUPPLIES, self.supply.value()),
            makes=_chosen(MAKES, self.makes.value()),
        )

    def put(self, form: PlanForm) -> None:
        """Show a plan."""
        self.name.put(form.name)
        self.every.put(Decimal(form.every))
        self.unit.put(form.unit.name)
        self.anchor_on.put(form.anchor_on)
        self.first_on.put(form.first_on)
        self.ends_on.put(form.ends_on)
        self.times.put(None if form.times is None else Decimal(form.times))
        self.billing.put(form.billing.name)
        self.lead_days.put(Decimal(form.lead_days) if form.lead_days else None)
        self.supply.put(form.supply.name)
        self.makes.put(form.makes.name)

    def _lay_out(self) -> None:
        self.add("name", _("Name of the plan"), self.name, columns=6)
        self.add("every", _("Every"), self.every, columns=2)
        self.add("unit", _("Unit of time"), self.unit, columns=4)
        self.add("anchor_on", _("First period begins"), self.anchor_on, columns=3)
        self.add("first_on", _("Billed from"), self.first_on, columns=3)
        self.add("ends_on", _("Ends on"), self.ends_on, columns=3)
        self.add("times", _("Times at most"), self.times, columns=3)
        self.add("makes", _("Makes"), self.makes, columns=4)
        self.add("billing", _("Billed"), self.billing, columns=3)
        self.add("lead_days", _("Days before"), self.lead_days, columns=2)
        self.add("supply", _("VAT rate"), self.supply, columns=3)
        self.place(self.coming)


def _choices(texts: Mapping[E, str]) -> list[tuple[str, str]]:
    return [(one.name, _(text)) for one, text in texts.items()]


def _chosen(texts: Mapping[E, str], name: str) -> E:
    return next(one for one in texts if one.name == name)
