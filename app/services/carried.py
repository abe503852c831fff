"""Carried out: what is written out of an office by a question leaves a row in the audit.

Whoever asks it: a window, a script, or somebody who approves it. No values are loaded here: the
office looks at this before the first paint.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.permissions import Mark, Permission
from app.storage.deeds import Deed

if TYPE_CHECKING:
    # The office itself asks this.
    from app.services.office import Office

CARRY_OUT = "carrying.carry_out"
CARRIED = frozenset(
    {
        "claim_exports.export",
        "pay_files.bank_file",
        "pay_reports.report_file",
        "payslips.locked",
    }
)
"""What is carried out though its right is not that of exports: what is private of people."""


def is_carried(name: str, mark: Mark | None) -> bool:
    """Say whether the answer to a question leaves the office."""
    is_query = mark is not None and not mark.is_command
    is_export = mark is not None and mark.permission is Permission.OFFICE_EXPORT
    return is_query and (is_export or name in CARRIED)


class Carried:
    """Writes down what leaves an office."""

    @staticmethod
    def note(office: Office, name: str, mark: Mark | None, given: Iterable[object]) -> None:
        """Note what is about to leave and the name of its file, unless it is only read here."""
        if not is_carried(name, mark) or office.is_read_only:
            return
        written = next((one.name for one in given if isinstance(one, Path)), "")
        with office.database.write(office.who.rights) as unit:
            deed = Deed(office.clock.now(), office.who.name, CARRY_OUT, [[name, written], {}])
            unit.audit.record(deed, unit.changes)
