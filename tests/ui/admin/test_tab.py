"""The company tab shows what is counted and proves the audit trail."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from app.ui.admin.tab import CompanyTab
from app.ui.kit.shell import Shell


def test_the_number_series_are_counted(
    qtbot: QtBot, shell: Shell, settle: Callable[[], None]
) -> None:
    tab = CompanyTab(shell)
    qtbot.addWidget(tab)

    settle()

    assert "Invoices 2026: 0 taken" in tab.series.text()


def test_the_audit_trail_is_proven_when_asked(
    qtbot: QtBot, shell: Shell, settle: Callable[[], None]
) -> None:
    tab = CompanyTab(shell)
    qtbot.addWidget(tab)

    tab.verify()
    settle()

    assert tab.proof.text() == "1 entry, unbroken."


def test_a_broken_trail_names_the_place(
    qtbot: QtBot, shell: Shell, settle: Callable[[], None]
) -> None:
    with shell.client.office.database.write() as unit:
        for (name,) in unit.connection.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit'"
        ).all():
            unit.connection.exec_driver_sql(f"DROP TRIGGER {name}")
        unit.connection.exec_driver_sql("UPDATE audit SET who = 'Eve'")
    tab = CompanyTab(shell)
    qtbot.addWidget(tab)

    tab.verify()
    settle()

    assert tab.proof.text().startswith("Entry 1 was altered")
    assert tab.proof.property("role") == "bad"
