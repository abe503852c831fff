"""Links of any record: found by words, made, taken away and given back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm
from app.services import contacts, letters_in, threads
from app.services.office import Office
from app.ui.kit.linking import LinkDialog, LinkWays, linked
from app.ui.kit.shell import Shell
from tests.domain.correspondence.letters import a_form
from tests.ui.keys import press, type_in

WAYS = LinkWays(
    title="What it is about",
    text="Type a name.",
    prompt="Contact",
    find=threads.linkable,
    asked=threads.linked,
    link=threads.link,
    unlink=threads.unlink,
)


def test_a_record_is_linked_by_words_and_unlinked(
    qtbot: QtBot, shell: Shell, office: Office
) -> None:
    office.do(contacts.add, ContactForm("Tukku Oy"))
    thread_id = office.do(letters_in.enter, a_form()).result.thread_id
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    dialog = LinkDialog(page, shell, WAYS, thread_id)
    dialog.open()

    picker = dialog.field.picker
    type_in(picker, "tukku")
    qtbot.waitUntil(lambda: picker._hits.count() > 0)
    press(picker, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(dialog.field.buttons) == 1)
    made = office.ask(threads.linked, thread_id)
    dialog.field.buttons[0].click()
    qtbot.waitUntil(lambda: office.ask(threads.linked, thread_id) == ())

    assert [(one.kind, one.name) for one in made] == [("contact", "Tukku Oy")]
    dialog.close()


def test_a_link_is_undone_and_done_again() -> None:
    deed = linked(WAYS, 5, "contact:1")

    assert deed.command is threads.unlink
    assert deed.arguments == (5, "contact:1")
