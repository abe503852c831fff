"""A template in a tab: written once per language, with its page for a sample receiver beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.contacts.row import ContactRow
from app.domain.correspondence.body import Body
from app.domain.correspondence.template import Template, TemplateForm, TemplateText, check_template
from app.domain.shared.drafts import typed_in
from app.domain.shared.ids import LetterTypeId, SignatoryId, TemplateId
from app.domain.shared.problems import Problem
from app.domain.shared.refusals import OfficeError
from app.services import contacts, letter_shelves, templates
from app.services.letter_shelves import OpenedTemplate, Sample
from app.ui.correspondence.kept_page import ROOM_FOR_PAGE, KeptPage, Pictures
from app.ui.correspondence.texts_edit import TextsEdit
from app.ui.correspondence.words import CHANNELS, LAYOUTS
from app.ui.kit.beside import Yielding, fill
from app.ui.kit.fields import ChoiceEdit, TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.picker import Picker
from app.ui.kit.preview import Preview
from app.ui.kit.shell import Shell
from app.ui.kit.texts import _

_REST = 250


class TemplateFields(Form):
    """What is written of a template."""

    def __init__(self, shell: Shell, opened: OpenedTemplate, pictures: Pictures) -> None:
        super().__init__()
        self.name = TextEdit()
        none: list[tuple[LetterTypeId | None, str]] = [(None, _("No type"))]
        self.type = ChoiceEdit(
            [*none, *((one.id, one.name) for one in opened.types if not one.is_archived)]
        )
        nobody: list[tuple[SignatoryId | None, str]] = [(None, _("Nobody named"))]
        self.signatory = ChoiceEdit(
            [*nobody, *((one.id, one.name) for one in opened.signatories if not one.is_archived)]
        )
        self.channel = ChoiceEdit([(way, _(text)) for way, text in CHANNELS.items()])
        self.layout_of = ChoiceEdit([(name, _(text)) for name, text in LAYOUTS.items()])
        self.texts = TextsEdit(shell, pictures.load, opened.home, has_subject=True)
        self.texts.writer.set_snippets(opened.snippets)
        self.texts.edited.connect(self._typed)
        self.sample: Picker[ContactRow] = Picker(shell.client, contacts.find, _name, _town)
        self.sample.put(opened.sample)
        self.add("name", _("Name"), self.name, columns=6)
        self.add("sample", _("Shown for"), self.sample, columns=6)
        self.place(self.texts)
        self.add("channel", _("Goes by"), self.channel, columns=6)
        self.add("signatory_id", _("Signed by"), self.signatory, columns=6)
        self.add("type_id", _("Type"), self.type, columns=6)
        self.add("layout", _("Layout"), self.layout_of, columns=6)
        self.chain()

    def put(self, form: TemplateForm) -> None:
        """Show what a form holds; nothing of it counts as typed."""
        self.name.put(form.name)
        self.type.put(form.type_id)
        self.channel.put(form.channel)
        self.signatory.put(form.signatory_id)
        self.layout_of.put(form.layout)
        self.texts.put({one.language: (one.subject, one.body) for one in form.texts})
        self.call_clean()

    def value(self) -> TemplateForm:
        """Return what stands in the fields."""
        return TemplateForm(
            name=self.name.value(),
            texts=_texts(self.texts.value()),
            type_id=self.type.value(),
            channel=self.channel.value(),
            signatory_id=self.signatory.value(),
            layout=self.layout_of.value(),
        )


class TemplatePage(KeptPage):
    """Writes one template."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, templates.KIND, record)
        self._opened: OpenedTemplate | None = None
        self.fields: TemplateFields | None = None
        self._pictures = Pictures(shell, self)
        self._rest_of_keys = QTimer(self)
        self._rest_of_keys.setSingleShot(True)
        self._rest_of_keys.setInterval(_REST)
        self._rest_of_keys.timeout.connect(self._ask_page)
        self.setWindowTitle(_("Template"))
        self.reread()

    def reread(self) -> None:
        template_id = None if self.record is None else TemplateId(self.record)
        asked = (template_id, self.shell.held(templates.KIND))
        self.shell.client.ask_or(self._begin, self._gone, letter_shelves.template, *asked)

    def content(self) -> TemplateForm:
        assert self.fields is not None
        return self.fields.value()

    def problems(self) -> Sequence[Problem]:
        found = check_template(self.content().tidied(), frozenset())
        if self.fields is not None:
            self.fields.texts.box.show_problem(_of_text(found) if self._is_strict else None)
        return found

    def send(self) -> None:
        assert self._opened is not None
        client, before = self.shell.client, self._opened.template
        if before is None:
            new = (self.content(), TemplateId(self.entity))
            client.do(self._saved, templates.add, *new, refused=self.refused)
        else:
            known = (before.id, before.version, self.content())
            client.do(self._saved, templates.change, *known, refused=self.refused)

    def _ground(self) -> QWidget:
        left = QWidget()
        self.page = Preview(self.shell.client.lanes)
        self.page.go_without_tools()
        both = Yielding(left, self.page, (640, 420), ROOM_FOR_PAGE)
        both.give_way_under(self.column)
        fill(self, both)
        return left

    def _begin(self, opened: OpenedTemplate) -> None:
        self._opened = opened
        self.fields = TemplateFields(self.shell, opened, self._pictures)
        self.fields.put(opened.form)
        self.begin(self.fields, opened.template.version if opened.template else 0)
        self.titled.emit(opened.form.name or _("New template"))
        texts = self.fields.texts
        offers = dict(texts.box.deeds.offers()) | self._pictures.serve(texts.writer)
        offers["letter.body"] = texts.writer.setFocus
        self.shell.book.offer(self, offers)
        self.fields.sample.picked.connect(self._start_rest)
        texts.turned.connect(self._turned)
        typed = typed_in(TemplateForm, self._taken(opened.draft))
        if typed is not None and typed != self.content():
            self.fields.put(typed)
            self.offer_typed(partial(self.fields.put, opened.form))
        lead_to(self, self.fields.name)
        self.fields.name.setFocus()
        self._ask_page()

    def _edited(self) -> None:
        super()._edited()
        self._rest_of_keys.start()

    def _start_rest(self, _row: object) -> None:
        self._rest_of_keys.start()

    def _turned(self) -> None:
        self._pictures.fetch()
        self._rest_of_keys.start()

    def _ask_page(self) -> None:
        if self.fields is not None:
            row = self.fields.sample.value()
            asked = (self.content(), self.fields.texts.language, row.id if row else None)
            self.shell.client.ask_or(self._show_page, self._no_page, letter_shelves.sample, *asked)

    def _show_page(self, sample: Sample) -> None:
        self.page.show_pdf(sample.pdf)

    def _no_page(self, error: OfficeError) -> None:
        self.page.hold(_("The page shows again once the letter can be printed."))

    def _saved(self, template: Template) -> None:
        self._kept(_("The template {name} is kept", name=template.name), template.id)


def _texts(found: Mapping[str, tuple[str, Body]]) -> tuple[TemplateText, ...]:
    return tuple(TemplateText(code, subject, body) for code, (subject, body) in found.items())


def _of_text(problems: Sequence[Problem]) -> Problem | None:
    found = (one for one in problems if one.field.startswith("texts"))
    return next((replace(one, field="body") for one in found), None)


def _name(row: ContactRow) -> str:
    return row.name


def _town(row: ContactRow) -> str:
    return row.town
