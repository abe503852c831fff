"""What an office has already stays its own when an export is taken back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.archive.readers import Readers
from app.domain.archive.row import Wanted
from app.domain.contacts.form import ContactForm
from app.domain.shared.ids import DocumentId
from app.domain.shared.paging import View
from app.services import (
    archive,
    contacts,
    documents,
    finding,
    handing_out,
    kinds,
    reading,
    search,
    serials,
    taking_back,
)
from app.services.office import Office
from app.services.taking_back import AlreadyHere
from tests.formats.stacks import a_pdf
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
        kind = next(type_ for type_ in unit.kinds.types().values() if type_.readers.is_wall)
        unit.kinds.save(kind, replace(kind, version=kind.version + 1, readers=Readers.EVERYONE))
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


def test_what_came_back_is_read_and_its_sender_is_found(
    office: Office, other: Office, place: Path
) -> None:
    sender = office.do(contacts.add, ContactForm(name="Kaapelihuolto")).result
    document = taken(office, "a.pdf", a_pdf("the harbour is closed"))
    changed(office, document, correspondent_id=sender.id)
    office.ask(handing_out.hand_out, place / "out")

    other.do(taking_back.take_back, place / "out")
    waiting = other.ask(reading.waiting)
    other.run(reading.read_some, 60)
    reading.rest(other)

    assert waiting.waiting == 1
    assert other.ask(finding.find, "harbour").total == 1
    assert other.ask(finding.find, "kaapelihuolto").total == 1
    found = other.ask(search.find, "kaapelihuolto", 10)
    assert {hit.kind for hit in found} == {"contact", "document"}


def test_the_audit_has_a_row_for_each_thing_that_came_back(
    office: Office, other: Office, place: Path
) -> None:
    came = [taken(office, f"{number}.pdf") for number in range(5)]
    office.ask(handing_out.hand_out, place / "out")
    before = rows_of(other)

    other.do(taking_back.take_back, place / "out")

    told = {row: of for row, of in rows_of(other).items() if row not in before}
    assert sorted(of for of in told.values() if "document" in of) == [["record", "document"]] * len(
        came
    )
    with other.database.read() as unit:
        assert list(unit.audit.broken()) == []


def rows_of(office: Office) -> dict[int, list[str]]:
    """Return of what each row of the audit tells a change."""
    found = defaultdict[int, list[str]](list)
    with office.database.read() as unit:
        for row, change in unit.audit.changes():
            found[row].append(change.record.partition(":")[0])
    return found
