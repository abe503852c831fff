"""Letter types and signatories are written, put away, taken back and undone by keyboard."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.correspondence.letter import OutgoingState
from app.services import letter_types, letters_out, signatories
from app.services.office import Office
from app.ui.correspondence.kinds_page import LetterKindsPage
from app.ui.correspondence.outgoing_page import OutgoingPage
from app.ui.correspondence.signatories_pane import SignatoriesPane, SignatoryFields
from app.ui.correspondence.types_pane import TypeFields, TypesPane
from app.ui.kit.messages import error_sentence
from app.ui.kit.shell import Shell
from tests.ui.correspondence.hands import PNG, Key, Settle, a_picture, do, ours, shown
from tests.ui.keys import press, type_in


def types_of(page: LetterKindsPage) -> TypesPane:
    pane = page.sections.page("types")
    assert isinstance(pane, TypesPane)
    return pane


def signers_of(page: LetterKindsPage, shell: Shell, settle: Settle) -> SignatoriesPane:
    page.sections.show_section("signatories")
    shell.book.enter((*page.shown,))
    settle()
    pane = page.sections.current
    assert isinstance(pane, SignatoriesPane)
    return pane


def print_of(pane: SignatoriesPane) -> str:
    """The fingerprint of the page beside: bytes of a whole paper are not for comparing."""
    assert pane.page.pdf.startswith(b"%PDF")
    return hashlib.sha256(pane.page.pdf).hexdigest()


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, settle: Settle) -> LetterKindsPage:
    page = LetterKindsPage(shell)
    shown(qtbot, shell, page, settle)
    shell.book.enter((*page.shown,))
    return page


def test_a_type_is_written_by_key_and_undone(
    page: LetterKindsPage, shell: Shell, office: Office, settle: Settle
) -> None:
    pane = types_of(page)
    do(shell, "letter.write", settle)
    assert isinstance(pane.form, TypeFields)
    type_in(pane.form.name, "Contract")
    type_in(pane.form.reply_days, "14")
    press(pane.form.four_eyes, Key.Key_Space)

    do(shell, "letter.issue", settle)
    (kept,) = office.ask(letter_types.all_types)
    shell.history.undo()
    settle()

    assert (kept.name, kept.reply_days, kept.is_four_eyes) == ("Contract", 14, True)
    assert office.ask(letter_types.all_types)[0].is_archived


def test_a_type_is_put_away_by_delete_and_taken_back(
    page: LetterKindsPage, shell: Shell, office: Office, settle: Settle
) -> None:
    office.do(letter_types.add, "Contract")
    shell.client.changed.emit(frozenset({"letter_type"}))
    settle()
    pane = types_of(page)

    pane.list.setFocus()
    press(pane.list, Key.Key_Delete)
    settle()
    is_away = office.ask(letter_types.all_types)[0].is_archived
    text = pane.list.item(0).text()
    do(shell, "letter.file", settle)

    assert is_away
    assert text == "Contract (put away)"
    assert not office.ask(letter_types.all_types)[0].is_archived
    assert shell.book.action("letter.file").text() == "Put away"


def test_a_change_is_undone_and_done_again(
    page: LetterKindsPage, shell: Shell, office: Office, settle: Settle
) -> None:
    office.do(letter_types.add, "Contract", 14)
    shell.client.changed.emit(frozenset({"letter_type"}))
    settle()
    pane = types_of(page)
    assert isinstance(pane.form, TypeFields)
    pane.form.reply_days.put(Decimal(30))

    do(shell, "letter.save", settle)
    saved = office.ask(letter_types.all_types)[0].reply_days
    shell.history.undo()
    settle()
    undone = office.ask(letter_types.all_types)[0].reply_days
    shell.history.redo()
    settle()

    assert (saved, undone) == (30, 14)
    assert office.ask(letter_types.all_types)[0].reply_days == 30


def test_a_signature_shows_on_a_letter_of_every_custom(  # noqa: PLR0917  fixtures
    qtbot: QtBot,
    page: LetterKindsPage,
    shell: Shell,
    office: Office,
    settle: Settle,
    tmp_path: Path,
) -> None:
    path = tmp_path / "signature.png"
    path.write_bytes(a_picture())
    anna = office.do(signatories.add, "Anna Virta", "CEO").result
    pane = signers_of(page, shell, settle)
    settle()
    unsigned = print_of(pane)

    pane.take(str(path))
    settle()
    pages = {unsigned, print_of(pane)}
    for custom in ("us", "th", "din5008"):
        pane.custom.put(custom)
        pane.custom.edited.emit()
        settle()
        pages.add(print_of(pane))

    kept = office.ask(signatories.picture, anna.id)
    assert kept == path.read_bytes()
    assert len(pages) == 5
    assert not pane.picture.pixmap().isNull()


def test_a_signature_that_was_taken_away_comes_back(
    page: LetterKindsPage, shell: Shell, office: Office, settle: Settle
) -> None:
    anna = office.do(signatories.add, "Anna Virta").result
    office.do(signatories.change_picture, anna.id, PNG)
    kept = office.ask(signatories.picture, anna.id)
    pane = signers_of(page, shell, settle)

    press(pane.file.remove, Key.Key_Space)
    settle()
    gone = office.ask(signatories.picture, anna.id)
    shell.history.undo()
    settle()

    assert gone == b""
    assert office.ask(signatories.picture, anna.id) == kept != b""


def test_who_signs_is_added_and_corrected(
    page: LetterKindsPage, shell: Shell, office: Office, settle: Settle
) -> None:
    pane = signers_of(page, shell, settle)
    do(shell, "letter.write", settle)
    assert isinstance(pane.form, SignatoryFields)
    type_in(pane.form.name, "Anna Virta")
    do(shell, "letter.issue", settle)
    assert isinstance(pane.form, SignatoryFields)
    type_in(pane.form.title, "CEO")

    do(shell, "letter.issue", settle)

    (anna,) = office.ask(signatories.all_signatories)
    assert (anna.name, anna.title) == ("Anna Virta", "CEO")


def test_who_wrote_a_letter_for_two_is_told_before_and_refused_in_a_sentence(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    contract = office.do(letter_types.add, "Contract", is_four_eyes=True).result
    letter = ours(office, type_id=contract.id)
    page = OutgoingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)
    refused: list[object] = []
    shell.refused.connect(refused.append)
    assert page.fields is not None

    told = page.fields.cell("type_id").note.text()
    do(shell, "letter.approve", settle)

    (error,) = refused
    assert told == "Needs two people: somebody else approves it."
    assert "Aino wrote the letter and cannot approve it." in str(error_sentence(error))  # type: ignore[arg-type]  # a refusal
    assert office.ask(letters_out.get, letter.id).state is OutgoingState.DRAFT
