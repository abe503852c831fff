"""Desk files: a small file that says on which server a company lies, to be opened like a folder.

It holds no password: that of the database's account is in the key store of the system, or where
PostgreSQL itself looks for it (``PGPASSWORD``, ``~/.pgpass``).
"""

from __future__ import annotations

import json
from pathlib import Path

from app.domain.shared.refusals import Unavailable
from app.outside.passwords import keeper
from app.storage.platform import write_whole
from app.storage.server_address import NotAnAddress, address_of, shown, with_password

SUFFIX = ".backdesk-server"


class NotADeskFile(Unavailable):
    """The file does not say where a company lies."""

    code = "desk-file.broken"


def place_of(where: Path | str) -> Path | str:
    """Return where a company lies: the address in a desk file; any other place as it is.

    Raises NotADeskFile, Unprotected.
    """
    if isinstance(where, str) or where.suffix != SUFFIX or where.is_dir():
        return where
    try:
        address = str(json.loads(where.read_text(encoding="utf-8"))["server"])
        address_of(address)
    except (OSError, ValueError, KeyError, TypeError, NotAnAddress) as broken:
        raise NotADeskFile(file=str(where)) from broken
    return with_password(address, keeper().get(_name(address)) or "")


def write(file: Path, address: str, password: str = "") -> Path:
    """Write where a company lies, and keep the account's password on this machine.

    Raises NotAnAddress, Unprotected.
    """
    address_of(address)
    kept = shown(address)
    if password:
        keeper().put(_name(kept), password)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, json.dumps({"server": kept}).encode())
    return file


def _name(address: str) -> str:
    return f"server {address}"
