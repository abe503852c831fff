"""The dialog says what needs a second person, and keeps it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.admin.approvals import PairRule
from app.domain.admin.users import SecondPair
from app.domain.shared.money import Money
from app.domain.shared.refusals import OfficeError
from app.services import second_pairs
from app.services.second_pairs import NoSecond
from app.ui.admin.second_pairs_dialog import SecondPairsDialog
from app.ui.kit.client import OfficeClient
from app.ui.kit.lane import Lanes
from app.ui.kit.shell import Shell
from tests.pairs import join, seen_by
from tests.windows import Settle


@pytest.fixture
def anna(qtbot: QtBot, shell: Shell, lanes: Lanes) -> Shell:
    """The shell of Anna, an owner beside Ben."""
    join(shell.client.office.database)
    office = seen_by(shell.client.office, "Anna")
    return Shell(OfficeClient(office, lanes, shell), shell.book, shell.settings, shell)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_what_is_ticked_is_asked_for(parent: QWidget, anna: Shell, settle: Settle) -> None:
    dialog = SecondPairsDialog(anna, parent, ())
    dialog.open()
    settle()
    for what in (SecondPair.BANK_DETAILS, SecondPair.AMOUNT):
        dialog.asked[what].put(True)  # noqa: FBT003  a value
    dialog.least.put(Decimal(500))

    dialog.send()
    settle()

    rules = anna.client.office.ask(second_pairs.rules)
    least = Money(500_00, "EUR")
    assert rules == (PairRule(SecondPair.BANK_DETAILS), PairRule(SecondPair.AMOUNT, least))


def test_it_begins_with_what_is_asked_for(parent: QWidget, anna: Shell, settle: Settle) -> None:
    rules = (PairRule(SecondPair.DELETE), PairRule(SecondPair.AMOUNT, Money(100_00, "EUR")))
    dialog = SecondPairsDialog(anna, parent, rules)
    dialog.open()
    settle()

    assert dialog.wanted() == rules


def test_an_amount_below_nothing_is_told_at_its_field(
    parent: QWidget, anna: Shell, settle: Settle
) -> None:
    dialog = SecondPairsDialog(anna, parent, ())
    dialog.open()
    settle()
    dialog.asked[SecondPair.AMOUNT].put(True)  # noqa: FBT003  a value
    dialog.least.put(Decimal(-1))

    dialog.send()
    settle()

    assert dialog.isVisible()
    assert anna.client.office.ask(second_pairs.rules) == ()


def test_an_owner_alone_is_told_why_not(parent: QWidget, shell: Shell, settle: Settle) -> None:
    told: list[OfficeError] = []
    shell.refused.connect(told.append)
    dialog = SecondPairsDialog(shell, parent, ())
    dialog.open()
    settle()
    dialog.asked[SecondPair.DELETE].put(True)  # noqa: FBT003  a value

    dialog.send()
    settle()

    assert [one.code for one in told] == [NoSecond.code]


def test_it_stays_in_the_middle_of_its_window_when_its_fields_come(
    parent: QWidget, anna: Shell, settle: Settle
) -> None:
    parent.resize(1200, 800)
    parent.show()
    dialog = SecondPairsDialog(anna, parent, ())
    dialog.open()

    settle()

    off = dialog.geometry().center() - parent.geometry().center()
    assert max(abs(off.x()), abs(off.y())) <= 8
