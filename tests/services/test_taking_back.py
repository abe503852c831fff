"""What an office has already stays its own when an export is taken back."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from app.domain.archive.row import Wanted
from app.domain.contacts.form import ContactForm
from app.domain.shared.paging import View
from app.services import (
    contacts,
    documents,
    exported,
    finding,
    handing_out,
    kinds,
    reading,
    search,
    taking_back,
)
from app.services.office import Cancelled, Office
from tests.formats.stacks import a_pdf
from tests.services.test_handing_out import (
    EVERY,
    changed,
    furnished,
    office,
    other,
    place,
    taken,
    told,
)
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

    other.run(taking_back.take_back, place / "out")

    assert set(other.ask(documents.get, document).tags) == {ours.id, under.id}
    assert len(other.ask(kinds.sorting).fields) == 1


def test_a_correspondent_that_is_not_here_comes_with_its_card(
    office: Office, other: Office, place: Path
) -> None:
    one = taken(office, "a.pdf")
    changed(office, one, correspondent_id=AAMU.id)
    with other.database.write() as unit:
        unit.contacts.remove_all((AAMU.id,))
    office.ask(handing_out.hand_out, place / "out")

    other.run(taking_back.take_back, place / "out")

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

    other.run(taking_back.take_back, place / "out")
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

    other.run(taking_back.take_back, place / "out")

    fresh = {row: of for row, of in rows_of(other).items() if row not in before}
    assert sorted(of for of in fresh.values() if "document" in of) == [
        ["record", "document"]
    ] * len(came)
    with other.database.read() as unit:
        assert list(unit.audit.broken()) == []


@pytest.fixture
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_back, "MOST_AT_ONCE", 3)


def test_what_is_stopped_goes_on_with_the_same_export_and_nothing_comes_twice(
    office: Office, other: Office, place: Path, small_portions: None
) -> None:
    furnished(office)
    for number in range(8):
        taken(office, f"{number}.pdf")
    out = office.ask(handing_out.hand_out, place / "out")
    seen: list[tuple[int, int]] = []

    def stop(done: int, of: int) -> None:
        seen.append((done, of))
        if of and done > out.documents // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        other.run_watched(stop, taking_back.take_back, out.target)
    there = other.ask(exported.look_into, out.target)
    back = other.run(taking_back.take_back, out.target)

    assert 0 < there.here < out.documents
    assert there.can_be_taken
    assert back.documents == out.documents - there.here
    assert told(other) == told(office)
    assert [of for _done, of in seen if of] == [out.documents] * len([1 for _d, of in seen if of])


def test_a_document_that_changed_since_it_came_stays_as_it_is(
    office: Office, other: Office, place: Path
) -> None:
    first = taken(office, "a.pdf")
    office.ask(handing_out.hand_out, place / "one")
    other.run(taking_back.take_back, place / "one")
    changed(other, first, title="Ours")
    taken(office, "b.pdf")
    office.ask(handing_out.hand_out, place / "two")

    back = other.run(taking_back.take_back, place / "two")

    assert back.documents == 1
    assert other.ask(documents.get, first).title == "Ours"


def rows_of(office: Office) -> dict[int, list[str]]:
    """Return of what each row of the audit tells a change."""
    found = defaultdict[int, list[str]](list)
    with office.database.read() as unit:
        for row, change in unit.audit.changes():
            found[row].append(change.record.partition(":")[0])
    return found
