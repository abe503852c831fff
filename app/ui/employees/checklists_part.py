"""The checklists of a person: begun from a template, ticked step by step, or left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.employees.belongings import Checklist, ChecklistItem, ChecklistTemplate
from app.domain.shared.ids import ChecklistTemplateId, EmployeeId
from app.domain.shared.refusals import OfficeError
from app.lang.texts import mark
from app.services import checklists
from app.ui.employees.telling import refusal_text
from app.ui.employees.words import day_text
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.labels import plain_label
from app.ui.kit.sheets import controls
from app.ui.kit.shell import Shell
from app.ui.kit.short_table import ShortTable
from app.ui.kit.table import Column
from app.ui.kit.texts import _
from app.ui.kit.theme import theme

_VERBS = ("step.back", "step.leave-out", "step.done", "checklist.begin")


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of a checklist as a line of a table."""

    id: int
    checklist: Checklist
    item: ChecklistItem
    today: date


def state_text(line: StepLine) -> str:
    """Return in words where a step stands."""
    item = line.item
    if item.done_on is not None:
        return _("Done {day} by {who}", day=day_text(item.done_on), who=item.done_by)
    if item.left_out:
        return _("Left out: {reason}", reason=item.left_out)
    is_late = item.due_on is not None and item.due_on < line.today
    return _("Late") if is_late else _("To be done")


def _tone(line: StepLine) -> str:
    item = line.item
    if item.done_on is not None or item.left_out:
        return "muted"
    return "bad" if item.due_on is not None and item.due_on < line.today else "accent"


COLUMNS: tuple[Column[StepLine], ...] = (
    Column(mark("Step"), lambda row: row.item.text, width=280, is_roomy=True),
    Column(mark("Due"), lambda row: day_text(row.item.due_on), width=120),
    Column(mark("Whose"), lambda row: row.item.role, width=120),
    Column(mark("Status"), state_text, width=230, tone=_tone),
    Column(mark("List"), lambda row: row.checklist.name, width=140),
)


class ChecklistsPart(QWidget):
    """Lists the steps of a person's checklists; Enter ticks one."""

    def __init__(self, shell: Shell, person: EmployeeId) -> None:
        super().__init__()
        self._shell = shell
        self._person = person
        self.table: ShortTable[StepLine] = ShortTable(_("Checklists"), COLUMNS)
        self.table.give_room("Step")
        self.table.opened.connect(self._ticked)
        self.verbs: Mapping[str, Callable[[], object]] = {
            "checklist.begin": self._ask_template,
            "step.done": self._tick,
            "step.leave-out": self._leave_out,
            "step.back": self._take_back,
        }
        px = theme().px
        line = QHBoxLayout()
        line.addStretch(1)
        for name in _VERBS:
            line.addWidget(shell.book.button(name, primary=name == _VERBS[-1]))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(8))
        column.addLayout(line)
        column.addWidget(self.table, 1)
        lead_to(self, self.table)
        theme().dress(self, controls)

    def ask(self) -> None:
        """Ask for the checklists of the person."""
        self._shell.client.ask_or(self._show, self._gone, checklists.of, self._person)

    def _show(self, found: tuple[Checklist, ...]) -> None:
        today = self._shell.today()
        lines = [StepLine(one.id, each, one, today) for each in found for one in each.items]
        self.table.show_rows(lines)

    def _gone(self, error: object) -> None:
        """Show nothing: the page itself tells that the person is gone."""

    def chosen(self) -> StepLine | None:
        """Return the step on which the cursor stands."""
        record = self.table.chosen_id()
        return None if record is None else self.table.row_of(record)

    def _ticked(self, _record: object) -> None:
        self._tick()

    def _tick(self) -> None:
        if (line := self.chosen()) is not None:
            known = (line.checklist.id, line.checklist.version, line.item.id)
            self._shell.client.do(self._done, checklists.tick, *known)

    def _take_back(self) -> None:
        if (line := self.chosen()) is not None:
            known = (line.checklist.id, line.checklist.version, line.item.id)
            self._shell.client.do(self._done, checklists.take_back, *known)

    def _leave_out(self) -> None:
        if (line := self.chosen()) is not None:
            LeaveOutDialog(self._shell, self, line).open()

    def _done(self, _checklist: object) -> None:
        """The news of the tables brings the list anew."""

    def _ask_template(self) -> None:
        self._shell.client.ask(self._choose, checklists.templates)

    def _choose(self, found: tuple[ChecklistTemplate, ...]) -> None:
        usable = [one for one in found if not one.is_closed]
        if not usable:
            self._shell.say(_("Write a checklist under Checklists first"))
            return
        dialog = Dialog(self, _("Begin a checklist"), _("Its days are counted from there."), "list")
        choice = ChoiceEdit([(str(one.id), one.name) for one in usable])
        dialog.add_labelled(_("Checklist"), choice)
        dialog.add_button(_("Cancel"), dialog.reject, primary=False).setAutoDefault(False)
        dialog.add_button(_("Begin"), dialog.accept, primary=True)
        dialog.accepted.connect(partial(self._begin, choice))
        dialog.open()

    def _begin(self, choice: ChoiceEdit[str]) -> None:
        template = ChecklistTemplateId(int(choice.value()))
        self._shell.client.do(self._done, checklists.begin, self._person, template)


class LeaveOutDialog(Dialog):
    """Asks why a step is left out."""

    def __init__(self, shell: Shell, parent: QWidget, line: StepLine) -> None:
        super().__init__(parent, _("Leave the step out"), line.item.text, "ban")
        self._shell = shell
        self._line = line
        self.reason = TextEdit()
        self.wrong = plain_label("", "bad")
        self.wrong.hide()
        self.add_labelled(_("Reason"), self.reason)
        self.add_field(self.wrong)
        self.add_button(_("Cancel"), self.reject, primary=False).setAutoDefault(False)
        self.add_button(_("Leave out"), self.send, primary=True)
        self.reason.setFocus()

    def send(self) -> None:
        """Leave it out, or say what stands in the way."""
        one = self._line
        known = (one.checklist.id, one.checklist.version, one.item.id, self.reason.value())
        self._shell.client.do(self._left, checklists.leave_out, *known, refused=self._refuse)

    def _left(self, _checklist: object) -> None:
        self.accept()

    def _refuse(self, error: OfficeError) -> None:
        self.wrong.setText(refusal_text(error))
        self.wrong.show()
