"""Taking suggestions up: what was accepted stands in the fields of the card, and may be changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from app.domain.archive.clues.amounts import money_of
from app.domain.archive.form import DocumentForm
from app.domain.shared.ids import ContactId, DocumentTypeId, TagId
from app.ui.archive.form import DocumentFields

if TYPE_CHECKING:
    # The services load SQLAlchemy, which must not happen before the first paint.
    from app.services.suggesting import Suggestion


def untouched(
    some: Iterable[Suggestion], now: DocumentForm, written: DocumentForm
) -> tuple[Suggestion, ...]:
    """Return the suggestions for fields into which nobody has written since the card was opened."""
    return tuple(one for one in some if _part(now, one.field) == _part(written, one.field))


def take(fields: DocumentFields, some: Iterable[Suggestion]) -> None:
    """Write what was accepted into the fields; it counts as typed."""
    for one in some:
        _write(fields, one)
    fields.touch()
    fields.edited.emit()


def _part(form: DocumentForm, field: str) -> object:
    code = field.removeprefix("fields.")
    if code != field:
        return form.fields.get(code, "")
    return None if field == "tags" else getattr(form, field)


def _write(fields: DocumentFields, one: Suggestion) -> None:
    match one.field:
        case "type_id":
            fields.type.put(DocumentTypeId(int(one.value)))
            fields.type.edited.emit()
        case "correspondent_id":
            fields.ask_contact(ContactId(int(one.value)))
        case "tags":
            fields.tags.put_tags(tuple(dict.fromkeys((*fields.tags.tags(), TagId(int(one.value))))))
        case "amount":
            amount = money_of(one.value)
            fields.amount.currency = amount.currency
            fields.amount.put(amount.amount)
        case "day":
            fields.day.put(date.fromisoformat(one.value))
        case "due_on":
            fields.due_on.put(date.fromisoformat(one.value))
        case _:
            _write_text(fields, one)


def _write_text(fields: DocumentFields, one: Suggestion) -> None:
    code = one.field.removeprefix("fields.")
    if code != one.field and code in fields.own:
        fields.own[code].put(one.value)
        fields.type.edited.emit()
        return
    texts = {
        "title": fields.title.put,
        "reference": fields.reference.put,
        "binder": fields.binder.put_name,
    }
    if one.field in texts:
        texts[one.field](one.value)
