"""A letter of ours is written, kept, issued, sent and voided by keyboard."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Terms
from app.domain.contacts.form import ContactForm
from app.domain.correspondence.body import Body, Chip, Image, Paragraph, written
from app.domain.correspondence.letter import (
    Channel,
    Enclosed,
    OutgoingState,
)
from app.domain.correspondence.template import (
    SnippetForm,
    SnippetText,
    TemplateForm,
    TemplateText,
)
from app.domain.shared.ids import DocumentId
from app.domain.shared.money import Money
from app.domain.shared.paging import View
from app.services import (
    archive,
    contacts,
    dispatching,
    documents,
    drafts,
    letters_out,
    notes,
    snippets,
    templates,
)
from app.services.office import Office
from app.ui.correspondence.outgoing_page import OutgoingPage
from app.ui.correspondence.sending import SendingDialog
from app.ui.correspondence.sheet import SheetDialog
from app.ui.correspondence.tab import LettersTab
from app.ui.kit.link import LinkButton
from app.ui.kit.shell import Note, Shell
from tests.foreign import dots
from tests.services.papers import filed
from tests.stand_in_speller import a_speller
from tests.ui.correspondence.hands import (
    PNG,
    Key,
    Settle,
    dialog_of,
    do,
    ours,
    register_of,
    shown,
    take_template,
    write_and_agree,
)
from tests.ui.keys import press, type_in


def test_a_chosen_contact_fills_the_window_and_the_language(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    office.do(contacts.add, ContactForm("Siam Co", terms=Terms(language="th")))
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None

    type_in(page.fields.to, "siam")
    settle()
    press(page.fields.to, Key.Key_Return)
    settle()

    form = page.content()
    assert (form.addressee.name, form.language) == ("Siam Co", "th")
    assert form.addressee_id is not None


def test_a_draft_is_kept_by_key_and_written_on(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    type_in(page.fields.subject, "Offer")
    type_in(page.fields.writer, "Dear all")

    do(shell, "letter.save", settle)
    type_in(page.fields.writer, "!")
    do(shell, "letter.save", settle)

    (row,) = office.ask(letters_out.first, View(), 9)
    kept = office.ask(letters_out.get, row.id)
    assert (kept.subject, kept.state) == ("Offer", OutgoingState.DRAFT)
    assert kept.body == written("Dear all!")
    assert office.ask(drafts.all_kept) == ()


def test_what_is_missing_is_shown_at_its_field_and_nothing_is_issued(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None

    do(shell, "letter.issue", settle)

    assert page.fields.to.accessibleDescription()
    assert page.fields.box.note.text()
    assert list(office.ask(letters_out.spine, View())) == []


def test_a_field_is_filled_when_the_letter_is_issued(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    chips = Body((Paragraph((Chip("contact.name"), Chip("letter.number"))),))
    letter = ours(office, body=chips)
    page = OutgoingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)

    do(shell, "letter.issue", settle)

    issued = office.ask(letters_out.get, letter.id)
    assert issued.body == written("Kahvila Aamu OyOUT-2026-0001")
    assert page.issued is not None


def test_a_snippet_is_typed_in_the_language_of_the_letter(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    texts = (SnippetText("fi", written("Hei")), SnippetText("en", written("Hello")))
    office.do(snippets.add, SnippetForm("greet", texts))
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None

    type_in(page.fields.writer, "::greet ")

    assert page.content().body == written("Hei")


def test_a_pasted_picture_stands_in_the_letter(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None

    page.fields.writer.picture_offered.emit(PNG)
    settle()

    (image,) = (one for one in page.content().body.blocks if isinstance(one, Image))
    assert dots(page._pictures.load(image.sha256)) == dots(PNG)


def test_a_dispatch_is_noted_with_its_postage_and_shown_at_the_letter(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    letter = ours(office)
    office.do(letters_out.issue, letter.id)
    page = OutgoingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)

    do(shell, "letter.send", settle)
    dialog = dialog_of(page, SendingDialog)
    assert isinstance(dialog, SendingDialog)
    dialog.channel.put(Channel.REGISTERED)
    type_in(dialog.tracking, "RR1")
    dialog.postage.put(Decimal("12.50"))
    press(dialog.postage, Key.Key_Return)
    settle()

    (dispatch,) = office.ask(dispatching.of, letter.id)
    assert (dispatch.channel, dispatch.tracking) == (Channel.REGISTERED, "RR1")
    assert dispatch.postage == Money(1250, "EUR")
    assert page.issued is not None
    assert "RR1" in page.issued.told.text()


def test_the_proof_of_a_dispatch_is_looked_at_before_it_is_printed(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    letter = ours(office)
    office.do(letters_out.issue, letter.id)
    office.do(dispatching.send, letter.id, Channel.REGISTERED, "", "RR1")
    page = OutgoingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)

    do(shell, "letter.proof", settle)
    dialog = dialog_of(page, SheetDialog)
    assert isinstance(dialog, SheetDialog)
    qtbot.waitUntil(dialog.print_button.isEnabled)

    assert dialog.preview.pdf == office.ask(dispatching.proof, letter.id)
    assert "OUT-2026-0001" in dialog.windowTitle()
    dialog.close()


def test_a_void_letter_keeps_its_number_and_tells_why(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    letter = ours(office)
    office.do(letters_out.issue, letter.id)
    page = OutgoingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)

    do(shell, "letter.void", settle)
    write_and_agree(page, "Wrong receiver", settle)

    found = office.ask(letters_out.get, letter.id)
    assert (found.number, found.state) == ("OUT-2026-0001", OutgoingState.VOIDED)
    assert page.issued is not None
    assert "Wrong receiver" in page.issued.told.text()


def test_the_page_of_the_chosen_letter_stands_beside_the_list(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    ours(office)
    tab = LettersTab(shell)
    tab.show_section("out")
    shown(qtbot, shell, tab, settle)
    page = register_of(tab, "out")

    qtbot.waitUntil(lambda: page.paper.pdf.startswith(b"%PDF"))

    assert page.paper.isVisible()


def test_a_template_is_taken_while_writing_and_what_was_there_comes_back(
    qtbot: QtBot, shell: Shell, office: Office, notes: list[Note], settle: Settle
) -> None:
    text = TemplateText("fi", "Pahoittelu", written("Pahoittelemme."))
    office.do(templates.add, TemplateForm("Sorry", (text,)))
    page = OutgoingPage(shell, ours(office).id)
    shown(qtbot, shell, page, settle)
    before = page.content()

    take_template(page, shell, settle)
    qtbot.waitUntil(lambda: page.content().body == written("Pahoittelemme."))
    taken = page.content()
    assert notes[-1].undo is not None
    notes[-1].undo()

    assert taken.subject == "Pahoittelu"
    assert page.content() == before


def test_snippets_follow_the_language_of_the_letter(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    texts = (SnippetText("fi", written("Hei")), SnippetText("en", written("Hello")))
    office.do(snippets.add, SnippetForm("greet", texts))
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    writer = page.fields.writer

    page.fields.language.put("en")
    page.fields.language.edited.emit()
    qtbot.waitUntil(lambda: writer.snippets.get("greet") == written("Hello"))
    type_in(writer, "::greet ")

    assert page.content().body == written("Hello")


def test_a_document_of_the_archive_is_enclosed_by_key_and_stays_with_the_letter(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle, wanted: list[tuple[str, object]]
) -> None:
    chart = office.do(archive.file, "Kartta", "application/pdf", b"Kartta").result
    page = OutgoingPage(shell, ours(office).id)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None

    do(shell, "letter.enclose", settle)
    picker = page.fields.attached.picker
    type_in(picker, "kartta")
    settle()
    press(picker, Key.Key_Return)
    settle()
    do(shell, "letter.issue", settle)

    qtbot.waitUntil(lambda: page.issued is not None)
    assert page.issued is not None
    (one,) = page.issued.letter.attachments
    (button,) = page.issued.findChildren(LinkButton)
    button.click()
    assert (one.document_id, one.title) == (DocumentId(chart.id), "Kartta")
    assert wanted == [("document", chart.id)]


def test_an_enclosure_is_taken_out_again(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    chart = filed(office, "Kartta")
    page = OutgoingPage(shell, ours(office, attachments=(Enclosed(chart),)).id)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    field = page.fields.attached
    qtbot.waitUntil(lambda: len(field.buttons) == 1)

    field.buttons[0].click()
    do(shell, "letter.save", settle)

    (row,) = office.ask(letters_out.first, View(), 9)
    assert office.ask(letters_out.get, row.id).attachments == ()


def test_an_enclosure_that_is_gone_is_told_under_the_field(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    chart = filed(office, "Kartta")
    page = OutgoingPage(shell, ours(office, attachments=(Enclosed(chart),)).id)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    office.do(documents.trash, (chart,))

    do(shell, "letter.issue", settle)

    note = page.fields.attached.note
    qtbot.waitUntil(lambda: not note.isHidden())
    assert "not in the archive" in note.text()
    assert page.issued is None


@pytest.fixture
def words_known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Put a program on PATH that knows some words of English and of Finnish."""
    if os.name == "nt":
        pytest.skip("The stand-in is a script.")
    monkeypatch.setenv("PATH", str(a_speller(tmp_path / "bin")))


@pytest.mark.usefixtures("words_known")
def test_words_are_judged_in_the_language_of_the_letter(
    qtbot: QtBot, shell: Shell, settle: Settle, notes: list[Note]
) -> None:
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    proof = page.fields.proof
    type_in(page.fields.writer, "kiitos teh ")
    qtbot.waitUntil(lambda: proof.is_wrong("teh") is True)
    assert (proof.language, proof.is_wrong("kiitos")) == ("fi", False)

    page.fields.language.put("th")
    page.fields.language.edited.emit()
    do(shell, "writer.spelling", settle)

    qtbot.waitUntil(lambda: bool(notes))
    assert notes[-1].text == "This machine has no dictionary for the language of this text"
    assert page.content().body == written("kiitos teh ")


def test_a_draft_shows_what_is_noted_about_it_once_it_is_kept(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    was_hidden = page.remarks.isHidden()
    type_in(page.fields.subject, "Offer")

    do(shell, "letter.save", settle)
    (row,) = office.ask(letters_out.first, View(), 9)
    office.do(notes.add, f"letter-out:{row.id}", "Ask Anna first")
    shell.client.changed.emit(frozenset({"note"}))

    qtbot.waitUntil(lambda: page.remarks.lines.count() == 1)
    assert was_hidden
    assert not page.remarks.isHidden()
