"""Files become documents once; folders and troubles are kept for those who may."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.archive.form import form_of
from app.domain.archive.readers import Readers
from app.domain.archive.receiving import (
    Failure,
    FolderForm,
    Incoming,
    Origin,
    Part,
    Received,
    Stamp,
)
from app.domain.shared.ids import IntakeFolderId, TroubleId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.formats.retention import plan
from app.services import documents, kinds, receiving
from app.services.kinds import TypeForm
from app.services.office import Office
from app.services.permissions import Actor, NotAllowed, Permission, Role
from app.storage.contents import Missing
from tests.services.incoming import all_rows, the_document, titles

CLERK = Role("clerk", frozenset({Permission.ARCHIVE_READ, Permission.ARCHIVE_FILE}))

KEPT = plan("FI").classes[0].code


def safe(office: Office, name: str = "bill.pdf", content: bytes = b"bill") -> Incoming:
    """Make bytes safe and return the file that they are of."""
    (stored,) = office.database.contents.put_many(((content,),))
    return Incoming(name, "application/pdf", stored.sha256, stored.size, place="/in")


def keep(office: Office, *incoming: Incoming) -> tuple[Received, ...]:
    return office.do(receiving.keep, incoming).result


def test_a_file_is_put_into_the_inbox_and_its_coming_is_noted(office: Office) -> None:
    (received,) = keep(office, replace(safe(office, "../b\u202eill.pdf"), source="contact:5"))

    document = the_document(office)
    assert (received.document_id, received.is_known) == (document.id, False)
    assert document.title == "bill.pdf"
    assert office.ask(documents.content, document.id) == b"bill"
    assert [link.source for link in office.ask(documents.seen, document.id).links] == ["contact:5"]
    (came,) = office.ask(receiving.arrivals, document.id)
    assert (came.origin, came.name, came.place, came.who) == (
        Origin.CHOSEN,
        "bill.pdf",
        "/in",
        "Maija",
    )


def test_the_same_bytes_are_linked_and_not_filed_again(office: Office) -> None:
    keep(office, safe(office))
    document = the_document(office)
    office.do(documents.file, (document.id,))

    again = replace(safe(office, "copy.pdf"), origin=Origin.MAIL, source="contact:5")
    (received,) = keep(office, again)

    assert received == Received("copy.pdf", document.id, "bill.pdf", is_known=True)
    assert titles(office) == ["bill.pdf"]
    assert [one.name for one in office.ask(receiving.arrivals, document.id)] == [
        "bill.pdf",
        "copy.pdf",
    ]
    assert [link.source for link in office.ask(documents.seen, document.id).links] == ["contact:5"]


def test_the_same_bytes_twice_at_once_are_one_document(office: Office) -> None:
    first, second = keep(office, safe(office, "a.pdf"), safe(office, "b.pdf"))

    assert (first.is_known, second.is_known) == (False, True)
    assert titles(office) == ["a.pdf"]


def test_the_same_bytes_are_a_document_of_their_own_when_asked(office: Office) -> None:
    keep(office, safe(office))

    asked = replace(safe(office, "copy.pdf"), as_new=True)
    received = keep(office, asked, asked)

    assert [one.is_known for one in received] == [False, False]
    assert titles(office) == ["bill.pdf", "copy.pdf", "copy.pdf"]


def test_what_lies_in_the_trash_was_not_there(office: Office) -> None:
    keep(office, safe(office))
    office.do(documents.trash, (the_document(office).id,))

    (received,) = keep(office, safe(office))

    assert not received.is_known
    assert len(all_rows(office)) == 2


def test_a_personnel_file_is_not_betrayed_by_its_bytes(office: Office) -> None:
    personal = TypeForm("pay", {"en": "Pay"}, KEPT, readers=Readers.PERSONNEL)
    pay = office.do(kinds.add_type, personal).result
    keep(office, safe(office))
    document = the_document(office)
    form = replace(form_of(document), type_id=pay.id)
    office.do(documents.change, document.id, document.version, form)
    clerk = Office(office.database, office.clock, Actor("Ville", CLERK))

    (received,) = keep(clerk, safe(clerk))

    assert received.document_id != document.id
    assert not received.is_known


def test_bytes_that_are_not_there_make_no_document(office: Office) -> None:
    with pytest.raises(Missing):
        keep(office, replace(safe(office), sha256="0" * 64))
    with pytest.raises(Missing):
        keep(office, replace(safe(office), parts=(Part("a", "text/plain", "0" * 64, 1),)))
    assert all_rows(office) == ()


def test_attachments_are_documents_that_belong_to_their_mail(office: Office) -> None:
    mail = safe(office, "m.eml", b"mail")
    first, again = (safe(office, name, b"pdf") for name in ("a.pdf", "again.pdf"))
    parts = tuple(Part(one.name, one.media_type, one.sha256, one.size) for one in (first, again))

    received = keep(office, replace(mail, title="Your bill", parts=parts))

    assert [one.is_known for one in received] == [False, False, True]
    assert titles(office) == ["Your bill", "a.pdf"]
    links = office.ask(documents.seen, received[1].document_id).links
    assert [link.source for link in links] == [f"document:{received[0].document_id}"]
    came = office.ask(receiving.arrivals, received[1].document_id)
    assert [(one.origin, one.place) for one in came] == [(Origin.MAIL, "Your bill")] * 2


def test_a_mail_that_is_there_brings_its_attachments_no_second_time(office: Office) -> None:
    parts = (Part("a.pdf", "application/pdf", safe(office).sha256, 4),)
    mail = replace(safe(office, "m.eml", b"mail"), parts=parts)

    keep(office, mail)
    received = keep(office, mail)

    assert [one.is_known for one in received] == [True, True]
    assert len(all_rows(office)) == 2


def test_a_file_of_a_folder_is_sorted_as_the_folder_says_and_taken_once(
    office: Office, tmp_path: Path
) -> None:
    bill = office.do(kinds.add_type, TypeForm("paid", {"en": "Paid"}, KEPT)).result
    tag = office.do(kinds.add_tag, "post").result
    form = FolderForm(str(tmp_path), type_id=bill.id, tags=(tag.id,))
    folder = office.do(receiving.add_folder, form).result
    stamped = replace(safe(office), stamp=Stamp(folder.id, "bill.pdf", 4, 5))

    (received,) = keep(office, stamped)

    assert keep(office, stamped) == ()
    document = office.ask(documents.get, received.document_id)
    assert (document.type_id, document.tags) == (bill.id, (tag.id,))
    assert office.ask(receiving.taken, folder.id) == {"bill.pdf": stamped.stamp}
    assert office.ask(receiving.is_safe, folder.id, "bill.pdf")
    assert not office.ask(receiving.is_safe, folder.id, "other.pdf")
    office.do(receiving.cleared, folder.id, ("bill.pdf",), ())
    assert office.ask(receiving.taken, folder.id) == {}


def test_a_folder_is_watched_changed_and_let_go(office: Office, tmp_path: Path) -> None:
    folder = office.do(receiving.add_folder, FolderForm(f" {tmp_path} ")).result

    assert folder.form.path == str(tmp_path)
    assert folder.form.machine
    paused = replace(folder.form, is_paused=True)
    after = office.do(receiving.change_folder, folder.id, 1, paused).result
    assert office.ask(receiving.folders) == (after,)
    with pytest.raises(Conflict):
        office.do(receiving.change_folder, folder.id, 1, paused)
    office.do(receiving.remove_folder, folder.id)
    assert office.ask(receiving.folders) == ()


def test_a_folder_twice_or_within_a_company_is_refused(office: Office, tmp_path: Path) -> None:
    office.do(receiving.add_folder, FolderForm(str(tmp_path)))
    company = tmp_path / "Lumo"
    company.mkdir()
    (company / "office.db").write_bytes(b"")

    for path, code in (
        (str(tmp_path), "receiving.folder-twice"),
        (str(company), "receiving.within-an-office"),
        ("", "receiving.without-folder"),
    ):
        with pytest.raises(Invalid) as refused:
            office.do(receiving.add_folder, FolderForm(path))
        assert [one.code for one in refused.value.problems] == [code]


def test_troubles_are_noted_ignored_and_dropped(office: Office) -> None:
    failure = Failure("a", "/in/a", "receiving.empty", {"file": "a"})
    office.do(receiving.note, (failure, replace(failure, path="/in/b")))
    b, _a = office.ask(receiving.troubles)

    assert office.do(receiving.ignore, b.id).result.is_ignored
    assert not office.do(receiving.ignore, b.id, is_ignored=False).result.is_ignored
    office.do(receiving.drop, b.id)
    office.do(receiving.cleared, IntakeFolderId(0), (), ("/in/a",))
    assert office.ask(receiving.troubles) == ()
    with pytest.raises(NotFound):
        office.do(receiving.drop, TroubleId(1))


def test_who_may_only_read_receives_nothing(office: Office) -> None:
    reader = Actor("Ville", Role("reader", frozenset({Permission.ARCHIVE_READ})))
    reading = Office(office.database, office.clock, reader)

    for command, argument in (
        (receiving.keep, ()),
        (receiving.note, ()),
        (receiving.add_folder, FolderForm("/in")),
    ):
        with pytest.raises(NotAllowed):
            reading.do(command, argument)  # type: ignore[arg-type]  # one of three
