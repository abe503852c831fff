"""The editor of a component: checked at every letter, tried out on somebody, dated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.payroll.checks import check_component, check_components
from app.domain.payroll.component import ComponentKind, PayComponent
from app.domain.payroll.rates import Rates
from app.domain.shared.drafts import FormDraft, typed_in
from app.domain.shared.ids import ComponentId
from app.domain.shared.problems import Problem
from app.services import drafts, pay_components, pay_rules
from app.services.pay_rules import RuleSheet
from app.ui.employees.component_form import ComponentFields
from app.ui.employees.component_trial import ComponentTrial
from app.ui.employees.pay_item_words import component_name
from app.ui.employees.words import day_text
from app.ui.kit.beside import Yielding, fill
from app.ui.kit.focus import lead_to
from app.ui.kit.form_page import FormPage
from app.ui.kit.scrolling import Scrolled
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _
from app.ui.kit.theme import theme
from app.ui.kit.unread import unread

KIND = "pay-component"
_LEAST = 900
"""From this width on, at the usual text size, the trial stands beside the form."""
NEW = PayComponent(ComponentId(0), 1, "", {}, ComponentKind.EARNING, "amount", date.min)


class ComponentEditor(FormPage):
    """Writes a component of the office's own, which takes the place of the one of its code."""

    def __init__(self, shell: Shell, record: int | None = None) -> None:
        super().__init__(shell, KIND, record, "pay-component.save")
        self.fields: ComponentFields | None = None
        self.trial: ComponentTrial | None = None
        self._sheet: RuleSheet | None = None
        self._listed = record
        shell.client.ask_or(self._know, self._gone, pay_rules.sheet)

    def _ground(self) -> QWidget:
        left, self._side = QWidget(), QWidget()
        halves = Yielding(left, Scrolled(self._side), (620, 430), _LEAST)
        halves.give_way_under(self.column)
        fill(self, halves)
        return left

    def content(self) -> PayComponent:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        assert self.fields is not None
        written, places = self.content(), tuple(unread(self.fields))
        found = self._wrong(written)
        self.fields.formula.mark(tuple(one for one in found if one.field == "formula"))
        return (*places, *self.placed(found))

    def placed(self, problems: Sequence[Problem]) -> Sequence[Problem]:
        """Return problems at the fields of the form; what has none at the formula."""
        assert self.fields is not None
        return [replace(one, field=self._path(one.field)) for one in problems]

    def send(self) -> None:
        known = (self.content(), self.entity)
        self.shell.client.do(self._kept, pay_components.add, *known, refused=self.refused)

    def _think(self) -> None:
        if self.trial is not None:
            self.trial.suit()
            self.trial.ask()

    def _wrong(self, written: PayComponent) -> tuple[Problem, ...]:
        """Return what is wrong with what is written, by itself and beside the others."""
        assert self._sheet is not None
        others = [one for one in self._sheet.components if one.code != written.code]
        rates = Rates(self._sheet.rates)
        codes = frozenset(one.code for one in others)
        found = check_component(written, codes, rates)
        return found or check_components((*others, written), rates)

    def _path(self, field: str) -> str:
        assert self.fields is not None
        if field == "names":
            return next(iter(path for path in self.fields.paths if path.startswith("names.")))
        places = (field, field.rpartition(".")[2])
        return next((one for one in places if one in self.fields.paths), "formula")

    def _know(self, sheet: RuleSheet) -> None:
        self._sheet = sheet
        if self._listed is None:
            self._begin(replace(NEW, valid_from=self.shell.today().replace(day=1)))
        else:
            client = self.shell.client
            client.ask_or(self._begin, self._gone, pay_rules.component, self._listed)

    def _begin(self, one: PayComponent) -> None:
        assert self._sheet is not None
        if one.valid_from == date.min or one.id == ComponentId(0):
            one = replace(one, valid_from=self.shell.today().replace(day=1))
        name = component_name(one)
        self.titled.emit(name or _("New component of pay"))
        self.fields = ComponentFields(self._sheet, self.shell.today)
        self.fields.put(one)
        self.begin(self.fields, one.version if self._listed is not None else 0)
        self._left.add("formula")
        self.trial = ComponentTrial(self.shell, self._sheet, self.content)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, theme().px(16), theme().px(16), theme().px(16))
        column.addWidget(self.trial, 1)
        self.trial.ask()
        first = self.fields.formula if name else next(iter(self.fields.names.values()))
        lead_to(self, first)
        first.setFocus()
        self.fields.formula.moveCursor(QTextCursor.MoveOperation.End)
        answer = partial(self._offer, one)
        self.shell.client.ask(answer, drafts.kept, KIND, self.entity)

    def _offer(self, one: PayComponent, draft: FormDraft | None) -> None:
        typed = typed_in(PayComponent, self._taken(draft))
        if self.fields is not None and typed is not None and typed != one:
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, one))

    def _kept(self, one: PayComponent) -> None:
        text = _(
            "{name} holds from {day} on", name=component_name(one), day=day_text(one.valid_from)
        )
        self._close_with(one.id, text)
