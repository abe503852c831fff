"""What is missing is listed with the next step, and Enter leads there."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.domain.archive.record import Record
from app.services.office import Office
from app.ui.archive.missing_page import COLUMNS, MissingPage
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from app.ui.modules import MODULES


def test_an_invoice_without_paper_is_named_and_opened(
    qtbot: QtBot, filed: dict[str, Record], space: Workspace, shell: Shell, office: Office
) -> None:
    with office.database.write() as unit:
        unit.connection.execute(text("DELETE FROM document_link"))
    wanted: list[tuple[str, object]] = []
    shell.wanted.connect(lambda kind, record: wanted.append((kind, record)))
    shell.open("missing", 0)
    page = space.page
    assert isinstance(page, MissingPage)

    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 4)

    assert "Invoices without paper: 2" in page.hint.text()
    lines = [page.table.row_of(one) for one in range(1, 5)]
    last = lines[-1]
    assert last is not None
    assert COLUMNS[0].text(last) == "Invoice without paper"
    page._open(last.id)
    assert wanted[-1] == ("invoice", last.missing.id)


def test_nothing_missing_is_said(qtbot: QtBot, space: Workspace, shell: Shell) -> None:
    shell.open("missing", 0)
    page = space.page
    assert isinstance(page, MissingPage)

    qtbot.waitUntil(lambda: page.hint.text() == "Nothing is missing.")


def test_every_sort_leads_to_a_page_of_its_own() -> None:
    kinds = {kind for module in MODULES for kind in module.records}

    assert {"entry", "contact", "invoice"} <= kinds
