"""What an export holds is told before anything of it is taken in."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.formats.handed import NotAnExport, Tampered
from app.services import admin, exported, handing_out, serials, taking_back
from app.services.office import Cancelled, Office
from app.services.permissions import Actor, NotAllowed, Role
from tests.services.test_handing_out import furnished, office, other, place, taken

__all__ = ["office", "other", "place"]


def test_an_export_tells_whose_it_is_and_how_much_of_it_there_is(
    office: Office, other: Office, place: Path
) -> None:
    furnished(office)
    out = office.ask(handing_out.hand_out, place / "out")

    found = other.ask(exported.look_into, place / "out")

    assert found.company == office.ask(admin.company).name
    assert (found.documents, found.files, found.size) == (out.documents, out.files, out.size)
    assert found.made_at == office.clock.now()
    assert found.can_be_taken


def test_what_is_here_already_is_counted(office: Office, other: Office, place: Path) -> None:
    furnished(office)
    office.ask(handing_out.hand_out, place / "out")
    other.run(taking_back.take_back, place / "out")

    found = other.ask(exported.look_into, place / "out")

    assert (found.here, found.can_be_taken) == (found.documents, False)


def test_a_number_that_another_document_has_is_counted(
    office: Office, other: Office, place: Path
) -> None:
    theirs, mine = taken(office, "a.pdf"), taken(other, "b.pdf")
    office.do(serials.assign, theirs)
    other.do(serials.assign, mine)
    office.ask(handing_out.hand_out, place / "out")

    found = other.ask(exported.look_into, place / "out")

    assert (found.here, found.clashing, found.can_be_taken) == (0, 1, False)


def test_files_that_are_missing_or_shorter_are_named(
    office: Office, other: Office, place: Path
) -> None:
    furnished(office)
    office.ask(handing_out.hand_out, place / "out", "en")
    paths = sorted(
        path for path in (place / "out").rglob("*.*") if path.is_file() and "2025" in str(path)
    )
    paths[0].unlink()
    paths[1].write_bytes(b"")

    found = other.ask(exported.look_into, place / "out")

    assert (found.wanting, found.can_be_taken) == (2, False)
    assert set(found.named) == {one.relative_to(place / "out").as_posix() for one in paths[:2]}


def test_other_folders_and_changed_manifests_are_refused(office: Office, place: Path) -> None:
    taken(office, "a.pdf")
    out = office.ask(handing_out.hand_out, place / "out")
    manifest = out.target / "manifest.json"
    manifest.write_bytes(manifest.read_bytes().replace(b"a.pdf", b"b.pdf"))

    with pytest.raises(NotAnExport):
        office.ask(exported.look_into, place)
    with pytest.raises(Tampered):
        office.ask(exported.look_into, out.target)


def test_looking_can_be_stopped_and_needs_the_permission(office: Office, place: Path) -> None:
    taken(office, "a.pdf")
    out = office.ask(handing_out.hand_out, place / "out")
    nobody = Office(office.database, office.clock, Actor("X", Role("x", frozenset())))

    def stop(done: int, of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.ask_watched(stop, exported.look_into, out.target)
    with pytest.raises(NotAllowed):
        nobody.ask(exported.look_into, out.target)
