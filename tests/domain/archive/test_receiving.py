"""What is received: a folder says where, a failure why."""

from __future__ import annotations

import pytest

from app.domain.archive.receiving import (
    Afterwards,
    Empty,
    FolderForm,
    FolderKind,
    IntakeFolder,
    NotUnpacked,
    Origin,
    check_folder,
    failure_of,
)
from app.domain.shared.ids import DocumentTypeId, IntakeFolderId

TYPES = frozenset({DocumentTypeId(1)})


def problems(form: FolderForm) -> list[str]:
    return [one.code for one in check_folder(form, TYPES, others=frozenset({"/scans"}))]


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        (FolderForm("/in"), []),
        (FolderForm("/in", type_id=DocumentTypeId(1)), []),
        (FolderForm("  "), ["receiving.without-folder"]),
        (FolderForm("/scans"), ["receiving.folder-twice"]),
        (FolderForm("/in", type_id=DocumentTypeId(2)), ["receiving.unknown-type"]),
    ],
)
def test_a_folder_is_checked(form: FolderForm, codes: list[str]) -> None:
    assert problems(form) == codes


def test_a_changed_folder_has_the_next_version() -> None:
    folder = IntakeFolder(IntakeFolderId(5), 1, FolderForm("/in"))

    after = folder.changed(FolderForm("/in", afterwards=Afterwards.LEAVE))

    assert (after.id, after.version, after.form.afterwards) == (5, 2, Afterwards.LEAVE)


def test_a_failure_says_where_and_why_with_a_name_that_can_be_shown() -> None:
    failure = failure_of("/in/b\u202eill.pdf", Empty(file="b\u202eill.pdf"))

    assert (failure.name, failure.path, failure.code) == (
        "bill.pdf",
        "/in/b\u202eill.pdf",
        "receiving.empty",
    )


def test_a_mail_that_is_kept_has_no_path_to_try_again() -> None:
    assert failure_of("/in/a.eml", NotUnpacked(file="a.eml")).path == ""


def test_a_scanner_is_an_origin_of_its_own() -> None:
    assert FolderKind.SCANNER.origin is Origin.SCANNER
    assert FolderKind.WATCHED.origin is Origin.FOLDER
