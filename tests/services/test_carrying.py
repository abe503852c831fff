"""A copy of the whole office leaves it only by permission, and the audit knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.outside.clock import FixedClock
from app.services import admin, anchors, carrying, moving, welcome
from app.services.logging_in import Pass, log_in
from app.services.moving import Mover
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.services.welcome import NewOffice
from app.storage.place import Exists

CLOCK = FixedClock(date(2026, 3, 10))


@pytest.fixture
def lumo(tmp_path: Path) -> Office:
    new = NewOffice("Lumo & Suoni Oy", "FI", "fi")
    return welcome.create(tmp_path / "Lumo.backdesk", new, CLOCK, Actor("Anna"))


def test_a_packed_office_is_the_same_where_it_is_unpacked(lumo: Office, tmp_path: Path) -> None:
    packed = carrying.pack(lumo, tmp_path / "lumo.backdesk-pack")

    carrying.unpack(packed, tmp_path / "Other.backdesk")

    other = welcome.open_office(tmp_path / "Other.backdesk", CLOCK, Actor("Bertta"))
    assert other.ask(admin.company) == lumo.ask(admin.company)
    assert other.ask(anchors.walk).broken == ()
    other.close()
    lumo.close()


def test_who_may_not_export_gets_no_file(lumo: Office, tmp_path: Path) -> None:
    lumo.who = Actor("Eve", Role("reader", frozenset({Permission.COMPANY_READ})))

    for carry in (carrying.pack, carrying.export_plain):
        with pytest.raises(NotAllowed):
            carry(lumo, tmp_path / "stolen")

    assert not (tmp_path / "stolen").exists()
    lumo.close()


def test_a_file_that_exists_is_not_overwritten(lumo: Office, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("mine")

    for carry in (carrying.pack, carrying.export_plain):
        with pytest.raises(Exists):
            carry(lumo, tmp_path / "there")

    assert (tmp_path / "there").read_text() == "mine"
    lumo.close()


def test_a_sound_office_has_no_findings(lumo: Office) -> None:
    assert carrying.check(lumo) == ()
    lumo.close()


def test_an_office_on_a_server_is_packed_and_opens_as_a_folder(
    folder: Path, bare_server: str, tmp_path: Path
) -> None:
    moving.move(folder, bare_server, Mover(CLOCK, Actor("Anna")))
    office = log_in(bare_server, CLOCK, Actor("Anna"), Pass())
    packed = carrying.pack(office, tmp_path / "lumo.backdesk-pack")
    plain = carrying.export_plain(office, tmp_path / "lumo.sqlite")
    told = office.ask(anchors.walk)
    office.close()

    carrying.unpack(packed, tmp_path / "Other.backdesk")

    other = welcome.open_office(tmp_path / "Other.backdesk", CLOCK, Actor("Bertta"))
    assert not other.is_read_only
    assert other.ask(anchors.walk).broken == told.broken == ()
    assert carrying.check(other) == ()
    other.close()
    assert plain.stat().st_size > 0
    assert sorted(one.name for one in tmp_path.iterdir() if "backdesk-" in one.name) == [
        packed.name
    ]
