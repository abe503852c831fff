"""The fields of an account hold a form whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.domain.accounting.chart import AccountKind, AccountUse
from app.domain.accounting.entries import AccountForm
from app.domain.shared.problems import Problem
from app.services import accounts
from app.services.office import Office
from app.ui.accounting.account_form import AccountFields, empty

FULL = AccountForm(
    "1910",
    {"fi": "Pankkitili", "th": "เงินฝากธนาคาร", "et": "Pank"},
    AccountKind.ASSET,
    AccountUse.BANK,
    "exempt",
    "assets.cash",
    is_closed=True,
)


@pytest.fixture
def fields(qtbot: QtBot, office: Office) -> AccountFields:
    fields = AccountFields(office.ask(accounts.opened), date(2026, 3, 10))
    qtbot.addWidget(fields)
    return fields


@pytest.mark.parametrize("form", [FULL, empty(), replace(FULL, use=None, is_closed=False)])
def test_what_is_put_is_what_stands_there(fields: AccountFields, form: AccountForm) -> None:
    fields.put(form)

    assert fields.value() == form
    assert not fields.is_dirty


def test_a_missing_name_is_told_at_the_name_in_the_language_of_the_office(
    fields: AccountFields,
) -> None:
    assert fields.at_its_field(Problem("names", "x")) == "names.fi"
    assert fields.at_its_field(Problem("number", "x")) == "number"
