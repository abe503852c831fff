"""The checklists of joining and leaving, as they are begun for a person: written here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from app.domain.employees.belongings import ChecklistTemplate, Occasion, Step
from app.domain.shared.ids import ChecklistTemplateId
from app.lang.texts import mark
from app.services import checklists
from app.ui.kit.editor import CheckEdit
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

OCCASIONS = {
    Occasion.JOINING: mark("Joining"),
    Occasion.LEAVING: mark("Leaving"),
    Occasion.CHANGE: mark("Change of work"),
}


class TemplatesPage(ListedForm[ChecklistTemplate]):
    """Lists checklists; each step has its days before (−) or after the first or last day."""

    recorded = "checklist_template"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        self._found: Sequence[ChecklistTemplate] = ()
        super().__init__(shell, strip, _("Checklists"))
        shell.client.changed.connect(self._news)
        self.ask()

    def ask(self) -> None:
        self.shell.client.ask(self._show, checklists.templates)

    def lines(self) -> Sequence[tuple[ChecklistTemplate, str]]:
        closed = _("closed")
        return [
            (one, f"{one.name} ({closed})" if one.is_closed else one.name) for one in self._found
        ]

    def make_form(self) -> Form:
        one, form = self.chosen, Form()
        self.name, self.closed = TextEdit(), CheckEdit(_("Closed"))
        self.occasion = ChoiceEdit([(each, _(text)) for each, text in OCCASIONS.items()])
        self.name.put(one.name if one else "")
        self.occasion.put(one.occasion if one else Occasion.JOINING)
        self.closed.put(bool(one and one.is_closed))
        form.add("name", _("Name"), self.name, columns=6)
        form.add("occasion", _("When"), self.occasion, columns=3)
        form.add("is_closed", "", self.closed, columns=3)
        form.heading(_("Steps"))
        self.steps = PartRows(
            form,
            "steps",
            (
                PartField("text", _("What is to be done"), TextEdit, columns=6, is_main=True),
                PartField("days", _("Days after (− before)"), partial(NumberEdit, 0), columns=3),
                PartField("role", _("Whose"), TextEdit, columns=3),
            ),
        )
        form.place(self.steps)
        steps = one.steps if one else ()
        rows = [
            {"text": step.text, "days": Decimal(step.days), "role": step.role} for step in steps
        ]
        self.steps.put(rows)
        return form

    def send(self) -> None:
        written = self.written()
        self.shell.client.do(self.saved, checklists.write_template, written, refused=self.refused)

    def at(self, field: str) -> str:
        return self.steps.first_of("text") if field == "steps" else field

    def written(self) -> ChecklistTemplate:
        """Return the checklist as the form says it is."""
        new = ChecklistTemplate(ChecklistTemplateId(0), 1, "", Occasion.JOINING, ())
        steps = tuple(
            Step(row["text"], int(row["days"] or 0), row["role"]) for row in self.steps.values()
        )
        return replace(
            self.chosen or new,
            name=self.name.value(),
            occasion=self.occasion.value(),
            steps=steps,
            is_closed=self.closed.value(),
        )

    def _show(self, found: tuple[ChecklistTemplate, ...]) -> None:
        self._found = found
        self.fill()

    def _news(self, tables: frozenset[str]) -> None:
        if "checklist_template" in tables:
            self.ask()
