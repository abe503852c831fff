"""A week of hours in a tab, as it prints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.shared.ids import TimeWeekId
from app.services import time_papers
from app.ui.kit.paper_page import PaperPage
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _


class WeekPaper(PaperPage):
    """Shows the hours of one week, day by day, and its overtime."""

    tables = frozenset({"time_week", "time_entry", "contract", "leave_request"})

    def query(self) -> tuple[Callable[..., bytes], dict[str, Any]]:
        return time_papers.page_of, {"week_id": TimeWeekId(self.record or 0)}


def week_paper(shell: Shell, record: int | None) -> RecordPage:
    """Return the paper of a week."""
    return WeekPaper(shell, "time-week", record or 0, _("Hours of a week"))
