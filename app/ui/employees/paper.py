"""The organisation as it prints."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from app.services import organisation
from app.ui.kit.paper_page import PaperPage
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _

LAST = date.max.toordinal()


class OrganisationPaper(PaperPage):
    """Shows who leads whom; the record is the day's number, none is today."""

    tables = frozenset({"employee", "employee_record", "department"})

    def query(self) -> tuple[Callable[..., bytes], dict[str, Any]]:
        known = self.record is not None and 0 < self.record <= LAST
        day = date.fromordinal(self.record or 1) if known else None
        return organisation.page, {"on": day}


def organisation_paper(shell: Shell, record: int | None) -> RecordPage:
    """Return the organisation of a day."""
    return OrganisationPaper(shell, "organisation", record or 0, _("Organisation"))
