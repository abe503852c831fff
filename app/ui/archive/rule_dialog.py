"""A filing rule as it is written: when it fits, what it writes, and what it would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from app.domain.archive.rules import FilingRule, Then, When
from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money, money
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import Conflict, Invalid, NotFound, OfficeError
from app.services import contacts, filing_rules
from app.services.filing_rules import RuleForm, Trial
from app.ui.archive.binder_edit import BinderEdit
from app.ui.archive.form import stage_name, types_of
from app.ui.archive.naming import Naming
from app.ui.archive.tag_edit import TagEdit
from app.ui.kit.conflict import Standoff
from app.ui.kit.dialogs import Dialog
from app.ui.kit.fields import ChoiceEdit, MoneyEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.labels import plain_label
from app.ui.kit.picker import Picker
from app.ui.kit.settling import Writing, settling
from app.ui.kit.sheets import scroll_bar
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, many
from app.ui.kit.theme import theme

_ELSEWHERE = {"when": "when.words", "then": "then.type_id"}
"""Where a problem of a whole half is shown."""


class RuleFields(Form):
    """Fields that hold a RuleForm."""

    def __init__(self, shell: Shell, naming: Naming, currency: str) -> None:
        super().__init__()
        self._currency = currency
        self._rule: FilingRule | None = None
        self.name, self.words, self.title = TextEdit(), TextEdit(), TextEdit()
        self.folder, self.note = TextEdit(), TextEdit()
        self.binder = BinderEdit(shell.client)
        self.least, self.most = MoneyEdit(currency), MoneyEdit(currency)
        self.type, self.new_type = ChoiceEdit(types_of(naming)), ChoiceEdit(types_of(naming))
        self.stage: ChoiceEdit[str] = ChoiceEdit([("", "—")])
        self._naming = naming
        self.whose, self.new_whose = _sender(shell), _sender(shell)
        self.tags = TagEdit(shell, naming)
        self._lay_out()
        self.type.edited.connect(self._offer_stages)
        self.new_type.edited.connect(self._offer_stages)
        self._offer_stages()

    def put(self, rule: FilingRule) -> None:
        """Show a rule; its contacts are put in by those who know their names."""
        self._rule = rule
        self.name.put(rule.name)
        self.words.put(", ".join(rule.when.words))
        self.title.put(rule.when.title)
        self.folder.put(rule.when.folder)
        self.type.put(rule.when.type_id)
        self.least.put(rule.when.least.amount if rule.when.least else None)
        self.most.put(rule.when.most.amount if rule.when.most else None)
        self.new_type.put(rule.then.type_id)
        self.tags.put_tags(rule.then.tags)
        self.binder.put_name(rule.then.binder)
        self.note.put(rule.then.note)
        self._offer_stages()
        self.stage.put(rule.then.stage)

    def know(self, rows: Sequence[ContactRow]) -> None:
        """Show the contacts of the rule by their names."""
        rule = self._rule
        for row in rows if rule else ():
            if rule and row.id == rule.when.correspondent_id:
                self.whose.put(row)
            if rule and row.id == rule.then.correspondent_id:
                self.new_whose.put(row)

    def value(self) -> RuleForm:
        """Return what stands in the fields."""
        words = tuple(word.strip() for word in self.words.value().split(","))
        when = When(
            correspondent_id=_id_of(self.whose),
            type_id=self.type.value(),
            words=tuple(word for word in words if word),
            title=self.title.value(),
            least=self._money(self.least),
            most=self._money(self.most),
            folder=self.folder.value(),
        )
        then = Then(
            type_id=self.new_type.value(),
            correspondent_id=_id_of(self.new_whose),
            tags=self.tags.tags(),
            binder=self.binder.name(),
            note=self.note.value(),
            stage=self.stage.value(),
        )
        is_active = self._rule.is_active if self._rule else True
        return RuleForm(self.name.value(), when, then, is_active)

    def _offer_stages(self) -> None:
        """Offer the stages of the type that the rule sets, else of the one that it asks for."""
        type_id = self.new_type.value() or self.type.value()
        kind = self._naming.types.get(type_id) if type_id is not None else None
        stages = kind.stages if kind is not None else ()
        chosen = self.stage.value()
        self.stage.offer([("", "—"), *((one.code, stage_name(one)) for one in stages)])
        if any(one.code == chosen for one in stages):
            self.stage.put(chosen)
        self.cell("then.stage").setVisible(bool(stages))

    def _money(self, field: MoneyEdit) -> Money | None:
        amount = field.value()
        return None if amount is None else money(amount, field.currency)

    def _lay_out(self) -> None:
        self.add("name", _("Name"), self.name, columns=12)
        self.heading(_("When"))
        self.add("when.words", _("Words in the text, with commas between"), self.words, columns=12)
        self.add("when.correspondent_id", _("From or to"), self.whose, columns=6)
        self.add("when.type_id", _("Type"), self.type, columns=6)
        self.add("when.title", _("Title or file name, * for anything"), self.title, columns=6)
        self.add("when.folder", _("Folder that it came from"), self.folder, columns=6)
        self.add("when.least", _("Amount at least"), self.least, columns=6)
        self.add("when.most", _("Amount at most"), self.most, columns=6)
        self.heading(_("Then"))
        self.add("then.type_id", _("Type"), self.new_type, columns=6)
        self.add("then.correspondent_id", _("From or to"), self.new_whose, columns=6)
        self.add("then.stage", _("Stage"), self.stage, columns=6)
        self.add("then.tags", _("Tags"), self.tags, columns=12)
        self.place(self.tags.pills)
        self.add("then.binder", _("Binder"), self.binder, columns=4)
        self.add("then.note", _("Note"), self.note, columns=8)


class RuleDialog(Dialog):
    """Writes a rule, and tells what it would do to the documents that are there."""

    drafted_of = 0

    def __init__(self, shell: Shell, parent: QWidget, fields: RuleFields) -> None:
        text = _("What comes in and fits is sorted so; what somebody wrote stays.")
        super().__init__(parent, _("Filing rule"), text, "filter")
        self._shell = shell
        self._rule: FilingRule | None = None
        self.standoff: Standoff | None = None
        self.fields = fields
        self.told = plain_label("", "muted")
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setWidget(fields)
        room.setFrameShape(QFrame.Shape.NoFrame)
        room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setMinimumHeight(theme().px(440))
        theme().dress(room.verticalScrollBar(), scroll_bar)
        fields.setContentsMargins(0, 0, theme().px(12), 0)
        self.setMinimumWidth(theme().px(700))
        self.add_field(room)
        self.add_field(self.told)
        self.add_button(_("Cancel"), self.reject, primary=False)
        self.add_button(_("Try out"), self.try_out, primary=False)
        self.add_button(_("Save"), self.save, primary=True)
        fields.submitted.connect(self.save)
        fields.name.setFocus()

    def change(self, rule: FilingRule) -> None:
        """Write on a rule that is there."""
        self.drafted_of = rule.id
        writing = Writing(self.fields, self._reread, self.save, (f"filing_rule:{rule.id}",))
        self.standoff = settling(self._shell, self, writing)
        self.add_field(self.standoff.line)
        self._show(rule)

    def _show(self, rule: FilingRule) -> None:
        self._rule = rule
        self.fields.put(rule)
        self.fields.call_clean()
        named = (rule.when.correspondent_id, rule.then.correspondent_id)
        if ids := tuple(one for one in named if one is not None):
            self._shell.client.ask(self._know, contacts.rows, ids)
        elif self.standoff is not None:
            self.standoff.opened(rule.version)

    def _know(self, rows: tuple[ContactRow, ...]) -> None:
        self.fields.know(rows)
        if self.standoff is not None and self._rule is not None:
            self.standoff.opened(self._rule.version)

    def _reread(self) -> None:
        if self.standoff is not None:
            lost = self.standoff.lost
            self._shell.client.ask_or(self._show_again, lost, filing_rules.rules)

    def _show_again(self, rules: tuple[FilingRule, ...]) -> None:
        known = self._rule.id if self._rule is not None else None
        found = next((one for one in rules if one.id == known), None)
        if found is not None:
            self._show(found)
        elif self.standoff is not None:
            self.standoff.lost(NotFound())

    def try_out(self) -> None:
        """Tell how many documents the rule would touch."""
        ask_or = self._shell.client.ask_or
        ask_or(self._tell, self._refused, filing_rules.try_out, self.fields.value())

    def save(self) -> None:
        """Keep the rule, or show what has to be mended first."""
        if self.standoff is not None and self.standoff.is_open:
            self.standoff.ask()
            return
        form, rule = self.fields.value(), self._rule
        do = partial(self._shell.client.do, self._kept, refused=self._refused)
        if rule is None:
            do(filing_rules.add_rule, form)
        else:
            do(filing_rules.change_rule, rule.id, rule.version, form)

    def _tell(self, trial: Trial) -> None:
        self.fields.show_problems(())
        told = many("It would touch {n} document.", "It would touch {n} documents.", trial.touched)
        names = ", ".join(one.title for one in trial.examples[:3])
        self.told.setText(f"{told} {names}".strip())

    def _kept(self, rule: FilingRule) -> None:
        self._shell.say(_("Rule kept: {rule}", rule=rule.name))
        self.accept()

    def _refused(self, error: OfficeError) -> None:
        if isinstance(error, Invalid):
            self.fields.show_problems([_placed(one) for one in error.problems], focus=True)
        elif isinstance(error, Conflict | NotFound) and self.standoff is not None:
            self.standoff.meet()
        else:
            self._shell.refuse(error)


def _placed(problem: Problem) -> Problem:
    return replace(problem, field=_ELSEWHERE.get(problem.field, problem.field))


def _sender(shell: Shell) -> Picker[ContactRow]:
    return Picker(shell.client, contacts.find, lambda row: row.name, lambda row: row.town)


def _id_of(picker: Picker[ContactRow]) -> ContactId | None:
    row = picker.value()
    return row.id if row else None
