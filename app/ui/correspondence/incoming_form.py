"""The fields of a letter that came in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal

from app.domain.accounting.writing import DAY_UNREADABLE
from app.domain.archive.row import DocumentRow
from app.domain.contacts.row import ContactRow
from app.domain.correspondence.incoming import IncomingForm
from app.domain.correspondence.letter import LetterType
from app.domain.correspondence.row import OutgoingRow
from app.domain.shared.ids import ContactId, LetterId, LetterTypeId, ThreadId
from app.domain.shared.problems import Problem
from app.services import contacts, letter_forms, letters_out
from app.ui.correspondence.thread_pane import WAYS
from app.ui.correspondence.words import CHANNELS
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit, DateEdit, NumberEdit, TextEdit
from app.ui.kit.form import Form, Labelled
from app.ui.kit.linking import LinkField
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, formats


class IncomingFields(Form):
    """What is written of a letter that came in; ``counted`` when a period has to be counted."""

    counted = Signal()

    def __init__(self, shell: Shell, types: Sequence[LetterType]) -> None:
        super().__init__()
        client, today = shell.client, shell.today
        self._client = client
        self._held = IncomingForm(today())
        self._types = {one.id: one for one in types}
        self.received_on, self.written_on = DateEdit(today), DateEdit(today)
        self.reply_by = DateEdit(today)
        self.reply_days = NumberEdit(0)
        self.party: Picker[ContactRow] = Picker(client, contacts.find, _name, _town)
        self.scan: Picker[DocumentRow] = Picker(client, letter_forms.scans, _title, _day)
        self.scan.setPlaceholderText(_("In the archive's inbox"))
        self.answers: Picker[OutgoingRow] = Picker(client, letter_forms.answerable, _number, _about)
        self.answers.setPlaceholderText(_("Number or words of our letter"))
        self._knows_answers = True
        self.subject, self.their_reference = TextEdit(), TextEdit()
        self.responsible, self.paper_at = TextEdit(), TextEdit()
        shown = [one for one in types if not one.is_archived]
        none: list[tuple[LetterTypeId | None, str]] = [(None, _("No type"))]
        self.type = ChoiceEdit([*none, *((one.id, one.name) for one in shown)])
        self.via = ChoiceEdit([(way, _(text)) for way, text in CHANNELS.items()])
        self.note = MultiLine(3)
        self.about = LinkField(shell, WAYS)
        self._lay_out()
        self._connect()

    def put(self, form: IncomingForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self._held = form
        self.received_on.put(form.received_on)
        self.written_on.put(form.written_on)
        self.party.put(None)
        self.party.setText(form.sender)
        self.subject.put(form.subject)
        self.type.put(form.type_id)
        self.via.put(form.via)
        self.their_reference.put(form.their_reference)
        self.responsible.put(form.responsible)
        self.reply_days.put(None if form.reply_days is None else Decimal(form.reply_days))
        self.reply_by.put(form.reply_by)
        self.paper_at.put(form.place)
        self.note.put(form.note)
        self.scan.put(None)
        self.cell("scan").setVisible(form.document_id is None)
        self._put_answers(form.answers)
        self.about.put(form.about)
        self.call_clean()

    def value(self) -> IncomingForm:
        """Return what stands in the fields."""
        held, picked, scan = self._held, self.party.value(), self.scan.value()
        name = self.party.text().strip()
        is_same = picked is None and name == held.sender
        days = self.reply_days.value()
        return IncomingForm(
            received_on=self.received_on.value() or held.received_on,
            written_on=self.written_on.value(),
            sender_id=picked.id if picked else held.sender_id if is_same else None,
            sender=name,
            subject=self.subject.value(),
            type_id=self.type.value(),
            via=self.via.value(),
            their_reference=self.their_reference.value(),
            responsible=self.responsible.value(),
            reply_days=None if days is None else int(days),
            reply_by=self.reply_by.value(),
            place=self.paper_at.value(),
            document_id=scan.id if scan else held.document_id,
            answers=self._answered(),
            note=self.note.value(),
            about=self.about.pending(),
        )

    def know_sender(self, sender_id: ContactId, name: str) -> None:
        """Take a contact as the sender: it was made from here."""
        self.party.setText(name)
        self._held = replace(self._held, sender_id=sender_id, sender=name)

    def relate(self, thread_id: ThreadId) -> None:
        """Show what the exchange of a letter that is known is about; changes are kept at once."""
        self.about.show_record(thread_id)

    def _put_answers(self, answers: LetterId | None) -> None:
        self.answers.put(None)
        self._knows_answers = answers is None
        if answers is not None:
            self._client.ask(self._know_answers, letters_out.rows, (answers,))

    def _know_answers(self, rows: tuple[OutgoingRow, ...]) -> None:
        if not self._knows_answers and not self.answers.text():
            self.answers.put(rows[0] if rows else None)
            self._knows_answers = True

    def _answered(self) -> LetterId | None:
        """Return our letter that is answered; what was held, as long as nothing else is known."""
        row = self.answers.value()
        if row is not None:
            return row.id
        is_held = not self._knows_answers and not self.answers.text()
        return self._held.answers if is_held else None

    def _connect(self) -> None:
        self.about.edited.connect(self._typed)
        self.reply_days.edited.connect(self.counted)
        self.received_on.edited.connect(self.counted)
        self.type.edited.connect(self._take_period)

    def _take_period(self) -> None:
        """Propose the period of the chosen type, where none was written."""
        type_id = self.type.value()
        kind = self._types.get(type_id) if type_id is not None else None
        if kind is not None and kind.reply_days is not None and self.reply_days.value() is None:
            self.reply_days.put(Decimal(kind.reply_days))
            self.counted.emit()

    def _lay_out(self) -> None:
        self.add("received_on", _("Received"), self.received_on, columns=3)
        self.add("written_on", _("Date of the letter"), self.written_on, columns=3)
        self.add("via", _("Came by"), self.via, columns=3)
        self.add("type_id", _("Type"), self.type, columns=3)
        self.add("sender", _("Sender"), self.party, columns=6)
        self.add("their_reference", _("Their reference"), self.their_reference, columns=6)
        self.add("subject", _("Subject"), self.subject, columns=12)
        self.add("reply_days", _("Days to reply"), self.reply_days, columns=3)
        self.add("reply_by", _("Reply by"), self.reply_by, columns=3)
        self.add("responsible", _("In the hands of"), self.responsible, columns=6)
        self.add("place", _("Where the paper is"), self.paper_at, columns=6)
        self.add("answers", _("Answers our letter"), self.answers, columns=6)
        self.place(Labelled(_("Relates to"), self.about), columns=6)
        self.add("scan", _("Scan"), self.scan, columns=6)
        self.add("note", _("Note"), self.note, columns=12)

    def unreadable(self) -> tuple[Problem, ...]:
        """Return a problem for each day that cannot be read."""
        days = {
            "received_on": self.received_on,
            "written_on": self.written_on,
            "reply_by": self.reply_by,
        }
        return tuple(
            DAY_UNREADABLE.at(path, day=editor.text())
            for path, editor in days.items()
            if not editor.is_readable()
        )


def _number(row: OutgoingRow) -> str:
    return row.number


def _about(row: OutgoingRow) -> str:
    return " · ".join(part for part in (row.subject, row.addressee) if part)


def _title(row: DocumentRow) -> str:
    return row.title


def _day(row: DocumentRow) -> str:
    return formats().day(row.received_at.date())


def _name(row: ContactRow) -> str:
    return row.name


def _town(row: ContactRow) -> str:
    return row.town
