"""Preparing reminders: the day, the interest, the fee and the days; warned before anything is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.domain.reminders.run import RUN, ReminderRun, RunTerms, Way
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import RATE_PLACES, rate
from app.domain.shared.readings import NO_DAY, NO_NUMBER
from app.domain.shared.refusals import Invalid, OfficeError
from app.domain.shared.vat import RatePeriod
from app.lang.texts import mark
from app.services import reminders
from app.services.reminders import Usual
from app.ui.kit.dialogs import Dialog
from app.ui.kit.editor import Editor
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, PercentEdit
from app.ui.kit.labels import plain_label
from app.ui.kit.messages import problem_text
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

WAYS = {Way.POST: mark("By post"), Way.EMAIL: mark("By e-mail, else by post")}
BASE = "base"


class RunDialog(Dialog):
    """Asks by what a run is reckoned; what is left empty is the law's."""

    drafted_of = 0

    def __init__(self, shell: Shell, parent: QWidget, usual: Usual) -> None:
        text = _("Each letter is read before any is issued. Nothing is booked until it is paid.")
        super().__init__(parent, _("Prepare reminders"), text, "bell")
        self._shell = shell
        self._terms = usual.terms
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(4))
        self.day = DateEdit(shell.today)
        self.agreed = PercentEdit(RATE_PLACES)
        self.fee = MoneyEdit("EUR")
        self.fee_from: ChoiceEdit[int | None] = ChoiceEdit(
            [(None, _("By law")), *((one, str(one)) for one in (1, 2, 3))]
        )
        self.grace_days, self.between_days, self.pay_days = (NumberEdit(0) for _one in range(3))
        self.base = PercentEdit(RATE_PLACES)
        self.way: ChoiceEdit[Way] = ChoiceEdit([(way, _(name)) for way, name in WAYS.items()])
        self.notes = plain_label("", "warn")
        self._put_fields()
        self._begin(usual)

    def terms(self) -> RunTerms:
        """Return the terms that are written."""
        agreed, fee = self.agreed.value(), self.fee.value()
        return replace(
            self._terms,
            grace_days=_days(self.grace_days, self._terms.grace_days),
            between_days=_days(self.between_days, self._terms.between_days),
            pay_days=_days(self.pay_days, self._terms.pay_days),
            agreed=None if agreed is None else rate(agreed),
            fee=fee,
            fee_from=self.fee_from.value(),
            base=self._base(),
            way=self.way.value(),
        )

    def _base(self) -> tuple[RatePeriod, ...]:
        """Return the base rates of the office, with the one of the run's half-year."""
        written, day = self.base.value(), self.day.value() or self._shell.today()
        begins = date(day.year, 1 if day.month < 7 else 7, 1)
        kept = tuple(one for one in self._terms.base if one.since != begins)
        if written is None or self.base.isHidden():
            return self._terms.base
        return tuple(sorted((*kept, RatePeriod(begins, rate(written))), key=_since))

    def _begin(self, usual: Usual) -> None:
        terms = usual.terms
        self.day.put(usual.day)
        self.agreed.put(terms.agreed)
        self.fee.put(terms.fee)
        self.fee_from.put(terms.fee_from)
        self.grace_days.put(Decimal(terms.grace_days))
        self.between_days.put(Decimal(terms.between_days))
        self.pay_days.put(Decimal(terms.pay_days))
        self.base.put(terms.base[-1].rate if terms.base else None)
        self.way.put(terms.way)
        self._warn(usual.warnings)
        self.day.edited.connect(self._check)
        self.agreed.edited.connect(self._check)
        self.base.edited.connect(self._check)
        self.day.setFocus()
        self.day.selectAll()

    def _check(self) -> None:
        if self._is_readable():
            asked = (self.day.value(), self.terms())
            self._shell.client.ask(self._warn, reminders.check, *asked)

    def _warn(self, problems: Sequence[Problem]) -> None:
        is_asked = any(one.field == BASE for one in problems) or bool(self.base.text())
        for widget in (self.base, self._base_label):
            widget.setVisible(is_asked)
        told = [
            f"! {problem_text(one)}" if one.is_warning else f"✕ {problem_text(one)}"
            for one in problems
        ]
        self.notes.setText("\n".join(told))
        self.notes.setVisible(bool(told))

    def _put_fields(self) -> None:
        place = QWidget()
        place.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._put(0, 0, _("Overdue on"), self.day)
        self._put(0, 1, _("Agreed interest a year"), self.agreed)
        self._put(1, 0, _("Reminder fee"), self.fee)
        self._put(1, 1, _("Fee from level"), self.fee_from)
        self._put(2, 0, _("Days of grace"), self.grace_days)
        self._put(2, 1, _("Days between reminders"), self.between_days)
        self._put(3, 0, _("Days to pay"), self.pay_days)
        self._put(3, 1, _("They go"), self.way)
        self._base_label = self._put(4, 0, _("Base rate of this half-year"), self.base)
        for editor in (self.agreed, self.fee):
            editor.setPlaceholderText(_("By law"))
        self.notes.setWordWrap(True)
        self.add_field(place)
        self.add_field(self.notes)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Prepare"), self._take, primary=True)

    def _put(self, row: int, column: int, label: str, editor: Editor) -> QLabel:
        editor.setAccessibleName(label)
        told = plain_label(label, "label")
        self._grid.addWidget(told, 3 * row, column)
        self._grid.addWidget(editor, 3 * row + 1, column)
        self._grid.setRowMinimumHeight(3 * row + 2, theme().px(6))
        return told

    @property
    def _written(self) -> tuple[DateEdit | NumberEdit, ...]:
        """The fields that somebody types in, from the first to the last."""
        numbers = (self.agreed, self.fee, self.grace_days, self.between_days, self.pay_days)
        return (self.day, *numbers, self.base)

    def _is_readable(self) -> bool:
        return self.day.value() is not None and all(one.is_readable() for one in self._written)

    def _tell_unreadable(self) -> None:
        """Say what cannot be read, and go to the first of it."""
        wrong = [one for one in self._written if not one.is_readable()] or [self.day]
        rules = ((NO_DAY if one is self.day else NO_NUMBER, one.text()) for one in wrong)
        self._warn([rule.at("", text=text) for rule, text in rules])
        wrong[0].setFocus()

    def _take(self) -> None:
        if not self._is_readable():
            self._tell_unreadable()
            return
        work = self._shell.client.work(
            self._prepared,
            reminders.prepare,
            self.day.value(),
            self.terms(),
            refused=self._refused,
        )
        self._shell.watch(work, _("Preparing the reminders"))

    def _prepared(self, run: ReminderRun) -> None:
        self.accept()
        self._shell.open(RUN, run.id)

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self._warn(error.problems)
        else:
            self.reject()
            self._shell.refuse(error)


class Beginning:
    """Reads by what a run is usually reckoned, then asks."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self._parent = parent

    def start(self) -> None:
        """Ask for the usual terms."""
        self._shell.client.ask(self._open, reminders.usual)

    def _open(self, usual: Usual) -> None:
        RunDialog(self._shell, self._parent, usual).open()


def begin_run(shell: Shell, parent: QWidget) -> None:
    """Ask by what a run is reckoned, and open the run that is prepared."""
    Beginning(shell, parent).start()


def _days(editor: NumberEdit, usual: int) -> int:
    written = editor.value()
    return usual if written is None else int(written)


def _since(period: RatePeriod) -> date:
    return period.since
