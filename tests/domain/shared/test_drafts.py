"""A draft knows whether its record is there, and gives back what was typed whole or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.accounting.chart import AccountKind
from app.domain.accounting.entries import AccountForm
from app.domain.shared.codec import Json, plain
from app.domain.shared.drafts import FormDraft, Writing, typed_in, writing_of

FORM = AccountForm("1755", {"en": "Loans"}, AccountKind.ASSET)


@pytest.mark.parametrize(("base", "is_new"), [(0, True), (1, False), (7, False)])
def test_a_draft_that_began_without_a_version_is_of_a_new_record(
    base: int, *, is_new: bool
) -> None:
    draft = FormDraft("contact", 5, base, {}, "Aino", datetime(2026, 3, 10, tzinfo=UTC))

    assert draft.is_new is is_new


def a_draft(body: Json) -> FormDraft:
    return FormDraft("account-form", 0, 0, body, "Maija", datetime(2026, 3, 10, tzinfo=UTC))


def test_a_form_comes_back_as_it_was_typed() -> None:
    assert typed_in(AccountForm, a_draft(plain(FORM))) == FORM


@pytest.mark.parametrize("draft", [None, a_draft({"number": 7})])
def test_what_is_not_there_or_cannot_be_read_is_nothing(draft: FormDraft | None) -> None:
    assert typed_in(AccountForm, draft) is None


def test_others_may_know_who_writes_since_when_and_nothing_else() -> None:
    draft = a_draft({"number": "7"})
    begun = draft.at.replace(hour=1)

    assert writing_of(draft) == Writing("Maija", draft.at, draft.at)
    assert writing_of(replace(draft, since=begun)) == Writing("Maija", begun, draft.at)
