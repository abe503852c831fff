"""Watched folders, what was taken, arrivals and troubles come back as they were written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.domain.archive.document import Version, VersionKind
from app.domain.archive.receiving import (
    Afterwards,
    Arrival,
    Failure,
    FolderForm,
    FolderKind,
    IntakeFolder,
    Origin,
    Stamp,
)
from app.domain.archive.record import Filing
from app.domain.shared.ids import DocumentId, IntakeFolderId, TroubleId, new_id
from app.domain.shared.refusals import Conflict, NotFound
from app.services.registering import begun
from app.storage.database import Database

AT = datetime(2026, 3, 10, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 11, 12, tzinfo=UTC)
FORM = FolderForm("/in", FolderKind.SCANNER, Afterwards.LEAVE, is_paused=True, machine="desk-1")
FOLDER = IntakeFolder(IntakeFolderId(7), 1, FORM)


def stamp(size: int = 3) -> Stamp:
    return Stamp(FOLDER.id, "sub/a.pdf", size, 1_700_000_000_123_456_789)


def test_a_folder_comes_back_as_it_was_written(database: Database) -> None:
    with database.write() as unit:
        unit.intake_folders.add(FOLDER)

    with database.read() as unit:
        assert unit.intake_folders.all() == (FOLDER,)
        assert unit.intake_folders.get(FOLDER.id) == FOLDER
        with pytest.raises(NotFound):
            unit.intake_folders.get(IntakeFolderId(8))


def test_a_folder_changed_since_is_not_overwritten(database: Database) -> None:
    with database.write() as unit:
        unit.intake_folders.add(FOLDER)
        after = FOLDER.changed(replace(FORM, path="/other"))
        unit.intake_folders.save(FOLDER, after)

        assert unit.intake_folders.get(FOLDER.id) == after
        with pytest.raises(Conflict):
            unit.intake_folders.save(FOLDER, after)


def test_a_removed_folder_takes_with_it_what_was_taken_and_its_troubles(
    database: Database,
) -> None:
    with database.write() as unit:
        unit.intake_folders.add(FOLDER)
        unit.intake_folders.take(stamp(), "ab")
        unit.troubles.note(Failure("a", "/in/a", "receiving.empty", folder_id=FOLDER.id), AT)
        unit.intake_folders.remove(FOLDER)

        assert unit.intake_folders.all() == ()
        assert unit.intake_folders.taken(FOLDER.id) == ()
        assert unit.troubles.all() == ()


def test_a_file_is_taken_once_unless_its_bytes_change(database: Database) -> None:
    with database.write() as unit:
        assert unit.intake_folders.take(stamp(), "ab")
        assert not unit.intake_folders.take(stamp(), "ab")
        assert not unit.intake_folders.take(stamp(4), "ab")
        assert unit.intake_folders.taken(FOLDER.id) == (stamp(4),)
        assert unit.intake_folders.take(stamp(4), "cd")
        assert unit.intake_folders.taken_at(FOLDER.id, "sub/a.pdf") == "cd"

        unit.intake_folders.forget(FOLDER.id, ["sub/a.pdf"])

        assert unit.intake_folders.taken(FOLDER.id) == ()
        assert unit.intake_folders.taken_at(FOLDER.id, "sub/a.pdf") == ""


def test_arrivals_of_a_document_are_told_in_their_order(database: Database) -> None:
    with database.write() as unit:
        record = unit.archive.add(Filing("a.pdf", "application/pdf"), (b"a",), AT)
        one = begun(record)
        first = Version(1, record.id, VersionKind.ORIGINAL, AT, "Maija")
        unit.documents.add_all([(one, first, ())])
        came = [
            Arrival(one.id, at, origin, "a.pdf", "/in", "Maija")
            for at, origin in ((AT, Origin.FOLDER), (LATER, Origin.MAIL))
        ]
        unit.arrivals.add_all(came)
        unit.arrivals.add_all([])

    with database.read() as unit:
        assert unit.arrivals.of(one.id) == tuple(came)
        assert unit.arrivals.of(DocumentId(new_id())) == ()


def test_a_trouble_seen_again_is_the_same_trouble(database: Database) -> None:
    with database.write() as unit:
        unit.troubles.note(Failure("a", "/in/a", "receiving.empty", {"file": "a"}), AT)
        unit.troubles.note(Failure("a", "/in/a", "files.cannot-read", {"file": "a"}), LATER)

        (one,) = unit.troubles.all()

        assert (one.code, one.first_seen, one.last_seen) == ("files.cannot-read", AT, LATER)
        unit.troubles.ignore(one.id, is_ignored=True)
        assert unit.troubles.get(one.id).is_ignored


def test_what_has_no_path_is_a_trouble_each_time(database: Database) -> None:
    with database.write() as unit:
        for _ in range(2):
            unit.troubles.note(Failure("a", "", "receiving.empty"), AT)

        assert len(unit.troubles.all()) == 2


def test_troubles_end_by_path_or_one_by_one(database: Database) -> None:
    with database.write() as unit:
        for name in "abc":
            unit.troubles.note(Failure(name, f"/in/{name}", "receiving.empty"), AT)

        assert unit.troubles.end({"/in/a", "/in/z"}) == 1
        unit.troubles.drop(unit.troubles.all()[0].id)

        assert [one.name for one in unit.troubles.all()] == ["b"]
        with pytest.raises(NotFound):
            unit.troubles.get(TroubleId(1))
