"""One file of 2 GB through the whole archive: whatever is done with it, memory stays flat."""

from __future__ import annotations

import resource
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from app.domain.archive.record import NEWEST_RECORDS
from app.domain.shared.ids import RecordId
from app.services import archive, handing_out
from app.services.office import Office
from app.storage.verifying import slice_after
from tests.speed.bench import Figure, Site, bench
from tests.speed.bench_intake import hashed, new_office, taken

LARGE = 2 << 30
NAME = "large.bin"
MOST_MEMORY = 64.0
Deed = Callable[[], object]


@bench("one file of 2 GB", row=12, sized=False)
def one_large(site: Site) -> Iterator[Figure]:
    """Yield how long each deed takes beside hashing the file, and what memory all of them take."""
    with tempfile.TemporaryDirectory(prefix="backdesk-large-") as place:
        folder = Path(place)
        office = new_office(folder)
        large = folder / NAME
        _write(large)
        limit = site.alone(partial(hashed, large), rounds=1)[0]
        before = _peak()
        for what, deed in _deeds(office, folder).items():
            ours = site.alone(deed, rounds=1)[0]
            yield Figure(what, ours, limit, "sha256")
            memory = _peak() - before
            yield Figure(f"memory to {what}", memory, None, unit="MiB", at_most=MOST_MEMORY)
        office.close()


def _deeds(office: Office, folder: Path) -> dict[str, Deed]:
    """Return what is done with the file, in this order; none of it is ever whole in memory."""
    return {
        "take it in": lambda: taken(office, [folder / NAME]),
        "read it back": lambda: _read(office),
        "verify it": lambda: _verified(office),
        "save it as a file": lambda: _removed(
            office.ask(archive.export, _record(office), folder / "saved.bin")
        ),
        "export the archive": lambda: office.ask(handing_out.hand_out, folder / "out"),
    }


def _write(path: Path) -> None:
    """Write a file in which no two chunks are the same."""
    with path.open("wb") as file:
        for number in range(LARGE >> 20):
            file.write(number.to_bytes(8, "big") * (1 << 17))


def _record(office: Office) -> RecordId:
    with office.database.read() as unit:
        (found,) = unit.archive.first(NEWEST_RECORDS, 1)
    return RecordId(found)


def _read(office: Office) -> int:
    with office.database.read() as unit:
        size = sum(map(len, unit.archive.read(_record(office))))
    assert size == LARGE
    return size


def _verified(office: Office) -> int:
    after = read = 0
    with office.database.read() as unit:
        while part := slice_after(unit.contents, after):
            after, read = part.last, read + part.size
            assert part.wrong == ()
    assert read >= LARGE
    return read


def _removed(path: Path) -> int:
    size = path.stat().st_size
    path.unlink()
    return size


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
