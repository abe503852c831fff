"""Work calendars: how long is worked on which weekday, and which days are holidays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from app.domain.contacts.countries import NAMES
from app.domain.employees.calendar import USUAL, WorkCalendar
from app.domain.shared.ids import CalendarId
from app.services import calendars
from app.services.calendars import CalendarsSeen
from app.ui.employees.hours_words import WEEKDAYS, minutes_text
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, many

HOUR = 60
PLACES = 2


class CalendarsPage(ListedForm[WorkCalendar]):
    """Lists work calendars; the usual one is that of whose contract names none."""

    recorded = "work_calendar"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._seen = CalendarsSeen((), "", ("",))
        self._holidays: tuple[date, ...] = ()
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        super().__init__(shell, strip, _("Work times"))
        self.inside.addWidget(self.told)
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, calendars.seen)

    def lines(self) -> Sequence[tuple[WorkCalendar, str]]:
        usual = _("the usual one")
        return [
            (one, f"{one.name} ({usual})" if one.is_default else one.name)
            for one in self._seen.rows
        ]

    def make_form(self) -> Form:
        one, form = self.chosen, Form()
        self.name, self.region = TextEdit(), TextEdit()
        self.country = ChoiceEdit([(code, NAMES.get(code, code)) for code in self._seen.countries])
        self.usual = CheckEdit(_("The usual one"))
        self.hours = [NumberEdit(PLACES) for _day in WEEKDAYS]
        self.name.put(one.name if one else "")
        self.country.put(one.country if one else self._seen.home)
        self.region.put(one.region if one else "")
        self.usual.put(bool(one and one.is_default))
        form.add("name", _("Name"), self.name, columns=6)
        form.add("is_default", "", self.usual, columns=6)
        form.add("country", _("Holidays of"), self.country, columns=6)
        told = _("Empty: the whole country")
        form.add("region", _("Region"), self.region, columns=6, help_text=told)
        form.heading(_("Hours of each weekday"))
        week = one.minutes if one else USUAL
        for place, (day, field) in enumerate(zip(WEEKDAYS, self.hours, strict=True)):
            field.put((Decimal(week[place]) / HOUR).quantize(Decimal("0.01"), ROUND_HALF_UP))
            form.add(f"minutes.{place}", _(day), field, columns=3)
        form.edited.connect(self._tell)
        self.country.activated.connect(self._ask_holidays)
        self.region.editingFinished.connect(self._ask_holidays)
        self._ask_holidays()
        return form

    def send(self) -> None:
        command = calendars.change if self.chosen else calendars.add
        self.shell.client.do(self.saved, command, self.written(), refused=self.refused)

    def written(self) -> WorkCalendar:
        """Return the calendar as the form says it is."""
        new = WorkCalendar(CalendarId(0), 1, "", USUAL, self._seen.home)
        monday, tuesday, wednesday, thursday, friday, saturday, sunday = map(_minutes, self.hours)
        return replace(
            self.chosen or new,
            name=self.name.value(),
            minutes=(monday, tuesday, wednesday, thursday, friday, saturday, sunday),
            country=self.country.value(),
            region=self.region.value(),
            is_default=self.usual.value(),
        )

    def _ask_holidays(self, _place: object = None) -> None:
        asked = (self.country.value(), self.region.value(), self.shell.today().year)
        self.shell.client.ask(self._show_holidays, calendars.holidays, *asked)

    def _show_holidays(self, found: tuple[date, ...]) -> None:
        self._holidays = found
        self._tell()

    def _tell(self) -> None:
        """Tell how long the week is, and the holidays of the year."""
        days = self._holidays
        week = minutes_text(sum(map(_minutes, self.hours)))
        told = many("{n} holiday this year", "{n} holidays this year", len(days))
        listed = ", ".join(formats().day(day) for day in days)
        hours = _("{hours} h a week", hours=week)
        self.told.setText(f"{hours} · {told}\n{listed}".strip())

    def _show(self, seen: CalendarsSeen) -> None:
        self._seen = seen
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if "work_calendar" in tables:
            self.ask()


def _minutes(field: NumberEdit) -> int:
    hours = field.value() or Decimal(0)
    return int((hours * HOUR).quantize(Decimal(1), ROUND_HALF_UP))
