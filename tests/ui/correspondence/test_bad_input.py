"""What cannot be written is told in a sentence where it was tried, and no letter is lost by it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.contacts.contact import Terms
from app.domain.contacts.form import ContactForm
from app.domain.contacts.mailing import MailingForm, Wanted
from app.domain.correspondence.body import Body, Chip, Image, Paragraph, Words, written
from app.domain.correspondence.outgoing import OutgoingForm
from app.domain.correspondence.template import TemplateForm, TemplateText
from app.domain.shared.paging import View
from app.services import contacts, letters_out, mailing_lists, merge_runs, templates
from app.services.letter_pictures import LARGEST, NotAPicture
from app.services.office import Office
from app.ui.correspondence.outgoing_page import OutgoingPage
from app.ui.correspondence.preparing import MailingDialog
from app.ui.correspondence.template_page import TemplatePage
from app.ui.kit.shell import Note, Shell
from app.ui.kit.writer.things import LARGEST_SIDE
from tests.ui.correspondence.hands import Settle, do, ours, shown, take_template

HUGE = 100 << 20
PRICES = TemplateForm("Prices", (TemplateText("fi", "Hinnat", written("Hinnat nousevat.")),))


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    """Return a file of 100 MB that begins as a picture."""
    path = tmp_path / "Huge.png"
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.truncate(HUGE)
    return path


def refused(qtbot: QtBot, shell: Shell, read: Callable[[], object]) -> tuple[object, int]:
    """Return what reading was refused with, and how much memory it took."""
    tracemalloc.start()
    with qtbot.waitSignal(shell.refused) as told:
        read()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return (told.args or [None])[0], peak


def test_a_picture_of_a_hundred_megabytes_is_refused_in_a_letter(
    qtbot: QtBot, shell: Shell, huge: Path, settle: Settle
) -> None:
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    page.fields.writer.show_body(written("Hei."))

    refusal, peak = refused(qtbot, shell, partial(page._pictures.read, str(huge)))

    assert isinstance(refusal, NotAPicture)
    assert peak < 3 * LARGEST
    assert page.content().body == written("Hei.")


def test_a_picture_of_a_hundred_megabytes_is_refused_in_a_template(
    qtbot: QtBot, shell: Shell, huge: Path, settle: Settle
) -> None:
    page = TemplatePage(shell, None)
    shown(qtbot, shell, page, settle)

    refusal, peak = refused(qtbot, shell, partial(page._pictures.read, str(huge)))

    assert isinstance(refusal, NotAPicture)
    assert peak < 3 * LARGEST


def test_a_huge_pasted_picture_is_made_as_small_as_paper_shows(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None
    pasted, picture = QMimeData(), QImage(2 * LARGEST_SIDE, 3000, QImage.Format.Format_RGB32)
    picture.fill(0xFF336699)
    pasted.setImageData(picture)

    page.fields.writer.insertFromMimeData(pasted)
    qtbot.waitUntil(lambda: bool(page.content().body.images()))

    (image,) = (one for one in page.content().body.blocks if isinstance(one, Image))
    qtbot.waitUntil(lambda: bool(page._pictures.load(image.sha256)))
    kept = QImage.fromData(page._pictures.load(image.sha256))
    assert (kept.width(), kept.height()) == (LARGEST_SIDE, 1500)


def test_a_template_of_another_language_says_so_and_the_letter_takes_its_language(
    qtbot: QtBot, shell: Shell, office: Office, notes: list[Note], settle: Settle
) -> None:
    office.do(templates.add, PRICES)
    page = OutgoingPage(shell, ours(office, language="th").id)
    shown(qtbot, shell, page, settle)
    before = page.content()

    take_template(page, shell, settle)
    qtbot.waitUntil(lambda: page.content().body == written("Hinnat nousevat."))

    taken, note = page.content(), notes[-1]
    assert taken.language == "fi"
    assert note.text == "The template says nothing in Thai: the letter is in Finnish now"
    assert note.undo is not None
    note.undo()
    assert page.content() == before


def test_a_mailing_by_a_template_of_another_language_is_told_at_its_field(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    office.do(contacts.add, ContactForm("Siam Co", terms=Terms(language="th")))
    kept = office.do(mailing_lists.add, MailingForm("Thai", Wanted(language="th"))).result
    template = office.do(templates.add, PRICES).result
    page = OutgoingPage(shell, None)
    shown(qtbot, shell, page, settle)
    dialog = MailingDialog(shell, page, (kept,), (template,))
    dialog.open()

    dialog._take()

    note = dialog.notes["template_id"]
    qtbot.waitUntil(lambda: not note.isHidden())
    assert "nothing in the language of the list" in note.text()
    assert office.ask(merge_runs.runs) == ()
    dialog.reject()


def test_a_field_that_there_is_not_is_told_and_nothing_is_issued(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    body = Body((Paragraph((Words("Dear "), Chip("contact.shoe-size"))),))
    page = OutgoingPage(shell, ours(office, body=body).id)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None

    do(shell, "letter.issue", settle)

    note = page.fields.box.note
    qtbot.waitUntil(lambda: not note.isHidden())
    assert "contact.shoe-size" in note.text()
    assert page.issued is None
    assert page.content().body == body


def test_a_receiver_without_an_address_is_told_at_the_fields_and_keeps_the_letter(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    bare = office.do(contacts.add, ContactForm("Osoitteeton")).result
    form = OutgoingForm(addressee_id=bare.id, subject="Kiitos", body=written("Kiitos."))
    letter = office.do(letters_out.draft, form).result
    page = OutgoingPage(shell, letter.id)
    shown(qtbot, shell, page, settle)
    assert page.fields is not None

    do(shell, "letter.issue", settle)

    street, town = page.fields.street, page.fields.town
    qtbot.waitUntil(lambda: bool(street.accessibleDescription()))
    assert town.accessibleDescription()
    (row,) = office.ask(letters_out.first, View(), 9)
    assert (row.number, row.state.value) == ("", "draft")
