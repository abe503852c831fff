"""What was typed in a form before and not saved, if it can still be read."""

from __future__ import annotations

from typing import TypeVar

from app.domain.shared.codec import NotFitting, parsed
from app.domain.shared.drafts import FormDraft

Content = TypeVar("Content")


def typed_before(kind: type[Content], draft: FormDraft | None) -> Content | None:
    """Return the form that a draft holds; none where there is none, or an older kind of form."""
    if draft is None:
        return None
    try:
        form: Content = parsed(kind, draft.body)
    except NotFitting:
        return None
    return form
