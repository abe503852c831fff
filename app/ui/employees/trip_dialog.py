"""The dialog of days away: when somebody left and came back gives the days that are paid."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from app.domain.expenses.expense import ExpenseKind
from app.domain.expenses.making import LineForm
from app.domain.expenses.tariffs import tariff_on
from app.domain.hours.writing import read_time
from app.domain.shared.refusals import OfficeError
from app.services import claim_forms
from app.services.claim_forms import ABROAD, Trip
from app.services.expenses import OpenedClaim
from app.ui.employees.telling import refusal_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats, language

HERE = ""
_TIME = "16.30"


class TripDialog(Dialog):
    """Asks for a trip and says while it is typed which days are paid; they become lines."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget,
        opened: OpenedClaim,
        answer: Callable[[Sequence[LineForm]], object],
    ) -> None:
        told = _("By the clock at home. The country says which days are whole ones.")
        super().__init__(parent, _("Days away"), told, "calendar-event")
        self.shell = shell
        self._opened = opened
        self._answer = answer
        self._lines: tuple[LineForm, ...] = ()
        self.left_on, self.back_on = DateEdit(shell.today), DateEdit(shell.today)
        self.left_at, self.back_at = TextEdit(), TextEdit()
        self.text = TextEdit()
        self.place = ChoiceEdit(_places(opened))
        self.free = NumberEdit(0)
        self.told, self.source = plain_label(), plain_label("", "muted")
        self.wrong = plain_label("", "bad")
        self._make_form()
        self._say_source()

    def _make_form(self) -> None:
        form = self.form = Form()
        form.add("text", _("Where, and what for"), self.text, columns=12)
        form.add("left_on", _("Left on"), self.left_on, columns=3)
        form.add("left_at", _("At"), self.left_at, columns=3)
        form.add("back_on", _("Back on"), self.back_on, columns=3)
        form.add("back_at", _("At"), self.back_at, columns=3)
        form.add("place", _("Country"), self.place, columns=7)
        form.add("free", _("Days with free meals"), self.free, columns=5)
        form.chain()
        law = self._opened.law
        form.cell("place").setVisible(law.abroad is not None)
        form.cell("free").setVisible(law.home is not None and law.home.meals is not None)
        for edit in (self.left_at, self.back_at):
            edit.setPlaceholderText(_TIME)
        form.edited.connect(self._think)
        form.submitted.connect(self._take)
        for part in (form, self.told, self.source, self.wrong):
            self.add_field(part)
        self.wrong.hide()
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.yes = self.add_button(_("Add the lines"), self._take, primary=True)
        self.yes.setDefault(False)
        self.yes.setAutoDefault(False)
        self.text.setFocus()

    def _trip(self) -> Trip | None:
        """Return the trip that is typed, or none while a day or a time lacks."""
        days = (self.left_on.value(), self.back_on.value())
        times = (read_time(self.left_at.value()), read_time(self.back_at.value()))
        left_on, back_on = days
        left_at, back_at = times
        if left_on is None or back_on is None or left_at is None or back_at is None:
            return None
        free = int(self.free.value() or 0) if self.free.is_readable() else 0
        away = Trip(left_on, left_at, back_on, back_at, self.place.value(), free)
        return replace(away, text=", ".join(filter(None, (self.text.value(), _span(away)))))

    def _think(self) -> None:
        self._lines = ()
        away = self._trip()
        if away is None:
            self.told.setText("")
            return
        self.shell.client.ask_or(self._know, self._refused, claim_forms.trip, away)

    def _know(self, lines: tuple[LineForm, ...]) -> None:
        self._lines = lines
        self.wrong.hide()
        self.told.setText("\n".join(map(self._line_text, lines)) or _("Too short to be paid."))
        self.adjustSize()

    def _line_text(self, line: LineForm) -> str:
        assert line.day is not None
        tariff = tariff_on(line.tariff, line.day, self._opened.law.tariffs)
        days = formats().plain((line.quantity or Decimal(0)).normalize())
        price = line.price if line.price is not None else tariff.price
        return f"{tariff.name_in(language())}: {days} × {formats().decimal(price)}"

    def _refused(self, error: OfficeError) -> None:
        self.told.setText("")
        self.wrong.setText(refusal_text(error))
        self.wrong.show()
        self.adjustSize()

    def _take(self) -> None:
        if self._lines:
            self._answer(self._lines)
            self.accept()
        elif self._trip() is None:
            self.wrong.setText("✕ " + _("Write both days and times, such as 7.30."))
            self.wrong.show()
            self.adjustSize()

    def _say_source(self) -> None:
        home = self._opened.law.home
        self.source.setText(home.source if home is not None else "")


def _span(away: Trip) -> str:
    """Return from when to when somebody was away, as the lines say it."""
    day = formats().day
    left = f"{day(away.left_on)} {away.left_at:%H:%M}"
    return f"{left} – {day(away.back_on)} {away.back_at:%H:%M}"


def _places(opened: OpenedClaim) -> list[tuple[str, str]]:
    """Return the countries that have a tariff of their own, after the one at home."""
    found = {
        one.code: one.name_in(language())
        for one in opened.law.tariffs
        if one.kind is ExpenseKind.PER_DIEM and one.code.startswith(ABROAD)
    }
    return [(HERE, _("At home")), *sorted(found.items(), key=lambda one: one[1])]
