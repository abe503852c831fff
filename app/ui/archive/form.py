"""The fields of a document's card; those of its type come and go with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from app.domain.accounting.writing import DAY_UNREADABLE
from app.domain.archive.form import UNKNOWN_CORRESPONDENT, DocumentForm
from app.domain.archive.kinds import DocumentType, Stage
from app.domain.archive.steps import due_in, following
from app.domain.contacts.contact import Contact
from app.domain.contacts.form import ContactForm
from app.domain.contacts.row import ContactRow
from app.domain.shared.ids import ContactId, DocumentTypeId
from app.domain.shared.money import Money, money
from app.domain.shared.problems import Problem
from app.domain.shared.quantities import NotANumber
from app.domain.shared.refusals import refused_at
from app.services import contacts
from app.services.filing import Opened
from app.ui.archive.binder_edit import BinderEdit
from app.ui.archive.naming import Naming
from app.ui.archive.own_fields import OwnField
from app.ui.archive.tag_edit import TagEdit
from app.ui.kit.editor import Editor, MultiLine
from app.ui.kit.fields import ChoiceEdit, DateEdit, MoneyEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, language

_NUMBERS = ("amount", "serial")
_DAYS = ("day", "due_on", "event_on")


class DocumentFields(Form):
    """Fields that hold a DocumentForm."""

    def __init__(self, shell: Shell, opened: Opened, naming: Naming) -> None:
        super().__init__()
        self._shell = shell
        self._naming = naming
        self._currency = opened.currency
        self._stage = ""
        self.title = TextEdit()
        self.type: ChoiceEdit[DocumentTypeId | None] = ChoiceEdit(types_of(naming))
        self.correspondent: Picker[ContactRow] = Picker(
            shell.client, contacts.find, lambda row: row.name, lambda row: row.town
        )
        self.correspondent.offer_new(_new_contact, self._add_contact)
        self.day = DateEdit(shell.today)
        self.reference = TextEdit()
        self.amount = MoneyEdit(opened.currency)
        self.tags = TagEdit(shell, naming)
        self.own = {
            code: OwnField(field, shell, opened.currency) for code, field in naming.fields.items()
        }
        self.stage: ChoiceEdit[str] = ChoiceEdit([("", "")])
        self.due_on = DateEdit(shell.today)
        self.serial = NumberEdit(0)
        self.binder = BinderEdit(shell.client)
        self.event_on = DateEdit(shell.today)
        self.note = MultiLine(3)
        self._lay_out()
        self.type.edited.connect(self._follow_type)
        self.stage.edited.connect(self._follow_stage)
        self.serial.edited.connect(self._follow_serial)

    def put(self, form: DocumentForm, correspondent: ContactRow | None) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self.title.put(form.title)
        self.type.put(form.type_id)
        self.correspondent.put(correspondent)
        self.day.put(form.day)
        self.reference.put(form.reference)
        self.amount.currency = form.amount.currency if form.amount else self._currency
        self.amount.put(form.amount.amount if form.amount else None)
        self.tags.put_tags(form.tags)
        for code, own in self.own.items():
            own.put(form.fields.get(code, ""))
        self._stage = form.stage
        self.due_on.put(form.due_on)
        self.serial.put(None if form.serial is None else Decimal(form.serial))
        self.binder.put_name(form.binder)
        self.event_on.put(form.event_on)
        self.note.put(form.note)
        self._show_fitting()
        self.chain()
        self.call_clean()

    def value(self) -> DocumentForm:
        """Return what stands in the fields; what cannot be read counts as nothing."""
        sender = self.correspondent.value()
        return DocumentForm(
            title=self.title.value(),
            type_id=self.type.value(),
            correspondent_id=sender.id if sender else None,
            day=self.day.value(),
            reference=self.reference.value(),
            amount=self._money(),
            serial=self._serial(),
            binder=self.binder.name(),
            tags=self.tags.tags(),
            fields=dict(self._texts()),
            stage=self.stage.value() if self._kind() is not None else "",
            due_on=self.due_on.value(),
            event_on=self.event_on.value(),
            note=self.note.value(),
        )

    def unreadable(self) -> Iterator[Problem]:
        """Yield what was typed and is no day, no number, no amount or no contact."""
        for path in (*_DAYS, *_NUMBERS):
            yield from not_read(path, self.cell(path).editor)
        amount = self.amount.value()
        if amount is not None and self.amount.is_readable():
            yield from refused_at("amount", partial(money, amount, self.amount.currency))
        words = self.correspondent.text().strip()
        if words and self.correspondent.value() is None:
            yield UNKNOWN_CORRESPONDENT.at("correspondent_id", name=words)
        for code, own in self.own.items():
            yield from not_read(f"fields.{code}", own.editor)

    def number(self, serial: int) -> None:
        """Write a serial number; it counts as typed."""
        self.serial.put(Decimal(serial))
        self.serial.edited.emit()

    def _serial(self) -> int | None:
        serial = self.serial.value() if self.serial.is_readable() else None
        return None if serial is None else int(serial)

    def _follow_serial(self) -> None:
        self.binder.follow(self._serial())

    def _money(self) -> Money | None:
        amount, currency = self.amount.value(), self.amount.currency
        is_kept = self.amount.is_readable() and amount is not None
        if amount is None or not is_kept or refused_at("", partial(money, amount, currency)):
            return None
        return money(amount, currency)

    def _texts(self) -> Iterator[tuple[str, str]]:
        for code, own in self.own.items():
            if text := own.text():
                yield code, text

    def _lay_out(self) -> None:
        self.add("title", _("Title"), self.title, columns=12)
        self.add("type_id", _("Type"), self.type, columns=6)
        self.add("correspondent_id", _("From or to"), self.correspondent, columns=6)
        self.add("day", _("Day"), self.day, columns=3)
        self.add("amount", _("Amount"), self.amount, columns=3)
        self.add("reference", _("Reference"), self.reference, columns=6)
        self.add("tags", _("Tags"), self.tags, columns=12)
        self.place(self.tags.pills)
        for code, own in self.own.items():
            self.add(f"fields.{code}", own.field.name_in(language()), own.editor, columns=12)
        self.add("stage", _("Stage"), self.stage, columns=6)
        self.add("due_on", _("Next step due"), self.due_on, columns=6)
        next_free = _("Alt+N gives the next free one")
        self.add("serial", _("Serial number"), self.serial, columns=3, help_text=next_free)
        self.add("binder", _("Binder"), self.binder, columns=3)
        self.add("event_on", _("Kept from"), self.event_on, columns=6)
        self.add("note", _("Note"), self.note, columns=12)

    def _kind(self) -> DocumentType | None:
        chosen = self.type.value()
        return self._naming.types.get(chosen) if chosen is not None else None

    def _follow_type(self) -> None:
        """Show the fields of the type that was chosen; a course begins with its first stage."""
        kind = self._kind()
        if kind is not None and kind.stages and kind.stage(self._stage) is None:
            self._stage = kind.stages[0].code
            self._fall_due(kind.stages[0])
        self._show_fitting()

    def _follow_stage(self) -> None:
        """Write the day on which the next step is due, where the stage names one."""
        kind = self._kind()
        stage = kind.stage(self.stage.value()) if kind is not None else None
        if stage is not None:
            self._fall_due(stage)

    def _fall_due(self, stage: Stage) -> None:
        if (day := due_in(stage, self._shell.today())) is not None:
            self.due_on.put(day)

    def _show_fitting(self) -> None:
        kind = self._kind()
        shown = set(kind.fields) if kind is not None else set()
        for code, own in self.own.items():
            self.cell(f"fields.{code}").setVisible(code in shown or bool(own.text()))
        stages = kind.stages if kind is not None else ()
        self.stage.offer([("", "—"), *((one.code, stage_name(one)) for one in self._moves(stages))])
        self.stage.put(self._stage if any(one.code == self._stage for one in stages) else "")
        self.cell("stage").setVisible(bool(stages))

    def _moves(self, stages: Sequence[Stage]) -> Sequence[Stage]:
        """Return the stage that a document is in, and those that follow it."""
        now = [one for one in stages if one.code == self._stage]
        return [*now, *following(self._kind(), self._stage)]

    def _add_contact(self, words: str) -> None:
        if words:
            add = contacts.add
            self._shell.client.do(self._know_contact, add, ContactForm(name=words))

    def _know_contact(self, contact: Contact) -> None:
        self._shell.say(_("{name} is a contact now", name=contact.name))
        self.ask_contact(contact.id)

    def ask_contact(self, contact_id: ContactId) -> None:
        """Show a contact as the correspondent; it counts as typed."""
        self._shell.client.ask(self._take_contact, contacts.rows, (contact_id,))

    def _take_contact(self, rows: tuple[ContactRow, ...]) -> None:
        for row in rows:
            self.correspondent.put(row)
            self.correspondent.edited.emit()


def not_read(path: str, editor: Editor) -> Iterator[Problem]:
    """Yield that what was typed is no day or no number."""
    if isinstance(editor, DateEdit) and not editor.is_readable():
        yield DAY_UNREADABLE.at(path, day=editor.text())
    if isinstance(editor, NumberEdit) and not editor.is_readable():
        yield Problem(path, NotANumber.code, {"value": editor.text()})


def types_of(naming: Naming) -> list[tuple[DocumentTypeId | None, str]]:
    """Return the types to choose from by their names, none of them first."""
    shown = (one for one in naming.types.values() if not one.is_archived)
    named = sorted(((naming.type(one.id), one.id) for one in shown), key=_casefolded)
    return [(None, "—"), *((type_id, name) for name, type_id in named)]


def _casefolded(named: tuple[str, DocumentTypeId]) -> str:
    return named[0].casefold()


def stage_name(stage: Stage) -> str:
    """Return what a stage is called, in the language of the window."""
    return stage.names.get(language()) or stage.names.get("en") or stage.code


def _new_contact(words: str) -> str:
    return _("New contact “{name}”", name=words)
