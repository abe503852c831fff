"""Stacks from a scanner become the documents in them by themselves, whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.archive.document import Document, DocumentState, Link, VersionKind
from app.domain.archive.pages import SplitAt
from app.domain.archive.receiving import Afterwards, FolderForm, FolderKind
from app.domain.archive.row import DocumentRow
from app.domain.shared.jobs import JobKind
from app.formats.pages import LockedPages, NotPages
from app.services import documents, reading, receiving, stacks
from app.services.office import Office
from app.services.rounds import Rounds
from tests.formats.stacks import a_pdf, signed
from tests.services.incoming import all_rows, put
from tests.services.test_paging import words

EVERYWHERE = frozenset(SplitAt)
SEPARATORS = frozenset({SplitAt.SEPARATORS})


@pytest.fixture
def scans(tmp_path: Path) -> Path:
    folder = tmp_path / "scans"
    folder.mkdir()
    return folder


def scan(office: Office, scans: Path, where: frozenset[SplitAt], content: bytes) -> Document:
    """Let a scanner put a file into its folder, and return the document that comes of it."""
    form = FolderForm(str(scans), FolderKind.SCANNER, Afterwards.LEAVE, split_at=where)
    office.do(receiving.add_folder, form)
    put(scans, "scan.pdf", content)
    rounds = Rounds(office)
    rounds.look()
    (received,) = rounds.look().received
    return office.ask(documents.get, received.document_id)


def in_inbox(office: Office) -> list[DocumentRow]:
    rows = [row for row in all_rows(office) if row.state is DocumentState.INBOX]
    return sorted(rows, key=lambda row: row.title)


def waits(office: Office, document: Document, kind: JobKind) -> bool:
    with office.database.read() as unit:
        return bool(unit.jobs.of(kind, (document.id,)))


def test_a_stack_becomes_its_documents_and_stays_whole_in_the_file(
    office: Office, scans: Path
) -> None:
    content = a_pdf("|ASN0000007", "letter", "|PATCHT", "bill", "", "|ASN0000009")
    stack = scan(office, scans, EVERYWHERE, content)

    done = office.run(stacks.split_some)

    parts = in_inbox(office)
    assert done == stacks.Splitting(1, 0, 0)
    assert [one.title for one in parts] == [f"scan.pdf ({at}/3)" for at in (1, 2, 3)]
    assert [one.serial for one in parts] == [7, None, 9]
    assert [words(office, one.id)[-1] for one in parts[:2]] == ["letter", "bill"]
    assert {office.ask(documents.seen, one.id).links for one in parts} == {
        (Link("document", stack.id),)
    }
    assert office.ask(documents.get, stack.id).state is DocumentState.FILED
    assert office.ask(documents.content, stack.id) == content
    assert not waits(office, stack, JobKind.READ)
    assert office.run(stacks.split_some) == stacks.Splitting(0, 0, 0)


def test_the_same_stack_again_is_not_split_again(office: Office, scans: Path) -> None:
    content = a_pdf("letter", "|PATCHT", "bill")
    stack = scan(office, scans, SEPARATORS, content)
    office.run(stacks.split_some)
    put(scans, "again.pdf", content)

    rounds = Rounds(office)
    rounds.look()
    (received,) = rounds.look().received

    assert (received.document_id, received.is_known) == (stack.id, True)
    assert office.run(stacks.split_some).done == 0
    assert len(in_inbox(office)) == 2


def test_where_nothing_divides_only_the_label_is_read(office: Office, scans: Path) -> None:
    one = scan(office, scans, EVERYWHERE, a_pdf("|ASN0000012", "letter"))

    office.run(stacks.split_some)

    (row,) = in_inbox(office)
    assert (row.id, row.serial) == (one.id, 12)
    assert len(office.ask(documents.seen, one.id).versions) == 1


def test_labels_are_not_read_where_the_folder_does_not_say_so(office: Office, scans: Path) -> None:
    scan(office, scans, SEPARATORS, a_pdf("|ASN0000012", "letter", "|PATCHT", "bill"))

    office.run(stacks.split_some)

    assert [row.serial for row in in_inbox(office)] == [None, None]


def test_a_separator_before_one_document_goes_and_the_scan_stays_under_it(
    office: Office, scans: Path
) -> None:
    one = scan(office, scans, SEPARATORS, a_pdf("|PATCHT", "letter"))

    office.run(stacks.split_some)

    newest, first = office.ask(documents.seen, one.id).versions
    assert (newest.kind, first.kind) == (VersionKind.PAGES, VersionKind.ORIGINAL)
    assert words(office, one.id) == ["letter"]


def test_a_signed_document_keeps_its_signature(office: Office, scans: Path) -> None:
    one = scan(office, scans, SEPARATORS, signed(a_pdf("|PATCHT", "letter")))

    office.run(stacks.split_some)

    assert len(office.ask(documents.seen, one.id).versions) == 1


def test_what_somebody_has_worked_on_meanwhile_is_left_alone(office: Office, scans: Path) -> None:
    one = scan(office, scans, SEPARATORS, a_pdf("letter", "|PATCHT", "bill"))
    office.do(documents.trash, (one.id,))

    assert office.run(stacks.split_some).waiting == 0

    assert office.ask(documents.get, one.id).state is DocumentState.TRASHED
    assert len(all_rows(office)) == 1


def test_a_damaged_stack_is_named_and_stays_in_the_inbox(office: Office, scans: Path) -> None:
    one = scan(office, scans, SEPARATORS, b"%PDF-1.7 no more")

    assert office.run(stacks.split_some) == stacks.Splitting(1, 0, 1)

    (told,) = office.ask(stacks.failed)
    assert (told.document_id, told.code) == (one.id, NotPages.code)
    office.do(stacks.leave, one.id)
    assert office.ask(stacks.failed) == ()
    assert [row.id for row in in_inbox(office)] == [one.id]


def test_a_locked_stack_is_split_once_its_password_is_known(office: Office, scans: Path) -> None:
    content = a_pdf("letter", "|PATCHT", "bill", password="sesam")  # noqa: S106  of a test
    one = scan(office, scans, SEPARATORS, content)
    office.run(stacks.split_some)
    (told,) = office.ask(stacks.failed, (one.id,))

    office.run(reading.unlock, one.id, "sesam")
    office.run(stacks.split_some)

    assert told.code == LockedPages.code
    assert office.ask(stacks.failed) == ()
    assert [words(office, row.id) for row in in_inbox(office)] == [["letter"], ["bill"]]


def test_a_stack_that_failed_is_tried_again_when_asked(office: Office, scans: Path) -> None:
    one = scan(office, scans, SEPARATORS, b"%PDF-1.7 no more")
    office.run(stacks.split_some)

    office.do(stacks.retry, one.id)

    assert office.run(stacks.split_some) == stacks.Splitting(1, 0, 1)


def test_a_watched_folder_that_is_no_scanner_splits_nothing(office: Office, scans: Path) -> None:
    form = FolderForm(str(scans), split_at=EVERYWHERE)

    folder = office.do(receiving.add_folder, form).result

    assert folder.form.split_at == frozenset()
