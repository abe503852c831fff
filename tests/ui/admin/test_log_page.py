"""The log is listed, narrowed, told from old to new, verified, and led from."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.contacts.form import ContactForm
from app.domain.shared.refusals import OfficeError
from app.services import contacts
from app.services.office import Office
from app.services.permissions import Permission, Role
from app.ui.admin import log_page
from app.ui.admin.log_page import REFUSED, LogPage
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from tests.databases import tamper
from tests.employing import as_role
from tests.windows import Settle


@pytest.fixture
def told(office: Office) -> int:
    """Add a contact as Aino, rename it as Boon, be refused once; return the contact."""
    added = office.do(contacts.add, ContactForm("Kahvila Aamu Oy")).result
    boon = as_role(office, Role("all", frozenset(Permission)), "Boon", office.clock.today())
    boon.do(contacts.change, added.id, added.version, ContactForm("Kahvila Ilta Oy"))
    with pytest.raises(OfficeError):
        office.do(contacts.add, ContactForm(""))
    return int(added.id)


@pytest.fixture
def page(told: int, shell: Shell, qtbot: QtBot, settle: Settle) -> LogPage:
    made = LogPage(shell, Strip((("log", "Log"),), "log"))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    shell.book.enter((made,))
    settle()
    return made


def commands(page: LogPage) -> list[str]:
    rows = [page.model.row_at(line) for line in range(page.model.rowCount())]
    return [row.command for row in rows if row is not None]


def test_the_newest_entry_is_first_and_told_beside_the_list(
    page: LogPage, qtbot: QtBot, settle: Settle
) -> None:
    page.table.choose_row(1)
    qtbot.waitUntil(lambda: page.seen is not None and page.seen.who == "Boon")

    assert commands(page)[:3] == ["contacts.add", "contacts.change", "contacts.add"]
    assert page.card.what.text() == "Change a contact"
    assert "Kahvila Aamu Oy → Kahvila Ilta Oy" in page.card.texts()
    assert "Boon" in page.card.by.text()
    assert page.card.foot.text().startswith("Entry ")


def test_the_log_is_narrowed_to_refused_entries_to_a_person_and_an_area(
    page: LogPage, settle: Settle
) -> None:
    page.filters.show_states((REFUSED,))
    settle()
    refused = commands(page)
    page.filters.clear()
    page.bar.person.put("Boon")
    page.bar.person.edited.emit()
    settle()
    of_boon = commands(page)
    page.bar.area.put("invoices")
    page.bar.area.edited.emit()
    settle()

    assert refused == ["contacts.add"]
    assert of_boon == ["contacts.change"]
    assert commands(page) == []
    assert page._stack.currentWidget() is page._no_hits

    page._no_hits.findChildren(QPushButton)[0].click()
    settle()
    assert len(commands(page)) >= 3


def test_a_day_narrows_the_log(page: LogPage, shell: Shell, settle: Settle) -> None:
    today = shell.today()
    page.bar.until.put(today.replace(day=1))
    page.bar.until.editingFinished.emit()
    settle()

    assert commands(page) == []

    page.show_all()
    settle()
    assert len(commands(page)) >= 3


def test_a_refused_entry_says_why(page: LogPage, qtbot: QtBot) -> None:
    page.table.choose_row(0)
    qtbot.waitUntil(lambda: page.seen is not None and bool(page.seen.refused))

    assert page.card.refused.text().startswith("Refused: ")
    assert "No record was changed." in page.card.texts()


def test_the_history_of_a_record_is_shown_and_left_again(
    page: LogPage, told: int, qtbot: QtBot, shell: Shell, settle: Settle
) -> None:
    page.table.choose_row(1)
    qtbot.waitUntil(lambda: page.seen is not None and page.seen.who == "Boon")
    shell.book.action("log.record").trigger()
    settle()

    assert commands(page) == ["contacts.change", "contacts.add"]
    assert page.bar.wanted.record == f"contact:{told}"
    assert "Kahvila Ilta Oy" in page.bar.record.text()

    page.bar.record.click()
    settle()
    assert len(commands(page)) > 2


def test_enter_opens_the_record(page: LogPage, told: int, qtbot: QtBot, shell: Shell) -> None:
    page.table.choose_row(1)
    qtbot.waitUntil(lambda: page.seen is not None and page.seen.who == "Boon")

    with qtbot.waitSignal(shell.wanted) as asked:
        page.opened.emit(page.table.chosen_id())
    assert asked.args == ["contact", told]


def test_a_new_entry_appears_when_somebody_else_writes(
    page: LogPage, shell: Shell, settle: Settle
) -> None:
    before = len(commands(page))

    shell.client.do(str, contacts.add, ContactForm("Siam Light"))
    settle()

    assert page.model.rowCount() == before + 1


def test_a_whole_chain_is_told_so(page: LogPage, shell: Shell, settle: Settle) -> None:
    shell.book.action("company.verify").trigger()
    settle()

    assert "unbroken" in page.told.text.text()
    assert not page.told.button.isVisible()


def test_a_broken_chain_leads_to_its_first_bad_entry(
    page: LogPage, office: Office, qtbot: QtBot, settle: Settle
) -> None:
    with office.database.write() as unit:
        tamper(unit.connection, "UPDATE audit SET who = 'Eve' WHERE seq = 2")
    page.filters.show_states((REFUSED,))
    page.verify()
    settle()

    assert "Entry 2 was altered" in page.told.text.text()
    page.told.button.click()
    qtbot.waitUntil(lambda: page.table.chosen_id() == 2)
    assert page.filters.states == ()


def test_what_is_shown_is_printed_and_written_out(
    page: LogPage,
    qtbot: QtBot,
    shell: Shell,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(log_page, "print_pdf", lambda *told: printed.append(told[2]))
    target = tmp_path / "log.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    shell.book.action("log.print").trigger()
    shell.book.action("log.export").trigger()
    qtbot.waitUntil(lambda: bool(printed) and target.exists())

    assert printed[0].startswith(b"%PDF")


def test_an_entry_whose_record_has_no_page_opens_nothing(
    page: LogPage, shell: Shell, qtbot: QtBot
) -> None:
    page.table.choose_row(0)
    qtbot.waitUntil(lambda: page.seen is not None and bool(page.seen.refused))

    assert not shell.book.action("log.open").isEnabled()
    assert not shell.book.action("log.record").isEnabled()
