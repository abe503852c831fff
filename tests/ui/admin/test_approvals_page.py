"""What waits is listed, looked at with what would be different, and decided by the other owner."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.admin.users import Decision, SecondPair
from app.domain.contacts.contact import BankAccount, Contact
from app.domain.contacts.form import form_of
from app.domain.shared.imports import ImportKind, Source
from app.domain.shared.refusals import OfficeError
from app.services import approvals, contacts, imports
from app.services.guarded import GUARDED
from app.services.office import Office
from app.services.second_looks import Waits
from app.ui.admin.approvals_page import ApprovalsPage, password_dialog
from app.ui.contacts.editor import ContactEditor
from app.ui.kit.client import OfficeClient
from app.ui.kit.dialogs import Dialog, Question
from app.ui.kit.lane import Lanes
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.builders import a_contact
from tests.pairs import ask_for, join, seen_by
from tests.ui.keys import press
from tests.windows import Settle

OLD, NEW = BankAccount("FI2112345600000785"), BankAccount("DE89370400440532013000")


@pytest.fixture
def anna(shell: Shell) -> Office:
    """The office as Anna sees it, who swaps the account of a supplier; it waits for Ben."""
    join(shell.client.office.database)
    office = seen_by(shell.client.office, "Anna")
    ask_for(office, SecondPair.BANK_DETAILS, SecondPair.DELETE)
    supplier = replace(form_of(a_contact("Kone Oy", number="777")), accounts=(OLD,))
    kept = office.do(contacts.add, supplier).result
    with pytest.raises(Waits):
        office.do(contacts.change, kept.id, kept.version, replace(supplier, accounts=(NEW,)))
    return office


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a table of customers whose import needs a second person."""
    monkeypatch.setitem(GUARDED, "imports.run", ("delete", "import"))
    found = tmp_path / "customers.csv"
    found.write_bytes(b"Name;City\nVene Oy;Hanko\n")
    return found


def page_of(qtbot: QtBot, shell: Shell, office: Office, lanes: Lanes) -> ApprovalsPage:
    client = OfficeClient(office, lanes, shell)
    page = ApprovalsPage(
        Shell(client, shell.book, shell.settings, shell), Strip((("a", "Approvals"),), "a")
    )
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    return page


@pytest.fixture
def page(qtbot: QtBot, shell: Shell, anna: Office, lanes: Lanes, settle: Settle) -> ApprovalsPage:
    made = page_of(qtbot, shell, seen_by(anna), lanes)
    settle()
    settle()
    return made


def _nothing(_result: object) -> None:
    pass


def kone(office: Office) -> Contact:
    (row,) = office.ask(contacts.find, "Kone")
    return office.ask(contacts.get, row.id)


def test_a_swapped_account_is_shown_beside_the_former(page: ApprovalsPage) -> None:
    assert page.card.title.text() == "Contact: Kone Oy"
    assert page.card.what.text() == "Change of bank details · Change a contact"
    assert "Asked by Anna" in page.card.told.text()
    shown = page.card.shown_changes()
    assert shown == ("Bank account", "Former one", OLD.iban, "New one", NEW.iban)


def test_the_second_approves_and_it_is_done(
    qtbot: QtBot, page: ApprovalsPage, anna: Office, settle: Settle
) -> None:
    page.approve()
    settle()
    dialog = page.findChild(Dialog)
    assert dialog is not None
    dialog.accept()
    settle()
    settle()

    assert kone(anna).accounts == (NEW,)
    assert "Approved · Ben" in page.card.told.text()


def test_the_second_refuses_and_says_why(
    qtbot: QtBot, page: ApprovalsPage, anna: Office, settle: Settle
) -> None:
    page.refuse()
    dialog = page.findChild(Dialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit)
    assert line is not None
    line.setText("They called: it is a fraud")
    dialog.accept()
    settle()
    settle()

    assert kone(anna).accounts == (OLD,)
    assert "They called: it is a fraud" in page.card.told.text()


def test_who_asked_can_only_withdraw(
    qtbot: QtBot, shell: Shell, anna: Office, lanes: Lanes, settle: Settle
) -> None:
    page = page_of(qtbot, shell, anna, lanes)
    settle()
    settle()
    page.approve()
    page.refuse()
    assert page.findChild(Dialog) is None

    page.withdraw()
    settle()
    settle()

    (row,) = anna.ask(approvals.history)
    assert row.approval.decision is Decision.WITHDRAWN
    assert kone(anna).accounts == (OLD,)


def test_enter_opens_what_it_is_about(qtbot: QtBot, page: ApprovalsPage, anna: Office) -> None:
    opened: list[tuple[str, object]] = []
    page._shell.wanted.connect(lambda kind, record: opened.append((kind, record)))

    page.table.setFocus()
    press(page.table, Qt.Key.Key_Return)

    assert opened == [("contact", kone(anna).id)]


def test_what_waits_is_told_to_the_views_of_who_asked(
    shell: Shell, anna: Office, lanes: Lanes, settle: Settle
) -> None:
    client = OfficeClient(anna, lanes, shell)
    told: list[frozenset[str]] = []
    refused: list[OfficeError] = []
    client.changed.connect(told.append)
    client.refused.connect(refused.append)

    client.do(_nothing, contacts.put_away, (kone(anna).id,))
    settle()

    assert told == [frozenset({"approval"})]
    assert [one.code for one in refused] == [Waits.code]


def test_a_company_where_nothing_is_asked_for_says_so(
    qtbot: QtBot, shell: Shell, lanes: Lanes, settle: Settle
) -> None:
    page = page_of(qtbot, shell, shell.client.office, lanes)
    settle()
    settle()

    assert page.card.told.text().startswith("Nothing needs a second person yet.")


def test_a_password_is_asked_for_where_nobody_kept_one(qtbot: QtBot, page: ApprovalsPage) -> None:
    given: list[object] = []
    dialog = password_dialog(page, Question("Approve?", "", "Approve"), partial(given.append))
    line = dialog.findChild(QLineEdit)
    assert line is not None
    assert line.echoMode() is QLineEdit.EchoMode.Password
    line.setText("secret enough")
    dialog.accept()

    assert given == ["secret enough"]


def test_an_import_waits_with_its_file_and_the_second_takes_it_in(
    qtbot: QtBot, shell: Shell, lanes: Lanes, settle: Settle, source: Path
) -> None:
    join(shell.client.office.database)
    anna = seen_by(shell.client.office, "Anna")
    ask_for(anna, SecondPair.DELETE)
    plan = anna.ask(imports.look, ImportKind.CONTACTS, Source(source)).plan
    client, refused = OfficeClient(anna, lanes, shell), list[OfficeError]()
    client.refused.connect(refused.append)
    client.do(_nothing, imports.run, plan)
    settle()
    assert [one.code for one in refused] == [Waits.code]
    source.unlink()

    page = page_of(qtbot, shell, seen_by(anna), lanes)
    qtbot.waitUntil(lambda: "File: customers.csv" in page.card.told.text(), timeout=20_000)
    page.approve()
    settle()
    dialog = page.findChild(Dialog)
    assert dialog is not None
    dialog.accept()
    settle()
    settle()

    assert len(anna.ask(contacts.find, "Vene")) == 1
    assert "Approved · Ben" in page.card.told.text()


def test_a_form_whose_change_waits_closes_and_leaves_no_draft(
    qtbot: QtBot, shell: Shell, anna: Office, lanes: Lanes, settle: Settle
) -> None:
    client = OfficeClient(anna, lanes, shell)
    editor = ContactEditor(Shell(client, shell.book, shell.settings, shell), kone(anna).id)
    qtbot.addWidget(editor)
    settle()
    assert editor.fields is not None
    editor.fields.put(replace(form_of(kone(anna)), accounts=(NEW,)))
    editor.flush()
    settle()

    with qtbot.waitSignal(editor.finished, timeout=20_000):
        editor.save()
    settle()

    assert anna.ask(contacts.opened, kone(anna).id).draft is None
    assert len(anna.ask(approvals.waiting)) == 1
