"""The file of a person as it prints: what the office may know, or all of it, which is noted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.domain.shared.ids import EmployeeId
from app.services import employee_papers
from app.ui.kit.paper_page import PaperPage
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.texts import _, language

OPEN, WHOLE = "employee-paper", "employee-whole-paper"


class FilePaperPage(PaperPage):
    """Shows the file of a person without what is private."""

    tables = frozenset({"employee", "employee_record", "contract", "qualification", "equipment"})

    def query(self) -> tuple[Callable[..., bytes], dict[str, Any]]:
        return employee_papers.page, {"employee_id": EmployeeId(self.record or 0)}


class WholePaperPage(PaperPage):
    """Shows the whole file of a person; each showing is written down, so it follows no change."""

    def query(self) -> tuple[Callable[..., bytes], dict[str, Any]]:
        return employee_papers.show_whole, {"employee_id": EmployeeId(self.record or 0)}

    def ask(self) -> None:
        """Ask for the paper, and note who looked."""
        asked = (EmployeeId(self.record or 0), None, language())
        command = employee_papers.show_whole
        self.shell.client.do(self._show, command, *asked, refused=self._gone)


def file_paper(shell: Shell, record: int | None) -> RecordPage:
    """Return the file of a person without what is private."""
    return FilePaperPage(shell, OPEN, record or 0, _("Personnel file"))


def whole_paper(shell: Shell, record: int | None) -> RecordPage:
    """Return the whole file of a person."""
    return WholePaperPage(shell, WHOLE, record or 0, _("Personnel file with what is private"))
