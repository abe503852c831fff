"""Carrying: an office as one file for the stick, or as an ordinary database for any program."""

from __future__ import annotations

from pathlib import Path

from app.domain.shared.problems import Problem
from app.services.disposing import finish_begun
from app.services.moving import in_a_folder
from app.services.office import Desk, Office, no_progress
from app.services.permissions import Permission, command
from app.storage import checks, exporting, packing


@command(Permission.OFFICE_EXPORT)
def carry_out(desk: Desk, how: str, name: str) -> None:
    """Note in the audit that a copy of the whole office leaves it, how and under which name."""


def pack(office: Office, target: Path) -> Path:
    """Put the office into one new file, while others go on working; it may be unpacked anywhere.

    Raises NotAllowed, Exists, or what the disk refuses; then there is no file.
    """
    finish_begun(office)
    office.do(carry_out, "packed", target.name)
    with in_a_folder(office, target) as database:
        return packing.pack(database, target)


def unpack(source: Path, target: Path) -> Path:
    """Make an office folder of a packed file that proves to be unchanged; never overwrites."""
    return packing.unpack(source, target)


def export_plain(office: Office, target: Path) -> Path:
    """Write the office into one new ordinary SQLite file, without a key.

    Raises NotAllowed, Exists, or what the disk refuses; then there is no file.
    """
    finish_begun(office)
    office.do(carry_out, "plain", target.name)
    with in_a_folder(office, target) as database:
        return exporting.export_plain(database, target)


def check(office: Office) -> tuple[Problem, ...]:
    """Return what is wrong with the office: pages, chain, numbers, balances, documents."""
    office.who.role.require(Permission.AUDIT_READ, "carrying.check")
    return checks.check(office.database, no_progress)
