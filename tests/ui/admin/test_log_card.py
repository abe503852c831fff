"""The card tells one entry: what is private is said to be, and what is gone is cleared."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from app.domain.admin.log import Change, FieldChange, LogEntry, RecordChange
from app.ui.admin.log_card import LogCard
from app.ui.kit.shell import Shell
from tests.windows import Settle

AT = datetime(2026, 3, 10, tzinfo=UTC)


@pytest.fixture
def card(qtbot: QtBot, shell: Shell) -> LogCard:
    made = LogCard(shell)
    qtbot.addWidget(made)
    return made


def shown(card: LogCard, entry: LogEntry) -> tuple[str, ...]:
    card._wanted = entry.id
    card.show_entry(entry)
    return card.texts()


def test_what_is_private_is_said_to_be(card: LogCard) -> None:
    private = RecordChange("contract:1", "", Change.ADDED, is_private=True)
    entry = LogEntry(1, AT, "Anna", "contracts.draft", "", "abcd1234", changes=(private,))

    assert shown(card, entry) == (
        "Contract of employment (added)",
        "What was written is private.",
    )


def test_a_closed_entry_without_records_is_private_too(card: LogCard) -> None:
    entry = LogEntry(1, AT, "Anna", "payslips.show", "", "abcd1234", is_private=True)

    assert shown(card, entry) == ("What was written is private.",)


def test_what_is_not_told_is_counted(card: LogCard) -> None:
    field = FieldChange(("name",), None, "A" * 500)
    change = RecordChange("contact:1", "Aamu", Change.ADDED, (field,), more=3)
    entry = LogEntry(
        1, AT, "Anna", "contacts.add", "", "abcd1234", "moved", changes=(change,), more=2
    )

    texts = shown(card, entry)

    assert "3 more fields" in texts
    assert "2 more records" in texts
    assert card.reason.text() == "Reason: moved"


def test_an_entry_that_nobody_waits_for_is_not_shown(card: LogCard) -> None:
    card._wanted = 2
    card.show_entry(LogEntry(1, AT, "Anna", "contacts.add", "", "abcd1234"))

    assert card.entry is None


def test_an_entry_that_is_not_there_clears_the_card(card: LogCard, settle: Settle) -> None:
    shown(card, LogEntry(1, AT, "Anna", "contacts.add", "", "abcd1234"))

    card.ask(10**6)
    settle()

    assert card.entry is None
    assert card.what.text() == ""
