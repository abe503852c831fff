"""The proof is shown with what it found, and a damaged document is named with its place."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.domain.archive.proof import Damage, Finding
from app.domain.archive.record import Record
from app.domain.shared.ids import RecordId
from app.services import proving
from app.services.office import Office
from app.ui.archive.proof_page import COLUMNS, ProofPage, damage_text
from app.ui.kit.shell import Shell
from app.ui.kit.workspace import Workspace
from tests.ui.archive.conftest import spoil


def test_a_verification_is_begun_and_a_damaged_document_named(
    qtbot: QtBot, filed: dict[str, Record], space: Workspace, shell: Shell, office: Office
) -> None:
    spoil(office, filed["shop.png"])
    shell.open("proof", 0)
    page = space.page
    assert isinstance(page, ProofPage)

    def told() -> list[tuple[str, str]]:
        rows = (page.table.row_of(one) for one in range(1, page.table.rows.rowCount() + 1))
        told = [(COLUMNS[0].text(row), COLUMNS[-1].text(row)) for row in rows if row is not None]
        return [("", result) if "damaged" in result else (what, result) for what, result in told]

    qtbot.waitUntil(lambda: shell.book.action("proof.begin").isEnabled())
    shell.book.action("proof.begin").trigger()

    found = [
        ("", "1 document is damaged"),
        ("shop.png", "Its bytes are not those that were filed."),
    ]
    qtbot.waitUntil(lambda: told()[:2] == found)
    qtbot.waitUntil(lambda: office.ask(proving.proofs)[0].is_ended)
    with qtbot.waitSignal(shell.wanted) as wanted:
        page.table.opened.emit(2)
    assert wanted.args == ["document", filed["shop.png"].id]


def test_where_a_document_is_broken_is_said() -> None:
    broken = Finding(RecordId(1), None, "a", "A", Damage.UNREADABLE, 2, 3)
    gone = Finding(RecordId(1), None, "a", "A", Damage.MISSING)

    assert damage_text(broken) == "Its part 2 of 3 is broken on the disk."
    assert damage_text(gone) == "Its bytes are not in the archive any more."
