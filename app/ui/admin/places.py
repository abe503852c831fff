"""The places of the office itself: the company, the backups of everything, and who comes in."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from app.lang.texts import mark
from app.services.permissions import Permission
from app.ui.kit.sections import Section, Sections, Strip
from app.ui.kit.shell import Shell


def _company(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.admin.tab import CompanyTab  # noqa: PLC0415  built when it is shown first

    return CompanyTab(shell, strip)


def _backups(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.admin.backups_page import BackupsPage  # noqa: PLC0415  as above

    return BackupsPage(shell, strip)


def _users(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.admin.users_page import UsersPage  # noqa: PLC0415  as above

    return UsersPage(shell, strip)


def _roles(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.admin.roles_page import RolesPage  # noqa: PLC0415  as above

    return RolesPage(shell, strip)


def _approvals(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.admin.approvals_page import ApprovalsPage  # noqa: PLC0415  as above

    return ApprovalsPage(shell, strip)


def _health(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.admin.health_page import HealthPage  # noqa: PLC0415  as above

    return HealthPage(shell, strip)


def _log(shell: Shell, strip: Strip) -> QWidget:
    from app.ui.admin.log_page import LogPage  # noqa: PLC0415  as above

    return LogPage(shell, strip)


class AdminPlaces(Sections):
    """The ways into the care of the office."""

    def __init__(self, shell: Shell) -> None:
        may_read = Permission.AUDIT_READ in shell.client.office.who.role.permissions
        log = (Section("log", mark("Log"), partial(_log, shell)),) if may_read else ()
        super().__init__(
            (
                Section("company", mark("Company"), partial(_company, shell)),
                Section("backups", mark("Backups"), partial(_backups, shell)),
                Section("users", mark("Users"), partial(_users, shell)),
                Section("roles", mark("Roles"), partial(_roles, shell)),
                Section("approvals", mark("Approvals"), partial(_approvals, shell)),
                *log,
                Section("health", mark("Health"), partial(_health, shell)),
            )
        )
        shell.book.offer(
            self,
            {
                "company.company": partial(self.show_section, "company"),
                "company.backups": partial(self.show_section, "backups"),
                "company.users": partial(self.show_section, "users"),
                "company.roles": partial(self.show_section, "roles"),
                "company.approvals": partial(self.show_section, "approvals"),
                "company.health": partial(self.show_section, "health"),
            },
        )
        if may_read:
            shell.book.offer(self, {"company.log": partial(self.show_section, "log")})
