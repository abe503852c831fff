"""What would stop an export from being taken in is found before anything of it is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.archive.readers import Readers
from app.domain.archive.record import Filing
from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import View
from app.services import archive, documents, exported, handing_out, kinds, serials, taking_back
from app.services.checking_exports import AlreadyHere
from app.services.office import Office
from tests.services.test_handing_out import EVERY, office, other, place, taken

__all__ = ["office", "other", "place"]


def test_numbers_and_binders_that_clash_are_refused(
    office: Office, other: Office, place: Path
) -> None:
    mine, theirs = taken(other, "b.pdf"), taken(office, "a.pdf")
    office.do(serials.assign, theirs)
    other.do(serials.assign, mine)
    office.ask(handing_out.hand_out, place / "numbers")
    before = office.ask(documents.get, theirs)
    office.do(serials.add_binder, "A", 500, 600)
    other.do(serials.add_binder, "B", 600, 700)
    office.ask(handing_out.hand_out, place / "binders")

    for name in ("numbers", "binders"):
        with pytest.raises(AlreadyHere):
            other.run(taking_back.take_back, place / name)

    assert before.serial == 1
    assert other.ask(serials.binders)[0].name == "B"


def test_a_type_that_hides_is_not_taken_for_one_that_shows(
    office: Office, other: Office, place: Path
) -> None:
    one = taken(office, "a.pdf")
    with other.database.write() as unit:
        kind = next(type_ for type_ in unit.kinds.types().values() if type_.readers.is_wall)
        unit.kinds.save(kind, replace(kind, version=kind.version + 1, readers=Readers.EVERYONE))
    office.ask(handing_out.hand_out, place / "out")

    with pytest.raises(AlreadyHere):
        other.run(taking_back.take_back, place / "out")

    assert DocumentId(one) not in other.ask(documents.spine, View(), EVERY)
    assert office.ask(archive.get, office.ask(documents.get, one).file_id).name == "a.pdf"


def test_another_file_in_the_place_of_one_that_is_here_is_refused(
    office: Office, other: Office, place: Path
) -> None:
    one = taken(office, "a.pdf")
    office.ask(handing_out.hand_out, place / "old")
    other.run(taking_back.take_back, place / "old")
    office.do(documents.renew, one, Filing("a.pdf", "text/plain"), b"newer", "")
    office.ask(handing_out.hand_out, place / "new")

    with pytest.raises(AlreadyHere):
        other.run(taking_back.take_back, place / "new")

    assert other.ask(exported.look_into, place / "new").clashing == 1


def test_nothing_is_written_when_the_last_document_clashes(
    office: Office, other: Office, place: Path
) -> None:
    kind = office.do(kinds.add_tag, "Cars").result
    taken(office, "a.pdf")
    last, mine = taken(office, "b.pdf"), taken(other, "c.pdf")
    office.do(serials.assign, last)
    other.do(serials.assign, mine)
    office.ask(handing_out.hand_out, place / "out")

    with pytest.raises(AlreadyHere):
        other.run(taking_back.take_back, place / "out")

    assert list(other.ask(documents.spine, View(), EVERY)) == [mine]
    assert kind.name not in {one.name for one in other.ask(kinds.sorting).tags}
