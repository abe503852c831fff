"""Works of a whole office: a backup, a restore, an upgrade, a first user and new keys."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.contacts.form import ContactForm
from app.domain.shared.paging import View
from app.domain.shared.refusals import OfficeError, Unavailable
from app.services import archive, backups, contacts, contracts, employees, founding, restoring
from app.services.backing_up import Shelf
from app.services.founding import Founder
from app.services.logging_in import Pass
from app.services.office import Office
from app.storage import restoring as putting_back
from app.storage.backing_up import ENDING, home_of
from app.storage.backup_manifests import manifests_in
from app.storage.checks import check
from app.storage.keys import read_key_file
from app.storage.offices import open_office, open_with
from app.storage.place import KEYS
from tests.employing import SALARY, hire
from tests.faults.work import (
    OFFICE,
    Ack,
    Verdict,
    Work,
    closing,
    created,
    judged,
    judged_at,
    opened,
)
from tests.storage.old_offices import KEPT, figures, unpacked
from tests.timing import SetClock
from tests.trade import issued, opened_books
from tests.users import CLOCK, CODE, OWNER, PASSWORD, entered_by

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
BEFORE, AFTER = "Before", "After"
SCHEMAS = ("0001", "0002", "0003", "0004", "0005")
FOUNDED, RENEWED = "founded", "renewed"


def _backed_up(place: Path) -> None:
    """Make an office with documents and one backup of it."""
    with closing(created(place, SetClock(NOON))) as office:
        opened_books(office)
        office.do(contacts.add, ContactForm(BEFORE))
        issued(office)
        office.run(backups.back_up)


def _back_up(place: Path, ack: Ack) -> None:
    with closing(opened(place, SetClock(NOON + timedelta(hours=1)))) as office:
        for number in range(2):
            office.do(archive.file, f"{number}.bin", "application/pdf", bytes([number]) * 90_000)
            (run,) = office.run(backups.back_up)
            if not run.is_good:
                raise Failed(cause=run.code)
            ack(run.name)


class Failed(Unavailable):
    """A backup was not made, and that was told."""

    code = "test.told-failure"


def _backups(office: Office) -> list[str]:
    """Find every backup that has a name whole: each is restored and opens sound."""
    shelf = Shelf(office)
    home = home_of(shelf.folder.parent, shelf.folder)
    names = {path.name for path in home.iterdir() if path.name.endswith(ENDING) and _is_shown(path)}
    told = [manifest.backup.name for _folder, manifest in manifests_in(home)]
    assert set(told) == names
    assert told
    trial = shelf.folder.with_name("Trial.backdesk")
    for name in told:
        putting_back.restore(home / name, trial, shelf.folder / KEYS, shelf.key, _nobody)
        database = open_with(trial, office.database.keys)
        found = check(database)
        database.close()
        shutil.rmtree(trial)
        assert found == ()
    return told


def _is_shown(path: Path) -> bool:
    return not path.name.startswith(".")


def _nobody(done: int, of: int) -> None:
    """Tell nobody."""


def _changed(place: Path) -> None:
    _backed_up(place)
    with closing(opened(place, SetClock(NOON))) as office:
        office.do(contacts.add, ContactForm(AFTER))


def _restore(place: Path, ack: Ack) -> None:
    with closing(opened(place, SetClock(NOON + timedelta(hours=1)))) as office:
        prepared = office.run(restoring.prepare, backups.overview(office).backups[0])
    restoring.complete(prepared, office)
    ack(AFTER)
    with closing(opened(place, SetClock(NOON + timedelta(hours=2)))) as office:
        office.do(restoring.restored, prepared.restored)


def _restored(place: Path, acked: list[str]) -> Verdict:
    """Find the office of the backup, the other put aside whole; or the other where it was."""

    def look(office: Office) -> list[str]:
        if _is_there(office, AFTER):
            return []
        plan = backups.overview(office).plan
        assert _is_there(office, BEFORE)
        aside = open_office(Path(plan.restored[0].before))
        assert check(aside) == ()
        aside.close()
        return [AFTER]

    return judged_at(place, acked, look)


def _is_there(office: Office, name: str) -> bool:
    return bool(office.ask(contacts.find, name.casefold()))


def _migration(schema: str) -> Work:
    """Return the upgrade of the old office of a schema; it keeps the books that it had."""

    def prepare(place: Path) -> None:
        unpacked(schema, place / OFFICE)

    def run(place: Path, ack: Ack) -> None:
        open_office(place / OFFICE).close()
        ack(schema)

    def prove(place: Path, acked: list[str]) -> Verdict:
        try:
            office = open_office(place / OFFICE)
            is_whole = check(office) == () and figures(office) == wanted
            office.close()
        except OfficeError as refused:
            return Verdict(len(acked), 1, 0, repr(refused)[:300])
        return Verdict(0 if is_whole else len(acked), int(not is_whole))

    wanted = json.loads((KEPT / f"{schema}-figures.json").read_text("utf-8"))
    return Work(f"migrate-{schema}", prepare, run, prove)


def _private(place: Path) -> None:
    with closing(created(place)) as office:
        opened_books(office)
        hire(office)


def _found(place: Path, ack: Ack) -> None:
    founding.found(place / OFFICE, CLOCK, "", Founder(OWNER, PASSWORD, "Anna Aalto", CODE))
    ack(FOUNDED)
    founding.renew_keys(place / OFFICE, CLOCK, Pass(PASSWORD, OWNER))
    ack(RENEWED)


def _keyed(place: Path, acked: list[str]) -> Verdict:
    """Find one key that opens everything: the owner's once there is one, nobody's before."""
    folder = place / OFFICE
    has_users = read_key_file(folder / KEYS).has_users
    try:
        office = entered_by(folder) if has_users else opened(place)
    except OfficeError as refused:
        return Verdict(half=1, lost=len(acked), why=repr(refused))
    return judged(office, acked, lambda office: _secrets(office, acked, has_users=has_users))


def _secrets(office: Office, acked: list[str], *, has_users: bool) -> list[str]:
    (person,) = office.ask(employees.first, View(), 10)
    (contract,) = office.ask(contracts.of, person.id)
    assert office.do(contracts.show_pay, contract.id).result == SALARY
    left = [one.name for one in Path(founding.place_of(office)).iterdir() if "fresh" in one.name]
    assert left == [], left
    return acked if has_users else []


OFFICES = (
    Work("backup", _backed_up, _back_up, lambda place, acked: judged_at(place, acked, _backups)),
    Work("restore", _changed, _restore, _restored),
    *map(_migration, SCHEMAS),
    Work("keys", _private, _found, _keyed),
)
