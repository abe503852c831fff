"""A draft of a form knows whether its record is there already."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.shared.drafts import FormDraft


@pytest.mark.parametrize(("base", "is_new"), [(0, True), (1, False), (7, False)])
def test_a_draft_that_began_without_a_version_is_of_a_new_record(
    base: int, *, is_new: bool
) -> None:
    draft = FormDraft("contact", 5, base, {}, "Aino", datetime(2026, 3, 10, tzinfo=UTC))

    assert draft.is_new is is_new
