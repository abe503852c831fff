"""What a clerk writes of a document: everything but its identity, its files and its state."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from app.domain.archive.document import Document
from app.domain.archive.kinds import CustomField, DocumentType, FieldKind
from app.domain.shared.ids import ContactId, DocumentTypeId, TagId
from app.domain.shared.lines import one_line
from app.domain.shared.money import Money, money
from app.domain.shared.problems import Problem, Rule
from app.domain.shared.refusals import refused_at


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """The editable part of a document; its fields mean what they mean in ``Document``."""

    title: str
    type_id: DocumentTypeId | None = None
    correspondent_id: ContactId | None = None
    day: date | None = None
    reference: str = ""
    amount: Money | None = None
    serial: int | None = None
    binder: str = ""
    tags: tuple[TagId, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    stage: str = ""
    due_on: date | None = None
    event_on: date | None = None
    note: str = ""

    def onto(self, document: Document) -> Document:
        """Return the document as this form describes it."""
        return replace(document, **{name: getattr(self, name) for name in _FIELDS})


_FIELDS = tuple(one.name for one in dataclasses.fields(DocumentForm))

WITHOUT_TITLE = Rule("documents.without-title")
UNKNOWN_TYPE = Rule("documents.unknown-type")
UNKNOWN_TAG = Rule("documents.unknown-tag")
UNKNOWN_FIELD = Rule("documents.unknown-field", "name")
UNKNOWN_STAGE = Rule("documents.unknown-stage", "stage")
BAD_VALUE = Rule("documents.bad-value", "name", "value")
NOT_POSITIVE = Rule("documents.not-positive")
UNKNOWN_CORRESPONDENT = Rule("documents.unknown-correspondent", "name")
"""What a form says of words that chose no contact."""


def form_of(document: Document) -> DocumentForm:
    """Return what a clerk may change of a document."""
    return DocumentForm(**{name: getattr(document, name) for name in _FIELDS})


def tidied(form: DocumentForm) -> DocumentForm:
    """Return a form as it is kept: one-line texts, each tag once, no empty fields."""
    fields = {code: value.strip() for code, value in form.fields.items()}
    return replace(
        form,
        title=one_line(form.title),
        reference=one_line(form.reference),
        binder=one_line(form.binder),
        note=form.note.strip(),
        tags=tuple(dict.fromkeys(form.tags)),
        fields={code: value for code, value in sorted(fields.items()) if value},
    )


def check(
    form: DocumentForm,
    kind: DocumentType | None,
    tags: Collection[TagId],
    fields: Mapping[str, CustomField],
) -> tuple[Problem, ...]:
    """Return every problem of a form, with the type it names (none if unknown) and what exists."""
    found = (
        None if form.title else WITHOUT_TITLE.at("title"),
        UNKNOWN_TYPE.at("type_id") if form.type_id is not None and kind is None else None,
        None if set(form.tags) <= set(tags) else UNKNOWN_TAG.at("tags"),
        NOT_POSITIVE.at("serial") if form.serial is not None and form.serial < 1 else None,
        _stage(form.stage, kind),
    )
    values = (_value(code, value, fields.get(code)) for code, value in form.fields.items())
    return tuple(problem for problem in (*found, *values) if problem)


def _stage(stage: str, kind: DocumentType | None) -> Problem | None:
    is_known = not stage or (kind is not None and kind.stage(stage) is not None)
    return None if is_known else UNKNOWN_STAGE.at("stage", stage=stage)


def _value(code: str, value: str, kind: CustomField | None) -> Problem | None:
    if kind is None:
        return UNKNOWN_FIELD.at(f"fields.{code}", name=code)
    return None if _fits(value, kind) else BAD_VALUE.at(f"fields.{code}", name=code, value=value)


def _fits(value: str, custom: CustomField) -> bool:
    match custom.kind:
        case FieldKind.CHOICE:
            return value in custom.choices
        case FieldKind.YES_NO:
            return value in ("yes", "no")
        case FieldKind.NUMBER:
            return _decimal(value) is not None
        case FieldKind.DAY:
            return _is_day(value)
        case FieldKind.MONEY:
            return _is_money(value)
        case FieldKind.TEXT:
            return True


def _decimal(value: str) -> Decimal | None:
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_money(value: str) -> bool:
    """Say whether a text is an amount and its currency: ``686.56 EUR``."""
    amount, _space, currency = value.partition(" ")
    found = _decimal(amount)
    return found is not None and not refused_at("", lambda: money(found, currency))
