"""The postage book in the window."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from app.domain.correspondence.letter import Channel
from app.domain.shared.money import Money
from app.services import dispatching, letters_out
from app.services.office import Office
from app.ui.correspondence.postage import PostageSection, months
from app.ui.correspondence.tab import LettersTab
from app.ui.kit.shell import Shell
from tests.ui.correspondence.hands import Settle, do, ours, shown


def test_a_month_is_listed_with_its_sums(
    qtbot: QtBot, shell: Shell, office: Office, settle: Settle
) -> None:
    letter = office.do(letters_out.issue, ours(office).id).result
    told = (letter.id, Channel.REGISTERED, "", "RR1", Money(1290, "EUR"))
    office.do(dispatching.send, *told)
    tab = LettersTab(shell)
    shown(qtbot, shell, tab, settle)

    do(shell, "letters.postage", settle)

    page = tab.page("postage")
    assert isinstance(page, PostageSection)
    assert page.table.rows.rowCount() == 1
    assert "12.90" in page.hint.text() or "12,90" in page.hint.text()


def test_months_go_back_three_years() -> None:
    found = months(date(2026, 3, 31))

    assert (found[0], found[1], found[-1]) == (
        date(2026, 3, 1),
        date(2026, 2, 1),
        date(2023, 4, 1),
    )
