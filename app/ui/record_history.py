"""The history of a record: the log, narrowed to the record whose page is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.services.permissions import Permission
from app.ui.admin.log_ways import record_of
from app.ui.kit.shell import RecordPage, Shell
from app.ui.kit.workspace import Workspace

HISTORY = "record.history"


class RecordHistory(QObject):
    """Leads from an open record to everything that was ever done to it."""

    def __init__(self, workspace: Workspace, shell: Shell) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._shell = shell
        shell.book.offer(workspace, {HISTORY: self.show})
        workspace.entered.connect(self._allow)
        self._allow()

    @property
    def record(self) -> str:
        """The record whose page is shown, as the log names it; empty where there is none."""
        page = self._workspace.page
        if not isinstance(page, RecordPage) or page.record is None:
            return ""
        return record_of(page.kind, page.record)

    def show(self) -> None:
        """Show what was done to the record."""
        from app.ui.admin.log_page import LogPage  # noqa: PLC0415  built when it is shown
        from app.ui.admin.places import AdminPlaces  # noqa: PLC0415  as above

        record, page = self.record, self._workspace.page
        if not record or page is None:
            return
        name = page.windowTitle()
        self._workspace.go("company")
        places = self._workspace.page
        if isinstance(places, AdminPlaces):
            places.show_section("log")
            log = places.page("log")
            assert isinstance(log, LogPage)
            log.show_record(record, name)

    def _allow(self) -> None:
        held = self._shell.client.office.who.role.permissions
        is_there = bool(self.record) and Permission.AUDIT_READ in held
        self._shell.book.allow(self._workspace, HISTORY, allowed=is_there)
