"""The company's data is changed by keyboard, with problems at their fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.services import admin
from app.ui.admin.company import CompanyForm
from app.ui.kit.fields import TextEdit
from app.ui.kit.shell import Shell


@pytest.fixture
def form(qtbot: QtBot, shell: Shell, settle: Callable[[], None]) -> CompanyForm:
    form = CompanyForm(shell)
    qtbot.addWidget(form)
    form.show()
    settle()
    return form


def write(form: CompanyForm, path: str, text: str) -> None:
    editor = form.cell(path).editor
    assert isinstance(editor, TextEdit)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)


def test_what_is_written_is_kept_by_ctrl_enter(
    form: CompanyForm, shell: Shell, settle: Callable[[], None]
) -> None:
    write(form, "address.street", "Katu 12")
    write(form, "identifiers.fi.vat", "FI12345671")

    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    company = shell.client.office.ask(admin.company)
    assert company.address.street == "Katu 12"
    assert company.identifier("fi.vat") == "FI12345671"
    assert not form.is_dirty


def test_a_wrong_number_is_told_at_its_field_and_nothing_is_kept(
    form: CompanyForm, shell: Shell, settle: Callable[[], None]
) -> None:
    write(form, "identifiers.fi.vat", "FI12345670")

    form.save()
    settle()

    note = form.cell("identifiers.fi.vat").note.text()
    assert "1" in note and note.startswith("✕")
    assert shell.client.office.ask(admin.company).version == 1


def test_what_the_papers_will_miss_is_a_warning(
    form: CompanyForm, settle: Callable[[], None]
) -> None:
    settle()

    assert form.cell("accounts.0.iban").note.text().startswith("!")


def test_the_account_is_shown_in_fours_and_kept_compact(
    form: CompanyForm, shell: Shell, settle: Callable[[], None]
) -> None:
    write(form, "accounts.0.iban", "FI49 5000 9420 0287 30")

    form.save()
    settle()

    assert shell.client.office.ask(admin.company).accounts[0].iban == "FI4950009420028730"
    editor = form.cell("accounts.0.iban").editor
    assert isinstance(editor, TextEdit)
    assert editor.text() == "FI49 5000 9420 0287 30"


def test_days_that_cannot_be_read_change_nothing(
    form: CompanyForm, shell: Shell, settle: Callable[[], None]
) -> None:
    editor = form.cell("terms_days").editor
    editor.setFocus()
    QTest.keyClicks(editor, "soon")

    form.save()
    settle()

    assert shell.client.office.ask(admin.company).terms_days == 14
