"""The fields of a letter of ours, with its text in the writer under them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.accounting.writing import DAY_UNREADABLE
from app.domain.archive.document import Link, link_of
from app.domain.archive.findable import KIND as DOCUMENT
from app.domain.contacts.address import Address
from app.domain.contacts.countries import NAMES
from app.domain.contacts.row import ContactRow
from app.domain.correspondence.letter import Addressee, Enclosed, Signatory
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.shared.ids import ContactId, DocumentId, LetterTypeId, SignatoryId
from app.domain.shared.problems import Problem
from app.lang.letter_fields import labels
from app.lang.texts import mark
from app.services import contacts, letter_forms, threads
from app.services.letter_forms import OpenedOutgoing
from app.ui.correspondence.words import CHANNELS, LAYOUTS
from app.ui.kit.actions import ActionBook
from app.ui.kit.addressed import Addressed, Addressing
from app.ui.kit.editor import MultiLine
from app.ui.kit.fields import ChoiceEdit, DateEdit, TextEdit
from app.ui.kit.form import Form, Labelled
from app.ui.kit.labels import plain_label, show_role
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.linking import LinkField, LinkWays
from app.ui.kit.messages import problem_text
from app.ui.kit.picker import Picker
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _, say
from app.ui.kit.theme import theme
from app.ui.kit.writer.bar import Deeds, WriterBar
from app.ui.kit.writer.proofreading import Proof
from app.ui.kit.writer.writer import Writer

_TALL = 340
ENCLOSED = LinkWays(
    title=mark("Enclosed from the archive"),
    text=mark("Type a word of its title. It stands among the enclosures of the letter."),
    prompt=mark("A document of the archive"),
    find=letter_forms.enclosable,
    asked=threads.linked,
    link=threads.link,
    unlink=threads.unlink,
    named=threads.named,
    part=mark("Take out"),
)


class TextBox(QWidget):
    """The writer under its bar, with a line below for what is wrong with the text."""

    def __init__(self, book: ActionBook, load: Callable[[str], bytes]) -> None:
        super().__init__()
        self.writer = Writer(_("Text of the letter"), load)
        self.writer.setMinimumHeight(theme().px(_TALL))
        self.deeds = Deeds(self.writer, book)
        self.note = plain_label("", "label")
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(WriterBar(book))
        column.addWidget(self.writer, 1)
        column.addWidget(self.note)

    def stops(self) -> Sequence[QWidget]:
        """Return where Tab stops: the buttons of the bar have keys of their own."""
        return (self.writer,)

    def show_problem(self, problem: Problem | None) -> None:
        """Tell what is wrong with the text, or nothing."""
        text = problem_text(problem) if problem else ""
        self.note.setText(("! " if problem and problem.is_warning else "✕ ") + text)
        show_role(self.note, "warn" if problem and problem.is_warning else "bad")
        self.note.setVisible(bool(text))


class OutgoingFields(Form):
    """What is written of a letter of ours; the less usual fields stand below the text."""

    def __init__(self, shell: Shell, opened: OpenedOutgoing, load: Callable[[str], bytes]) -> None:
        super().__init__()
        self._held = opened.form
        self.to: Picker[ContactRow] = Picker(shell.client, contacts.find, _name, _town)
        self.person, self.street, self.extra = TextEdit(), TextEdit(), TextEdit()
        self.postcode, self.town, self.email = TextEdit(), TextEdit(), TextEdit()
        names = sorted(NAMES.items(), key=lambda entry: entry[1])
        self.country = ChoiceEdit([("", _("At home")), *names])
        self.subject = TextEdit()
        self.dated_on = DateEdit(shell.today)
        self.box = TextBox(shell.book, load)
        self.writer = self.box.writer
        self._choices(opened)
        self.our_reference, self.your_reference = TextEdit(), TextEdit()
        self.responsible = TextEdit()
        self.enclosures, self.copies_to = MultiLine(2), MultiLine(2)
        self.attached = LinkField(shell, ENCLOSED)
        self.note = MultiLine(2)
        Addressing(self, self._addressed)
        self._lay_out()
        self.to.picked.connect(self._take_contact)
        self.type.edited.connect(self._explain_type)
        self.writer.set_fields(labels(say()))
        self.writer.set_snippets(opened.snippets)
        self.proof = self.writer.proof = Proof(self.writer, shell.speller)
        self.proof.said.connect(shell.say)
        self.writer.changed.connect(self._typed)
        self.attached.edited.connect(self._typed)

    def _addressed(self) -> Addressed:
        row = self.to.value()
        return Addressed(ContactId(row.id) if row else None, self.language.value())

    def put(self, form: OutgoingForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self._held = form
        self._put_addressee(form.addressee)
        self.subject.put(form.subject)
        self.dated_on.put(form.dated_on)
        self.language.put(form.language)
        self.speak()
        self.channel.put(form.channel)
        self.type.put(form.type_id)
        self.signatory.put(form.signatory_id)
        self.layout_of.put(form.layout)
        self.our_reference.put(form.our_reference)
        self.your_reference.put(form.your_reference)
        self.responsible.put(form.responsible)
        self.enclosures.put("\n".join(form.enclosures))
        self.attached.put([Link(DOCUMENT, one.document_id).source for one in form.attachments])
        self.copies_to.put("\n".join(form.copies_to))
        self.note.put(form.note)
        if form.body != self.writer.body():
            self.writer.show_body(form.body)
        self._explain_type()
        self.call_clean()

    def value(self) -> OutgoingForm:
        """Return what stands in the fields."""
        picked, name = self.to.value(), self.to.text().strip()
        is_same = picked is None and name == self._held.addressee.name
        return replace(
            self._held,
            addressee_id=picked.id if picked else self._held.addressee_id if is_same else None,
            addressee=self._addressee(name),
            language=self.language.value(),
            dated_on=self.dated_on.value(),
            subject=self.subject.value(),
            type_id=self.type.value(),
            channel=self.channel.value(),
            signatory_id=self.signatory.value(),
            layout=self.layout_of.value(),
            body=self.writer.body(),
            enclosures=tuple(self.enclosures.value().splitlines()),
            attachments=tuple(map(_enclosed, self.attached.pending())),
            copies_to=tuple(self.copies_to.value().splitlines()),
            our_reference=self.our_reference.value(),
            your_reference=self.your_reference.value(),
            responsible=self.responsible.value(),
            note=self.note.value(),
        )

    def take(self, form: OutgoingForm) -> None:
        """Write what a template says in the place of what is written; the writer can undo it."""
        self._held = replace(self._held, template_id=form.template_id)
        self.language.put(form.language)
        self.subject.put(form.subject)
        self.channel.put(form.channel)
        self.type.put(form.type_id)
        self._explain_type()
        self.signatory.put(form.signatory_id)
        self.layout_of.put(form.layout)
        self.writer.selectAll()
        self.writer.insert_body(form.body)
        self._typed()

    def show_more(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the text and with the enclosures, under them."""
        by_field = {one.field: one for one in reversed(problems)}
        self.box.show_problem(by_field.get("body"))
        gone = by_field.get("attachments")
        self.attached.tell(problem_text(gone) if gone else "")

    def unreadable(self) -> Iterator[Problem]:
        """Yield a problem for a day that cannot be read."""
        if not self.dated_on.is_readable():
            yield DAY_UNREADABLE.at("dated_on", day=self.dated_on.text())

    def speak(self) -> None:
        """Let words be judged in the language of the letter."""
        self.proof.speak(self.language.value())

    def know(self, addressee: Addressee) -> None:
        """Show where the chosen contact is written to."""
        self._put_addressee(addressee, keeps_name=True)
        self._typed()

    def _explain_type(self) -> None:
        """Say before it is refused that a letter of this type needs a second person."""
        is_for_two = self.type.value() in self._for_two
        text = _("Needs two people: somebody else approves it.") if is_for_two else ""
        self.cell("type_id").explain(text)

    def _choices(self, opened: OpenedOutgoing) -> None:
        none: list[tuple[LetterTypeId | None, str]] = [(None, _("No type"))]
        kinds = [(one.id, one.name) for one in opened.types if not one.is_archived]
        self.type = ChoiceEdit([*none, *kinds])
        self._for_two = frozenset(one.id for one in opened.types if one.is_four_eyes)
        nobody: list[tuple[SignatoryId | None, str]] = [(None, _("Nobody named"))]
        signs = [(one.id, _signed(one)) for one in opened.signatories if not one.is_archived]
        self.signatory = ChoiceEdit([*nobody, *signs])
        self.channel = ChoiceEdit([(way, _(text)) for way, text in CHANNELS.items()])
        self.layout_of = ChoiceEdit([(name, _(text)) for name, text in LAYOUTS.items()])
        self.language = ChoiceEdit([(code, _(text)) for code, text in LANGUAGES.items()])

    def _put_addressee(self, to: Addressee, *, keeps_name: bool = False) -> None:
        if not keeps_name:
            self.to.put(None)
            self.to.setText(to.name)
        for editor, text in (
            (self.person, to.person),
            (self.street, to.address.street),
            (self.extra, to.address.extra),
            (self.postcode, to.address.postcode),
            (self.town, to.address.town),
            (self.email, to.email),
        ):
            editor.put(text)
        self.country.put(to.address.country)

    def _addressee(self, name: str) -> Addressee:
        held = self._held.addressee.address
        address = Address(
            street=self.street.value(),
            extra=self.extra.value(),
            postcode=self.postcode.value(),
            town=self.town.value(),
            region=held.region,
            country=self.country.value(),
            use=held.use,
        )
        return Addressee(name, self.person.value(), address, self.email.value())

    def _take_contact(self, row: ContactRow | None) -> None:
        if row is not None:
            self._typed()

    def _lay_out(self) -> None:
        self.add("addressee.name", _("Receiver"), self.to, columns=6)
        self.add("addressee.person", _("Contact person"), self.person, columns=3)
        self.add("language", _("Language"), self.language, columns=3)
        self.add("addressee.address.street", _("Street address"), self.street, columns=3)
        self.add("addressee.address.extra", _("Second line"), self.extra, columns=3)
        self.add("addressee.address.postcode", _("Postcode"), self.postcode, columns=1)
        self.add("addressee.address.town", _("Town"), self.town, columns=2)
        self.add("addressee.address.country", _("Country"), self.country, columns=3)
        self.add("subject", _("Subject"), self.subject, columns=12)
        self.place(self.box)
        self.add("channel", _("Goes by"), self.channel, columns=3)
        self.add("addressee.email", _("Email"), self.email, columns=3)
        self.add("dated_on", _("Date"), self.dated_on, columns=3)
        self.add("signatory_id", _("Signed by"), self.signatory, columns=3)
        self.add("type_id", _("Type"), self.type, columns=3)
        self.add("layout", _("Layout"), self.layout_of, columns=3)
        self.add("our_reference", _("Our reference"), self.our_reference, columns=4)
        self.add("your_reference", _("Your reference"), self.your_reference, columns=4)
        self.add("responsible", _("Responsible"), self.responsible, columns=4)
        self.add("enclosures", _("Enclosures, one on each line"), self.enclosures, columns=6)
        self.place(Labelled(_("Enclosed from the archive"), self.attached), columns=6)
        self.add("copies_to", _("Copies to, one on each line"), self.copies_to, columns=6)
        self.add("note", _("Note for ourselves"), self.note, columns=6)


def _enclosed(source: str) -> Enclosed:
    link = link_of(source)
    return Enclosed(DocumentId(link.record_id if link else 0))


def _name(row: ContactRow) -> str:
    return row.name


def _town(row: ContactRow) -> str:
    return row.town


def _signed(one: Signatory) -> str:
    return ", ".join(part for part in (one.name, one.title) if part)
