"""Old offices: one for each released schema, kept small, and what their books must say.

python -m tests.storage.old_offices     make the sample of today's schema anew, until its release

An office is kept as its plain rows and contents, compressed; encrypted pages would not shrink.
"""

from __future__ import annotations

import json
import lzma
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from app.domain.shared.ids import RecordId
from app.domain.shared.paging import View
from app.outside.clock import FixedClock
from app.services import invoices
from app.services.office import Office
from app.services.permissions import Actor
from app.storage import migrations
from app.storage.copying import files_of
from app.storage.database import Database
from app.storage.files import Use, open_file
from app.storage.keys import published_keys
from app.storage.offices import create_office
from app.storage.place import CONTENTS, KEYS, PAGES, ROWS
from tests.builders import TODAY
from tests.trade import drafted, issued, opened_books

KEPT = Path(__file__).with_name("offices")
KEY = published_keys("").files


def unpacked(schema: str, folder: Path) -> Path:
    """Write the old office of a schema into a new folder and return it."""
    folder.mkdir()
    for name in (ROWS, CONTENTS):
        plain = folder / "plain"
        plain.write_bytes(lzma.decompress((KEPT / f"{schema}-{name}.xz").read_bytes()))
        (folder / name).touch()
        _export(plain, folder / name)
        plain.unlink()
    shutil.copy(KEPT / f"{schema}-{KEYS}", folder / KEYS)
    return folder


def _export(plain: Path, target: Path) -> None:
    connection = open_file(target, KEY, Use.WRITE, PAGES[target.name])
    connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
    connection.execute("SELECT sqlcipher_export('main', 'plain')").fetchone()
    connection.close()


def figures(office: Database) -> dict[str, Any]:
    """Return what the books of an office say."""
    with office.read() as unit:
        balance = unit.balances.trial_balance(TODAY, "EUR", "en")
        listed = unit.invoices.rows(unit.invoices.spine(View(sort="number")))
        papers = [unit.archive.get(RecordId(one)) for one in unit.archive.spine()]
        return {
            "balance": {row.number: row.balance_minor for row in balance.rows},
            "difference": balance.difference_minor,
            "invoices": sorted([row.number, row.gross_minor] for row in listed),
            "papers": sorted([paper.name, paper.sha256] for paper in papers),
        }


def main() -> None:
    """Make the sample of today's schema."""
    schema = migrations.HEAD
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "Sample.backdesk"
        office = Office(create_office(folder), FixedClock(TODAY), Actor("Maija"))
        opened_books(office)
        for _ in range(2):
            issued(office)
        office.do(invoices.discard, drafted(office).id)
        drafted(office)
        (KEPT / f"{schema}-figures.json").write_text(
            json.dumps(figures(office.database), indent=1) + "\n", encoding="utf-8"
        )
        for file in files_of(office.database):
            plain = Path(place) / "plain"
            connection = file.open()
            connection.execute("PRAGMA query_only=OFF")
            connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(plain),))
            connection.execute("SELECT sqlcipher_export('plain')").fetchone()
            connection.close()
            packed = lzma.compress(plain.read_bytes(), preset=9 | lzma.PRESET_EXTREME)
            (KEPT / f"{schema}-{file.path.name}.xz").write_bytes(packed)
            plain.unlink()
        office.close()
        shutil.copy(folder / KEYS, KEPT / f"{schema}-{KEYS}")
    sys.stdout.write(f"{schema}: {sum(p.stat().st_size for p in KEPT.iterdir())} bytes\n")


if __name__ == "__main__":
    main()
