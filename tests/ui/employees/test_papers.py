"""Papers of a person: the contract from a template, the file as PDF, and the photo."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from app.domain.employees.contract import Contract
from app.domain.employees.employee import Employee
from app.domain.shared.ids import EmployeeId
from app.services import contracts, employees
from app.services.office import Office
from app.ui.employees.contract_paper import ContractPaperPage
from app.ui.employees.file_paper import file_paper, whole_paper
from app.ui.employees.page import EmployeePage
from app.ui.kit.paper_page import PaperPage
from app.ui.kit.shell import Shell
from tests.builders import TODAY

Show = Callable[[Any], Any]


@pytest.fixture
def draft(office: Office, maija: Employee) -> Contract:
    """The next version of Maija's contract, from today."""
    (signed,) = office.ask(contracts.of, maija.id)
    return office.do(contracts.next_version, signed.id, TODAY).result


def looks(office: Office, person: EmployeeId) -> list[str]:
    return [one.command for one in office.ask(employees.access_log, person)]


def test_a_contract_is_shown_from_the_usual_template_and_filed(
    qtbot: QtBot, shell: Shell, office: Office, draft: Contract, show: Show
) -> None:
    opened: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    page: ContractPaperPage = show(ContractPaperPage(shell, draft.id))
    qtbot.waitUntil(lambda: "no template" in page.told.text())
    assert not shell.book.action("contract.file-paper").isEnabled()

    shell.book.action("contract.take-template").trigger()
    qtbot.waitUntil(lambda: page.page.pdf.startswith(b"%PDF"))
    assert page.template.currentText() == "Työsopimus"
    assert page.spoken.count() == 5
    shell.book.action("contract.file-paper").trigger()

    qtbot.waitUntil(lambda: bool(opened))
    filed = office.ask(contracts.get, draft.id).document_id
    assert opened == [("document", filed)]
    assert set(looks(office, draft.employee_id)) == {
        "contract_papers.show",
        "contract_papers.write",
    }


def test_the_paper_of_a_contract_opens_from_its_row(
    qtbot: QtBot, shell: Shell, maija: Employee, draft: Contract, show: Show
) -> None:
    page: EmployeePage = show(EmployeePage(shell, maija.id))
    opened: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: opened.append((kind, record)))
    page.turn("contracts")
    qtbot.waitUntil(lambda: page.contracts.table.chosen_id() == draft.id)

    shell.book.action("contract.paper").trigger()

    assert opened == [("contract-paper", draft.id)]
    assert not shell.book.action("contract.open-paper").isEnabled()


def test_the_file_of_a_person_shows_as_it_prints(
    qtbot: QtBot, shell: Shell, office: Office, maija: Employee, show: Show
) -> None:
    page: PaperPage = show(file_paper(shell, maija.id))
    qtbot.waitUntil(lambda: page.page.pdf.startswith(b"%PDF"))
    assert looks(office, maija.id) == []

    whole: PaperPage = show(whole_paper(shell, maija.id))

    qtbot.waitUntil(lambda: whole.page.pdf.startswith(b"%PDF"))
    assert looks(office, maija.id) == ["employee_papers.show_whole"]


def test_a_photo_is_chosen_shown_and_taken_away(
    qtbot: QtBot, shell: Shell, maija: Employee, show: Show, tmp_path: Path
) -> None:
    page: EmployeePage = show(EmployeePage(shell, maija.id))
    photo = page.overview.photo
    assert photo.isHidden()
    Image.new("RGB", (60, 80), "teal").save(tmp_path / "maija.png")

    photo.take(tmp_path / "maija.png")
    qtbot.waitUntil(lambda: not photo.pixmap().isNull())
    assert not photo.isHidden()
    shell.book.action("employee.no-photo").trigger()
    qtbot.waitUntil(photo.isHidden)
