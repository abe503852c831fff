"""Two people write one record: in every editor both versions are shown, and nothing is lost."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.services import welcome
from app.services.office import Office
from app.services.permissions import Actor
from app.ui.correspondence.signatories_pane import SignatoriesPane
from app.ui.correspondence.types_pane import TypesPane as LetterTypesPane
from app.ui.employees.departments_page import DepartmentsPage
from app.ui.employees.leave_blocks_page import LeaveBlocksPage
from app.ui.employees.leave_types_page import LeaveTypesPage
from app.ui.employees.templates_page import TemplatesPage as ChecklistsPage
from app.ui.kit.form_page import FormPage
from app.ui.kit.lane import Lanes
from app.ui.kit.listed_form import ListedForm
from app.ui.kit.sections import Strip
from app.ui.kit.shell import Shell
from app.ui.modules import MODULES
from app.ui.stock.places_page import PlacesPage
from tests.databases import SAMPLE_DAY, Samples
from tests.ui.two_desks import choose_mine, desk_of, form_of, shown_dialog, words_of, write

Settle = Callable[[], None]

EDITORS = {
    "contact": "SELECT id FROM contact",
    "product": "SELECT id FROM product",
    "account-form": "SELECT id FROM account WHERE number = '1700'",
    "employee-form": "SELECT id FROM employee",
    "employee-private": "SELECT id FROM employee",
    "expense-claim-form": "SELECT id FROM expense_claim WHERE state = 'draft'",
    "billable": "SELECT id FROM billable",
    "invoice-layout": "SELECT id FROM invoice_layout",
    "document": "SELECT id FROM document WHERE state = 'filed'",
    "draft-bill": "SELECT id FROM draft_bill",
    "template": "SELECT id FROM letter_template",
    "snippet": "SELECT id FROM snippet",
    "mailing-list": "SELECT id FROM mailing_list",
    "mail": "SELECT id FROM mail WHERE state = 'draft'",
    "letter-out": "SELECT id FROM letter_out WHERE state = 'draft'",
    "letter-in": "SELECT id FROM letter_in WHERE state = 'registered'",
}
"""Every kind of record that a page of a form writes, and one of it in the sample company."""

FIELDS = {
    "account-form": "names.sv",
    "employee-private": "address.extra",
    "draft-bill": "order",
}
"""The field that is written, where the first one of words takes more than words."""

LISTED: dict[str, Callable[[Shell, Strip], ListedForm[Any]]] = {
    "departments": DepartmentsPage,
    "checklists": ChecklistsPage,
    "leave types": LeaveTypesPage,
    "blocks": LeaveBlocksPage,
    "places": PlacesPage,
    "letter types": LetterTypesPane,
    "signatories": SignatoriesPane,
}
LAST = frozenset({"places"})
"""Every list with a form of which the sample company has something; the field that is written."""

RECORDS = {kind: make for module in MODULES for kind, make in module.records.items()}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, samples: Samples) -> Path:
    path = tmp_path_factory.mktemp("conflicts") / "Sample.backdesk"
    shutil.copytree(samples("FI"), path)
    return path


@pytest.fixture
def office(sample: Path, offices: list[Office]) -> Office:
    offices.append(welcome.open_office(sample, SAMPLE_DAY, Actor("Anna")))
    return offices[-1]


def record_of(office: Office, kind: str) -> int:
    with office.database.read() as unit:
        found = unit.connection.execute(text(f"{EDITORS[kind]} ORDER BY id")).scalar()
    assert isinstance(found, int), f"the sample has no {kind}"
    return found


def open_page(qtbot: QtBot, shell: Shell, kind: str, record: int) -> FormPage:
    page = RECORDS[kind](shell, record)
    assert isinstance(page, FormPage)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: form_of(page) is not None)
    return page


@pytest.mark.parametrize("kind", EDITORS)
def test_every_editor_shows_both_versions_and_keeps_what_was_chosen(
    qtbot: QtBot, lanes: Lanes, office: Office, settle: Settle, kind: str
) -> None:
    record = record_of(office, kind)
    anna, bert = desk_of(office, lanes, "Anna"), desk_of(office, lanes, "Bert")
    mine, theirs = (open_page(qtbot, shell, kind, record) for shell in (anna, bert))
    settle()
    for page, words in ((theirs, "theirs1"), (mine, "mine1")):
        write(field_of(page), words)
        save(page)
        settle()

    dialog = shown_dialog(qtbot, mine)
    told = {row.mine: row.theirs for row in dialog.rows}
    title = dialog.windowTitle()
    choose_mine(dialog)
    settle()

    assert told["mine1"] == "theirs1"
    assert "Bert" in title
    again = open_page(qtbot, desk_of(office, lanes, "Carl"), kind, record)
    settle()
    assert field_of(again).text() == "mine1"


@pytest.mark.parametrize("kind", LISTED)
def test_every_list_with_a_form_shows_both_versions_and_keeps_what_was_chosen(
    qtbot: QtBot, lanes: Lanes, office: Office, settle: Settle, kind: str
) -> None:
    desks = [desk_of(office, lanes, name) for name in ("Anna", "Bert")]
    mine, theirs = (open_list(qtbot, shell, kind) for shell in desks)
    settle()
    for page, words in ((theirs, "theirs2"), (mine, "mine2")):
        form = form_of(page)
        assert form is not None
        write(words_of(form)[-1 if kind in LAST else 0], words)
        page.save()
        settle()

    dialog = shown_dialog(qtbot, mine)
    told = {row.mine: row.theirs for row in dialog.rows}
    title = dialog.windowTitle()
    choose_mine(dialog)
    settle()

    assert told["mine2"] == "theirs2"
    assert "Bert" in title
    form = form_of(mine)
    assert form is not None and not form.is_dirty
    assert words_of(form)[-1 if kind in LAST else 0].text() == "mine2"


def open_list(qtbot: QtBot, shell: Shell, kind: str) -> ListedForm[Any]:
    page = LISTED[kind](shell, Strip((("one", "One"),), "one"))
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: page.chosen is not None)
    return page


def field_of(page: FormPage) -> QLineEdit:
    """Return the field that is written."""
    form = form_of(page)
    assert form is not None
    found: Any = form.cell(FIELDS[page.kind]).editor if page.kind in FIELDS else words_of(form)[0]
    assert isinstance(found, QLineEdit)
    return found


def save(page: FormPage) -> None:
    """Save as the page does; what is finished by saving is kept as a draft."""
    keep: Any = getattr(page, "keep_draft", page.save)
    keep()
