"""Layouts come back as they were written; what issued papers wore is never changed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from app.domain.invoices.designs import Design, LogoPlace
from app.domain.invoices.layout import (
    ColumnChoice,
    ColumnTitle,
    InvoiceLayout,
    LayoutForm,
    LineColumn,
    PaperField,
    PaperKind,
)
from app.domain.invoices.layout_texts import LayoutText
from app.domain.shared.ids import ContactId, LayoutId, new_id
from app.storage.database import Database
from tests.trade import AAMU, AT


def a_layout(**parts: Any) -> InvoiceLayout:
    form = LayoutForm(
        "Modern",
        Design.MODERN,
        "#0f766e",
        LogoPlace.RIGHT,
        22,
        (ColumnChoice(LineColumn.DESCRIPTION, (ColumnTitle("th", "รายการ"),)),),
        (PaperField.ORDER,),
        (LayoutText("fi", "Hei", "Kiitos"),),
        on_stationery=True,
        with_terms=True,
        usual_for=(PaperKind.INVOICE,),
    )
    return replace(InvoiceLayout(LayoutId(new_id()), 1, form), **parts)


def test_a_layout_comes_back_as_it_was_written(database: Database) -> None:
    one, two = a_layout(), a_layout(frozen_of=LayoutId(7), is_archived=True)
    with database.write() as unit:
        unit.layouts.add(one)
        unit.layouts.add(two)

    with database.read() as unit:
        assert unit.layouts.all() == (one, two)


def test_a_layout_that_did_not_change_is_made_of_its_row_once(database: Database) -> None:
    one, two = a_layout(), a_layout()
    with database.write() as unit:
        unit.layouts.add(one)
        unit.layouts.add(two)
        first = unit.layouts.all()
        changed = replace(two, version=2, form=replace(two.form, design=Design.COMPACT))
        unit.layouts.save(two, changed)

        again = unit.layouts.all()

    assert again == (one, changed)
    assert again[0] is first[0]


def test_a_layout_in_use_may_change(database: Database) -> None:
    one = a_layout()
    after = replace(one, version=2, form=replace(one.form, design=Design.COMPACT))
    with database.write() as unit:
        unit.layouts.add(one)
        unit.layouts.save(one, after)

    with database.read() as unit:
        assert unit.layouts.get(one.id) == after


def test_what_an_issued_paper_wore_is_never_changed(database: Database) -> None:
    worn = a_layout(frozen_of=LayoutId(7))
    with database.write() as unit:
        unit.layouts.add(worn)

    with pytest.raises(DBAPIError, match="guard_"), database.write() as unit:
        unit.layouts.save(worn, replace(worn, version=2))


def test_what_was_issued_of_a_version_is_found(database: Database) -> None:
    one = a_layout()
    worn = replace(one, id=LayoutId(new_id()), frozen_of=one.id)
    with database.write() as unit:
        unit.layouts.add(one)
        unit.layouts.add(worn)

    with database.read() as unit:
        assert unit.layouts.frozen(one.id, 1) == worn.id
        assert unit.layouts.frozen(one.id, 2) is None


def test_it_is_known_whose_own_a_layout_is(database: Database) -> None:
    one = a_layout()
    own = replace(AAMU, terms=replace(AAMU.terms, layout_id=one.id))
    away = replace(own, id=ContactId(8), number="1002", is_archived=True)
    with database.write() as unit:
        unit.layouts.add(one)
        unit.contacts.add_all((own, away), AT)

    with database.read() as unit:
        assert unit.layouts.own_of(own.id) == one.id
        assert unit.layouts.own_of(ContactId(99)) is None
        assert (unit.layouts.customers(one.id), unit.layouts.customers(LayoutId(5))) == (1, 0)
