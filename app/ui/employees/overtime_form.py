"""The form of a rule of overtime: limits of a day and of a week, and days of rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import Enum

from app.domain.hours.measuring import HOUR
from app.domain.hours.overtime import Limit, OvertimeRule, OvertimeRules, Premium, Step
from app.lang.texts import mark
from app.ui.employees.hours_words import WEEKDAYS
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.texts import _

NO_DAY = -1
_USUAL = 150


class Above(Enum):
    """Above what overtime begins."""

    NOTHING = "nothing"
    DUE = "due"
    HOURS = "hours"


ABOVE = {
    Above.NOTHING: mark("No limit"),
    Above.DUE: mark("Hours due"),
    Above.HOURS: mark("These hours"),
}


class LimitFields:
    """The fields of one limit: above what, what is paid, and what after so many hours."""

    def __init__(self, form: Form, path: str, title: str) -> None:
        self.above = ChoiceEdit([(one, _(text)) for one, text in ABOVE.items()])
        self.hours, self.percent = NumberEdit(2), NumberEdit(0)
        self.after, self.later = NumberEdit(2), NumberEdit(0)
        form.heading(title)
        form.add(path, _("Overtime above"), self.above, columns=3)
        form.add(f"{path}.hours", _("Hours"), self.hours, columns=2)
        form.add(f"{path}.percent", _("Paid at %"), self.percent, columns=2)
        form.add(f"{path}.after", _("After hours"), self.after, columns=2)
        form.add(f"{path}.later", _("Paid at %"), self.later, columns=3)

    def put(self, limit: Limit | None) -> None:
        """Show a limit; later steps than the second stay as they are not."""
        above = Above.NOTHING
        if limit is not None:
            above = Above.DUE if limit.minutes is None else Above.HOURS
            self.hours.put(None if limit.minutes is None else _hours(limit.minutes))
            steps = limit.steps
            self.percent.put(Decimal(steps[0].percent) if steps else None)
            self.after.put(_hours(steps[1].after) if len(steps) > 1 else None)
            self.later.put(Decimal(steps[1].percent) if len(steps) > 1 else None)
        self.above.put(above)

    def value(self) -> Limit | None:
        """Return the limit that stands in the fields, or none."""
        above = self.above.value()
        if above is Above.NOTHING:
            return None
        steps = [Step(0, int(self.percent.value() or _USUAL))]
        after, later = self.after.value(), self.later.value()
        if after is not None and later is not None:
            steps.append(Step(_minutes(after), int(later)))
        minutes = None if above is Above.DUE else _minutes(self.hours.value() or Decimal(0))
        return Limit(minutes, tuple(steps))


class PremiumFields:
    """The fields of a day of rest: what its hours are paid at."""

    def __init__(self, form: Form, path: str, title: str) -> None:
        self.percent, self.beyond = NumberEdit(0), NumberEdit(0)
        self.on_top = CheckEdit(_("Beside other overtime"))
        form.add(path, title, self.percent, columns=4)
        form.add(f"{path}.beyond", _("Beyond a whole day, %"), self.beyond, columns=4)
        form.add(f"{path}.on_top", "", self.on_top, columns=4)

    def put(self, premium: Premium | None) -> None:
        """Show what a day of rest is paid at."""
        self.percent.put(Decimal(premium.percent) if premium else None)
        self.beyond.put(Decimal(premium.beyond) if premium and premium.beyond else None)
        self.on_top.put(bool(premium and premium.is_on_top))

    def value(self) -> Premium | None:
        """Return what stands in the fields; an empty percentage is none."""
        percent = self.percent.value()
        if percent is None:
            return None
        return Premium(int(percent), int(self.beyond.value() or 0), self.on_top.value())


class OvertimeFields(Form):
    """Fields that hold a rule."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.name, self.agreement = TextEdit(), TextEdit()
        self.valid_from, self.closed = DateEdit(today), CheckEdit(_("Put away"))
        self.additional = NumberEdit(0)
        days = [(place, _(text)) for place, text in enumerate(WEEKDAYS)]
        self.weekday = ChoiceEdit([(NO_DAY, _("None")), *days])
        everybody = _("Empty: for everybody")
        self.add("rules.name", _("Name"), self.name, columns=5)
        self.add("valid_from", _("From the day"), self.valid_from, columns=3)
        self.add("agreement", _("Agreement"), self.agreement, columns=4, help_text=everybody)
        self.daily = LimitFields(self, "rules.daily", _("A day"))
        self.weekly = LimitFields(self, "rules.weekly", _("A week"))
        self.heading(_("Rest and holidays"))
        self.rest_day = PremiumFields(self, "rules.rest_day", _("A rest day, %"))
        self.holiday = PremiumFields(self, "rules.holiday", _("A holiday, %"))
        self.add("weekday", _("Counts as a holiday"), self.weekday, columns=4)
        self.add("rules.additional", _("Additional hours, %"), self.additional, columns=4)
        self.add("is_closed", "", self.closed, columns=4)

    def put(self, rule: OvertimeRule) -> None:
        """Show a rule; nothing of it counts as typed."""
        rules = rule.rules
        self.name.put(rules.name)
        self.agreement.put(rule.agreement)
        self.valid_from.put(rule.valid_from)
        self.closed.put(rule.is_closed)
        self.daily.put(rules.daily)
        self.weekly.put(rules.weekly)
        self.rest_day.put(rules.rest_day)
        self.holiday.put(rules.holiday)
        self.weekday.put(rules.weekdays[0] if rules.weekdays else NO_DAY)
        self.additional.put(Decimal(rules.additional) if rules.additional else None)

    def value(self, before: OvertimeRule) -> OvertimeRule:
        """Return the rule that stands in the fields."""
        weekday = self.weekday.value()
        rules = OvertimeRules(
            name=self.name.value(),
            daily=self.daily.value(),
            weekly=self.weekly.value(),
            additional=int(self.additional.value() or 0),
            rest_day=self.rest_day.value(),
            holiday=self.holiday.value(),
            weekdays=() if weekday == NO_DAY else (weekday,),
        )
        return replace(
            before,
            valid_from=self.valid_from.value(),
            rules=rules,
            agreement=self.agreement.value(),
            is_closed=self.closed.value(),
        )

    def at(self, field: str) -> str:
        """Return the path of the field that a problem means."""
        return field


def _hours(minutes: int) -> Decimal:
    return (Decimal(minutes) / HOUR).quantize(Decimal("0.01")).normalize()


def _minutes(hours: Decimal) -> int:
    return int((hours * HOUR).to_integral_value())
