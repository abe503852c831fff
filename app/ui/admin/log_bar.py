"""The bar over the log: of which days, by whom, of which part of the office, of which record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.domain.admin.log import EVERYTHING, LogWanted
from app.ui.admin.log_words import areas
from app.ui.kit.fields import ChoiceEdit, DateEdit
from app.ui.kit.flow import Flow
from app.ui.kit.icons import icon
from app.ui.kit.messages import problem_text
from app.ui.kit.sheets import chips, controls
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.tips import plain_tip
from app.ui.kit.unread import unread_at

EVERYBODY = ""
_DAY, _PERSON, _AREA = 120, 170, 190


class LogBar(QWidget):
    """Says what the log is narrowed to, beside its words and chips; ``changed()`` when it is."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._wanted = EVERYTHING
        self.since, self.until = DateEdit(today), DateEdit(today)
        self.since.setPlaceholderText(_("From"))
        self.until.setPlaceholderText(_("Until"))
        self.person: ChoiceEdit[str] = ChoiceEdit([(EVERYBODY, _("Everybody"))])
        self.area: ChoiceEdit[str] = ChoiceEdit([("", _("Every area")), *areas()])
        self.record = QPushButton()
        self.record.setIcon(icon("x", "muted"))
        self.record.setProperty("chip", "true")
        self.record.setCheckable(True)
        theme().dress(self.record, chips)
        self.record.clicked.connect(self._let_go)
        self.record.hide()
        self._lay_out()
        for day in (self.since, self.until):
            day.editingFinished.connect(self._narrow)
        for choice in (self.person, self.area):
            choice.edited.connect(self._narrow)

    @property
    def wanted(self) -> LogWanted:
        """What is looked for; the words and the chips are the list's."""
        return self._wanted

    @property
    def is_narrowed(self) -> bool:
        """Say whether anything is left out."""
        return self._wanted != EVERYTHING

    def know(self, people: Sequence[str]) -> None:
        """Offer everybody who ever did something."""
        self.person.offer([(EVERYBODY, _("Everybody")), *((one, one) for one in people)])

    def show_record(self, record: str, name: str) -> None:
        """Narrow the log to one record, and to nothing else."""
        self._wanted = LogWanted(record=record)
        self.record.setText(name)
        self.record.setChecked(True)
        self.record.setAccessibleName(_("Show the whole log instead of {record}", record=name))
        self.record.setToolTip(self.record.accessibleName())
        self._put()

    def clear(self) -> None:
        """Leave nothing out."""
        self._wanted = EVERYTHING
        self._put()

    def _put(self) -> None:
        self.since.put(self._wanted.since)
        self.until.put(self._wanted.until)
        self.person.put(self._wanted.who)
        self.area.put(self._wanted.area)
        self.record.setVisible(bool(self._wanted.record))
        self.changed.emit()

    def _let_go(self) -> None:
        self._wanted = replace(self._wanted, record="")
        self._put()

    def _narrow(self) -> None:
        """Ask again where something else is looked for; what is no day is told."""
        for day in (self.since, self.until):
            wrong = next(unread_at("", day), None)
            day.show_problem(problem_text(wrong) if wrong else "")
            day.setToolTip(plain_tip(problem_text(wrong)) if wrong else day.accessibleName())
        wanted = replace(
            self._wanted,
            since=self.since.value(),
            until=self.until.value(),
            who=self.person.value(),
            area=self.area.value(),
        )
        if wanted != self._wanted:
            self._wanted = wanted
            self.changed.emit()

    def _lay_out(self) -> None:
        theme().dress(self, controls)
        flow = Flow(theme().px(8))
        self.setLayout(flow)
        for field, name, width in (
            (self.since, _("From the day"), _DAY),
            (self.until, _("Until the day"), _DAY),
            (self.person, _("Person"), _PERSON),
            (self.area, _("Area"), _AREA),
        ):
            field.setAccessibleName(name)
            field.setToolTip(name)
            field.setFixedWidth(theme().px(width))
            flow.addWidget(field)
        self.record.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        flow.addWidget(self.record)
