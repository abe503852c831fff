"""What an office has already stays its own when an export is taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.archive.row import Wanted
from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import View
from app.services import archive, contacts, documents, handing_out, kinds, serials, taking_back
from app.services.office import Office
from app.services.taking_back import AlreadyHere
from tests.services.test_handing_out import EVERY, changed, office, other, place, taken
from tests.trade import AAMU

__all__ = ["office", "other", "place"]


def test_tags_and_fields_of_the_same_name_are_the_offices_own(
    office: Office, other: Office, place: Path
) -> None:
    theirs = office.do(kinds.add_tag, "Cars").result
    under = office.do(kinds.add_tag, "leases", theirs.id).result
    ours = other.do(kinds.add_tag, "cars").result
    for one in (office, other):
        one.do(kinds.add_field, "site", {"en": "Site"})
    document = taken(office, "a.pdf")
    changed(office, document, tags=(under.id, theirs.id), fields={"site": "x"})
    office.ask(handing_out.hand_out, place / "out")

    other.do(taking_back.take_back, place / "out")

    assert set(other.ask(documents.get, document).tags) == {ours.id, under.id}
    assert len(other.ask(kinds.sorting).fields) == 1


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
            other.do(taking_back.take_back, place / name)

    assert before.serial == 1
    assert other.ask(serials.binders)[0].name == "B"


def test_a_type_that_hides_is_not_taken_for_one_that_shows(
    office: Office, other: Office, place: Path
) -> None:
    one = taken(office, "a.pdf")
    with other.database.write() as unit:
        kind = next(type_ for type_ in unit.kinds.types().values() if type_.is_personal)
        unit.kinds.save(kind, replace(kind, version=kind.version + 1, is_personal=False))
    office.ask(handing_out.hand_out, place / "out")

    with pytest.raises(AlreadyHere):
        other.do(taking_back.take_back, place / "out")

    assert DocumentId(one) not in other.ask(documents.spine, *_all())
    assert office.ask(archive.get, office.ask(documents.get, one).file_id).name == "a.pdf"


def test_a_correspondent_that_is_not_here_comes_with_its_card(
    office: Office, other: Office, place: Path
) -> None:
    one = taken(office, "a.pdf")
    changed(office, one, correspondent_id=AAMU.id)
    with other.database.write() as unit:
        unit.contacts.remove_all((AAMU.id,))
    office.ask(handing_out.hand_out, place / "out")

    other.do(taking_back.take_back, place / "out")

    assert other.ask(contacts.get, AAMU.id) == office.ask(contacts.get, AAMU.id)
    assert other.ask(documents.seen, one).correspondent == AAMU.name


def _all() -> tuple[View, Wanted]:
    return View(), EVERY
