"""Two people write one paper: fields and lines of both are kept, and what clashes is chosen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.domain.invoices.invoice import Invoice
from app.domain.shared.ids import InvoiceId
from app.services import invoices, welcome
from app.services.office import Office
from app.services.permissions import Actor
from app.ui.invoices.editor import DraftEditor
from app.ui.invoices.orders.amending import AmendPage
from app.ui.invoices.rows import Field
from app.ui.invoices.writing import WritingPage
from app.ui.kit.lane import Lanes
from app.ui.kit.merge_dialog import MergeDialog
from app.ui.kit.shell import Shell
from app.ui.modules import MODULES
from tests.databases import SAMPLE_DAY, Samples
from tests.ui.two_desks import choose_mine, desk_of, hear, shown_dialog

Settle = Callable[[], None]

PAPERS = {
    "invoice": "SELECT id FROM invoice WHERE state = 'draft' AND kind = 'invoice'",
    "quote": "SELECT id FROM quote WHERE state = 'draft'",
    "order": "SELECT id FROM sales_order WHERE state = 'draft'",
    "plan": "SELECT id FROM recurring_plan WHERE makes IN ('draft', 'issue') AND state = 'running'",
    "standing": "SELECT id FROM recurring_plan WHERE state = 'running'",
}
"""Every paper that is written line by line, and one of it in the sample company."""

RECORDS = {kind: make for module in MODULES for kind, make in module.records.items()}


@pytest.fixture
def office(tmp_path: Path, samples: Samples, offices: list[Office]) -> Office:
    sample = tmp_path / "Sample.backdesk"
    shutil.copytree(samples("FI"), sample)
    offices.append(welcome.open_office(sample, SAMPLE_DAY, Actor("Anna")))
    return offices[-1]


def record_of(office: Office, kind: str) -> int:
    with office.database.read() as unit:
        found = unit.connection.execute(text(f"{PAPERS[kind]} ORDER BY id")).scalar()
    assert isinstance(found, int), f"the sample has no {kind}"
    return found


def open_page(qtbot: QtBot, shell: Shell, kind: str, record: int) -> WritingPage:
    page = RECORDS[kind](shell, record)
    assert isinstance(page, WritingPage)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    qtbot.waitUntil(lambda: page.editor is not None)
    return page


def editor_of(page: WritingPage) -> DraftEditor:
    assert page.editor is not None
    return page.editor


def kept(office: Office, record: object) -> Invoice:
    assert isinstance(record, int)
    return office.ask(invoices.get, InvoiceId(record))


def note(page: WritingPage, words: str) -> None:
    tail = editor_of(page).tail
    tail.note.put(words)
    tail.note.edited.emit()


def keep(page: WritingPage) -> None:
    """Save as the page does: a draft when it is left, a plan when it is said."""
    if page.saves_by_itself:
        page.flush()
    else:
        page.finish()


@pytest.mark.parametrize("kind", PAPERS)
def test_every_paper_shows_both_versions_and_keeps_the_lines_of_both(
    qtbot: QtBot, lanes: Lanes, office: Office, settle: Settle, kind: str
) -> None:
    record = record_of(office, kind)
    anna, bert = desk_of(office, lanes, "Anna"), desk_of(office, lanes, "Bert")
    mine, theirs = (open_page(qtbot, shell, kind, record) for shell in (anna, bert))
    settle()
    editor_of(theirs).model.write(0, Field.QUANTITY, "41")
    editor_of(mine).model.write(0, Field.DESCRIPTION, "As Anna has it")
    for page, words in ((theirs, "theirs1"), (mine, "mine1")):
        note(page, words)
        keep(page)
        settle()

    dialog = shown_dialog(qtbot, mine)
    told = {row.label: (row.theirs, row.mine) for row in dialog.rows}
    title = dialog.windowTitle()
    choose_mine(dialog)
    settle()

    assert ("theirs1", "mine1") in told.values()
    assert told["Line 1: Quantity"][0] == "41"
    assert told["Line 1: Description"][1] == "As Anna has it"
    assert "Bert" in title
    again = editor_of(open_page(qtbot, desk_of(office, lanes, "Carl"), kind, record))
    settle()
    first = again.model.rows[0].texts
    assert (first[Field.DESCRIPTION], first[Field.QUANTITY]) == ("As Anna has it", "41")
    assert again.tail.note.value() == "mine1"


@pytest.fixture
def two(
    qtbot: QtBot, lanes: Lanes, office: Office, settle: Settle
) -> tuple[WritingPage, WritingPage]:
    """One draft at two desks: Anna's and Bert's, who has changed its note and kept it."""
    record = record_of(office, "invoice")
    shells = (desk_of(office, lanes, name) for name in ("Anna", "Bert"))
    mine, theirs = (open_page(qtbot, shell, "invoice", record) for shell in shells)
    settle()
    note(theirs, "theirs1")
    keep(theirs)
    settle()
    return mine, theirs


def clash(qtbot: QtBot, mine: WritingPage, settle: Settle) -> MergeDialog:
    note(mine, "mine1")
    keep(mine)
    settle()
    return shown_dialog(qtbot, mine)


def test_who_goes_on_editing_writes_over_nobody(
    qtbot: QtBot, two: tuple[WritingPage, WritingPage], office: Office, settle: Settle
) -> None:
    mine, _theirs = two
    dialog = clash(qtbot, mine, settle)

    dialog.reject()
    assert mine.standoff.line.isVisible()
    note(mine, "mine2")
    mine.flush()
    settle()

    assert kept(office, mine.record_id).note == "theirs1"
    mine.finish()
    settle()
    again = shown_dialog(qtbot, mine)
    assert ("theirs1", "mine2") in {(row.theirs, row.mine) for row in again.rows}
    choose_mine(again)
    settle()
    assert kept(office, mine.record_id).note == "mine2"


def test_theirs_is_taken_as_it_is(
    qtbot: QtBot, two: tuple[WritingPage, WritingPage], office: Office, settle: Settle
) -> None:
    mine, _theirs = two
    before = kept(office, mine.record_id)

    clash(qtbot, mine, settle).take_button.click()
    settle()
    mine.flush()
    settle()

    assert editor_of(mine).tail.note.value() == "theirs1"
    assert kept(office, mine.record_id) == before


def test_both_are_kept_as_drafts_of_their_own(
    qtbot: QtBot, two: tuple[WritingPage, WritingPage], office: Office, settle: Settle
) -> None:
    mine, _theirs = two
    opened: list[object] = []
    mine.shell.wanted.connect(lambda _kind, record: opened.append(record))

    clash(qtbot, mine, settle).both_button.click()
    settle()

    (other,) = opened
    notes = {kept(office, one).note for one in (mine.record_id, other)}
    assert notes == {"theirs1", "mine1"}


def test_a_colleague_is_told_of_before_anything_is_saved(
    qtbot: QtBot, lanes: Lanes, office: Office, settle: Settle
) -> None:
    record = record_of(office, "invoice")
    anna, bert = desk_of(office, lanes, "Anna"), desk_of(office, lanes, "Bert")
    mine, theirs = (open_page(qtbot, shell, "invoice", record) for shell in (anna, bert))
    hear(anna, bert)
    settle()
    note(mine, "mine1")
    keep(mine)
    settle()
    assert mine.standoff.line.isHidden()

    theirs.standoff.look()
    settle()
    note(theirs, "theirs2")
    keep(theirs)
    settle()

    qtbot.waitUntil(mine.standoff.line.isVisible)
    assert not theirs.standoff.line.isVisible()


def test_an_order_on_its_way_is_amended_over_what_a_colleague_amended(
    qtbot: QtBot, lanes: Lanes, office: Office, settle: Settle
) -> None:
    with office.database.read() as unit:
        found = "SELECT id FROM sales_order WHERE state = 'confirmed' ORDER BY id"
        record = unit.connection.execute(text(found)).scalar()
    anna, bert = desk_of(office, lanes, "Anna"), desk_of(office, lanes, "Bert")
    mine, theirs = (open_page(qtbot, shell, "order-amend", record or 0) for shell in (anna, bert))
    settle()
    for page, words in ((theirs, "theirs1"), (mine, "mine1")):
        assert isinstance(page, AmendPage)
        note(page, words)
        page._amend(("Rung up",))
        settle()

    dialog = shown_dialog(qtbot, mine)
    assert ("theirs1", "mine1") in {(row.theirs, row.mine) for row in dialog.rows}
