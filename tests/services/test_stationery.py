"""Stationery is chosen once, kept with a trace, and never swept while it is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.domain.admin.stationery import PLAIN, Part
from app.domain.shared.refusals import Conflict, Invalid
from app.formats.stationery import TooManySheets
from app.services import stationery
from app.services.office import Office
from app.services.papers import stationery_of
from app.storage.sweeping import sweep
from tests.databases import on_sqlite
from tests.documents.papers import a_logo
from tests.formats.stationery import bare, embedded


def test_an_office_begins_on_plain_paper(office: Office) -> None:
    assert office.ask(stationery.stationery) == PLAIN
    assert office.ask(stationery.part, Part.SHEET) == b""


def test_a_letterhead_is_kept_fit_to_be_archived(office: Office) -> None:
    told = office.run(stationery.put, Part.SHEET, embedded())

    kept = office.ask(stationery.part, Part.SHEET)

    assert kept.startswith(b"%PDF")
    assert told.sheet != ""
    assert office.ask(stationery.stationery) == told


def test_a_picture_is_kept_as_it_is(office: Office) -> None:
    office.run(stationery.put, Part.WATERMARK, a_logo())

    assert office.ask(stationery.part, Part.WATERMARK) == a_logo()


def test_no_bytes_take_a_part_away(office: Office) -> None:
    office.run(stationery.put, Part.WATERMARK, a_logo())

    told = office.run(stationery.put, Part.WATERMARK, b"")

    assert told.watermark == ""


def test_where_the_sheets_lie_is_changed_without_their_files(office: Office) -> None:
    own = office.run(stationery.put, Part.WATERMARK, a_logo())

    told = office.do(stationery.change, replace(own, has_head=True, watermark="", top_mm=25)).result

    assert (told.has_head, told.top_mm, told.watermark) == (True, 25, own.watermark)


def test_two_changes_of_one_version_conflict(office: Office) -> None:
    own = office.ask(stationery.stationery)
    office.do(stationery.change, replace(own, top_mm=25))

    with pytest.raises(Conflict):
        office.do(stationery.change, replace(own, top_mm=30))


def test_room_that_leaves_a_letter_too_little_is_refused(office: Office) -> None:
    with pytest.raises(Invalid):
        office.do(stationery.change, replace(PLAIN, foot_mm=200))


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (Part.SHEET, b"GIF89a"),
        (Part.TERMS, a_logo()),
        (Part.SHEET, b"%PDF" + b" " * (11 << 20)),
    ],
    ids=["no picture", "terms that are a picture", "too large"],
)
def test_what_is_no_paper_is_refused(office: Office, part: Part, content: bytes) -> None:
    with pytest.raises(stationery.NotAPaper):
        office.run(stationery.put, part, content)


def test_more_pages_than_can_be_used_are_refused(office: Office) -> None:
    with pytest.raises(TooManySheets):
        office.run(stationery.put, Part.WATERMARK, bare(3))


@on_sqlite
def test_files_of_the_stationery_are_not_swept(office: Office) -> None:
    own = office.run(stationery.put, Part.SHEET, a_logo())

    swept = sweep(office.database, datetime.now(UTC) + timedelta(days=1))

    assert swept == 0
    with office.database.read() as unit:
        assert stationery_of(own, unit.contents.get) == {own.sheet: a_logo()}


def test_a_change_of_files_is_in_the_audit(office: Office) -> None:
    office.run(stationery.put, Part.SHEET, a_logo())

    with office.database.read() as unit:
        assert unit.audit.count() == 1
