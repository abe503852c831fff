"""The fields of an entry hold a form whole, and say what cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot

from app.domain.accounting.writing import EntryForm, EntryLine
from app.services import accounting, entries
from app.services.office import Office
from app.ui.accounting.entry_form import EntryFields
from app.ui.kit.shell import Shell
from tests.ui.keys import type_in


@pytest.fixture
def fields(qtbot: QtBot, shell: Shell, office: Office) -> EntryFields:
    fields = EntryFields(shell, office.ask(entries.opened))
    qtbot.addWidget(fields)
    return fields


@pytest.fixture
def form(office: Office) -> EntryForm:
    first, second, *_rest = office.ask(accounting.accounts)
    lines = (
        EntryLine(first.id, Decimal("125.50"), None, "standard", "in"),
        EntryLine(second.id, None, Decimal(100)),
    )
    return EntryForm(date(2026, 3, 1), "Rent", lines, "EUR")


def test_what_is_put_is_what_stands_there(fields: EntryFields, form: EntryForm) -> None:
    fields.put(form)

    assert fields.value() == form
    assert fields.lines.count() == 3
    assert not fields.is_dirty


def test_a_line_that_holds_a_text_only_counts(fields: EntryFields, form: EntryForm) -> None:
    only_text = replace(form, lines=(*form.lines, EntryLine(text="forgotten")))

    fields.put(only_text)

    assert fields.value() == only_text


def test_a_day_an_amount_and_words_that_cannot_be_read_are_told(fields: EntryFields) -> None:
    type_in(fields.booked_on, "soon?")
    type_in(fields.lines.editor(0, "account"), "zzz")
    type_in(fields.lines.editor(0, "debit"), "much")

    found = [(one.field.rpartition(".")[2], one.code) for one in fields.unreadable()]

    assert found == [
        ("booked_on", "accounting.day-unreadable"),
        ("account", "accounting.line-without-account"),
        ("debit", "number.not-a-number"),
    ]


def test_the_difference_goes_to_the_side_where_it_is_missing(
    fields: EntryFields, form: EntryForm
) -> None:
    fields.put(form)

    fields.fill_difference()

    last = fields.value().lines[-1]
    assert (last.debit, last.credit) == (None, Decimal("25.50"))
    assert fields.value().difference == 0
