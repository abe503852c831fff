"""A form of a document is kept tidy, and every field that does not fit is named."""

from __future__ import annotations

import pytest

from app.domain.archive.form import DocumentForm, check, form_of, tidied
from app.domain.archive.kinds import CustomField, DocumentType, FieldKind, Stage
from app.domain.shared.ids import DocumentTypeId, FieldId, TagId
from tests.domain.archive.papers import a_document

KIND = DocumentType(
    DocumentTypeId(1), 1, "contract", {"en": "Contract"}, stages=(Stage("draft", {}),)
)


def a_field(kind: FieldKind) -> CustomField:
    return CustomField(FieldId(1), 1, "site", {"en": "Site"}, kind, ("north", "south"))


def test_a_form_is_what_can_be_changed_of_a_document() -> None:
    document = a_document(stage="draft", tags=(TagId(4),), fields={"site": "north"})

    assert form_of(document).onto(document) == document
    assert form_of(document).onto(a_document()).stage == "draft"


def test_a_form_is_kept_tidy() -> None:
    typed = DocumentForm(
        " Bill \n 7 ", tags=(TagId(2), TagId(2)), fields={"b": " x ", "a": " "}, note=" n "
    )

    kept = tidied(typed)

    assert (kept.title, kept.tags, kept.note) == ("Bill 7", (TagId(2),), "n")
    assert kept.fields == {"b": "x"}


def test_every_field_that_does_not_fit_is_named() -> None:
    form = DocumentForm(
        "", DocumentTypeId(9), serial=0, tags=(TagId(1),), stage="x", fields={"y": "1"}
    )

    problems = check(form, None, (), {})

    assert [problem.field for problem in problems] == [
        "title",
        "type_id",
        "tags",
        "serial",
        "stage",
        "fields.y",
    ]
    assert check(DocumentForm("T", DocumentTypeId(1), stage="draft"), KIND, (), {}) == ()


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (FieldKind.TEXT, "anything", None),
        (FieldKind.NUMBER, "-1.5", "1,5"),
        (FieldKind.NUMBER, "3", "NaN"),
        (FieldKind.DAY, "2026-02-28", "2026-02-30"),
        (FieldKind.MONEY, "686.56 EUR", "686.56"),
        (FieldKind.MONEY, "0 THB", "5 XXX"),
        (FieldKind.CHOICE, "north", "east"),
        (FieldKind.YES_NO, "yes", "true"),
    ],
)
def test_a_value_fits_its_field(kind: FieldKind, good: str, bad: str | None) -> None:
    fields = {"site": a_field(kind)}

    assert check(DocumentForm("T", fields={"site": good}), None, (), fields) == ()
    if bad is not None:
        (problem,) = check(DocumentForm("T", fields={"site": bad}), None, (), fields)
        assert (problem.code, problem.facts["value"]) == ("documents.bad-value", bad)
