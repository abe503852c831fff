"""Serial numbers through the services: never given twice, printed, and found in binders."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.archive.form import form_of
from app.domain.archive.serials import Feed, TooManyLabels
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.formats.pages import PDF, marked
from app.outside.clock import FixedClock
from app.services import archive, documents, kinds, serials
from app.services.office import Office
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.documents.reading import page_texts
from tests.trade import opened_books


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


def taken(office: Office, name: str = "scan.pdf") -> DocumentId:
    return DocumentId(office.do(archive.file, name, "text/plain", name.encode()).result.id)


def numbered(office: Office, document_id: DocumentId, serial: int | None) -> None:
    before = office.ask(documents.get, document_id)
    form = replace(form_of(before), serial=serial)
    office.do(documents.change, document_id, before.version, form)


def test_each_original_gets_the_next_number_and_keeps_it(office: Office) -> None:
    one, other = taken(office), taken(office, "b.pdf")

    assert office.do(serials.assign, one).result.serial == 1
    assert office.do(serials.assign, other).result.serial == 2
    assert office.do(serials.assign, one).result.serial == 1


def test_numbers_on_printed_labels_are_given_to_nobody_else(office: Office) -> None:
    reserved = office.do(serials.reserve, 65).result

    assert (reserved.first, reserved.last) == (1, 65)
    assert office.ask(serials.next_free) == 66
    assert office.do(serials.reserve, 10).result.first == 66
    assert [one.first for one in office.ask(serials.ranges)] == [66, 1]
    for count in (0, 5001):
        with pytest.raises(TooManyLabels):
            office.do(serials.reserve, count)


def test_a_number_that_was_given_up_is_not_given_again(office: Office) -> None:
    one, other = taken(office), taken(office, "b.pdf")
    office.do(serials.assign, one)

    numbered(office, one, None)

    assert office.ask(serials.next_free) == 2
    with pytest.raises(Invalid):
        numbered(office, other, 1)
    numbered(office, one, 1)
    assert office.ask(documents.get, one).serial == 1


@pytest.mark.parametrize("kind", ["l4731", "l4732", "l7651", "l7160", "5160"])
def test_every_label_says_its_number_to_a_scanner_and_to_people(office: Office, kind: str) -> None:
    pdf = office.ask(serials.labels, 1501, 1512, Feed(kind, 3, 0.4, -0.3))

    (mark,) = marked(pdf, PDF, (1, 1))
    assert {f"ASN000{number}" for number in range(1501, 1513)} == set(mark.codes)
    assert {str(number) for number in range(1501, 1513)} <= set(page_texts(pdf)[0].split())


def test_labels_go_on_over_the_end_of_a_sheet(office: Office) -> None:
    pdf = office.ask(serials.labels, 1, 30, Feed("l7160", 20))

    assert [len(mark.codes) for mark in marked(pdf, PDF, (1, 9))] == [1, 21, 8]
    with pytest.raises(NotFound):
        office.ask(serials.labels, 1, 2, Feed("none"))
    with pytest.raises(TooManyLabels):
        office.ask(serials.labels, 2, 1)


@pytest.mark.parametrize("language", ["en", "fi", "th"])
def test_a_separator_sheet_is_read_as_one(office: Office, language: str) -> None:
    pdf = office.ask(serials.separators, 2, language)

    assert [mark.is_separator for mark in marked(pdf, PDF, (1, 9))] == [True, True]


def test_the_labels_that_fit_the_countrys_paper_come_first(office: Office) -> None:
    found = office.ask(serials.label_kinds)

    assert found[0].count == 189
    assert found[-1].code == "5160"


def test_a_binder_knows_its_originals_and_they_know_it(office: Office) -> None:
    one, later = taken(office, "Lease"), taken(office, "b.pdf")
    numbered(office, one, 1501)

    binder = office.do(serials.add_binder, " A 12 ", 1501, 1600, "2026").result

    assert office.ask(documents.get, one).binder == "A 12"
    renamed = office.do(serials.change_binder, replace(binder, name="A 13")).result
    assert office.ask(documents.get, one).binder == "A 13"
    assert office.ask(serials.binders) == (renamed,)
    assert office.do(serials.assign, later).result.binder == "A 13"
    with pytest.raises(Conflict):
        office.do(serials.change_binder, binder)
    with pytest.raises(Invalid):
        office.do(serials.add_binder, "B", 1600, 1700)
    office.do(serials.remove_binder, binder.id, renamed.version)
    assert office.ask(serials.binders) == ()


def test_the_spine_and_the_contents_of_a_binder_are_printed(office: Office) -> None:
    one, secret = taken(office, "Lease"), taken(office, "Wages")
    office.do(serials.assign, one)
    office.do(serials.assign, secret)
    personal = next(kind for kind in office.ask(kinds.sorting).types if kind.readers.is_wall)
    before = office.ask(documents.get, secret)
    form = replace(form_of(before), type_id=personal.id)
    office.do(documents.change, secret, before.version, form)
    binder = office.do(serials.add_binder, "A 12", 1, 100).result
    clerk = Role("clerk", frozenset({Permission.ARCHIVE_READ}))
    walled = Office(office.database, office.clock, Actor("Ville", clerk))

    (spine,) = page_texts(office.ask(serials.spine, binder.id, "narrow", "en"))
    (contents,) = page_texts(office.ask(serials.contents, binder.id, "en"))
    (shown,) = page_texts(walled.ask(serials.contents, binder.id, "en"))

    assert "A 12" in spine
    assert "1–100" in spine
    assert "Lease" in contents
    assert "Wages" in contents
    assert "Wages" not in shown
    assert "Lease" in shown
    with pytest.raises(NotFound):
        office.ask(serials.spine, binder.id, "huge")
