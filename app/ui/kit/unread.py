"""What was typed into the fields of a form and says nothing: it stays, and is told at its field."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.shared.problems import Problem
from app.domain.shared.readings import NO_DAY, NO_EARLY, NO_NUMBER
from app.ui.kit.early_edit import EarlyEdit
from app.ui.kit.fields import DateEdit, NumberEdit
from app.ui.kit.form import Form


def unread(form: Form) -> Iterator[Problem]:
    """Yield a problem for every field of days and numbers whose text cannot be read."""
    for path in form.paths:
        match form.cell(path).editor:
            case DateEdit() as day if not day.is_readable():
                yield NO_DAY.at(path, text=day.text())
            case EarlyEdit() as early if not early.is_readable():
                yield NO_EARLY.at(path, text=early.text())
            case NumberEdit() as number if not number.is_readable():
                yield NO_NUMBER.at(path, text=number.text())
