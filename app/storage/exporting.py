"""Exporting: an office as one ordinary SQLite file, readable without this program."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from app.storage.copying import beside, files_of, publish
from app.storage.database import Database
from app.storage.files import named_faults
from app.storage.place import Exists, require_outside


def export_plain(database: Database, target: Path) -> Path:
    """Write rows and documents into one new SQLite file without a key, for any program to read.

    Raises Exists, InsideAnOffice, OnAServer or what the disk refuses; then there is no file.
    """
    files = files_of(database)
    require_outside(target)
    if target.exists():
        raise Exists(place=str(target))
    with beside(target) as folder:
        plain = folder / "plain"
        for file in files:
            with named_faults(), closing(file.open()) as connection:
                connection.execute("PRAGMA query_only=OFF")
                connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
                connection.execute("SELECT sqlcipher_export('plain')").fetchone()
                connection.execute("DETACH DATABASE plain")
        publish(plain, target)
    return target
