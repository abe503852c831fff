"""Pages through the services: always something new, the original as it was."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.archive.document import DocumentState, Link, Locked, Sealed, VersionKind
from app.domain.archive.form import form_of
from app.domain.archive.pages import Leaf, NoPages, NothingToSplit, SplitAt
from app.domain.archive.readers import Readers
from app.domain.shared.ids import DocumentId
from app.domain.shared.refusals import Conflict, Invalid, NotFound
from app.formats.pages import LockedPages, NotPages, Sheaf
from app.outside.clock import FixedClock
from app.services import archive, documents, kinds, paging, reading, serials
from app.services.office import Cancelled, Office
from app.services.paging import Signature, SignedPages, TwoWalls
from app.services.permissions import Actor, Permission, Role
from app.storage.database import Database
from tests.builders import TODAY
from tests.documents.reading import page_texts
from tests.formats.stacks import a_pdf, a_scan, signed
from tests.trade import opened_books

EVERYWHERE = frozenset(SplitAt)
SESAM = "sesam"
File = Callable[..., DocumentId]


@pytest.fixture
def office(database: Database) -> Office:
    opened = Office(database, FixedClock(TODAY), Actor("Maija"))
    opened_books(opened)
    return opened


@pytest.fixture
def file(office: Office) -> File:
    def filed(*pages: str, name: str = "scan.pdf", password: str = "") -> DocumentId:
        content = a_pdf(*pages, password=password)
        record = office.do(archive.file, name, "application/pdf", content).result
        return DocumentId(record.id)

    return filed


def words(office: Office, document_id: DocumentId, number: int = 0) -> list[str]:
    content = office.ask(documents.content, document_id, number)
    return [text.strip() for text in page_texts(content)]


def typed(office: Office, document_id: DocumentId, code: str) -> None:
    kind = next(one for one in office.ask(kinds.sorting).types if one.code == code)
    before = office.ask(documents.get, document_id)
    form = replace(form_of(before), type_id=kind.id)
    office.do(documents.change, document_id, before.version, form)


def test_arranged_pages_are_a_new_version_and_the_original_stays(
    office: Office, file: File
) -> None:
    one = file("one", "two", "three")

    after = office.do(paging.arrange, one, 1, (Leaf(3, 90), Leaf(1))).result

    newest, first = office.ask(documents.seen, one).versions
    assert words(office, one) == ["three", "one"]
    assert words(office, one, 1) == ["one", "two", "three"]
    assert (newest.kind, first.kind) == (VersionKind.PAGES, VersionKind.ORIGINAL)
    assert office.ask(paging.sheaf, one) == Sheaf(2)
    with pytest.raises(Conflict):
        office.do(paging.arrange, one, after.version - 1, (Leaf(1),))


def test_a_sealed_or_lent_document_is_not_worked_on(office: Office, file: File) -> None:
    sealed, lent = file("one", "two"), file("one", "two")
    office.do(documents.file, (sealed,))
    office.do(documents.seal, (sealed,))
    role = Role("clerk", frozenset(Permission))
    Office(office.database, office.clock, Actor("Ville", role)).do(documents.take_out, lent)

    for one, refusal in ((sealed, Sealed), (lent, Locked)):
        version = office.ask(documents.get, one).version
        with pytest.raises(refusal):
            office.do(paging.arrange, one, version, (Leaf(1),))
        with pytest.raises(refusal):
            office.do(paging.split, one, ((Leaf(1),), (Leaf(2),)))
        with pytest.raises(refusal):
            office.do(paging.merge, (one,))


def test_a_stack_becomes_documents_with_their_numbers(office: Office, file: File) -> None:
    one = file("|ASN0000007", "letter", "|PATCHT", "bill", "", "|ASN0000009")

    seen = office.ask(paging.stack, one, EVERYWHERE)
    made = office.do(paging.split_stack, one, EVERYWHERE).result

    assert seen.parts == ((1, 2), (4,), (6,))
    assert [document.title for document in made] == [f"scan.pdf ({at}/3)" for at in (1, 2, 3)]
    assert [document.serial for document in made] == [7, None, 9]
    assert [words(office, document.id)[-1] for document in made[:2]] == ["letter", "bill"]
    assert {document.state for document in made} == {DocumentState.INBOX}
    assert office.ask(documents.seen, made[0].id).links == (Link("document", one),)
    assert len(words(office, one)) == 6
    assert office.ask(serials.next_free) == 10


def test_a_stack_in_one_piece_is_not_split(office: Office, file: File) -> None:
    one = file("one", "two")

    with pytest.raises(NothingToSplit):
        office.do(paging.split_stack, one, EVERYWHERE)
    with pytest.raises(NothingToSplit):
        office.do(paging.split, one, ((Leaf(1),),))


def test_parts_of_a_personnel_file_stay_behind_its_wall(office: Office, file: File) -> None:
    one, other = file("letter"), file("wages", "more wages")
    personal = next(one for one in office.ask(kinds.sorting).types if one.readers.is_wall)
    typed(office, other, personal.code)
    clerk = Role("clerk", frozenset({Permission.ARCHIVE_READ, Permission.ARCHIVE_FILE}))
    walled = Office(office.database, office.clock, Actor("Ville", clerk))

    parts = office.do(paging.split, other, ((Leaf(1),), (Leaf(2),))).result
    merged = office.do(paging.merge, (one, other), "both").result

    assert {document.type_id for document in (*parts, merged)} == {personal.id}
    with pytest.raises(NotFound):
        walled.ask(paging.sheaf, other)
    with pytest.raises(NotFound):
        walled.do(paging.merge, (one, other))


def test_pages_of_two_circles_do_not_become_one_document(office: Office, file: File) -> None:
    one, other = file("minutes"), file("wages")
    minutes = next(one for one in office.ask(kinds.sorting).types if one.code == "minutes")
    form = kinds.TypeForm("minutes", minutes.names, minutes.retention, readers=Readers.MANAGEMENT)
    office.do(kinds.change_type, minutes.id, minutes.version, form)
    typed(office, one, "minutes")
    typed(office, other, "personnel")

    with pytest.raises(TwoWalls):
        office.do(paging.merge, (one, other))


def test_several_documents_become_one(office: Office, file: File) -> None:
    one, other = file("one", "two"), file("three")

    merged = office.do(paging.merge, (other, one), " Together ").result

    assert merged.title == "Together"
    assert words(office, merged.id) == ["three", "one", "two"]
    assert set(office.ask(documents.seen, merged.id).links) == {
        Link("document", one),
        Link("document", other),
    }
    with pytest.raises(NoPages):
        office.do(paging.merge, ())


def test_a_label_on_the_first_page_numbers_the_document(office: Office, file: File) -> None:
    one, twin, bare = file("|ASN0000012"), file("|ASN0000012", "x"), file("words")

    assert office.do(paging.read_serial, one).result.serial == 12
    assert office.do(paging.read_serial, bare).result.serial is None
    with pytest.raises(Invalid):
        office.do(paging.read_serial, twin)


def test_what_has_no_pages_is_named(office: Office, file: File) -> None:
    text = office.do(archive.file, "a.txt", "text/plain", b"words").result

    with pytest.raises(NotPages):
        office.ask(paging.sheaf, DocumentId(text.id))
    with pytest.raises(LockedPages):
        office.ask(paging.sheaf, file("x", password=SESAM))


def test_a_locked_file_is_worked_on_with_its_kept_password(office: Office, file: File) -> None:
    one = file("one", "|PATCHT", "two", password=SESAM)
    with pytest.raises(LockedPages):
        office.ask(paging.unlocked, one)

    office.run(reading.unlock, one, SESAM)
    made = office.do(paging.split_stack, one, EVERYWHERE).result

    assert office.ask(paging.sheaf, one) == Sheaf(3)
    assert page_texts(office.ask(paging.unlocked, one))[0].strip() == "one"
    assert page_texts(office.ask(paging.paper, one))[-1].strip() == "two"
    assert [words(office, part.id) for part in made] == [["one"], ["two"]]


def test_looking_through_a_stack_can_be_stopped(office: Office, file: File) -> None:
    one = file("one", "two")

    def stop(done: int, of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.ask_watched(stop, paging.stack, one, EVERYWHERE)


def test_a_signed_file_loses_its_signature_only_when_nobody_needs_it(
    office: Office,
) -> None:
    content = signed(a_pdf("one", "two"))
    one = DocumentId(office.do(archive.file, "a.pdf", "application/pdf", content).result.id)

    with pytest.raises(SignedPages):
        office.do(paging.arrange, one, 1, (Leaf(2),))
    office.do(paging.arrange, one, 1, (Leaf(2),), Signature.LEFT_BEHIND)

    assert words(office, one) == ["two"]
    assert office.ask(documents.content, one, 1) == content


def test_the_pages_of_a_picture_are_shown_as_a_pdf(office: Office, file: File) -> None:
    out = io.BytesIO()
    a_scan(words="7").save(out, "PNG")
    record = office.do(archive.file, "a.png", "image/png", out.getvalue()).result

    assert len(page_texts(office.ask(paging.paper, DocumentId(record.id)))) == 1
    assert page_texts(office.ask(paging.paper, file("one")))[0].strip() == "one"
