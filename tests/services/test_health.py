"""The overview says how every topic stands, the bad first, and how large the office is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.admin.health import Sign, Topic
from app.domain.shared.jobs import JobKind
from app.services import backups, health, health_rounds
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage import server_rights
from app.storage.deeds import Changes, Deed
from app.storage.server_rights import Keeping, Standing
from tests.builders import a_contact
from tests.databases import on_postgresql, on_sqlite
from tests.timing import SetClock


@pytest.fixture(autouse=True)
def noted(office: Office) -> None:
    """Begin the record of changes: an office without an entry is not sound."""
    with office.database.write() as unit:
        unit.audit.record(Deed(office.clock.now(), "Maija", "welcome.create", []), Changes())


def stands(office: Office) -> dict[Topic, tuple[Sign, str]]:
    return {one.topic: (one.sign, one.told[0].code) for one in health.overview(office).lines}


@on_sqlite
def test_an_office_without_a_backup_or_a_check_wants_both(office: Office) -> None:
    found = health.overview(office)

    assert found.sign is Sign.BAD
    assert found.lines[0].told[0].code == "health.backup-never"
    assert stands(office)[Topic.FILES] == (Sign.LOOK, "health.unchecked")
    assert stands(office)[Topic.DRILL] == (Sign.LOOK, "health.drill-never")
    assert found.checked_at is None
    assert found.sizes.rows > 0


@on_sqlite
def test_all_is_in_order_once_it_was_checked_backed_up_and_practised(office: Office) -> None:
    office.run(backups.back_up)
    office.run(backups.practise_due)
    office.run(health_rounds.check_now)

    found = health.overview(office)

    assert {one.sign for one in found.lines} == {Sign.GOOD}
    assert found.checked_at == office.clock.now()
    office.clock = SetClock(office.clock.now() + timedelta(days=3))
    assert stands(office)[Topic.BACKUPS] == (Sign.BAD, "health.backup-late")


@on_postgresql
def test_an_office_on_a_server_without_a_backup_wants_one_too(office: Office) -> None:
    assert stands(office)[Topic.BACKUPS] == (Sign.BAD, "health.backup-never")


def test_a_full_disk_is_bad_before_it_is_full(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "LEAST_FREE", 1 << 60)

    expected = Sign.GOOD if office.database.rows.file is None else Sign.BAD
    assert stands(office)[Topic.DISK][0] is expected


def test_work_that_failed_and_texts_that_could_not_be_read_are_told_since_when(
    office: Office,
) -> None:
    now = office.clock.now()
    with office.database.write() as unit:
        for kind in (JobKind.READ, JobKind.INDEX):
            unit.jobs.add(kind, (7,), now)
            unit.jobs.fail(kind, 7, "reading.failed", {})

    lines = {one.topic: one for one in health.overview(office).lines}

    assert (lines[Topic.JOBS].sign, lines[Topic.JOBS].since) == (Sign.BAD, now)
    assert (lines[Topic.TEXTS].sign, lines[Topic.TEXTS].count) == (Sign.LOOK, 1)


def test_names_are_for_who_may_read_contacts(office: Office) -> None:
    aamu = a_contact()
    with office.database.write() as unit:
        unit.contacts.add(aamu, office.clock.now())

    assert office.ask(health.named, (aamu.id,)) == {aamu.id: aamu.name}
    office.who = Actor("Eve", Role("guest", frozenset({Permission.COMPANY_READ})))
    assert health.overview(office).lines
    with pytest.raises(NotAllowed):
        office.ask(health.named, (aamu.id,))


@on_postgresql
def test_a_server_that_keeps_rows_and_columns_is_told(office: Office) -> None:
    assert stands(office)[Topic.RIGHTS] == (Sign.GOOD, "health.rights-kept")


@on_sqlite
def test_a_folder_has_no_roles_of_a_server(office: Office) -> None:
    assert Topic.RIGHTS not in stands(office)


@on_postgresql
def test_a_login_that_may_make_no_roles_is_told_with_what_its_keeper_runs(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Keeping(Standing.NOT_ALLOWED, True, "desk", "desk")  # noqa: FBT003  as it is told
    monkeypatch.setattr(server_rights, "keeping", lambda *_: kept)
    (line,) = (one for one in health.overview(office).lines if one.topic is Topic.RIGHTS)
    assert (line.sign, line.told[0].code) == (Sign.LOOK, "health.rights-unmade")
    assert line.told[0].facts["statement"] == 'ALTER ROLE "desk" CREATEROLE'

    others = Keeping(Standing.KEPT, False, "desk", "keeper")  # noqa: FBT003  as above
    monkeypatch.setattr(server_rights, "keeping", lambda *_: others)
    (line,) = (one for one in health.overview(office).lines if one.topic is Topic.RIGHTS)
    assert (line.sign, line.told[0].code) == (Sign.BAD, "health.rows-open")
    assert line.told[0].facts["statement"] == 'REASSIGN OWNED BY "keeper" TO "desk"'
