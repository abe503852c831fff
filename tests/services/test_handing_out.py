"""The archive goes out as a folder, and comes back as the same archive."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.archive.document import DocumentState
from app.domain.archive.form import form_of
from app.domain.archive.holds import HoldForm
from app.domain.archive.kinds import FieldKind
from app.domain.archive.record import Filing
from app.domain.archive.row import Wanted
from app.domain.archive.texts import How, Piece
from app.domain.shared.ids import DocumentId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.formats.handed import NotAnExport, Tampered
from app.outside.clock import FixedClock
from app.services import (
    archive,
    documents,
    handing_out,
    holding,
    kinds,
    search,
    serials,
    taking_back,
)
from app.services.checking_exports import AlreadyHere
from app.services.office import Cancelled, Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.database import Database
from app.storage.exports import AlreadyThere
from app.storage.offices import open_office
from tests.builders import TODAY
from tests.trade import AAMU, issued, opened_books

EVERY = Wanted(states=tuple(DocumentState))


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def other(tmp_path: Path, empty_folder: Path) -> Iterator[Office]:
    """Open another company of the same country, which has filed nothing yet."""
    copied = tmp_path / "Other.backdesk"
    shutil.copytree(empty_folder, copied)
    opened = Office(open_office(copied), FixedClock(TODAY), Actor("Ville"))
    opened_books(opened)
    yield opened
    opened.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return an empty folder."""
    made = tmp_path / "place"
    made.mkdir()
    return made


def taken(office: Office, name: str, content: bytes = b"") -> DocumentId:
    media = "application/pdf" if name.endswith(".pdf") else "text/plain"
    made = content or name.encode("utf-8", "replace")
    return DocumentId(office.do(archive.file, name, media, made).result.id)


def changed(office: Office, document_id: DocumentId, **parts: Any) -> None:
    before = office.ask(documents.get, document_id)
    form = replace(form_of(before), **parts)
    office.do(documents.change, document_id, before.version, form)


def of_code(office: Office, code: str) -> Any:
    return next(one for one in office.ask(kinds.sorting).types if one.code == code)


def furnished(office: Office) -> tuple[DocumentId, ...]:
    """File documents of every sort: typed, tagged, with versions, sealed, trashed, personal."""
    invoice = issued(office)
    lease, note = taken(office, "Lease: «ÄÖ»?.pdf"), taken(office, "สัญญาเช่า.txt")
    wages, old = taken(office, "wages.pdf"), taken(office, "old.pdf")
    cars = office.do(kinds.add_tag, "cars").result
    leases = office.do(kinds.add_tag, "leases", cars.id).result
    office.do(kinds.add_field, "site", {"en": "Site"}, FieldKind.CHOICE, ("a", "b"))
    office.do(serials.add_binder, "A 1", 1, 100)
    office.do(serials.reserve, 10)
    kind = of_code(office, "contract").id
    parts = {"type_id": kind, "tags": (leases.id,), "day": date(2025, 5, 1)}
    money = Money(120_00, "EUR")
    changed(office, lease, **parts, amount=money, serial=4, fields={"site": "a"}, note="<b>&")
    office.do(documents.file, (lease,))
    office.do(documents.renew, lease, Filing("signed.pdf", "application/pdf"), b"signed", "Signed")
    office.do(documents.link, lease, f"invoice:{invoice.id}")
    personal = next(one for one in office.ask(kinds.sorting).types if one.readers.is_wall)
    changed(office, wages, type_id=personal.id)
    office.do(documents.trash, (old,))
    office.do(holding.place, HoldForm("Dispute", "Court", (lease, wages), AAMU.id))
    office.do(holding.place, HoldForm("Audit", "Taxes", type_id=kind))
    return lease, note, wages, old


def told(office: Office) -> Mapping[str, Any]:
    """Return everything that an archive says, by document: what must be the same elsewhere."""
    sorting = office.ask(kinds.sorting)
    codes = {one.id: one.code for one in sorting.types}
    names = {one.id: one.name for one in sorting.tags}
    found: dict[str, Any] = {"fields": sorting.fields, "binders": office.ask(serials.binders)}
    holds = [row.hold for row in office.ask(holding.holds)]
    found["holds"] = [replace(one, type_id=None) for one in holds]
    found["held types"] = [codes[one.type_id] for one in holds if one.type_id]
    found["ranges"] = office.ask(serials.ranges)
    for document_id in office.ask(documents.spine, View(), EVERY):
        seen = office.ask(documents.seen, DocumentId(document_id))
        one = seen.document
        proofs = [
            hashlib.sha256(office.ask(documents.content, one.id, version.number)).hexdigest()
            for version in seen.versions
        ]
        records = [office.ask(archive.get, version.file_id) for version in seen.versions]
        found[str(one.id)] = (
            replace(one, type_id=None, tags=()),
            codes.get(one.type_id) if one.type_id else None,
            [names[tag] for tag in one.tags],
            seen.correspondent,
            (seen.versions, set(seen.links), records, proofs),
        )
    return found


def test_an_archive_comes_back_as_it_was(office: Office, other: Office, place: Path) -> None:
    furnished(office)

    out = office.ask(handing_out.hand_out, place / "out")
    back = other.run(taking_back.take_back, out.target)

    assert (back.documents, back.files) == (out.documents, out.files)
    assert told(other) == told(office)
    assert [hit.title for hit in other.ask(search.find, "สัญญาเช่า")]


def test_what_came_back_goes_out_the_same(office: Office, other: Office, place: Path) -> None:
    furnished(office)

    office.ask(handing_out.hand_out, place / "a")
    other.run(taking_back.take_back, place / "a")
    other.ask(handing_out.hand_out, place / "b")

    first, second = (
        {
            path.relative_to(place / name).as_posix(): path.read_bytes()
            for path in (place / name).rglob("*")
            if path.is_file() and path.name != "manifest.json"
        }
        for name in "ab"
    )
    assert first == second


def test_people_find_their_way_in_the_folders(office: Office, place: Path) -> None:
    furnished(office)

    out = office.ask(handing_out.hand_out, place / "out", "en")

    paths = {path.relative_to(out.target).as_posix() for path in out.target.rglob("*.*")}
    assert "Contract/2025/2025-05-01 Lease «ÄÖ».pdf" in paths
    assert "Contract/2025/2025-05-01 Lease «ÄÖ» (version 1).pdf" in paths
    assert any(path.startswith("Trash/") for path in paths)
    assert any(path.startswith("Without type/2026/") for path in paths)
    page = (out.target / "index/rows-00001.js").read_text(encoding="utf-8")
    assert "\\u003cb\\u003e\\u0026" in page
    assert json.loads((out.target / "manifest.json").read_text(encoding="utf-8"))["count"] > 5


def test_personnel_files_go_out_with_the_permission_only(office: Office, place: Path) -> None:
    furnished(office)
    rights = frozenset(Permission) - {Permission.ARCHIVE_PERSONAL}
    clerk = Office(office.database, office.clock, Actor("Ville", Role("clerk", rights)))
    nobody = Office(office.database, office.clock, Actor("X", Role("x", frozenset())))

    out = clerk.ask(handing_out.hand_out, place / "out")

    whole = b"".join(path.read_bytes() for path in out.target.rglob("*") if path.is_file())
    assert b"wages" not in whole
    assert b"Lease" in whole
    with pytest.raises(NotAllowed):
        nobody.ask(handing_out.hand_out, place / "other")


def test_a_file_that_was_changed_is_named_and_nothing_is_taken(
    office: Office, other: Office, place: Path
) -> None:
    furnished(office)
    out = office.ask(handing_out.hand_out, place / "out", "en")
    before = told(other)
    victim = out.target / "Contract/2025/2025-05-01 Lease «ÄÖ».pdf"
    whole = victim.read_bytes()

    for content in (whole + b"x", b"X" + whole[1:]):
        victim.write_bytes(content)
        with pytest.raises(Tampered) as refused:
            other.run(taking_back.take_back, out.target)
        assert "Lease" in str(refused.value.facts["file"])
    victim.unlink()
    with pytest.raises(Tampered):
        other.run(taking_back.take_back, out.target)

    assert told(other) == before


def test_a_manifest_that_was_changed_is_refused(office: Office, other: Office, place: Path) -> None:
    furnished(office)
    out = office.ask(handing_out.hand_out, place / "out")
    manifest = out.target / "manifest.json"
    whole = manifest.read_text(encoding="utf-8")
    manifest.write_text(whole.replace("120.00", "999.00"), encoding="utf-8")

    with pytest.raises(Tampered):
        other.run(taking_back.take_back, out.target)
    with pytest.raises(NotAnExport):
        other.run(taking_back.take_back, place)


def test_nothing_is_taken_in_twice(office: Office, place: Path) -> None:
    furnished(office)
    out = office.ask(handing_out.hand_out, place / "out")
    before = told(office)

    with pytest.raises(AlreadyHere):
        office.run(taking_back.take_back, out.target)

    assert told(office) == before


def test_an_export_that_is_stopped_leaves_nothing(office: Office, place: Path) -> None:
    furnished(office)

    def stop(done: int, of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.ask_watched(stop, handing_out.hand_out, place / "out")
    with pytest.raises(AlreadyThere):
        office.ask(handing_out.hand_out, place)

    assert list(place.iterdir()) == []


def test_the_text_of_documents_goes_out_into_the_index(office: Office, place: Path) -> None:
    one, gone = taken(office, "lease.pdf"), taken(office, "old.pdf")
    office.do(documents.trash, (gone,))
    record = office.ask(archive.get, office.ask(documents.get, one).file_id)
    with office.database.read() as unit:
        pieces = (Piece(0, How.LAYER, ("ตามใบกำกับภาษี", "Yleiset   toimitusehdot <b>")),)
        unit.texts.put(record.sha256, 2, pieces, office.clock.now())

    out = office.ask(handing_out.hand_out, place / "out")

    texts = (out.target / "index/texts-00001.js").read_text(encoding="utf-8")
    assert "ตามใบกำกับภาษี Yleiset toimitusehdot \\u003cb\\u003e" in texts
    assert texts.count("\n") == 3


def test_equal_bytes_and_hostile_names_go_out_each_to_their_place(
    office: Office, other: Office, place: Path
) -> None:
    names = ("../../x.pdf", "CON.pdf", "a\u202efdp.exe", "x" * 300, "index.html", " .", "<b>&.pdf")
    ids = [taken(office, name, b"the same") for name in names for _ in range(2)]
    for number, one in enumerate(ids):
        changed(office, one, title=names[number // 2].strip() or "?", serial=number + 1)

    out = office.ask(handing_out.hand_out, place / "out")
    back = other.run(taking_back.take_back, out.target)

    assert (out.files, back.files) == (len(ids), len(ids))
    assert told(other) == told(office)
    paths = [path.relative_to(out.target).as_posix() for path in out.target.rglob("*")]
    assert all(len(path) < 200 and "\u202e" not in path for path in paths)
