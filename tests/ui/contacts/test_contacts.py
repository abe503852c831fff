"""A clerk keeps contacts by keyboard: list, card, editor, duplicates, drafts, put away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.contacts.address import Address, AddressUse
from app.domain.contacts.contact import BankAccount, Contact, Identifier, Point, PointKind, Role
from app.domain.contacts.form import ContactForm, form_of, tidied
from app.domain.invoices.draft import Draft
from app.domain.shared.ids import ContactId
from app.domain.shared.money import Money
from app.services import contacts, drafts, invoices
from app.services.office import Office
from app.ui.contacts.editor import ContactEditor
from app.ui.contacts.form import ContactFields
from app.ui.contacts.tab import ContactsTab
from app.ui.kit.shell import Note, Shell
from app.ui.kit.texts import speak
from tests.ui.keys import press, type_in
from tests.windows import bring_up

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier
AAMU = ContactForm(
    "Kahvila Aamu Oy",
    roles=frozenset({Role.CUSTOMER, Role.SUPPLIER}),
    addresses=(
        Address("Hämeenkatu 1", postcode="33100", town="Tampere", country="FI"),
        Address("Satamakatu 3", country="FI", use=AddressUse.DELIVERY),
    ),
    points=(Point(PointKind.EMAIL, "maija@aamu.example", "Maija"),),
    identifiers=(Identifier("fi.business_id", "20774740"),),
    accounts=(BankAccount("FI4950009420028730", "OKOYFIHH"),),
    note="Ring twice.",
)


@pytest.fixture
def notes(shell: Shell) -> Iterator[list[Note]]:
    told: list[Note] = []
    shell.noted.connect(told.append)
    yield told
    shell.noted.disconnect(told.append)


def added(office: Office, form: ContactForm) -> Contact:
    return office.do(contacts.add, form).result


def shown(qtbot: QtBot, shell: Shell, page: QWidget, settle: Settle) -> None:
    qtbot.addWidget(page)
    page.resize(1000, 700)
    bring_up(qtbot, page)
    settle()
    shell.book.enter((page,))


@pytest.fixture
def tab(qtbot: QtBot, shell: Shell, office: Office, settle: Settle) -> ContactsTab:
    added(office, AAMU)
    added(office, ContactForm("Ravintola Ilta"))
    tab = ContactsTab(shell)
    shown(qtbot, shell, tab, settle)
    return tab


@pytest.fixture
def editor(qtbot: QtBot, shell: Shell, settle: Settle) -> ContactEditor:
    editor = ContactEditor(shell)
    shown(qtbot, shell, editor, settle)
    return editor


def fields_of(editor: ContactEditor) -> ContactFields:
    assert editor.fields is not None
    return editor.fields


def problem_at(editor: ContactEditor, field: QWidget) -> str:
    return field.accessibleDescription()


def test_the_list_shows_contacts_and_the_card_follows_the_cursor(
    qtbot: QtBot, tab: ContactsTab, settle: Settle
) -> None:
    QAbstractItemModelTester(tab.model, QAbstractItemModelTester.FailureReportingMode.Fatal, tab)
    tab.table.setFocus()
    tab.table.choose_row(0)
    qtbot.waitUntil(lambda: tab.card.name.text() == "Kahvila Aamu Oy")
    settle()

    texts = [label.text() for label in tab.card.findChildren(QLabel)]
    assert "Hämeenkatu 1\n33100 TAMPERE" in texts
    assert "2077474-0" in texts
    assert tab.card.about.text() == "1001 · Customer · Supplier"
    assert tab.card.events.item(0).text() == "10 Mar 2026   Added"


def test_an_empty_list_offers_the_first_contact_and_an_import(
    qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    tab = ContactsTab(shell)
    shown(qtbot, shell, tab, settle)
    wanted: list[str] = []
    shell.wanted.connect(lambda kind, _record: wanted.append(kind))

    shell.book.action("contact.new").trigger()
    shell.book.action("contact.import").trigger()

    assert wanted == ["contact", "contact-import"]
    assert not tab.card.isVisible()


def test_a_contact_is_put_away_by_a_key_and_taken_back_by_undo(
    tab: ContactsTab, notes: list[Note], settle: Settle
) -> None:
    tab.table.setFocus()
    tab.table.choose_row(0)

    press(tab.table, Qt.Key.Key_Delete)
    settle()
    away = tab.model.rowCount()
    assert notes[-1].undo is not None
    notes[-1].undo()
    settle()

    assert (notes[0].text, away, tab.model.rowCount()) == ("1 contact put away", 1, 2)


def test_what_was_put_away_is_listed_by_its_chip_and_taken_back(
    tab: ContactsTab, shell: Shell, settle: Settle
) -> None:
    tab.table.choose_row(0)
    shell.book.action("contact.put-away").trigger()
    settle()
    tab.filters.show_states(("archived",))
    settle()
    listed = tab.model.rowCount()

    shell.book.action("contact.take-back").trigger()
    settle()

    assert (listed, tab.model.rowCount()) == (1, 0)


def test_a_new_contact_is_written_by_keyboard_alone(
    editor: ContactEditor, office: Office, settle: Settle
) -> None:
    fields = fields_of(editor)
    assert editor.focusWidget() is fields.name
    type_in(fields.name, "Kahvila Aamu Oy")
    for _step in range(8):
        press(editor.focusWidget(), Qt.Key.Key_Return)
    type_in(editor.focusWidget(), "Hameenkatu 1")
    press(editor.focusWidget(), Qt.Key.Key_Return)
    press(editor.focusWidget(), Qt.Key.Key_Return)
    type_in(editor.focusWidget(), "33100")
    press(editor.focusWidget(), Qt.Key.Key_Return)
    settle()

    press(editor.focusWidget(), Qt.Key.Key_Return, CTRL)
    settle()

    contact = office.ask(contacts.get, ContactId(editor.record or 0))
    assert contact.name == "Kahvila Aamu Oy"
    assert contact.addresses == (
        Address("Hameenkatu 1", postcode="33100", town="Tampere", country="FI"),
    )


def test_a_wrong_digit_is_told_at_its_field_when_it_is_left(
    editor: ContactEditor, settle: Settle
) -> None:
    fields = fields_of(editor)
    value = fields.identifiers.editor(0, "value")
    value.setFocus()
    type_in(value, "2077474-1")
    before = problem_at(editor, value)

    press(value, Qt.Key.Key_Return)

    assert before == ""
    assert "position 8" in problem_at(editor, value)
    assert value.toolTip() == problem_at(editor, value)


def test_saving_goes_to_the_first_field_that_must_be_mended(
    editor: ContactEditor, settle: Settle
) -> None:
    fields = fields_of(editor)
    iban = fields.accounts.editor(0, "iban")
    type_in(iban, "FI4950009420028731")

    press(iban, Qt.Key.Key_Return, CTRL)
    settle()

    assert editor.record is None
    assert editor.focusWidget() is fields.name
    assert "no name" in problem_at(editor, fields.name)
    assert problem_at(editor, iban)


def test_a_number_that_is_none_is_told_at_its_field(editor: ContactEditor, settle: Settle) -> None:
    fields = fields_of(editor)
    type_in(fields.name, "Aamu")
    type_in(fields.limit, "plenty")

    press(fields.limit, Qt.Key.Key_Return, CTRL)
    settle()

    assert "plenty" in problem_at(editor, fields.limit)
    assert editor.record is None


def test_what_the_office_refuses_is_shown_at_its_field(
    editor: ContactEditor, office: Office, settle: Settle
) -> None:
    added(office, AAMU)
    fields = fields_of(editor)
    type_in(fields.name, "Other")
    type_in(fields.number, "1001")

    press(fields.number, Qt.Key.Key_Return, CTRL)
    settle()

    assert "Kahvila Aamu Oy" in problem_at(editor, fields.number)


def test_who_may_be_the_same_is_told_while_typing_and_opened(
    qtbot: QtBot, editor: ContactEditor, office: Office, shell: Shell
) -> None:
    known = added(office, AAMU)
    wanted: list[object] = []
    shell.wanted.connect(lambda kind, record: wanted.append((kind, record)))

    type_in(fields_of(editor).name, "Kahvilla Aamu")
    qtbot.waitUntil(editor.same.isVisible)
    press(editor.same.button, Qt.Key.Key_Space)

    assert "Kahvila Aamu Oy (1001) has nearly the same name." in editor.same.text.text()
    assert wanted == [("contact", known.id)]


def test_what_was_typed_survives_the_window(
    qtbot: QtBot, shell: Shell, editor: ContactEditor, notes: list[Note], settle: Settle
) -> None:
    type_in(fields_of(editor).name, "Half a na")
    editor.flush()
    settle()
    shell.let_go(editor)

    again = ContactEditor(shell)
    shown(qtbot, shell, again, settle)
    restored = fields_of(again).name.value()
    assert notes[-1].undo is not None
    notes[-1].undo()
    settle()

    assert restored == "Half a na"
    assert fields_of(again).name.value() == ""


def test_a_contact_is_opened_changed_and_saved(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    contact = added(office, AAMU)
    editor = ContactEditor(shell, contact.id)
    shown(qtbot, shell, editor, settle)
    fields = fields_of(editor)
    unchanged = tidied(fields.value()) == form_of(contact)
    fields.limit.setFocus()
    type_in(fields.limit, "1500")

    with qtbot.waitSignal(editor.finished):
        press(fields.limit, Qt.Key.Key_Return, CTRL)

    saved = office.ask(contacts.get, contact.id)
    assert unchanged
    assert (saved.version, saved.terms.credit_limit) == (2, Money(150_000, "EUR"))


def test_every_field_has_a_name_for_screen_readers(editor: ContactEditor) -> None:
    walked = set()
    widget: QWidget | None = fields_of(editor).name
    while widget is not None and widget not in walked:
        walked.add(widget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or widget.property("text"), widget
        widget = widget.nextInFocusChain()


def test_the_form_speaks_finnish(qtbot: QtBot, shell: Shell, settle: Settle) -> None:
    speak("fi", "FI")
    editor = ContactEditor(shell)
    shown(qtbot, shell, editor, settle)

    assert fields_of(editor).name.accessibleName() == "Nimi"


def test_the_card_shows_an_invoice_as_soon_as_it_is_drafted(
    qtbot: QtBot, shell: Shell, tab: ContactsTab, office: Office, settle: Settle
) -> None:
    tab.table.setFocus()
    tab.table.choose_row(0)
    qtbot.waitUntil(lambda: tab.card.name.text() == "Kahvila Aamu Oy")
    customer = tab.table.chosen_id()
    assert customer is not None
    before = tab.card.events.count()

    shell.client.do(repr, invoices.draft, Draft(customer_id=ContactId(customer)))
    settle()

    qtbot.waitUntil(lambda: tab.card.events.count() == before + 1)


def test_two_new_contacts_are_two_drafts_and_the_next_new_one_takes_what_was_left(
    qtbot: QtBot, shell: Shell, office: Office, editor: ContactEditor, settle: Settle
) -> None:
    other = ContactEditor(shell)
    shown(qtbot, shell, other, settle)
    for page, name in ((editor, "Aamu"), (other, "Ilta")):
        type_in(fields_of(page).name, name)
        page.flush()
    settle()
    left = other.entity
    shell.let_go(other)

    third = ContactEditor(shell)
    shown(qtbot, shell, third, settle)

    assert len(office.ask(drafts.all_kept)) == 2
    assert (third.entity, fields_of(third).name.value()) == (left, "Ilta")
    assert fields_of(editor).name.value() == "Aamu"


def test_a_mail_to_the_chosen_contact_is_a_letter_away(
    tab: ContactsTab, shell: Shell, settle: Settle
) -> None:
    asked: list[tuple[str, object]] = []

    def note(kind: str, record: object) -> None:
        asked.append((kind, record))

    shell.wanted.connect(note)
    tab.table.setFocus()
    chosen = tab.table.chosen_id()

    press(tab.table, Qt.Key.Key_M)
    settle()

    assert asked == [("mail-to", chosen)]
    shell.wanted.disconnect(note)
