"""How documents are sorted: the office's types, tags and fields, written by those who may."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.domain.archive.kinds import CustomField, DocumentType, FieldKind, Stage, Tag
from app.domain.archive.readers import Readers
from app.domain.archive.retention import RetentionClass
from app.domain.shared.ids import TagId
from app.lang.texts import mark
from app.services import arranging, kinds
from app.services.kinds import TypeForm
from app.ui.archive.form import stage_name
from app.ui.archive.kind_pane import Kind, KindPane, Sorted
from app.ui.archive.merging import ask_for_merge
from app.ui.archive.words import readers_text
from app.ui.kit.dialogs import Question, ask
from app.ui.kit.editor import CheckEdit, MultiLine
from app.ui.kit.fields import ChoiceEdit, NumberEdit, TextEdit
from app.ui.kit.focus import lead_to
from app.ui.kit.form import Form
from app.ui.kit.languages import LANGUAGES
from app.ui.kit.part_rows import PartField, PartRows
from app.ui.kit.sections import Section, Sections, Strip
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _, language, many

_WRITTEN = ("en", "fi", "th")
_NO_CODE = re.compile(r"[^a-z0-9]+")
_FIELD_KINDS = {
    FieldKind.TEXT: mark("Text"),
    FieldKind.NUMBER: mark("Number"),
    FieldKind.DAY: mark("Day"),
    FieldKind.MONEY: mark("Amount"),
    FieldKind.CHOICE: mark("One of a list"),
    FieldKind.YES_NO: mark("Yes or no"),
}


class ArrangePage(RecordPage):
    """Types, tags and fields, one beside the other."""

    def __init__(self, shell: Shell, record: int | None) -> None:
        super().__init__(shell, "archive-kinds", record)
        self.sections = Sections(
            (
                Section("types", mark("Types"), partial(TypesPane, shell)),
                Section("tags", mark("Tags"), partial(TagsPane, shell)),
                Section("fields", mark("Fields"), partial(FieldsPane, shell)),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sections)
        self.setWindowTitle(_("Types, tags and fields"))
        lead_to(self, self.sections)


class TypesPane(KindPane):
    """The types of document: what they are called, how long they are kept, how they go on."""

    recorded = "document_type"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, _("Types"))

    def lines(self) -> Sequence[tuple[Kind, str]]:
        named = [(one, one.name_in(language())) for one in self.known.sorting.types]
        return sorted(named, key=_by_text)

    def make_form(self) -> Form:
        chosen = self.chosen
        return TypeFields(self.known, chosen if isinstance(chosen, DocumentType) else None)

    def send(self) -> None:
        assert isinstance(self.form, TypeFields)
        client, form, before = self.shell.client, self.form.value(), self.chosen
        if isinstance(before, DocumentType):
            known = (before.id, before.version, form)
            client.do(self._saved, kinds.change_type, *known, refused=self.refused)
        else:
            client.do(self._saved, kinds.add_type, form, refused=self.refused)

    def _saved(self, one: DocumentType) -> None:
        self.tell_saved(one, _("{name} saved", name=one.name_in(language())))


class TypeFields(Form):
    """The fields of a type of document."""

    def __init__(self, known: Sorted, one: DocumentType | None) -> None:
        super().__init__()
        self._known = known
        self._before = one
        self.names = {code: TextEdit() for code in _WRITTEN}
        classes = [(kept.code, class_text(kept)) for kept in known.plan.classes]
        self.retention: ChoiceEdit[str] = ChoiceEdit(classes)
        self.sealing = CheckEdit(_("Filing seals it for good"))
        circles = [one for one in Readers if one in known.sorting.circles]
        self.readers = ChoiceEdit([(one, readers_text(one)) for one in circles])
        self.own = {
            field.code: CheckEdit(field.name_in(language())) for field in known.sorting.fields
        }
        for code, editor in self.names.items():
            name = _(LANGUAGES[code])
            self.add(f"names.{code}", _("Name, {language}", language=name), editor, columns=4)
        self.add("retention", _("Kept by law"), self.retention, columns=12)
        self.add("is_sealing", _("Sealing"), self.sealing, columns=6)
        self.add("readers", _("Read by"), self.readers, columns=6)
        if self.own:
            self.heading(_("Fields of this type"))
            for code, box in self.own.items():
                self.add(f"own.{code}", code, box, columns=4)
        self.heading(_("Stages"))
        self.stages = PartRows(self, "stages", _stage_fields())
        self.place(self.stages)
        self._show_type(one)

    def value(self) -> TypeForm:
        """Return what stands in the fields; a new type gets its code from its name."""
        names = {code: editor.value() for code, editor in self.names.items()}
        first = next((name for name in names.values() if name), "")
        rows = self.stages.values()
        codes = {row["name"].casefold(): self._code_of(row["name"]) for row in rows}
        return TypeForm(
            code=self._before.code if self._before else code_from(first),
            names={**(self._before.names if self._before else {}), **names},
            retention=self.retention.value(),
            is_sealing=self.sealing.value(),
            readers=self.readers.value(),
            stages=tuple(self._stage(row, codes) for row in rows),
            fields=tuple(code for code, box in self.own.items() if box.value()),
        )

    def _show_type(self, one: DocumentType | None) -> None:
        if one is None:
            return
        for code, editor in self.names.items():
            editor.put(one.names.get(code, ""))
        self.retention.put(one.retention)
        self.sealing.put(one.is_sealing)
        self.readers.put(one.readers)
        for code, box in self.own.items():
            box.put(code in one.fields)
        named = {stage.code: stage_name(stage) for stage in one.stages}
        self.stages.put(
            [
                {
                    "name": stage_name(stage),
                    "follows": ", ".join(named.get(after, after) for after in stage.follows),
                    "days": None if stage.due_days is None else Decimal(stage.due_days),
                }
                for stage in one.stages
            ]
        )

    def _stage(self, row: Mapping[str, object], codes: Mapping[str, str]) -> Stage:
        name, days = str(row["name"]), row["days"]
        code = codes[name.casefold()]
        before = self._before.stage(code) if self._before else None
        after = [part.strip() for part in str(row["follows"]).split(",") if part.strip()]
        return Stage(
            code=code,
            names={**(before.names if before else {}), language(): name},
            follows=tuple(codes.get(one.casefold(), code_from(one)) for one in after),
            due_days=None if days is None else int(str(days).partition(".")[0]),
        )

    def _code_of(self, name: str) -> str:
        stages = self._before.stages if self._before else ()
        return next((one.code for one in stages if stage_name(one) == name), code_from(name))


class TagsPane(KindPane):
    """The tags: renamed, moved under another, put together with another, taken away."""

    recorded = "tag"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, _("Tags"))
        self.merge_button = self._button(_("Put together with…"), self._merge)
        self.remove_button = self._button(_("Remove"), self._ask_removal)
        self.buttons.insertWidget(0, self.merge_button)
        self.buttons.insertWidget(1, self.remove_button)

    def lines(self) -> Sequence[tuple[Kind, str]]:
        naming = self.known.naming
        return [(tag, naming.tag(tag.id)) for tag, _depth in naming.tree()]

    def make_form(self) -> Form:
        tag = self.chosen if isinstance(self.chosen, Tag) else None
        for button in (self.merge_button, self.remove_button):
            button.setEnabled(tag is not None)
        return TagFields(self.known, tag)

    def send(self) -> None:
        assert isinstance(self.form, TagFields)
        name, parent = self.form.name.value(), self.form.parent_tag.value()
        client, before = self.shell.client, self.chosen
        if isinstance(before, Tag):
            changed = replace(before, name=name, parent_id=parent)
            client.do(self._saved, kinds.change_tag, changed, refused=self.refused)
        else:
            client.do(self._saved, kinds.add_tag, name, parent, refused=self.refused)

    def _saved(self, tag: Tag) -> None:
        self.tell_saved(tag, _("{name} saved", name=tag.name))

    def _merge(self, _is_checked: object = None) -> None:
        if isinstance(self.chosen, Tag):
            ask_for_merge(self, self.shell, self.known.naming, self.chosen)

    def _ask_removal(self, _is_checked: object = None) -> None:
        tag = self.chosen
        if isinstance(tag, Tag):
            question = Question(
                _("Remove the tag {name}?", name=tag.name),
                _("Every document loses it; tags under it move up. It cannot be undone."),
                _("Remove"),
            )
            ask(self, question, partial(self._remove, tag.id))

    def _remove(self, tag_id: TagId) -> None:
        self.shell.client.do(self._removed, kinds.remove_tag, tag_id)

    def _removed(self, count: int) -> None:
        self.shell.say(many("{n} document lost the tag", "{n} documents lost the tag", count))


class TagFields(Form):
    """The fields of a tag."""

    def __init__(self, known: Sorted, tag: Tag | None) -> None:
        super().__init__()
        self.name = TextEdit()
        others = [one for one, _depth in known.naming.tree() if tag is None or one.id != tag.id]
        choices = [(one.id, known.naming.tag(one.id)) for one in others]
        self.parent_tag: ChoiceEdit[TagId | None] = ChoiceEdit([(None, "—"), *choices])
        self.add("name", _("Name"), self.name, columns=6)
        self.add("parent_id", _("Under"), self.parent_tag, columns=6)
        if tag is not None:
            self.name.put(tag.name)
            self.parent_tag.put(tag.parent_id)


class FieldsPane(KindPane):
    """The fields that the office adds to its documents."""

    recorded = "custom_field"

    def __init__(self, shell: Shell, strip: Strip) -> None:
        super().__init__(shell, strip, _("Fields"))

    def lines(self) -> Sequence[tuple[Kind, str]]:
        named = [(one, one.name_in(language())) for one in self.known.sorting.fields]
        return sorted(named, key=_by_text)

    def make_form(self) -> Form:
        return FieldFields(self.chosen if isinstance(self.chosen, CustomField) else None)

    def send(self) -> None:
        assert isinstance(self.form, FieldFields)
        names, choices = self.form.all_names(), self.form.choices_now()
        client, before = self.shell.client, self.chosen
        if isinstance(before, CustomField):
            changed = replace(before, names=names, choices=choices)
            client.do(self._saved, arranging.change_field, changed, refused=self.refused)
        else:
            first = next((name for name in names.values() if name), "")
            new = (code_from(first), names, self.form.kind.value(), choices)
            client.do(self._saved, kinds.add_field, *new, refused=self.refused)

    def _saved(self, one: CustomField) -> None:
        self.tell_saved(one, _("{name} saved", name=one.name_in(language())))


class FieldFields(Form):
    """The fields of a field; its kind stays what it is once documents may hold it."""

    def __init__(self, one: CustomField | None) -> None:
        super().__init__()
        self._before = one
        self.names = {code: TextEdit() for code in _WRITTEN}
        self.kind = ChoiceEdit([(kind, _(text)) for kind, text in _FIELD_KINDS.items()])
        self.choices = MultiLine(5)
        for code, editor in self.names.items():
            name = _(LANGUAGES[code])
            self.add(f"names.{code}", _("Name, {language}", language=name), editor, columns=4)
        self.add("kind", _("Holds"), self.kind, columns=6)
        self.add("choices", _("Choices, one on each line"), self.choices, columns=12)
        if one is not None:
            for code, editor in self.names.items():
                editor.put(one.names.get(code, ""))
            self.kind.put(one.kind)
            self.kind.setEnabled(False)
            self.choices.put("\n".join(one.choices))

    def all_names(self) -> dict[str, str]:
        """Return the names in every language."""
        written = {code: editor.value() for code, editor in self.names.items()}
        return {**(self._before.names if self._before else {}), **written}

    def choices_now(self) -> tuple[str, ...]:
        """Return what can be chosen."""
        lines = (line.strip() for line in self.choices.value().splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


def code_from(name: str) -> str:
    """Return a code made of a name: small letters, figures and hyphens, a letter first."""
    code = _NO_CODE.sub("-", name.casefold()).strip("-")[:40].strip("-")
    return code if code[:1].isalpha() else f"x-{code}".strip("-")


def class_text(kept: RetentionClass) -> str:
    """Return a class of the retention plan in one line: what, how long, by which law."""
    years = many("{n} year", "{n} years", kept.years) if kept.years else _("for ever")
    return " · ".join(part for part in (kept.name_in(language()), years, kept.source) if part)


def _stage_fields() -> tuple[PartField, ...]:
    return (
        PartField("name", _("Stage"), TextEdit, columns=4, is_main=True),
        PartField("follows", _("Followed by"), TextEdit, columns=5),
        PartField("days", _("Due after days"), partial(NumberEdit, 0), columns=3),
    )


def _by_text(line: tuple[Kind, str]) -> str:
    return line[1].casefold()
