"""The form of a contract: what is agreed, and the pay behind its key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.employees.calendar import WorkCalendar
from app.domain.employees.contract import Pay
from app.domain.employees.contracting import ContractTerms
from app.domain.employees.form import NO_DAY
from app.domain.shared.ids import CalendarId
from app.domain.shared.money import money
from app.domain.shared.problems import Problem
from app.ui.employees.words import BASES, KINDS
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.texts import _
from app.ui.kit.unread import unread

NONE = "0"


class ContractFields(Form):
    """Fields that hold the terms of a contract and its pay."""

    def __init__(
        self,
        calendars: tuple[WorkCalendar, ...],
        currency: str,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._currency = currency
        self.kind = ChoiceEdit([(one, _(text)) for one, text in KINDS.items()])
        self.starts_on, self.ends_on = DateEdit(today), DateEdit(today)
        self.probation, self.position = DateEdit(today), TextEdit()
        self.hours, self.notice = NumberEdit(2), NumberEdit(0)
        usual = [(NONE, _("The usual week"))]
        self.calendar = ChoiceEdit([*usual, *((str(one.id), one.name) for one in calendars)])
        self.agreement, self.grade = TextEdit(), TextEdit()
        self.amount, self.overtime = MoneyEdit(currency), MoneyEdit(currency)
        self.basis = ChoiceEdit([(one, _(text)) for one, text in BASES.items()])
        self._lay_out()

    def put(self, terms: ContractTerms, pay: Pay | None) -> None:
        """Show terms and a pay; nothing of it counts as typed."""
        self.kind.put(terms.kind)
        self.starts_on.put(terms.starts_on)
        self.ends_on.put(terms.ends_on)
        self.probation.put(terms.probation_until)
        self.position.put(terms.position)
        self.hours.put(terms.hours)
        self.notice.put(Decimal(terms.notice_days))
        self.calendar.put(str(terms.calendar_id or NONE))
        self.agreement.put(terms.agreement)
        self.amount.put(pay.amount.amount if pay else None)
        self.overtime.put(pay.overtime.amount if pay and pay.overtime else None)
        self.grade.put(pay.grade if pay else "")
        if pay:
            self.basis.put(pay.basis)
        self.chain()
        self.call_clean()

    def terms(self) -> ContractTerms:
        """Return the terms that stand in the fields."""
        calendar = int(self.calendar.value())
        return ContractTerms(
            kind=self.kind.value(),
            starts_on=self.starts_on.value() or date.max,
            position=self.position.value(),
            hours=self.hours.value() or Decimal(0),
            ends_on=self.ends_on.value(),
            calendar_id=CalendarId(calendar) if calendar else None,
            probation_until=self.probation.value(),
            notice_days=int(self.notice.value() or 0),
            agreement=self.agreement.value(),
        )

    def pay(self) -> Pay | None:
        """Return the pay that stands in the fields, or none where no amount does."""
        amount, overtime = self.amount.value(), self.overtime.value()
        if amount is None:
            return None
        more = None if overtime is None else money(overtime, self._currency)
        return Pay(money(amount, self._currency), self.basis.value(), self.grade.value(), more)

    def unreadable(self) -> tuple[Problem, ...]:
        """Return the fields that cannot be read, and a first day that is missing."""
        missing = (NO_DAY.at("starts_on"),) if not self.starts_on.text().strip() else ()
        return (*unread(self), *missing)

    def _lay_out(self) -> None:
        self.add("kind", _("Kind"), self.kind, columns=4)
        self.add("starts_on", _("First day"), self.starts_on, columns=4)
        self.add("ends_on", _("Last day"), self.ends_on, columns=4)
        self.add("position", _("Position"), self.position, columns=8)
        self.add("probation_until", _("Probation until"), self.probation, columns=4)
        self.add("hours", _("Hours a week"), self.hours, columns=4)
        self.add("calendar_id", _("Work calendar"), self.calendar, columns=4)
        self.add("notice_days", _("Days of notice"), self.notice, columns=4)
        self.add("agreement", _("Collective agreement"), self.agreement, columns=8)
        self.heading(_("Pay (sealed)"))
        pay = _("Pay in {currency}", currency=self._currency)
        self.add("pay", pay, self.amount, columns=4)
        self.add("basis", _("For"), self.basis, columns=4)
        self.add("grade", _("Pay grade"), self.grade, columns=4)
        base = _("Overtime from, an hour")
        self.add("overtime", base, self.overtime, columns=4)
