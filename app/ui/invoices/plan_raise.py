"""Raising prices: from which day, by how much, told how long before; every price shown first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.recurring.plan import Plan
from app.domain.recurring.rise import Rise
from app.domain.shared.ids import PlanId
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import Rate, UnitPrice
from app.domain.shared.readings import NO_DAY, NO_NUMBER
from app.domain.shared.refusals import Invalid, OfficeError
from app.lang.texts import mark
from app.services import price_rises
from app.services.price_rises import RaisedPrice
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import DateEdit, NumberEdit, PercentEdit
from app.ui.kit.form import Form
from app.ui.kit.messages import problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _, formats, many
from app.ui.kit.theme import theme

_REST, _HEIGHT, _WIDTH = 250, 220, 640
_MONTH = timedelta(days=32)
"""From the first of a month somewhere into the next one."""


class PriceLine:
    """One price that rises, or a plan whose prices cannot, as a line of a table."""

    def __init__(self, place: int, price: RaisedPrice) -> None:
        self.id = place
        self.price = price


def _what(line: PriceLine) -> str:
    price = line.price
    if price.problems:
        return problem_text(price.problems[0])
    return price.description.split("\n")[0]


def _written(price: UnitPrice | None, currency: str) -> str:
    return "" if price is None else formats().price(price, currency)


COLUMNS: tuple[Column[PriceLine], ...] = (
    Column(mark("Plan"), lambda line: line.price.name, width=170),
    Column(mark("Price of"), _what, width=190),
    Column(
        mark("Until now"),
        lambda line: _written(line.price.before, line.price.currency),
        right=True,
        width=92,
    ),
    Column(
        mark("From then on"),
        lambda line: _written(line.price.after, line.price.currency),
        right=True,
        width=100,
    ),
)


class RaisePrices(Dialog):
    """Asks for a rise of plans and shows what it makes of each price."""

    drafted_of = 0

    def __init__(self, parent: QWidget, shell: Shell, ids: tuple[PlanId, ...]) -> None:
        text = _("It holds for every period that begins on the day or later.")
        super().__init__(parent, _("Raise prices"), text, "trending-up")
        self._shell, self._ids = shell, ids
        self.form = Form()
        self.since = DateEdit(shell.today)
        self.percent = PercentEdit(4)
        self.notice_days = NumberEdit(0)
        self.form.add("since", _("From"), self.since, columns=4)
        self.form.add("percent", _("Per cent"), self.percent, columns=4)
        self.form.add(
            "notice_days", _("Told on invoices, days before"), self.notice_days, columns=4
        )
        self.table: ShortTable[PriceLine] = ShortTable(_("Prices"), COLUMNS)
        self.table.give_room(COLUMNS[1].title)
        self.table.setMinimumHeight(theme().px(_HEIGHT))
        self.add_field(self.form)
        self.add_field(self.table)
        self.setMinimumWidth(theme().px(_WIDTH))
        self.add_button(_("Cancel"), self.reject, primary=False)
        self.add_button(_("Raise prices"), self.save, primary=True).setAutoDefault(False)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look)
        self.form.edited.connect(self._rest.start)
        self.form.submitted.connect(self.save)
        begun = shell.today().replace(day=1)
        self.since.put((begun + _MONTH).replace(day=1))
        self.since.setFocus()
        self.since.selectAll()

    def rise(self) -> Rise | None:
        """Return the rise that is written, or none while it cannot be read."""
        since = self.since.value()
        if since is None or self.unreadable():
            return None
        days = self.notice_days.value()
        percent = Rate(self.percent.value() or Decimal(0))
        return Rise(since, percent, notice_days=int(days or 0))

    def unreadable(self) -> list[Problem]:
        """Return what is missing or cannot be read, each at its field."""
        found = []
        if self.since.value() is None:
            found.append(NO_DAY.at("since", text=self.since.text()))
        found += [
            NO_NUMBER.at(path, text=editor.text())
            for path, editor in (("percent", self.percent), ("notice_days", self.notice_days))
            if not editor.is_readable()
        ]
        return found

    def save(self) -> None:
        """Raise the prices, or show what is wrong."""
        rise = self.rise()
        if rise is None:
            self.form.show_problems(self.unreadable(), focus=True)
            return
        self._shell.client.do(
            self._saved, price_rises.schedule, self._ids, rise, refused=self._refused
        )

    def _look(self) -> None:
        rise = self.rise()
        if rise is not None:
            self._shell.client.ask(self._show, price_rises.preview, self._ids, rise)

    def _show(self, found: Sequence[RaisedPrice]) -> None:
        self.table.show_rows([PriceLine(place, one) for place, one in enumerate(found, 1)])
        problems = next((one.problems for one in found if one.problems), ())
        self._tell(problems if len(self._ids) == 1 else ())

    def _tell(self, problems: Sequence[Problem], *, focus: bool = False) -> None:
        at_fields = [
            Problem(one.field.removeprefix("rise."), one.code, one.facts) for one in problems
        ]
        self.form.show_problems(at_fields, focus=focus)

    def _saved(self, raised: tuple[Plan, ...]) -> None:
        count = len(raised)
        self.accept()
        self._shell.say(many("Prices of {n} plan rise", "Prices of {n} plans rise", count))

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self._tell(error.problems, focus=True)
        else:
            self._shell.refuse(error)


def ask_for_rise(parent: QWidget, shell: Shell, ids: tuple[PlanId, ...]) -> RaisePrices:
    """Ask from which day on and by how much the prices of plans rise."""
    dialog = RaisePrices(parent, shell, ids)
    dialog.open()
    return dialog
