"""Files, folders, mails and pasted bytes are taken in; what cannot be is named and kept in mind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.domain.archive.receiving import Origin
from app.services import documents, receiving, taking
from app.services.office import Cancelled, Office
from app.services.permissions import Actor, NotAllowed, Role
from app.services.taking import Taking, Way
from app.storage.contents import Contents
from app.storage.faults import DiskFull
from tests.databases import on_sqlite
from tests.services.incoming import a_mail, all_rows, put, the_document, titles


def trouble_codes(office: Office) -> list[str]:
    return sorted(one.code for one in office.ask(receiving.troubles))


def test_files_and_the_files_of_folders_are_taken_in(office: Office, tmp_path: Path) -> None:
    one = put(tmp_path, "one.pdf", b"1")
    put(tmp_path, "more/two.pdf", b"2")
    put(tmp_path, "more/deep/three.pdf", b"3")

    outcome = Taking(office).files([one, tmp_path / "more"], Way(source="contact:5"))

    assert outcome.failures == ()
    assert titles(office) == ["one.pdf", "three.pdf", "two.pdf"]
    assert len(office.ask(documents.of, "contact:5")) == 3
    assert one.read_bytes() == b"1"


def test_what_cannot_be_taken_in_keeps_no_other_file_back(office: Office, tmp_path: Path) -> None:
    empty, good = put(tmp_path, "empty.pdf", b""), put(tmp_path, "good.pdf")

    outcome = Taking(office).files([empty, tmp_path / "gone.pdf", good])

    assert titles(office) == ["good.pdf"]
    assert [one.code for one in outcome.failures] == ["receiving.empty", "files.cannot-read"]
    assert trouble_codes(office) == ["files.cannot-read", "receiving.empty"]


def test_a_trouble_is_over_when_its_file_is_taken_in(office: Office, tmp_path: Path) -> None:
    path = put(tmp_path, "bill.pdf", b"")
    Taking(office).files([path])
    (trouble,) = office.ask(receiving.troubles)
    path.write_bytes(b"bill")

    outcome = Taking(office).again(trouble.id)

    assert [one.name for one in outcome.received] == ["bill.pdf"]
    assert office.ask(receiving.troubles) == ()
    assert Taking(office).again(trouble.id).received == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names itself.")
def test_names_of_any_kind_are_taken_in(office: Office, tmp_path: Path) -> None:
    names = ("ใบกำกับภาษี.pdf", "n" * 240 + ".pdf", "a\u202efdp.exe", "tab\tnew\nline.pdf")
    odd = [put(tmp_path, name, name.encode()) for name in names]
    odd.append(put(tmp_path, os.fsdecode(b"p\xe4iv\xe4.pdf"), b"latin"))

    outcome = Taking(office).files(odd)

    assert len(outcome.received) == len(odd)
    assert all(row.title.isprintable() for row in all_rows(office))


def test_a_file_that_breaks_off_keeps_none_of_its_batch_back(
    office: Office, tmp_path: Path
) -> None:
    files = [put(tmp_path, f"{number}.pdf", b"%d" % number) for number in range(5)]
    found, _failures = taking._named(files)
    files[2].write_bytes(b"written on meanwhile")

    outcome = Taking(office).lying(found, Way())

    assert len(outcome.received) == 4
    assert [one.code for one in outcome.failures] == ["receiving.still-written"]
    assert len(all_rows(office)) == 4


def test_many_files_are_made_safe_in_batches_and_can_be_stopped_between(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "BATCH_FILES", 2)
    files = [put(tmp_path, f"{number}.pdf", b"%d" % number) for number in range(5)]
    told = []

    def progress(done: int, of: int) -> None:
        told.append((done, of))
        if done == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        Taking(office, progress).files(files)

    assert told == [(0, 5), (2, 5), (4, 5)]
    assert len(all_rows(office)) == 4
    assert len(Taking(office).files(files).received) == 5
    assert len(all_rows(office)) == 5


def test_what_is_pasted_is_taken_in(office: Office) -> None:
    way = Way(Origin.PASTED)

    outcome = Taking(office).content("Picture.png", "", b"png", way)
    nothing = Taking(office).content("Picture.png", "image/png", b"", way)

    assert [one.code for one in nothing.failures] == ["receiving.empty"]
    document = the_document(office)
    assert document.id == outcome.received[0].document_id
    assert office.ask(documents.seen, document.id).file.media_type == "image/png"


def test_a_mail_is_taken_in_with_its_attachments(office: Office, tmp_path: Path) -> None:
    raw = a_mail(("bill.pdf", b"%PDF bill"), ("empty.pdf", b""))

    outcome = Taking(office).files([put(tmp_path, "m.eml", raw)])

    mail, bill = outcome.received
    assert titles(office) == ["Your bill", "bill.pdf"]
    assert office.ask(documents.content, mail.document_id) == raw
    assert office.ask(documents.content, bill.document_id) == b"%PDF bill"
    day = office.ask(documents.get, mail.document_id).day
    assert str(day) == "2026-03-06"


@on_sqlite
def test_a_mail_that_cannot_be_unpacked_is_kept_and_named(office: Office) -> None:
    mail = a_mail()
    for _ in range(12):
        mail = b"Content-Type: message/rfc822\n\n" + mail

    outcome = Taking(office).content("m.eml", "", mail)

    assert len(outcome.received) == 1
    assert trouble_codes(office) == ["receiving.not-unpacked"]


def test_a_full_disk_stops_and_leaves_the_file_where_it_is(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "bill.pdf")

    def no_room(self: Contents, documents: object) -> None:
        raise DiskFull(reason="no space left")

    with monkeypatch.context() as patch:
        patch.setattr(Contents, "put_many", no_room)
        with pytest.raises(DiskFull):
            Taking(office).files([path])

    assert path.read_bytes() == b"bill"
    assert all_rows(office) == ()
    assert len(Taking(office).files([path]).received) == 1


def test_who_may_not_file_reads_no_file(office: Office, tmp_path: Path) -> None:
    stranger = Office(office.database, office.clock, Actor("Ville", Role("none", frozenset())))

    with pytest.raises(NotAllowed):
        Taking(stranger).files([put(tmp_path, "bill.pdf")])
    with pytest.raises(NotAllowed):
        Taking(stranger).content("a", "", b"a")
