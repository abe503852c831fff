"""Offers: what a document's card could say, by its own text and by what was filed before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.domain.archive.clues.amounts import money_of
from app.domain.archive.clues.clue import LIKELY, SURE, Clue, ClueKind, Clues
from app.domain.archive.clues.marks import keys_of_clue
from app.domain.archive.document import Document
from app.domain.archive.form import BAD_VALUE, UNKNOWN_FIELD, DocumentForm, form_of
from app.domain.archive.kinds import DocumentType
from app.domain.archive.suggesting import (
    BINDER,
    CORRESPONDENT,
    FIELD,
    TAG,
    TYPE,
    Because,
    Likely,
)
from app.domain.archive.suggesting import SURE as ACCEPTED
from app.domain.contacts.duplicates import Reason
from app.domain.shared.ids import ContactId, DocumentTypeId, TagId
from app.domain.shared.money import TooLarge, UnknownCurrency
from app.domain.shared.refusals import Invalid

_FIELDS = {TYPE: "type_id", CORRESPONDENT: "correspondent_id", TAG: "tags", BINDER: "binder"}
_BY_REASON = {
    Reason.IDENTIFIER: 97,
    Reason.ACCOUNT: 96,
    Reason.EMAIL: 93,
    Reason.PHONE: 85,
    Reason.NAME: 84,
    Reason.DOMAIN: 82,
}
_SHARED, _MOST, _FAR = 45, 99, timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Offer:
    """What one field of a document could say; ``field`` is named as in the document's form.

    ``value`` is written as plain text (an id, a day as ISO 8601, ``686.56 EUR``), ``sureness`` is
    of 100, ``because`` names the reasons, the weightiest first.
    """

    field: str
    value: str
    sureness: int
    because: tuple[Because, ...]

    @property
    def is_sure(self) -> bool:
        """Say whether one key accepts it."""
        return self.sureness >= ACCEPTED


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose for one field of a document, written as an offer writes it."""

    field: str
    value: str


def by_lessons(found: Iterable[Likely]) -> Iterator[Offer]:
    """Yield what the documents filed before say."""
    for one in found:
        family = one.target.family
        name = _FIELDS.get(family) or f"fields.{family.removeprefix(FIELD)}"
        yield Offer(name, one.target.value, one.sureness, one.because)


def by_contacts(
    clues: Clues, holders: Mapping[tuple[str, Reason], list[ContactId]]
) -> Iterator[Offer]:
    """Yield the contacts whose marks stand in the text; a mark that several bear says less."""
    for clue in clues.found:
        for key in keys_of_clue(clue):
            known = holders.get(key, [])
            sureness = _BY_REASON[key[1]] if len(known) == 1 else _SHARED
            because = Because(f"contact.{key[1].value}", {"text": clue.text or clue.value})
            for contact_id in known:
                yield Offer("correspondent_id", str(contact_id), sureness, (because,))


def by_text(document: Document, clues: Clues, types: Iterable[DocumentType]) -> Iterator[Offer]:
    """Yield what the text says itself: kind of paper, days, amount and reference."""
    by_code = {one.code: one for one in types if not one.is_archived}
    for clue in clues.of(ClueKind.PAPER):
        if kind := by_code.get(clue.value):
            yield _said("type_id", clue, str(kind.id))
    latest = (document.received_at + _FAR).date()
    day = clues.best(ClueKind.DAY)
    if day and date.fromisoformat(day.value) <= latest:
        yield _said("day", day)
    due = clues.best(ClueKind.DUE)
    if due and (not day or due.value >= day.value):
        yield _said("due_on", due)
    if total := clues.best(ClueKind.TOTAL):
        yield _said("amount", total)
    if reference := clues.best(ClueKind.REFERENCE) or clues.best(ClueKind.NUMBER):
        yield _said("reference", reference)


def title_by_text(document: Document, clues: Clues, file_name: str) -> Iterator[Offer]:
    """Yield a title in place of a mere file name: the heading of the paper and its number."""
    paper, number = clues.best(ClueKind.PAPER), clues.best(ClueKind.NUMBER)
    if document.title not in (file_name, file_name.rpartition(".")[0]):
        return
    if paper and paper.sureness >= LIKELY:
        heading = paper.text.strip()
        heading = heading.capitalize() if heading.isupper() else heading
        title = f"{heading} {number.value}" if number else heading
        sureness = ACCEPTED + 2 if number and number.sureness >= SURE else LIKELY
        yield Offer("title", title, sureness, (_found(paper),))


def _said(name: str, clue: Clue, value: str = "") -> Offer:
    return Offer(name, value or clue.value, clue.sureness, (_found(clue),))


def _found(clue: Clue) -> Because:
    text = " ".join(clue.text.split())
    return Because("found", {"page": str(clue.page + 1), "text": text})


def weighed(document: Document, offers: Iterable[Offer]) -> tuple[Offer, ...]:
    """Return one offer for each value of the fields that are still empty, the surest first.

    Reasons for the same value add up. Where only one value can be right, only the surest is sure.
    """
    together: dict[tuple[str, str], Offer] = {}
    for one in offers:
        if _is_open(document, one):
            known = together.get((one.field, one.value))
            together[one.field, one.value] = _joined(known, one) if known else one
    ordered = sorted(together.values(), key=lambda one: -one.sureness)
    leading: dict[str, Offer] = {}
    for one in ordered:
        leading.setdefault(one.field, one)
    return tuple(_unless_rivalled(one, leading[one.field]) for one in ordered)


def _joined(one: Offer, other: Offer) -> Offer:
    both = 100 - (100 - one.sureness) * (100 - other.sureness) // 100
    surer, weaker = (one, other) if one.sureness >= other.sureness else (other, one)
    because = tuple({each.code: each for each in (*weaker.because, *surer.because)}.values())
    ordered = sorted(because, key=lambda each: each not in surer.because)
    return replace(surer, sureness=min(_MOST, both), because=tuple(ordered))


def _unless_rivalled(one: Offer, leading: Offer) -> Offer:
    if one.field == "tags" or one is leading:
        return one
    return replace(one, sureness=min(one.sureness, ACCEPTED - 1))


def _is_open(document: Document, one: Offer) -> bool:
    """Say whether the field is still empty; a tag is offered that the document does not have."""
    if one.field == "tags":
        return TagId(int(one.value)) not in document.tags
    if one.field == "title":
        return True
    if one.field.startswith("fields."):
        return one.field.removeprefix("fields.") not in document.fields
    return not getattr(document, one.field)


def chosen(document: Document, choices: Iterable[Choice]) -> DocumentForm:
    """Return the form of a document with what was chosen; raises Invalid for what fits nothing."""
    form = form_of(document)
    for one in choices:
        form = _with(form, one)
    return form


def _with(form: DocumentForm, one: Choice) -> DocumentForm:
    code = one.field.removeprefix("fields.")
    if code != one.field:
        return replace(form, fields={**form.fields, code: one.value})
    try:
        match one.field:
            case "type_id":
                return replace(form, type_id=DocumentTypeId(int(one.value)))
            case "correspondent_id":
                return replace(form, correspondent_id=ContactId(int(one.value)))
            case "tags":
                return replace(form, tags=(*form.tags, TagId(int(one.value))))
            case "amount":
                return replace(form, amount=money_of(one.value))
            case _:
                return _with_text(form, one)
    except (ValueError, ArithmeticError, UnknownCurrency, TooLarge):
        problem = BAD_VALUE.at(one.field, name=one.field, value=one.value)
        raise Invalid((problem,)) from None


def _with_text(form: DocumentForm, one: Choice) -> DocumentForm:
    match one.field:
        case "day":
            return replace(form, day=date.fromisoformat(one.value))
        case "due_on":
            return replace(form, due_on=date.fromisoformat(one.value))
        case "title":
            return replace(form, title=one.value)
        case "binder":
            return replace(form, binder=one.value)
        case "reference":
            return replace(form, reference=one.value)
        case "note":
            return replace(form, note=one.value)
    raise Invalid((UNKNOWN_FIELD.at(one.field, name=one.field),))
